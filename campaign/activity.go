package campaign

import (
	"fmt"
	"slices"
)

// Activity is something the team plans to do to gain pledges. Pledges of its
// source from its first day to its last are put down to it.
type Activity struct {
	Name   string
	Date   Day // the first day
	Until  Day // the last day; 0 for a week, or until the next one of its source
	Owner  string
	Source string // where its pledges are entered under
	Track  string // one of the campaign's; empty if none
	Cost   float64
	Expect Range // pledges
}

// usualWindow is how many days an activity without a last day has.
const usualWindow = 7

// ActivityYield is what an activity brought, up to a moment.
type ActivityYield struct {
	Activity
	Last   Day   // whose pledges are put down to it
	Actual int64 // pledges gained; 0 if it has no source
	Over   bool  // the last day is past
}

// CostPerPledge returns what a pledge cost, and whether any was gained.
func (y ActivityYield) CostPerPledge() (float64, bool) {
	if y.Actual <= 0 {
		return 0, false
	}
	return y.Cost / float64(y.Actual), true
}

// window returns the last day whose pledges are put down to the i-th activity:
// the day it gives, or a week from its first, cut short where another activity
// of the same source begins, so that no pledge is counted for two of them.
func (c Campaign) window(i int) Day {
	a := c.Activities[i]
	if a.Until.IsSet() {
		return a.Until
	}
	last := a.Date + usualWindow - 1
	for _, other := range c.Activities {
		if other.Source == a.Source && other.Date > a.Date {
			last = min(last, other.Date-1)
		}
	}
	return last
}

// yields works out what the plan's activities brought up to the end of a tally
// whose last day is today.
func (t *Tally) yields(c Campaign, today Day) []ActivityYield {
	var yields []ActivityYield
	for i, a := range c.Activities {
		y := ActivityYield{Activity: a, Last: c.window(i)}
		y.Over = y.Last < today
		if of, ok := t.parts(Pledges, BySource)[a.Source]; ok && a.Source != "" {
			y.Actual = of.change(a.Date, y.Last)
		}
		yields = append(yields, y)
	}
	return yields
}

// Planned is what the activities still to come are expected to bring, against
// what is missing.
type Planned struct {
	Activities int
	Expect     Quantiles // pledges, all together
	Cost       float64
	Short      float64 // what is missing now
	Left       float64 // what would be missing still, at the likely yield; at least 0
}

// Planned sums up the activities that begin on a day or later, against a gap.
func (c Campaign) Planned(from Day, gap Gap) Planned {
	p := Planned{Short: gap.Short}
	var expected []Range
	for _, a := range c.Activities {
		if a.Date >= from {
			p.Activities++
			p.Cost += a.Cost
			expected = append(expected, a.Expect)
		}
	}
	p.Expect = SumOf(expected...)
	p.Left = max(0, p.Short-p.Expect.P50)
	return p
}

func (p *Problems) activities(c Campaign) {
	for i, a := range c.Activities {
		path := fmt.Sprintf("activities[%d]", i)
		p.name(path+".name", "activity", a.Name)
		p.text(path+".owner", "owner", a.Owner, MaxNameLen)
		p.text(path+".source", "source", a.Source, MaxNameLen)
		p.track(path, a.Track, c.Tracks)
		p.within(path+".expect", a.Expect, 0, MaxCount)
		if a.Source != "" && len(c.Sources) > 0 && !slices.Contains(c.Sources, a.Source) {
			p.add(path+".source", "there is no source %q: the plan's sources are %s", a.Source, listed(c.Sources))
		}
		if !(a.Cost >= 0 && a.Cost <= MaxCount) {
			p.add(path+".cost", "the cost must be 0 or more, not %v", a.Cost)
		}
		switch {
		case !a.Date.IsSet():
			p.add(path+".date", "the activity needs a date")
		case a.Until.IsSet() && a.Until < a.Date:
			p.add(path+".until", "the last day %s is before the first, %s", a.Until, a.Date)
		}
	}
}
