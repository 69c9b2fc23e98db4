package exchange

import (
	"archive/zip"
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
	s := &sheet{book: w, since1904: found.since1904}
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
