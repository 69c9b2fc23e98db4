package exchange

import (
	"io"

	"muster/campaign"
)

// counts are the rows of a table that has a count on every line.
type counts struct {
	path    string
	options Options
	records records
	columns columns
	cells   cells
	moments moments
	ties    ties
	good    int // rows read and not rejected
}

func newCounts(from records, header []string, path string, o Options) (*counts, error) {
	r := &counts{path: path, options: o, records: from, cells: cells{spell: o.Cell, most: mostCells},
		moments: moments{zone: o.Zone, order: o.Dates}, ties: newTies()}
	var err error
	r.columns, err = findColumns(header, o.Map)
	return r, err
}

func (r *counts) read(row *Row) error {
	fields, err := r.records.next()
	if err != nil {
		return err
	}
	line, why := r.records.place()
	*row = Row{Line: line, Lines: 1, Why: why}
	if why != nil {
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
func (r *counts) remember() error {
	again, err := Open(r.path, r.options)
	if err != nil {
		return err
	}
	defer again.Close()
	its, ok := again.rows.(*counts)
	if ok {
		its.ties.all = true
	}
	var row Row
	for ok && its.good < r.good {
		err := its.read(&row)
		if ok = err != io.EOF; ok && err != nil {
			return err
		}
	}
	if !ok {
		return campaign.Explain(ErrFormat, "the file was changed while it was read: import it again")
	}
	r.ties = its.ties
	return nil
}
