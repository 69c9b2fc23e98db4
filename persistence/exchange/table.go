package exchange

import (
	"os"
	"slices"
	"strings"

	"muster/campaign"
)

// table is a file in columns whose header has been read, with what is settled
// about how to read the rest.
type table struct {
	records
	path    string
	header  []string
	sheets  []string // of a workbook, those that are not hidden
	options Options
}

// openTable opens text in columns or a sheet of a workbook.
func openTable(file *os.File, path string, o Options) (*table, error) {
	t := &table{path: path, options: o}
	head, err := headOf(file)
	if err != nil {
		return nil, err
	}
	if isZip(head) {
		err = t.openWorkbook(file)
	} else {
		err = t.openText(head, file)
	}
	if err != nil {
		return nil, err
	}
	if t.header, err = t.records.header(); err != nil {
		return t, err // whose sheets can still be named
	}
	t.options.recall(t.source())
	t.options.recall(t.listSource())
	return t, nil
}

func (t *table) openText(head []byte, file *os.File) error {
	if t.options.Sheet != "" {
		return campaign.Explain(campaign.ErrInvalid, "only a workbook has sheets, and this is text: leave out the name of the sheet")
	}
	text, err := decode(head, file)
	if err == nil {
		t.records = newLines(text)
	}
	return err
}

func (t *table) openWorkbook(file *os.File) error {
	book, err := openWorkbook(file)
	if err != nil {
		return err
	}
	t.sheets = book.sheetNames()
	t.options.recall(t.sheetSource())
	if t.options.Sheet == "" {
		t.options.Sheet = t.sheets[0]
	}
	t.records, err = book.sheet(t.options.Sheet)
	return err
}

// again opens the same table once more, to be read from its beginning.
func (t *table) again() (*os.File, *table, error) {
	file, err := os.Open(t.path)
	if err != nil {
		return nil, nil, err
	}
	o := t.options
	o.Recall = nil
	if t.sheets == nil {
		o.Sheet = ""
	}
	other, err := openTable(file, t.path, o)
	if err != nil {
		file.Close()
	}
	return file, other, err
}

// Sources of files, by which what was said of one is known for the next.

func (t *table) sheetSource() string { return "sheets\n" + strings.Join(t.sheets, "\n") }

func (t *table) source() string {
	names := make([]string, len(t.header))
	for i, name := range t.header {
		names[i] = plainName(name)
	}
	return "columns\n" + strings.Join(names, "\n")
}

// listSource tells lists whose forms have the same questions apart.
func (t *table) listSource() string { return "list " + ListName(t.path) + "\n" + t.source() }

// kind returns what stands on the lines.
func (t *table) kind() Kind {
	switch {
	case isTally(t.header):
		return TallySheet
	case isOwn(t.header):
		return Ledger
	case isList(t.header, t.options):
		return SignUps
	}
	return Counts
}

// Names that the columns of a ledger have which Muster itself wrote.
const (
	nameID    = "id"
	nameVoids = "voids"
)

// isOwn reports whether a table is a ledger that Muster wrote: each line has
// its own id, and voids are among them.
func isOwn(header []string) bool {
	return columnNamed(header, nameID) >= 0 && columnNamed(header, nameVoids) >= 0
}

func columnNamed(header []string, name string) int {
	return slices.IndexFunc(header, func(h string) bool { return plainName(h) == name })
}
