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
	Map   map[string]string // field -> column name; Fields lists the fields
	Zone  *time.Location    // of dates and times that name none; nil is UTC
	By    string            // who entered the lines that do not say
	Dates DateOrder         // of dates such as 3/1/2027
	List  string            // which list of sign-ups the file is an export of; empty is what its name says
	Parts string            // what a petition is counted by: one of Parts(); empty is the first

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

	Changed bool // the line of the tally sheet said something else before
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

// rowsOf finds out what a file is and returns its rows.
func rowsOf(file *os.File, path string, o Options) (rows, error) {
	head, err := headOf(file)
	if err == nil && isJSON(head) {
		return readPetition(file, o)
	}
	if err != nil {
		return nil, err
	}
	from, err := recordsOf(file)
	if err != nil {
		return nil, err
	}
	header, err := from.header()
	if err != nil {
		return nil, err
	}
	if isTally(header) {
		return newTallySheet(from, header, file, o)
	}
	if isList(header, o) {
		return newSignUps(from, header, path, o)
	}
	return newCounts(from, header, path, o)
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

// recordsOf returns the lines of a table, which may be a workbook or text.
func recordsOf(file *os.File) (records, error) {
	head, err := headOf(file)
	if err != nil {
		return nil, err
	}
	if isZip(head) {
		return openSheet(file)
	}
	text, err := decode(head, file)
	if err != nil {
		return nil, err
	}
	return newLines(text), nil
}
