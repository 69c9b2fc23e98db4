package exchange

import (
	"bytes"
	"io"
	"os"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"muster/campaign"
)

// kinds are files that people take for files of counts, by how they begin.
var kinds = []struct{ magic, advice string }{
	{"\xd0\xcf\x11\xe0", "this is an old Excel workbook, or one with a password: open it in a spreadsheet and save it as .xlsx without a password"},
	{"%PDF", "this is a PDF, which has no columns: ask for the counts as a CSV file"},
	{"\x1f\x8b", "this is a gzip file: unpack it first"},
}

// headOf returns the beginning of a file, by which its kind shows.
func headOf(file *os.File) ([]byte, error) {
	info, err := file.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = campaign.Explain(ErrFormat, "this is not a file: save the counts as a CSV file first")
	}
	if err != nil {
		return nil, err
	}
	head := make([]byte, 4096)
	n, err := file.ReadAt(head, 0)
	if err == io.EOF {
		err = nil
	}
	return head[:n], err
}

// isZip reports whether a file is zipped, as workbooks are.
func isZip(head []byte) bool { return bytes.HasPrefix(head, []byte("PK\x03\x04")) }

// isJSON reports whether a file is JSON.
func isJSON(head []byte) bool {
	text := bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\ufeff")))
	return len(text) > 0 && (text[0] == '{' || text[0] == '[')
}

// decode returns the text of a file, whose head is given, as UTF-8 without a
// byte order mark, or says what the file is instead of text.
func decode(head []byte, file io.ReadSeeker) (io.Reader, error) {
	for _, k := range kinds {
		if bytes.HasPrefix(head, []byte(k.magic)) {
			return nil, campaign.Explain(ErrFormat, "%s", k.advice)
		}
	}
	if bytes.HasPrefix(head, []byte{0xff, 0xfe}) || bytes.HasPrefix(head, []byte{0xfe, 0xff}) {
		utf16 := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
		return transform.NewReader(file, utf16), nil
	}
	if bytes.IndexByte(head, 0) >= 0 {
		return nil, campaign.Explain(ErrFormat, "this is not a text file: save the counts as a CSV file first")
	}
	text := bytes.TrimPrefix(head, []byte("\ufeff"))
	if bytes.HasPrefix(bytes.TrimSpace(text), []byte("<")) {
		return nil, campaign.Explain(ErrFormat, "this looks like a web page, not CSV: it needs a line with the names of the columns, such as date,total")
	}
	if _, err := file.Seek(int64(len(head)-len(text)), io.SeekStart); err != nil {
		return nil, err
	}
	return file, nil
}
