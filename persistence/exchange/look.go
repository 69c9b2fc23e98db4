package exchange

import (
	"io"
	"os"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// Kind is what stands in a file.
type Kind int

// The kinds of file.
const (
	Counts     Kind = iota // a count on every line
	SignUps                // a person on every line, of whom nothing but day and place is read
	Petition               // the record of a petition
	Ledger                 // updates as Muster itself writes them, with their ids
	TallySheet             // a tally sheet that Muster made and somebody filled in
)

// Look is what a file turns out to be, and how it would be read.
type Look struct {
	Kind    Kind
	Sheets  []string   // of a workbook, those that are not hidden; nil for other files
	Sheet   string     // the one that is read
	Columns []Column   // in their order
	Rows    [][]string // the first few, a text for each column
	Dates   DateOrder  // as said, remembered or seen in the file; unsaid if it does not matter
	List    string     // of sign-ups
	Parts   string     // of a petition
	For     string     // whom a tally sheet was made for
	Needs   []Need     // what must be said before the file can be read

	Sources Sources
}

// Column is a column of a file.
type Column struct {
	Name   string
	Field  string // that it is read as; empty if it is passed over
	Hidden bool   // it may tell who people are, so nothing of it is in the rows
}

// Need is something that must be said of a file before it can be read.
type Need int

// What may have to be said.
const (
	NeedTime  Need = iota // which column says when
	NeedCount             // which column has the count
	NeedDates             // whether dates begin with the day or the month
)

// Sources are what files are recognised by when the next one comes; empty where
// there is nothing to say of it.
type Sources struct{ Sheets, Columns, List, Petition string }

// Limits on what is shown of a file.
const (
	shownRows = 8
	shownText = 60 // characters
)

// LookAt finds out what a file is and how it would be read, without reading
// more of it than that takes. Errors: ErrFormat, ErrColumns, and those of
// os.Open; sheets that can be chosen instead are named even then.
func LookAt(path string, o Options) (Look, error) {
	if o.Zone == nil {
		o.Zone = time.UTC
	}
	file, err := os.Open(path)
	if err != nil {
		return Look{}, err
	}
	defer file.Close()
	head, err := headOf(file)
	if err != nil {
		return Look{}, err
	}
	if isJSON(head) {
		return lookAtPetition(file, o)
	}
	t, err := openTable(file, path, o)
	if t == nil {
		return Look{}, err
	}
	look := Look{Sheets: t.sheets, Sheet: t.options.Sheet}
	if t.sheets != nil {
		look.Sources.Sheets = t.sheetSource()
	}
	switch {
	case err != nil:
		return look, err
	case t.kind() == TallySheet:
		return look, look.atTally(t, file)
	}
	return look, look.at(t)
}

// at looks at a table.
func (l *Look) at(t *table) error {
	l.Kind = t.kind()
	l.Sources.Columns = t.source()
	found, err := l.find(t)
	if err != nil {
		return err
	}
	for i, name := range t.header {
		l.Columns = append(l.Columns, Column{Name: name, Hidden: isPersonal(name)})
		for f := range found {
			if found[f] == i {
				l.Columns[i].Field = usual[f][0]
			}
		}
	}
	if found[fieldAt] < 0 {
		l.Needs = append(l.Needs, NeedTime)
	} else if err := l.settleDates(t, found[fieldAt]); err != nil {
		return err
	}
	if l.Kind != SignUps && found[fieldTotal] < 0 && found[fieldAdded] < 0 {
		l.Needs = append(l.Needs, NeedCount)
	}
	if l.needs(NeedTime) && l.needs(NeedCount) && len(t.header) < 2 {
		return found.suffice(t.header) // there is nothing to choose from
	}
	return l.read(t)
}

// find finds the columns as far as they show.
func (l *Look) find(t *table) (columns, error) {
	if l.Kind != SignUps {
		return guessColumns(t.header, t.options.Map)
	}
	l.List, l.Sources.List = t.list(), t.listSource()
	return guessListColumns(t.header, t.options.Map)
}

func (l *Look) settleDates(t *table, at int) error {
	order, open, err := settleDates(t, at)
	if open {
		l.Needs = append(l.Needs, NeedDates)
	}
	l.Dates = order
	return err
}

// read keeps the first rows, without what may tell who people are: in a list
// only what is read of it is shown, and dates as long as it is not known which
// they are; where no count is known, figures alone.
func (l *Look) read(t *table) error {
	for len(l.Rows) < shownRows {
		fields, err := t.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		row := make([]string, len(l.Columns))
		for i := range row {
			row[i] = cutShort(string(at(fields, i)), shownText)
		}
		l.Rows = append(l.Rows, row)
	}
	for i := range l.Columns {
		c := &l.Columns[i]
		switch {
		case c.Field != "" && l.Kind == SignUps:
		case l.Kind == SignUps:
			c.Hidden = c.Hidden || !l.needs(NeedTime) || l.tells(i)
		default:
			c.Hidden = c.Hidden || l.tells(i)
		}
		for _, row := range l.Rows {
			if c.Hidden {
				row[i] = ""
			}
		}
	}
	return nil
}

func (l *Look) needs(n Need) bool { return slices.Contains(l.Needs, n) }

// cutShort returns a text of so many characters at most, on one line.
func cutShort(text string, most int) string {
	text = strings.Join(strings.Fields(strings.ToValidUTF8(text[:min(len(text), 8*most)], "")), " ")
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return string([]rune(text)[:most-1]) + "…"
}
