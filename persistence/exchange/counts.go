package exchange

import (
	"io"

	"muster/campaign"
)

// counts are the rows of a table that has a count on every line.
type counts struct {
	table   *table
	options Options
	records records
	columns columns
	own     ownColumns
	cells   cells
	moments moments
	ties    ties
	good    int // rows read and not rejected
}

func newCounts(t *table) (*counts, error) {
	o := t.options
	r := &counts{table: t, options: o, records: t.records, own: ownColumnsOf(t.header),
		cells: cells{spell: o.Cell, most: mostCells}, moments: moments{zone: o.Zone, order: o.Dates}, ties: newTies()}
	var err error
	if r.columns, err = findColumns(t.header, o.Map); err != nil {
		return nil, err
	}
	order, open, err := settleDates(t, r.columns[fieldAt])
	if open {
		err = errDates
	}
	r.moments.order = order
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
	if u.ID != anyID { // the line says it itself
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
	file, again, err := r.table.again()
	if err != nil {
		return err
	}
	defer file.Close()
	again.options.Dates = r.moments.order
	its, err := newCounts(again)
	if err != nil {
		return err
	}
	its.ties.all = true
	var row Row
	ok := true
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
