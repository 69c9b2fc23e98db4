// Package figure draws charts as scenes that look the same on every surface:
// the window, paper, SVG and PNG. A scene is made from plain data and a style,
// and drawn at whatever size the surface has.
package figure

import (
	"math"
	"slices"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// Trend is what a trend chart shows: a total over time, the levels it is
// measured against, and the days that matter. Zero fields are left out.
type Trend struct {
	Days       []campaign.DayTotal // total at the end of each day, in order of day; days may be missing
	AsOf       campaign.Day        // the total is carried on to this day
	AsOfName   string              // name of that day on the chart, such as "today"; none if empty
	Opens      campaign.Day
	Deadline   campaign.Day
	Event      campaign.Day
	Levels     []Level
	Moments    []Moment  // and activities
	Fan        []Band    // widest first
	Median     []float64 // one a day of the first band; may be left out
	Scale      Scale
	From, Till campaign.Day        // shows only these days; 0 for what the data call for
	Name       string              // of what is counted, where a day is read; Pledges if empty
	Came       []campaign.DayTotal // what was counted after AsOf, where that is known

	forecast *app.Forecast // that the fan is of
	view     View
}

// Level is a target on the total: a dashed line with its name.
type Level struct {
	Name   string
	Target float64
	Held   bool // the total is at the target now
}

// Moment is a dated event that is marked below the base.
type Moment struct {
	Day  campaign.Day
	Kind campaign.MomentKind // or Activity
	Name string
}

// Activity is the kind of mark of what the team does to gain pledges.
const Activity campaign.MomentKind = "activity"

// Band is a range of totals on days to come, such as the one that holds 8
// times in 10.
type Band struct {
	Name      string // how often it holds, such as "8 in 10"; may be empty
	Days      []campaign.Day
	Low, High []float64 // one a day
}

// Scale is how totals are laid out.
type Scale uint8

// Auto is Log while the nearest level above the present total lies more than
// 20 times above it, and Linear otherwise.
const (
	Auto Scale = iota
	Linear
	Log
)

// farLevel is how many times above the total a level may lie before a linear
// chart would press the line flat onto its base.
const farLevel = 20

// Empty reports whether there is no total to draw.
func (t Trend) Empty() bool { return len(t.Days) == 0 }

// Latest returns the last total, 0 if there is none.
func (t Trend) Latest() int64 {
	if t.Empty() {
		return 0
	}
	return t.Days[len(t.Days)-1].Total
}

// around returns the counts of a span of days, with the last one before and the
// first one after it.
func (t Trend) around(first, last campaign.Day) []campaign.DayTotal {
	place := func(d campaign.DayTotal, day campaign.Day) int { return int(d.Day - day) }
	from, _ := slices.BinarySearchFunc(t.Days, first, place)
	till, _ := slices.BinarySearchFunc(t.Days, last+1, place)
	return t.Days[max(0, from-1):min(len(t.Days), till+1)]
}

// name returns what is counted.
func (t Trend) name() string {
	if t.Name == "" {
		return say.Text("Pledges")
	}
	return t.Name
}

// Sentence says what the chart shows to those who do not see it.
func (t Trend) Sentence() string {
	if t.Empty() {
		return say.Text("Nothing is counted yet.")
	}
	days := t.Days
	said := say.Text("%s: %s on %s, %s on %s.", t.name(), phrase.Count(days[0].Total), phrase.Day(days[0].Day), phrase.Count(t.Latest()), phrase.Day(t.End()))
	if next, ok := t.next(); ok {
		said += " " + say.Text("Next: %s, %s.", next.Name, phrase.Whole(next.Target))
	}
	return said
}

// On returns the total at the end of a day, and whether it is known: it is
// from the first day on until End.
func (t Trend) On(day campaign.Day) (int64, bool) {
	i, found := slices.BinarySearchFunc(t.Days, day, func(d campaign.DayTotal, day campaign.Day) int { return int(d.Day - day) })
	if !found {
		i--
	}
	if i < 0 || day > t.End() {
		return 0, false
	}
	return t.Days[i].Total, true
}

// End returns the day up to which the line goes: AsOf, or the last count if
// there has been none for so long that what came before would not be seen.
func (t Trend) End() campaign.Day {
	if t.Empty() {
		return t.AsOf
	}
	first, last := t.Days[0].Day, t.Days[len(t.Days)-1].Day
	if counted := last - first; t.AsOf-last > max(counted, 180) && counted > 0 {
		return last
	}
	return max(t.AsOf, last)
}

// Quiet reports whether the line ends before AsOf. The chart says so.
func (t Trend) Quiet() bool { return t.End() < t.AsOf }

// Chosen returns the scale that is drawn: Linear or Log.
func (t Trend) Chosen() Scale {
	if t.Scale != Auto {
		return t.Scale
	}
	latest := float64(t.Latest())
	if next, ok := t.next(); ok && latest > 0 && next.Target > farLevel*latest {
		return Log
	}
	return Linear
}

// next returns the nearest level above the total.
func (t Trend) next() (Level, bool) {
	next := Level{Target: math.Inf(1)}
	for _, l := range t.Levels {
		if l.Target > float64(t.Latest()) && l.Target < next.Target {
			next = l
		}
	}
	return next, !math.IsInf(next.Target, 1)
}

// span returns the first and the last day that the chart shows.
func (t Trend) span() (first, last campaign.Day) {
	first, last = t.End(), t.End()
	if !t.Empty() {
		first = t.Days[0].Day
	}
	so := last - first
	if t.Opens.IsSet() && t.Opens < first && first-t.Opens <= max(so, 2*365) {
		first = t.Opens
	}
	for _, b := range t.Fan {
		last = max(last, b.Days[len(b.Days)-1])
	}
	ahead := max(3*(last-first), 180) // a day too far off would press the line against the left edge
	for _, day := range []campaign.Day{t.Deadline, t.Event} {
		if day > last && day-t.End() <= ahead && !t.Quiet() {
			last = day
		}
	}
	first = t.lead(first, last)
	if t.From.IsSet() {
		first = t.From
	}
	if t.Till.IsSet() {
		last = t.Till
	}
	if last <= first {
		return first - 3, first + 3 // room around a single day
	}
	return first, last
}

// lead returns the day of the first moment that lies not long before the first
// day: what came before the count may have moved it.
func (t Trend) lead(first, last campaign.Day) campaign.Day {
	lead := first
	for _, m := range t.Moments {
		if first-m.Day <= (last-first)/5 {
			lead = min(lead, m.Day)
		}
	}
	return lead
}
