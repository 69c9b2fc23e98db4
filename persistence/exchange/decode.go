package exchange

import (
	"bytes"
	"errors"
	"io"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"muster/campaign"
)

// kinds are files that people take for CSV, by how they begin.
var kinds = []struct{ magic, advice string }{
	{"PK\x03\x04", "this is an Excel workbook or another zipped file: open it in a spreadsheet and save the sheet as \"CSV UTF-8\""},
	{"\xd0\xcf\x11\xe0", "this is an old Excel workbook: open it in a spreadsheet and save the sheet as \"CSV UTF-8\""},
	{"%PDF", "this is a PDF, which has no columns: ask for the counts as a CSV file"},
	{"\x1f\x8b", "this is a gzip file: unpack it first"},
}

// decode returns the text of a file as UTF-8 without a byte order mark, or
// says what the file is instead of text.
func decode(file io.Reader) (io.Reader, error) {
	head := make([]byte, 4096)
	n, err := io.ReadFull(file, head)
	if err != nil && err != io.EOF && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, err
	}
	head = head[:n]
	for _, k := range kinds {
		if bytes.HasPrefix(head, []byte(k.magic)) {
			return nil, campaign.Explain(ErrNotCSV, "%s", k.advice)
		}
	}
	whole := io.MultiReader(bytes.NewReader(head), file)
	if bytes.HasPrefix(head, []byte{0xff, 0xfe}) || bytes.HasPrefix(head, []byte{0xfe, 0xff}) {
		utf16 := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
		return transform.NewReader(whole, utf16), nil
	}
	if bytes.IndexByte(head, 0) >= 0 {
		return nil, campaign.Explain(ErrNotCSV, "this is not a text file: save the counts as a CSV file first")
	}
	if rest, ok := bytes.CutPrefix(head, []byte("\ufeff")); ok {
		whole = io.MultiReader(bytes.NewReader(rest), file)
	}
	if b := bytes.TrimSpace(head); len(b) > 0 && (b[0] == '{' || b[0] == '[' || b[0] == '<') {
		return nil, campaign.Explain(ErrNotCSV, "this looks like JSON or a web page, not CSV: it needs a line with the names of the columns, such as date,total")
	}
	return whole, nil
}
