package window

import (
	"slices"

	"muster/app"
	"muster/campaign"
)

// ledgerLine is a line of the ledger and, for a void, what it takes out.
type ledgerLine struct {
	app.Line
	target campaign.Update
}

// source is where the lines of a list come from.
type source struct {
	desk *app.Desk
	rows *app.Rows
}

const (
	linesAtATime = 128 // in a block: read together
	linesKept    = 8   // blocks
)

// ledgerLines holds the lines of a ledger around those that are looked at.
type ledgerLines struct {
	threads threads
	source  *source
	blocks  map[int][]ledgerLine // by number of block
	asked   map[int]bool
	order   []int  // of the blocks, the oldest first
	news    func() // lines have come
	asking  bool
}

func newLedgerLines(t threads, news func()) *ledgerLines {
	l := &ledgerLines{threads: t, news: news}
	l.take(nil, 0, nil)
	return l
}

// take changes to another source, some lines of which have been read: those
// from the given block on.
func (l *ledgerLines) take(s *source, block int, lines []ledgerLine) {
	l.source, l.order = s, nil
	l.blocks, l.asked = map[int][]ledgerLine{}, map[int]bool{}
	for some := range slices.Chunk(lines, linesAtATime) {
		l.keep(block, some)
		block++
	}
}

// len returns how many lines there are.
func (l *ledgerLines) len() int {
	if l.source == nil {
		return 0
	}
	return l.source.rows.Len()
}

// at returns the i-th line. If it has not been read yet it is asked for, and
// news is called when it is there.
func (l *ledgerLines) at(i int) (ledgerLine, bool) {
	if i < 0 || i >= l.len() {
		return ledgerLine{}, false
	}
	block := i / linesAtATime
	if _, ok := l.blocks[block]; !ok {
		l.ask(block)
	}
	lines := l.blocks[block]
	if at := i % linesAtATime; at < len(lines) {
		return lines[at], true
	}
	return ledgerLine{}, false
}

// ask reads a block away from the window's goroutine.
func (l *ledgerLines) ask(block int) {
	if l.asked[block] {
		return
	}
	l.asked[block] = true
	from := l.source
	l.asking = true
	l.threads.away(func() {
		lines, err := readLines(from.desk, from.rows, block, 1)
		l.threads.ui(func() {
			if l.source != from || err != nil {
				return // another ledger by now; or the next reading says what is wrong
			}
			l.keep(block, lines)
			if !l.asking {
				l.news()
			}
		})
	})
	l.asking = false
}

// keep holds a block, and lets go of the oldest when there are many.
func (l *ledgerLines) keep(block int, lines []ledgerLine) {
	l.blocks[block] = lines
	l.asked[block] = true
	l.order = append(l.order, block)
	if len(l.order) > linesKept {
		delete(l.blocks, l.order[0])
		delete(l.asked, l.order[0])
		l.order = l.order[1:]
	}
}

// readLines reads so many blocks of lines from the given one on.
func readLines(desk *app.Desk, rows *app.Rows, block, blocks int) ([]ledgerLine, error) {
	var lines []ledgerLine
	for i := block * linesAtATime; i < min((block+blocks)*linesAtATime, rows.Len()); i++ {
		line, err := rows.At(i)
		if err != nil {
			return nil, err
		}
		read := ledgerLine{Line: line}
		if line.Kind == campaign.Void {
			read.target, _ = desk.FindUpdate(line.Voids.String()) // one that is not here yet stays unnamed
		}
		lines = append(lines, read)
	}
	return lines, nil
}
