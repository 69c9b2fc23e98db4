// Package exchange is how updates travel between Muster and other programs.
//
// Its readers take the counts that spreadsheets, petition sites, sign-up forms
// and scripts write. What a file is shows from its content. Files of any length
// are read a line at a time, within limits on what a foreign file may cost.
package exchange

import (
	"errors"
	"os"
	"time"

	"muster/campaign"
)

// What can be wrong with a file as a whole. The errors read as sentences.
var (
	// ErrFormat is returned when a file is none that counts can be read from.
	ErrFormat = errors.New("not a file of counts")
	// ErrColumns is returned when the columns that a count needs are not found.
	ErrColumns = errors.New("columns not found")
)

// Options say how to read a file.
type Options struct {
	Map   map[string]string // field -> column name, empty for none; Fields lists the fields
	Zone  *time.Location    // of dates and times that name none; nil is UTC
	By    string            // who entered the lines that do not say
	Dates DateOrder         // of dates such as 3/1/2027
	Sheet string            // of a workbook; empty is the first that is not hidden
	List  string            // which list of sign-ups the file is an export of; empty is what its name says
	Parts string            // what a petition is counted by: one of Parts(); empty is the first

	// DatesBefore is how the dates of an earlier file of the source were meant, for
	// one whose own do not show it.
	DatesBefore DateOrder

	// Recall fills in what was said before of files from a source, where nothing
	// is said now; nil fills in nothing.
	Recall func(source string, o *Options)

	Campaign campaign.ID // that tally sheets must be of; zero takes those of any
	Now      time.Time   // that none may have been saved after; zero takes all

	// Filled returns what the ledger holds of a line of a tally sheet, in order,
	// given what it says now; nil is nothing.
	Filled func(campaign.Update) []campaign.Update

	// Counted are the pledges of each cell so far, so that a petition is not
	// counted by two kinds of part; nil is none.
	Counted map[campaign.Cell]int64

	// Cell gives the names of a cell the spelling of the plan, or says why the
	// plan has no such cell; nil takes all as they are. Ids do not depend on it.
	Cell func(campaign.Cell) (campaign.Cell, error)
}

// Row is one line of a file, or several of a list: an update, or why it cannot
// be taken.
type Row struct {
	Line   int    // in the file, the first being line 1
	Lines  int    // that the update counts; 1 but for a list of sign-ups
	List   string // the name of that list
	Tally  string // who the tally sheet was made for that it is a line of
	Update campaign.Update
	Why    error // a sentence without a full stop; nil if the row is good

	Changed bool            // the line of the tally sheet said something else before
	Again   campaign.Update // what would tell it anew, if it says what it said before
}

// Reader reads the updates of a file.
type Reader struct {
	file *os.File
	rows rows
}

// rows are what a file of some kind says, one after another.
type rows interface {
	// read reads the next row; the error at the end is io.EOF.
	read(row *Row) error
}

// Open opens a file of counts, whatever its kind, and finds its columns.
// Errors: ErrFormat, ErrColumns, and those of os.Open.
func Open(path string, o Options) (*Reader, error) {
	if o.Zone == nil {
		o.Zone = time.UTC
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	r := &Reader{file: file}
	if r.rows, err = rowsOf(file, path, o); err != nil {
		file.Close()
		return nil, err
	}
	return r, nil
}

// Close closes the file.
func (r *Reader) Close() error { return r.file.Close() }

// Read reads the next row. Blank lines are passed over. At the end of the file
// the error is io.EOF; any other error means that the file cannot be read on.
func (r *Reader) Read(row *Row) error { return r.rows.read(row) }

// recall fills in what was said before of files from a source.
func (o *Options) recall(source string) {
	if o.Recall != nil {
		o.Recall(source, o)
	}
}

// rowsOf finds out what a file is and returns its rows.
func rowsOf(file *os.File, path string, o Options) (rows, error) {
	head, err := headOf(file)
	if err != nil {
		return nil, err
	}
	if isJSON(head) {
		return readPetition(file, o)
	}
	t, err := openTable(file, path, o)
	if err != nil {
		return nil, err
	}
	switch t.kind() {
	case TallySheet:
		return newTallySheet(t.records, t.header, file, t.options)
	case SignUps:
		return newSignUps(t)
	}
	return newCounts(t)
}

// records are the lines of a table, split into fields.
type records interface {
	// header reads the names of the columns.
	header() ([]string, error)
	// next returns the fields of the next record that is not blank. They are
	// overwritten by the next call. The error at the end is io.EOF.
	next() ([][]byte, error)
	// place returns the line that the record begins on, and why it cannot be
	// split, if so.
	place() (line int, why error)
	// wide reports whether a record says more than the header has columns for.
	wide(fields [][]byte) bool
}
