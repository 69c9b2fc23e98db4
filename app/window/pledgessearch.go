package window

import (
	"context"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
)

// ledgerSearch is a reading of the ledger: which one, and how to leave it.
type ledgerSearch struct {
	stop   func() // the wait for more typing
	cancel func() // the reading under way
	asked  int    // readings so far
	done   int    // the last one that is finished
	filter app.Filter
	order  app.Order
	shown  app.Filter // what the lines on the screen were looked for with
	sorted app.Order
	part   bool // only some have been found yet
}

// reading reports whether lines are being looked for.
func (l *ledger) reading() bool { return l.search.done != l.search.asked }

// read looks for the lines that go with the filter. What is shown stays until
// there are some; of several readings the last one counts.
func (l *ledger) read() {
	s := &l.search
	s.stop()
	desk := l.w.desk
	if desk == nil {
		l.taken()
		return
	}
	s.cancel()
	s.asked++
	asked := s.asked
	s.filter, s.order = l.filter.filter(l.w.snapshot.Lines()), l.head.order
	filter, order := s.filter, s.order
	was, same := l.choice.follower(), filter == s.shown && order == s.sorted
	top := int(l.list.top)
	s.part = false
	if above, ok := l.lines.at(top); ok && same && top > 0 {
		was.above = &above.Update
	}
	if !same {
		top = 0
	}
	if l.lines.rows == nil {
		l.state.loading()
	}
	var got reading
	var failed error
	s.cancel = l.w.work(func(ctx context.Context) error {
		rows, err := desk.Rows(ctx, filter, order, l.progress(asked, same))
		if err == nil {
			got, err = lookAtRows(rows, top, was, same)
		}
		failed = err
		return ctx.Err() // what failed is said in place of the lines
	}, func(err error) {
		switch {
		case err != nil || asked != s.asked || desk != l.w.desk:
		case failed != nil:
			s.done = asked
			l.state.failed(failed)
			l.arrange()
		default:
			s.done = asked
			if s.part {
				l.grow(got.rows)
			} else {
				l.take(got, same)
			}
			l.taken()
		}
	})
	if s.done != asked {
		l.arrange()
	}
}

// reading is what was found, with the lines that are seen first.
type reading struct {
	rows   *app.Rows
	top    int // the first line that is seen
	down   int // by so many lines what was seen has moved
	block  int // of the first that were read
	seen   []app.Row
	chosen found
}

// lookAtRows reads the lines that are to be seen of some rows, and finds there what
// was chosen before. If the question is the same, what stood on top stays there.
func lookAtRows(rows *app.Rows, top int, was follower, same bool) (reading, error) {
	got := reading{rows: rows, top: min(top, max(0, rows.Len()-1))}
	var err error
	if got.chosen, err = was.in(rows, same); err != nil {
		return got, err
	}
	if was.above != nil {
		if now, ok, err := rows.Index(*was.above); err != nil {
			return got, err
		} else if ok {
			got.top, got.down = now, now-top
		}
	}
	got.block = got.top / linesAtATime
	got.seen, err = rows.Lines(got.block*linesAtATime, 2*linesAtATime)
	return got, err
}

// progress returns what tells of a search under way: how far it is, and what
// there is so far. Where the same question is asked again, what is shown is as
// good until the end.
func (l *ledger) progress(asked int, same bool) func(*app.Rows) {
	s := &l.search
	told := false
	return func(rows *app.Rows) {
		var got reading
		if !same && !told && rows.Len() > 0 {
			told = true
			var err error
			if got, err = lookAtRows(rows, 0, follower{current: -1}, false); err != nil {
				return // the search itself will say it
			}
		}
		l.w.threads.ui(func() {
			switch {
			case asked != s.asked || s.done == asked:
				return
			case got.rows != nil:
				s.part = true
				l.take(got, false)
			case s.part:
				l.grow(rows)
			}
			l.entitle(searching(rows, s.order))
		})
	}
}

// grow shows more of what a search found: further lines below those that are
// there.
func (l *ledger) grow(rows *app.Rows) {
	l.lines.grow(rows)
	if l.choice.all {
		l.choice.everything()
	}
	l.list.bar.place()
	l.list.follow()
}

// take shows what was found in place of what was there.
func (l *ledger) take(got reading, same bool) {
	s, all := &l.search, l.choice.all && same
	s.shown, s.sorted = s.filter, s.order
	l.lines.take(got.rows, got.block, got.seen)
	if same {
		l.list.top += float64(got.down)
	} else {
		l.list.top = 0
	}
	l.state.Hide()
	l.choice.take(got.chosen, all)
	l.list.again()
}

// taken says what there is now.
func (l *ledger) taken() {
	n := l.lines.len()
	switch {
	case l.filter.set():
		l.entitle(say.Count("Ledger · %s lines found", int64(n), phrase.Count(int64(n))))
	default:
		l.entitle(say.Count("Ledger · %s lines", int64(n), phrase.Count(int64(n))))
	}
	l.state.settle(n, l.filter.set())
	l.arrange()
}

// searching says how far a search is.
func searching(rows *app.Rows, order app.Order) string {
	looked, of := rows.Looked()
	if order.By != app.ByTime {
		return say.Text("Ledger · sorting, %s of %s lines", phrase.Count(int64(looked)), phrase.Count(int64(of)))
	}
	return say.Text("Ledger · %s found in %s of %s lines", phrase.Count(int64(rows.Len())), phrase.Count(int64(looked)), phrase.Count(int64(of)))
}
