package forecast

import "math"

// Traits are what the model looks at in a history, for so many days ahead.
// All are logarithms of ratios, bounded so that an unusual history cannot push
// a forecast further than the series it was fitted on.
type Traits [NumTraits]float64

// The traits. Week is the growth if the last seven days' rate goes on; Half to
// Age compare other windows with it.
const (
	One       = iota // the constant
	Week             // growth at the rate of the last 7 days
	Half             // last half day against Week; the last day where readings are closer than a day
	Day              // last day against Week
	ThreeWeek        // last 21 days against Week
	Age              // whole history against Week
	Size             // the total
	Gap              // days between the last two readings
	Seen             // the first total against the last: how much of the growth was seen
	AgeSeen          // Age × Seen
	DayLate          // Day × age of the campaign: a good day says less in an old one
	Late             // days ahead beyond the tenth
	NumTraits
)

// lateFrom is the day ahead from which growth may slow.
const lateFrom = 10

// Traits returns what the model looks at in the history, for so many days ahead.
func (h History) Traits(ahead float64) Traits {
	age := max(h.age(), 1)
	week := h.grown(7, ahead)
	against := func(window float64) float64 { return bound(h.grown(window, ahead)-week, -2.5, 2.5) }
	gap := min(max(h.gap(), 0.05), 20)

	var t Traits
	t[One] = 1
	t[Week] = week
	t[Day] = against(1)
	t[Half] = t[Day] + min(gap, 1)*(against(0.5)-t[Day]) // not by half days where night and day would show
	t[ThreeWeek] = against(21)
	t[Age] = against(age)
	t[Size] = bound(math.Log1p(h.Total())-7, -3, 4)
	t[Gap] = math.Log(gap) / 2
	t[Seen] = bound(math.Log1p(h.totals[0])-math.Log1p(h.Total()), -6, 0) / 2
	t[AgeSeen] = t[Age] * t[Seen]
	t[DayLate] = t[Day] * bound(math.Log(age/10), -0.7, 2.5)
	t[Late] = max(math.Log(ahead/lateFrom), 0)
	return t
}

// gap returns the days between the last two readings.
func (h History) gap() float64 {
	n := len(h.days)
	return h.days[n-1] - h.days[n-2]
}

func bound(x, low, high float64) float64 { return min(max(x, low), high) }
