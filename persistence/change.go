package persistence

import (
	"time"

	"muster/campaign"
)

// Change is what a write did to a campaign's day sums, for whoever keeps a
// tally of it.
type Change struct {
	Number uint64    // how often the campaign has been written to, this time included
	Added  int       // updates that were new
	Latest time.Time // moment of the ledger's last line
	Days   map[campaign.Day]DaySums
	Voids  *campaign.Voids // nil if they are as they were
}

// DaySums are the sums of the cells that changed on a day, and how many lines
// the ledger has for it.
type DaySums struct {
	Lines int
	Cells map[campaign.Cell]campaign.DaySum
}

// Apply brings a tally that held everything before the change up to date.
func (c Change) Apply(t *campaign.Tally) {
	if c.Voids != nil {
		t.SetVoids(*c.Voids)
	}
	for d, sums := range c.Days {
		for cell, sum := range sums.Cells {
			t.Course(cell).Set(d, sum)
		}
		t.Lines(d, sums.Lines)
	}
	t.Latest(c.Latest)
}
