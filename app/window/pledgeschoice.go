package window

import (
	"muster/app"
	"muster/campaign"
)

// ledgerChoice is which lines of the ledger are chosen: spans of them, however
// many, and the one that the keyboard is at.
type ledgerChoice struct {
	lines   *ledgerLines
	spans   app.Spans
	all     bool // that match, those that come in too
	current int  // -1 for none
	anchor  int  // where a reach begins
	known   map[int]campaign.Update
	changed func()
}

func newLedgerChoice(lines *ledgerLines, changed func()) *ledgerChoice {
	return &ledgerChoice{lines: lines, current: -1, changed: changed}
}

func (c *ledgerChoice) len() int       { return c.spans.Len() }
func (c *ledgerChoice) has(i int) bool { return c.spans.Has(i) }

// only chooses a line and no other.
func (c *ledgerChoice) only(i int) {
	c.current, c.anchor = i, i
	c.set(app.Spans{{From: i, To: i + 1}})
}

// move goes to a line without choosing it.
func (c *ledgerChoice) move(i int) {
	c.current, c.anchor = i, i
	c.set(c.spans)
}

// toggle takes a line in or out.
func (c *ledgerChoice) toggle(i int) {
	c.current, c.anchor = i, i
	span := app.Span{From: i, To: i + 1}
	if c.has(i) {
		c.set(c.spans.Without(span))
	} else {
		c.set(c.spans.With(span))
	}
}

// reach chooses all lines from the anchor to one, and no others.
func (c *ledgerChoice) reach(i int) {
	if c.current < 0 {
		c.anchor = i
	}
	c.current = i
	c.set(app.Spans{{From: min(i, c.anchor), To: max(i, c.anchor) + 1}})
}

// everything chooses all lines that the filter chooses.
func (c *ledgerChoice) everything() {
	c.set(app.Spans(nil).With(app.Span{To: c.lines.len()}))
	c.all = len(c.spans) > 0
}

// none chooses nothing, and forgets where the keyboard was.
func (c *ledgerChoice) none() {
	c.current, c.anchor = -1, 0
	c.set(nil)
}

// set changes what is chosen, and notes which lines stand at its ends: when
// others come in, it is by these that it is found again.
func (c *ledgerChoice) set(spans app.Spans) {
	c.spans, c.all = spans, false
	known := map[int]campaign.Update{}
	note := func(i int) {
		if line, ok := c.lines.at(i); ok {
			known[i] = line.Update
		} else if u, ok := c.known[i]; ok {
			known[i] = u
		}
	}
	note(c.current)
	for _, span := range spans[:min(len(spans), spansFollowed)] {
		note(span.From)
		note(span.To - 1)
	}
	c.known = known
	c.changed()
}

// spansFollowed is how many spans are found again when lines come in.
const spansFollowed = 500

// found is what is chosen, and where the keyboard is, among other rows.
type found struct {
	spans           app.Spans
	current, anchor int
}

// in finds what was chosen among other rows; same says that they come of the
// same question. A span that other lines came into is let go: nobody has seen
// what it holds now. It may be called on any goroutine.
func (f follower) in(rows *app.Rows, same bool) (found, error) {
	at := map[int]int{}
	for i, u := range f.known {
		now, ok, err := rows.Index(u)
		if err != nil {
			return found{}, err
		}
		if ok {
			at[i] = now
		}
	}
	so := found{current: -1}
	if now, ok := at[f.current]; ok {
		so.current, so.anchor = now, now
	}
	if f.all && same {
		so.spans = so.spans.With(app.Span{To: rows.Len()})
		return so, nil
	}
	for _, span := range f.spans {
		from, begins := at[span.From]
		last, ends := at[span.To-1]
		if begins && ends && last-from == span.Len()-1 {
			so.spans = so.spans.With(app.Span{From: from, To: last + 1})
		}
	}
	return so, nil
}

// follower is a copy of what is chosen, to be found among other rows.
type follower struct {
	spans   app.Spans
	all     bool
	current int
	known   map[int]campaign.Update
	above   *campaign.Update // the first line that is seen, if it is to stay there
}

func (c *ledgerChoice) follower() follower {
	return follower{spans: c.spans, all: c.all, current: c.current, known: c.known}
}

// take takes what was found.
func (c *ledgerChoice) take(f found, all bool) {
	c.current, c.anchor, c.known = f.current, f.anchor, nil
	c.set(f.spans)
	c.all = all && len(f.spans) > 0
}
