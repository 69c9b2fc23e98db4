package app

import (
	"context"

	"muster/campaign"
	"muster/persistence"
)

const (
	linesFirst     = 2 << 10  // looked at in the first transaction, so that there is an answer at once
	linesAtOnce    = 64 << 10 // and in later ones
	linesUnderMark = 64       // looked at from a mark on, at most
)

// Rows looks for the lines that the filter chooses, without keeping them in
// memory. News, if it is not nil, is told again and again what has been found
// so far; in an order other than that of time, of which nothing can be said
// before all has been seen, there are no rows in it. Many lines are looked at
// some at a time, so that others can write in between.
func (d *Desk) Rows(ctx context.Context, f Filter, o Order, news func(*Rows)) (*Rows, error) {
	d.mu.Lock()
	_, err := d.freshen()
	if err != nil {
		d.mu.Unlock()
		return nil, err
	}
	tally := d.book.Tally
	r := &Rows{desk: d, filter: f, known: d.spellings().known(f), order: o, voids: tally.Voids(), number: d.book.Number}
	days := tally.DayLines()
	loc := tally.Location()
	d.mu.Unlock()
	for _, day := range days {
		r.lines += day.Lines
	}
	if o.By == ByTime && r.ofDays(days, func(day campaign.Day) persistence.Place { return persistence.Before(day.Start(loc)) }) {
		r.scanned = r.lines
		return r, nil
	}
	s := search{rows: r, matcher: f.matcher(r.known), news: news}
	if o.By != ByTime {
		s.sorter = newSorter(o)
	}
	return r, s.run(ctx)
}

// ofDays makes marks of whole days, if the filter's bounds are at their ends
// and it chooses all between.
func (r *Rows) ofDays(days []campaign.DayLines, start func(campaign.Day) persistence.Place) bool {
	if !r.filter.timesOnly() {
		return false
	}
	r.days = true
	n := len(days)
	for i := range days {
		d := days[i]
		if r.back() {
			d = days[n-1-i]
		}
		from, to := start(d.Day), start(d.Day+1)
		least, most := r.limit(), r.start()
		if !r.back() {
			least, most = most, least
		}
		if to.Compare(least) <= 0 || from.Compare(most) >= 0 {
			continue
		}
		if from.Compare(least) < 0 || to.Compare(most) > 0 && most != persistence.End() {
			*r = Rows{desk: r.desk, filter: r.filter, known: r.known, order: r.order, voids: r.voids, number: r.number, lines: r.lines}
			return false // a bound within a day
		}
		at := from
		if r.back() {
			at = to
		}
		r.marks = append(r.marks, mark{at, r.n})
		r.n += d.Lines
	}
	return true
}

// search is a look through the ledger under way.
type search struct {
	rows    *Rows
	matcher *matcher
	sorter  *sorter // nil in the order of time
	news    func(*Rows)
	under   int // lines since the last mark
}

func (s *search) run(ctx context.Context) error {
	r := s.rows
	way := persistence.Way{From: r.start(), Back: r.back()}
	limit := r.limit()
	for most := linesFirst; ; most = min(4*most, linesAtOnce) {
		if err := ctx.Err(); err != nil {
			return err
		}
		left, done := most, false
		err := r.desk.muster.store.Browse(r.desk.id, func(b *persistence.Browser) error {
			return b.Walk(way, func(u campaign.Update) bool {
				place := persistence.PlaceOf(u)
				if done = r.past(place, limit); done {
					return false
				}
				way.From, way.Past = place, true
				s.look(&u, place)
				left--
				return left > 0
			})
		})
		if err != nil {
			return err
		}
		if done || left > 0 {
			break
		}
		s.tell()
	}
	if s.sorter != nil {
		r.sorted = s.sorter.sorted()
	}
	return ctx.Err()
}

// look takes a line in if the filter chooses it.
func (s *search) look(u *campaign.Update, place persistence.Place) {
	r := s.rows
	r.scanned++
	s.under++
	if !s.matcher.takes(u) {
		return
	}
	if len(r.marks) == 0 || s.under > linesUnderMark {
		r.marks = append(r.marks, mark{place, r.n})
		s.under = 1
	}
	r.n++
	if s.sorter != nil {
		s.sorter.add(u)
	}
}

// tell passes on what there is so far. What is appended to the marks later does
// not change those that are told of.
func (s *search) tell() {
	if s.news == nil {
		return
	}
	so := *s.rows
	if s.sorter != nil {
		so.n = 0
	}
	s.news(&so)
}

// Back calls take with the lines that the filter chooses, newest first, until
// it returns false or ctx ends.
func (d *Desk) Back(ctx context.Context, f Filter, take func(Line) bool) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	seen, enough := 0, false
	var failed error
	look := func(r *Rows) {
		for seen < r.n && !enough && failed == nil {
			var rows []Row
			rows, failed = r.Lines(seen, linesUnderMark)
			for _, row := range rows {
				seen++
				if enough = !take(row.Line); enough {
					stop()
					return
				}
			}
		}
	}
	r, err := d.Rows(ctx, f, Order{}, look)
	if err == nil {
		look(r)
	}
	if enough {
		return nil
	}
	if failed != nil {
		return failed
	}
	return err
}
