// Package exchange is how updates travel between Muster and other programs.
//
// The CSV reader takes the counts that spreadsheets, petition sites and
// scripts write, a line at a time, in constant memory for files of any length.
package exchange

import (
	"errors"
	"io"
	"os"
	"time"

	"muster/campaign"
)

// What can be wrong with a file as a whole. The errors read as sentences.
var (
	// ErrNotCSV is returned when a file is not text in lines and columns.
	ErrNotCSV = errors.New("not CSV")
	// ErrColumns is returned when the columns that a count needs are not found.
	ErrColumns = errors.New("columns not found")
)

// Options say how to read a file.
type Options struct {
	Map  map[string]string // field -> column name; Fields lists the fields
	Zone *time.Location    // of dates and times that name none; nil is UTC
	By   string            // who entered the lines that do not say

	// Cell gives the names of a cell the spelling of the plan, or says why the
	// plan has no such cell; nil takes all as they are. Ids do not depend on it.
	Cell func(campaign.Cell) (campaign.Cell, error)
}

// Row is one line of a file: an update, or why it cannot be taken.
type Row struct {
	Line   int // in the file, the header being line 1
	Update campaign.Update
	Why    error // a sentence without a full stop; nil if the row is good
}

// Reader reads the updates of a CSV file.
type Reader struct {
	path    string
	options Options
	file    *os.File
	lines   *lines
	columns columns
	cells   cells
	moments moments
	ties    ties
	good    int // rows read and not rejected
}

// Open opens a CSV file and finds its columns. Errors: ErrNotCSV, ErrColumns,
// and those of os.Open.
func Open(path string, o Options) (*Reader, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	r := &Reader{path: path, options: o, file: file, ties: newTies()}
	if r.options.Zone == nil {
		r.options.Zone = time.UTC
	}
	r.moments.zone = r.options.Zone
	r.cells.spell = o.Cell
	if err := r.begin(); err != nil {
		file.Close()
		return nil, err
	}
	return r, nil
}

// Close closes the file.
func (r *Reader) Close() error { return r.file.Close() }

func (r *Reader) begin() error {
	if info, err := r.file.Stat(); err == nil && !info.Mode().IsRegular() {
		return campaign.Explain(ErrNotCSV, "this is not a file: save the counts as a CSV file first")
	}
	text, err := decode(r.file)
	if err != nil {
		return err
	}
	r.lines = newLines(text)
	header, err := r.lines.header()
	if err != nil {
		return err
	}
	r.columns, err = findColumns(header, r.options.Map)
	return err
}

// Read reads the next row. Blank lines are passed over. At the end of the file
// the error is io.EOF; any other error means that the file cannot be read on.
func (r *Reader) Read(row *Row) error {
	fields, err := r.lines.next()
	if err != nil {
		return err
	}
	*row = Row{Line: r.lines.line}
	if r.lines.why != nil {
		row.Why = r.lines.why
		return nil
	}
	u := &row.Update
	c, why := r.update(fields, u)
	if why != nil {
		row.Why = why
		return nil
	}
	if !r.ties.follows(u.At.UnixMilli()) {
		if err := r.remember(); err != nil {
			return err
		}
	}
	u.ID = r.ties.id(u, c)
	r.good++
	return nil
}

// remember reads the file again from its beginning up to this row, since it is
// not in order of time after all, and keeps the ties of every instant from now
// on.
func (r *Reader) remember() error {
	again, err := Open(r.path, r.options)
	if err != nil {
		return err
	}
	defer again.Close()
	again.ties.all = true
	var row Row
	for again.good < r.good {
		if err := again.Read(&row); err == io.EOF {
			return campaign.Explain(ErrNotCSV, "the file was changed while it was read: import it again")
		} else if err != nil {
			return err
		}
	}
	r.ties = again.ties
	return nil
}
