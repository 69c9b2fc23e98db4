package window

import (
	"slices"

	"muster/app"
	"muster/campaign"
)

const (
	linesAtATime = 128 // in a block: read together
	linesKept    = 8   // blocks
)

// ledgerLines holds the lines of a ledger around those that are looked at. One
// block is read at a time, and of several that are wanted the last one: what
// was scrolled past meanwhile is not read at all.
type ledgerLines struct {
	threads threads
	rows    *app.Rows         // nil before the first reading
	blocks  map[int][]app.Row // by number of block
	order   []int             // of the blocks, the one looked at last at the end
	news    func(error)       // lines have come, or cannot
	wanted  [2]int            // lines from and to, looked at last
	reading bool
	inside  bool // of a call of ready, which says itself what has come
}

func newLedgerLines(t threads, news func(error)) *ledgerLines {
	return &ledgerLines{threads: t, news: news, blocks: map[int][]app.Row{}}
}

// take changes to other rows, some of which have been read: those from the
// given block on.
func (l *ledgerLines) take(rows *app.Rows, block int, read []app.Row) {
	l.rows, l.order = rows, nil
	l.blocks = map[int][]app.Row{}
	for ; len(read) > 0; block++ {
		n := min(linesAtATime, len(read))
		l.keep(block, read[:n])
		read = read[n:]
	}
}

// grow changes to rows that begin as those that are there. A block that was not
// full may be by now.
func (l *ledgerLines) grow(rows *app.Rows) {
	l.rows = rows
	for block, lines := range l.blocks {
		if len(lines) < linesAtATime {
			delete(l.blocks, block)
			l.order = slices.DeleteFunc(l.order, func(b int) bool { return b == block })
		}
	}
}

// len returns how many lines there are.
func (l *ledgerLines) len() int {
	if l.rows == nil {
		return 0
	}
	return l.rows.Len()
}

// at returns the i-th line, if it has been read.
func (l *ledgerLines) at(i int) (app.Row, bool) {
	lines := l.blocks[i/linesAtATime]
	if at := i % linesAtATime; i >= 0 && at < len(lines) {
		return lines[at], true
	}
	return app.Row{}, false
}

// ready reports whether the lines from one up to another have been read. If
// not, they are asked for, and news is called when they are there.
func (l *ledgerLines) ready(from, to int) bool {
	from, to = max(0, from), min(to, l.len())
	l.wanted = [2]int{from, to}
	l.inside = true
	l.ask()
	l.inside = false
	return l.missing() < 0
}

// missing returns the first block that is wanted and not there, or -1.
func (l *ledgerLines) missing() int {
	for block := l.wanted[0] / linesAtATime; block*linesAtATime < l.wanted[1]; block++ {
		if _, ok := l.blocks[block]; !ok {
			return block
		}
	}
	return -1
}

// ask reads a block that is wanted, away from the window's goroutine.
func (l *ledgerLines) ask() {
	block := l.missing()
	if block < 0 || l.reading || l.rows == nil {
		return
	}
	l.reading = true
	from := l.rows
	l.threads.away(func() {
		read, err := from.Lines(block*linesAtATime, linesAtATime)
		l.threads.ui(func() {
			l.reading = false
			if l.rows == from && err == nil {
				l.keep(block, read)
			}
			if err == nil {
				l.ask()
			}
			if !l.inside {
				l.news(err)
			}
		})
	})
}

// keep holds a block, and lets go of the oldest when there are many.
func (l *ledgerLines) keep(block int, lines []app.Row) {
	l.blocks[block] = lines
	l.order = append(l.order, block)
	if len(l.order) > linesKept {
		delete(l.blocks, l.order[0])
		l.order = l.order[1:]
	}
}

// cellOf returns where a line counts; a void counts where its target did.
func cellOf(row app.Row) campaign.Cell {
	if row.Kind == campaign.Void {
		return row.Target.Cell
	}
	return row.Cell
}
