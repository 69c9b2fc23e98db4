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
type workbook struct {
	parts  map[string]*zip.File
	sheets []sheetPlace // that are not hidden, in their order

	styles, texts string // where these are
	since1904     bool
}

// sheetPlace is the name of a sheet and the part that holds it.
type sheetPlace struct{ name, part string }

func openWorkbook(file *os.File) (*workbook, error) {
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	return newWorkbook(file, info.Size())
}

func newWorkbook(file io.ReaderAt, size int64) (*workbook, error) {
	packed, err := zip.NewReader(file, size)
	if err != nil {
		return nil, errSheetDamaged
	}
	w := &workbook{parts: map[string]*zip.File{}}
	for _, part := range packed.File {
		w.parts[strings.TrimPrefix(strings.ReplaceAll(part.Name, "\\", "/"), "/")] = part
	}
	return w, w.find()
}

func (w *workbook) sheetNames() []string {
	names := make([]string, len(w.sheets))
	for i, s := range w.sheets {
		names[i] = s.name
	}
	return names
}

// sheet opens the sheet of a name, whatever its case.
func (w *workbook) sheet(name string) (*sheet, error) {
	i := slices.IndexFunc(w.sheets, func(s sheetPlace) bool { return s.name == name })
	if i < 0 {
		i = slices.IndexFunc(w.sheets, func(s sheetPlace) bool { return plainName(s.name) == plainName(name) })
	}
	if i < 0 {
		return nil, campaign.Explain(ErrFormat, "the workbook has no sheet %q: it has %s", name, listed(w.sheetNames()))
	}
	s := &sheet{book: *w, since1904: w.since1904}
	var err error
	if s.dates, err = w.dateStyles(w.styles); err != nil {
		return nil, err
	}
	if s.texts, err = w.sharedTexts(w.texts); err != nil {
		return nil, err
	}
	part, err := w.stream(w.sheets[i].part)
	if err != nil {
		return nil, err
	}
	s.markup = newMarkup(part)
	return s, nil
}

// find finds the sheets that are not hidden, and what goes with them.
func (w *workbook) find() error {
	const main = "xl/workbook.xml"
	var book struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name  string `xml:"name,attr"`
			State string `xml:"state,attr"`
			Link  string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	var links links
	if w.parts[main] == nil {
		return errNoWorkbook
	}
	if err := w.decode(main, &book); err != nil {
		return err
	}
	if err := w.decode("xl/_rels/workbook.xml.rels", &links); err != nil {
		return err
	}
	w.since1904 = slices.Contains([]string{"1", "true", "on"}, book.Properties.Date1904)
	w.styles, w.texts = links.ofType("/styles"), links.ofType("/sharedStrings")
	for _, s := range book.Sheets {
		part := links.worksheet(s.Link)
		if part != "" && (s.State == "" || s.State == "visible") && w.parts[part] != nil {
			w.sheets = append(w.sheets, sheetPlace{s.Name, part})
		}
	}
	if len(w.sheets) == 0 {
		return errSheetDamaged
	}
	return nil
}

// links say where the parts of a workbook are.
type links struct {
	All []struct {
		ID     string `xml:"Id,attr"`
		Type   string `xml:"Type,attr"`
		Target string `xml:"Target,attr"`
	} `xml:"Relationship"`
}

// ofType returns the part that a workbook has one of; empty if it has none.
func (l links) ofType(ending string) string {
	found := ""
	for _, link := range l.All {
		if strings.HasSuffix(link.Type, ending) {
			found = partName(link.Target)
		}
	}
	return found
}

// worksheet returns the part of a sheet's link; empty if it is no sheet of cells.
func (l links) worksheet(id string) string {
	for _, link := range l.All {
		if link.ID == id && strings.HasSuffix(link.Type, "/worksheet") {
			return partName(link.Target)
		}
	}
	return ""
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
