package exchange

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"os"
	"path"
	"slices"
	"strings"

	"muster/campaign"
)

// Limits on what a workbook may cost.
const (
	mostUnzipped = 512 << 20 // bytes of a part that is read through
	mostHeld     = 64 << 20  // bytes of texts that are kept while a sheet is read
	mostDetails  = 8 << 20   // bytes of a part that is read as a whole
)

var (
	errNoWorkbook = campaign.Explain(ErrFormat, "this is a zipped file, but not an Excel workbook (.xlsx): open it in a spreadsheet and save it as .xlsx or as \"CSV UTF-8\"")
	errBig        = campaign.Explain(ErrFormat, "the workbook unpacks to far more than counts need: save the sheet with the counts as \"CSV UTF-8\" and import that")
)

// workbook is an Excel file: a zipped folder of XML files, its parts.
type workbook struct{ parts map[string]*zip.File }

// openSheet opens the first sheet of a workbook that is not hidden.
func openSheet(file *os.File) (*sheet, error) {
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	return newSheet(file, info.Size())
}

func newSheet(file io.ReaderAt, size int64) (*sheet, error) {
	packed, err := zip.NewReader(file, size)
	if err != nil {
		return nil, errSheetDamaged
	}
	w := workbook{parts: map[string]*zip.File{}}
	for _, part := range packed.File {
		w.parts[strings.TrimPrefix(strings.ReplaceAll(part.Name, "\\", "/"), "/")] = part
	}
	found, err := w.find()
	if err != nil {
		return nil, err
	}
	s := &sheet{since1904: found.since1904}
	if s.dates, err = w.dateStyles(found.styles); err != nil {
		return nil, err
	}
	if s.texts, err = w.sharedTexts(found.texts); err != nil {
		return nil, err
	}
	part, err := w.stream(found.sheet)
	if err != nil {
		return nil, err
	}
	s.markup = newMarkup(part)
	return s, nil
}

// places are where the parts are that a sheet needs.
type places struct {
	sheet, styles, texts string
	since1904            bool
}

// find finds the first sheet that is not hidden, and what goes with it.
func (w workbook) find() (places, error) {
	const main = "xl/workbook.xml"
	var book struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			State string `xml:"state,attr"`
			Link  string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	var links struct {
		All []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if w.parts[main] == nil {
		return places{}, errNoWorkbook
	}
	if err := w.decode(main, &book); err != nil {
		return places{}, err
	}
	if err := w.decode("xl/_rels/workbook.xml.rels", &links); err != nil {
		return places{}, err
	}
	found := places{since1904: slices.Contains([]string{"1", "true", "on"}, book.Properties.Date1904)}
	for _, s := range book.Sheets {
		for _, link := range links.All {
			if found.sheet == "" && link.ID == s.Link && strings.HasSuffix(link.Type, "/worksheet") && (s.State == "" || s.State == "visible") {
				found.sheet = partName(link.Target)
			}
		}
	}
	for _, link := range links.All {
		switch {
		case strings.HasSuffix(link.Type, "/styles"):
			found.styles = partName(link.Target)
		case strings.HasSuffix(link.Type, "/sharedStrings"):
			found.texts = partName(link.Target)
		}
	}
	if w.parts[found.sheet] == nil {
		return places{}, errSheetDamaged
	}
	return found, nil
}

// partName returns the name of a part that the workbook links to.
func partName(target string) string {
	if whole, ok := strings.CutPrefix(target, "/"); ok {
		return path.Clean(whole)
	}
	return path.Join("xl", target)
}

// decode reads a part as a whole.
func (w workbook) decode(name string, into any) error {
	part := w.parts[name]
	if part == nil {
		return errSheetDamaged
	}
	if part.UncompressedSize64 > mostDetails {
		return errBig
	}
	text, err := part.Open()
	if err != nil {
		return errSheetDamaged
	}
	defer text.Close()
	if err := xml.NewDecoder(io.LimitReader(text, mostDetails)).Decode(into); err != nil {
		return errSheetDamaged
	}
	return nil
}

// stream returns a part to be read through.
func (w workbook) stream(name string) (io.Reader, error) {
	part := w.parts[name]
	if part.UncompressedSize64 > mostUnzipped {
		return nil, errBig
	}
	text, err := part.Open()
	if err != nil {
		return nil, errSheetDamaged
	}
	return &capped{text, mostUnzipped}, nil
}

// capped reads a part, whose size in the zip's list may be a lie.
type capped struct {
	part io.Reader
	left int
}

func (c *capped) Read(p []byte) (int, error) {
	if c.left <= 0 {
		return 0, errBig
	}
	n, err := c.part.Read(p[:min(len(p), c.left)])
	c.left -= n
	if err != nil && err != io.EOF {
		err = errSheetDamaged
	}
	return n, err
}

// dateStyles returns, for each style of a cell, whether it shows numbers as
// dates.
func (w workbook) dateStyles(name string) ([]bool, error) {
	var styles struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if w.parts[name] == nil {
		return nil, nil
	}
	if err := w.decode(name, &styles); err != nil {
		return nil, err
	}
	own := map[int]bool{}
	for _, f := range styles.Formats {
		own[f.ID] = showsDate(f.Code)
	}
	dates := make([]bool, len(styles.Cells))
	for i, c := range styles.Cells {
		is, ok := own[c.Format]
		dates[i] = ok && is || !ok && isDateFormat(c.Format)
	}
	return dates, nil
}

// isDateFormat reports whether a number format that comes with Excel shows
// dates: 14 to 22, those of East Asia, and times of day (ECMA-376, 18.8.30).
func isDateFormat(id int) bool {
	return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58
}

// showsDate reports whether a format has a year, month, day or time of day
// outside of its quotes and brackets.
func showsDate(code string) bool {
	code, _, _ = strings.Cut(code, ";")
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case '"', '[':
			end := strings.IndexByte(code[i+1:], map[byte]byte{'"': '"', '[': ']'}[c])
			if end < 0 {
				return false
			}
			i += end + 1
		case '\\', '_', '*':
			i++
		case 'y', 'Y', 'm', 'M', 'd', 'D', 'h', 'H', 's', 'S':
			return true
		}
	}
	return false
}

// texts are the texts that the cells of a workbook share, one after another.
type texts struct {
	all  []byte
	ends []uint32
}

func (t *texts) at(i int) []byte {
	if i < 0 || i >= len(t.ends) {
		return nil
	}
	from := uint32(0)
	if i > 0 {
		from = t.ends[i-1]
	}
	return t.all[from:t.ends[i]]
}

// sharedTexts reads the texts that cells share; how they are read aloud is
// passed over.
func (w workbook) sharedTexts(name string) (texts, error) {
	var t texts
	if w.parts[name] == nil {
		return t, nil
	}
	part, err := w.stream(name)
	if err != nil {
		return t, err
	}
	m := newMarkup(part)
	inText := false
	for {
		err := m.next(func(some []byte) {
			if inText {
				t.all = append(t.all, some...)
			}
		})
		switch {
		case err == io.EOF:
			return t, nil
		case err == nil && len(t.all)+4*len(t.ends) > mostHeld:
			err = errBig
		case err == nil && !m.end && bytes.Equal(m.tag, []byte("rPh")):
			err = m.skip()
		}
		if err != nil {
			return t, err
		}
		switch string(m.tag) {
		case "t":
			inText = !m.end && !m.empty
		case "si":
			if m.end || m.empty {
				t.ends = append(t.ends, uint32(len(t.all)))
			}
		}
	}
}
