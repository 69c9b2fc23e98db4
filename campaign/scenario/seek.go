package scenario

import (
	"math"
	"time"

	"muster/campaign"
)

// UsualChance is the chance that is asked for unless another is.
const UsualChance = 0.8

// Way is what it would take for a threshold to be reached by its deadline with
// a given chance: either of the two.
type Way struct {
	Chance    float64 // asked for
	Enough    bool    // the chance is there as it is
	Growth    float64 // times the pledges of every day; 1 if that is enough
	HasGrowth bool    // whether growth alone would do
	PerWeek   float64 // pledges more a week, from now on; 0 if that is enough
}

// Seek returns what it would take for a threshold of an outcome of this basis
// to have a chance, and whether that can be said: it needs a chance as it is.
// The growth is counted from the scenario's own day on, or at once, in place of
// the scenario's. Both answers are found by halving, on the same futures, to
// one part in a thousand and never too low.
func (b Basis) Seek(o Outcome, t Threshold, chance float64) (Way, bool) {
	if !t.HasChance {
		return Way{}, false
	}
	w := Way{Chance: chance, Growth: max(1, o.Scenario.Growth.Times), Enough: t.Chance >= chance, HasGrowth: true}
	if w.Enough {
		return w, true
	}
	days := t.By.Sub(b.Futures.Origin()).Hours() / 24
	if days <= 0 {
		return Way{}, false
	}
	reached := b.reacher(o.Scenario, t, days)
	w.Growth, w.HasGrowth = least(w.Growth, campaign.MaxTimes, func(times float64) bool {
		return reached(func(c *change) { c.times = times }) >= chance
	})
	// So many a day reach the target even if nobody else comes.
	most := t.Short / days * 7 * 1.001
	w.PerWeek, _ = least(most/1e6, most, func(perWeek float64) bool {
		return reached(func(c *change) { c.daily = perWeek / 7 }) >= chance
	})
	return w, true
}

// reacher returns a function that says in which part of the futures the target
// is reached by its deadline, so many days ahead, with one more thing changed.
// No future falls, so the total at the deadline decides.
func (b Basis) reacher(s campaign.Scenario, t Threshold, days float64) func(also func(*change)) float64 {
	c := b.change(s)
	c.until(*b.Futures, b.Futures.Origin().Add(time.Duration(math.Ceil(days)*24)*time.Hour))
	room := make([]float64, c.days+1)
	last := max(int(math.Ceil(days)), 1)
	return func(also func(*change)) float64 {
		changed, j, reached := c, 0, 0
		also(&changed)
		b.Futures.Each(func(path []float64) {
			copy(room, path)
			changed.apply(j, room)
			j++
			if room[last-1]+(days-float64(last-1))*(room[last]-room[last-1]) >= t.Pledges {
				reached++
			}
		})
		return float64(reached) / float64(j)
	}
}

// least returns the smallest value for which something holds, to one part in a
// thousand, and whether it holds for the largest. What holds for a value holds
// for those above.
func least(low, high float64, holds func(float64) bool) (float64, bool) {
	if !holds(high) {
		return 0, false
	}
	for high/low > 1.001 {
		middle := math.Sqrt(low * high)
		if holds(middle) {
			high = middle
		} else {
			low = middle
		}
	}
	return high, true
}

// Grown returns a scenario with the growth that a way asks for in place of its own.
func (w Way) Grown(s campaign.Scenario) campaign.Scenario {
	if w.HasGrowth {
		s.Growth.Times = w.Growth
	}
	return s
}
