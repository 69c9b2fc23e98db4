package app

import (
	"context"
	"slices"
	"sort"

	"muster/campaign"
	"muster/persistence"
)

// Rows is a view of the lines of the ledger that a filter chooses, in an order,
// for virtual tables. It holds where lines are, not what they say: at most one
// mark for every 64 lines of the ledger, and four bytes a line where the order
// is not that of time. It does not change and is safe for use by several
// goroutines.
type Rows struct {
	desk    *Desk
	filter  Filter
	known   map[string]bool // names that the filter takes in full
	order   Order
	voids   campaign.Voids
	number  uint64 // of the campaign's last write when the rows were looked for
	days    bool   // the marks are days, of which every line is chosen
	marks   []mark
	n       int
	sorted  []uint32 // the rows in their order, by their number in the order of time; nil for time
	scanned int
	lines   int
}

// mark is a place in the ledger from which on rows are found.
type mark struct {
	at    persistence.Place
	first int // number of the first row there
}

// Row is a line of the ledger and, for a void, what it takes out, if that is
// known.
type Row struct {
	Line
	Target campaign.Update
}

// Len returns how many rows there are.
func (r *Rows) Len() int { return r.n }

// Looked returns how many lines of the ledger have been looked at, of how many.
func (r *Rows) Looked() (lines, of int) { return r.scanned, r.lines }

// Lines returns n rows from the i-th on, or fewer at the end. A row that is
// gone since, because the ledger was replaced by a backup, is empty.
func (r *Rows) Lines(i, n int) ([]Row, error) {
	first, end := max(0, i), min(i+n, r.n)
	var rows []Row
	err := r.browse(func(b *persistence.Browser, m *matcher) error {
		for i := first; i < end; i = first + len(rows) {
			at, most := i, end-i
			if r.sorted != nil {
				at, most = int(r.sorted[i]), 1
			}
			before := len(rows)
			var failed error
			err := r.read(b, m, at, most, func(u campaign.Update) {
				row := Row{Line: lineOf(u, r.voids)}
				if u.Kind == campaign.Void && failed == nil {
					row.Target, _, failed = b.Find(u.Voids)
				}
				rows = append(rows, row)
			})
			if err == nil {
				err = failed
			}
			if err != nil {
				return err
			}
			if len(rows) == before {
				rows = append(rows, Row{})
			}
		}
		return nil
	})
	return rows, err
}

// read calls take with rows from the i-th in the order of time on, most at most,
// as far as the mark before them reaches.
func (r *Rows) read(b *persistence.Browser, m *matcher, i, most int, take func(campaign.Update)) error {
	k := sort.Search(len(r.marks), func(k int) bool { return r.marks[k].first > i }) - 1
	end, beyond := r.n, r.limit()
	if k+1 < len(r.marks) {
		end, beyond = r.marks[k+1].first, r.marks[k+1].at
	}
	way := persistence.Way{From: r.marks[k].at, Back: r.back()}
	skip, left := i-r.marks[k].first, min(most, end-i)
	if r.days {
		way.Skip, skip = skip, 0
	}
	return b.Walk(way, func(u campaign.Update) bool {
		if r.past(persistence.PlaceOf(u), beyond) {
			return false
		}
		if !m.takes(&u) {
			return true
		}
		if skip > 0 {
			skip--
			return true
		}
		take(u)
		left--
		return left > 0
	})
}

// back reports whether the rows were found against time: newest first.
func (r *Rows) back() bool { return r.order != Order{Up: true} }

// limit returns the place that the rows end before.
func (r *Rows) limit() persistence.Place {
	switch {
	case r.back() && r.filter.Since.IsZero():
		return persistence.Place{}
	case r.back():
		return persistence.Before(r.filter.Since)
	case r.filter.Until.IsZero():
		return persistence.End()
	}
	return persistence.Before(r.filter.Until)
}

// start returns the place that the rows begin at.
func (r *Rows) start() persistence.Place {
	switch {
	case !r.back() && r.filter.Since.IsZero():
		return persistence.Place{}
	case !r.back():
		return persistence.Before(r.filter.Since)
	case r.filter.Until.IsZero():
		return persistence.End()
	}
	return persistence.Before(r.filter.Until)
}

// past reports whether a place is at a limit or past it.
func (r *Rows) past(p, limit persistence.Place) bool {
	if r.back() {
		return p.Compare(limit) <= 0
	}
	return p.Compare(limit) >= 0
}

// Index returns the number of the row that shows an update, if one does.
func (r *Rows) Index(u campaign.Update) (int, bool, error) {
	place := persistence.PlaceOf(u)
	k := sort.Search(len(r.marks), func(k int) bool { return r.marks[k].at != place && r.past(r.marks[k].at, place) }) - 1
	if k < 0 {
		return 0, false, nil
	}
	i, found := r.marks[k].first, false
	err := r.browse(func(b *persistence.Browser, m *matcher) error {
		way := persistence.Way{From: r.marks[k].at, Back: r.back()}
		if r.days {
			i += b.Steps(way, place)
			_, there, err := b.Find(u.ID)
			found = there
			return err
		}
		return b.Walk(way, func(v campaign.Update) bool {
			found = v.ID == u.ID && m.takes(&v)
			if found || r.past(persistence.PlaceOf(v), place) {
				return false
			}
			if m.takes(&v) {
				i++
			}
			return true
		})
	})
	if r.sorted != nil && found {
		i = slices.Index(r.sorted, uint32(i))
	}
	return i, found && i >= 0 && i < r.n, err
}

func (r *Rows) browse(do func(*persistence.Browser, *matcher) error) error {
	if r.n == 0 {
		return nil
	}
	m := r.filter.matcher(r.known)
	return r.desk.muster.store.Browse(r.desk.id, func(b *persistence.Browser) error { return do(b, m) })
}

// rowsAtOnce is how many rows are read in one transaction.
const rowsAtOnce = 4096

// Each calls take with the rows of some spans, in order, until it returns an
// error or ctx ends. All rows of a ledger that is not in the order of time come
// in that order all the same, which is quicker by far.
func (r *Rows) Each(ctx context.Context, spans []Span, take func(Row) error) error {
	if r.sorted != nil && len(spans) == 1 && spans[0] == (Span{0, r.n}) {
		byTime := *r
		byTime.sorted = nil
		r = &byTime
	}
	for _, s := range spans {
		for i := s.From; i < s.To; i += rowsAtOnce {
			if err := ctx.Err(); err != nil {
				return err
			}
			rows, err := r.Lines(i, min(rowsAtOnce, s.To-i))
			if err != nil {
				return err
			}
			for _, row := range rows {
				if err := take(row); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// Hold returns an error if the ledger has been written to since the rows were
// looked for, so that they may not be those that somebody sees.
// Error: campaign.ErrConflict.
func (r *Rows) Hold() error {
	number, err := r.desk.muster.store.Number(r.desk.id)
	if err == nil && number != r.number {
		err = campaign.Explain(campaign.ErrConflict, "somebody has added to the ledger since these lines were chosen: look at them and try again")
	}
	return err
}
