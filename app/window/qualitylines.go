package window

import (
	"strconv"

	"muster/campaign"
)

// bring shows the lines that a flag is about, or those around the days on which
// there are none.
func (l *ledger) bring(f campaign.Flag) {
	from, to, text := f.From, f.To, ""
	switch f.Kind {
	case campaign.FlagGap:
		from, to = from-1, to+1 // the last before and the first after
	case campaign.FlagStaleRegion, campaign.FlagStaleSource:
		from, to = 0, 0
	case campaign.FlagTwice:
		text = strconv.FormatInt(f.Count, 10)
	case campaign.FlagTenfold, campaign.FlagFall:
		if len(f.Updates) == 1 {
			from, to, text = 0, 0, f.Updates[0].ID.String()
		} else if len(f.Updates) > 1 {
			from = campaign.DayOf(f.Updates[0].At, l.filter.from.zone)
		}
	}
	l.filter.empty(l.filter.entries())
	l.filter.open(true)
	l.filter.wanted = true
	l.filter.text.Text, l.filter.region.Text, l.filter.source.Text = text, f.Region, f.Source
	l.filter.from.Text, l.filter.to.Text = from.String(), to.String()
	for _, e := range l.filter.entries() {
		e.Refresh()
	}
	l.read()
}
