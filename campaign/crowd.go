package campaign

import (
	"cmp"
	"math"
	"slices"
	"sort"
)

// crowd is a simulation of who comes. People come or not independently of each
// other once the show rates are drawn, so their number is nearly normal; with
// the third moment as well (Cornish and Fisher, 1937) it is near enough for a
// handful of people. All that a draw needs is then how these moments grow with
// the number of pledges, and so every question of "how many pledges would do"
// is answered by the same draws.
type crowd struct {
	tiers   []TierTurnout // that have pledges, by the number they join at
	joined  int           // how many of them have joined
	most    float64       // pledges that have joined: no more people can come of them
	sampler sampler
	hand    []float64

	mean, spread, skew []float64 // by draw: of those who come of the pledges
	luck               []float64 // by draw: the score of how many come, given the rates
	walkOns            []float64 // by draw
}

// newCrowd prepares the draws. Nobody has joined yet.
func newCrowd(tiers []TierTurnout, walkOns Range) *crowd {
	c := &crowd{sampler: newSampler()}
	for _, t := range tiers {
		if t.Pledges > 0 {
			c.tiers = append(c.tiers, t)
		}
	}
	slices.SortStableFunc(c.tiers, func(a, b TierTurnout) int { return cmp.Compare(a.JoinsAt, b.JoinsAt) })
	room := make([]float64, 5*Draws)
	for i, part := range []*[]float64{&c.mean, &c.spread, &c.skew, &c.luck, &c.walkOns} {
		*part = room[i*Draws : (i+1)*Draws : (i+1)*Draws]
	}
	c.sampler.hand(c.luck)
	if walkOns != (Range{}) {
		d := walkOns.within(0, math.Inf(1))
		for i, z := range c.sampler.hand(c.walkOns) {
			c.walkOns[i] = math.Round(d.at(z))
		}
	}
	return c
}

// joinUpTo lets the tiers join that do so at a number up to expected.
func (c *crowd) joinUpTo(expected int64) {
	for ; c.joined < len(c.tiers) && c.tiers[c.joined].JoinsAt <= expected; c.joined++ {
		t := c.tiers[c.joined]
		n, show := float64(t.Pledges), t.Show.within(0, 1)
		c.most += n
		c.hand = c.sampler.hand(c.hand)
		for i, z := range c.hand {
			p := t.comes(show.at(z))
			variance := n * p * (1 - p)
			c.mean[i] += n * p
			c.spread[i] += variance
			c.skew[i] += variance * (1 - 2*p)
		}
	}
}

// shift is the Cornish-Fisher correction of one draw: by how many people the
// skewness of their number moves it. It does not depend on how many pledges
// there are.
func (c *crowd) shift(i int) float64 {
	if c.spread[i] == 0 {
		return 0
	}
	return c.skew[i] / c.spread[i] * (c.luck[i]*c.luck[i] - 1) / 6
}

// people returns how many come, by draw.
func (c *crowd) people() []float64 {
	all := make([]float64, Draws)
	for i := range all {
		come := math.Round(c.mean[i] + c.luck[i]*math.Sqrt(c.spread[i]) + c.shift(i))
		all[i] = min(max(come, 0), c.most) + c.walkOns[i]
	}
	return all
}

// timesNeeded returns how many times today's pledges it takes that at least
// need people come in at least the fraction confidence of the draws. In each
// draw that is the root of a quadratic equation.
func (c *crowd) timesNeeded(need, confidence float64) float64 {
	times := make([]float64, Draws)
	for i := range times {
		missing := need - 0.5 - c.walkOns[i] - c.shift(i) // people come whole
		switch {
		case need <= c.walkOns[i]:
		case c.mean[i] == 0:
			times[i] = math.Inf(1)
		default:
			b := c.luck[i] * math.Sqrt(c.spread[i])
			root := (math.Sqrt(b*b+4*c.mean[i]*max(0, missing)) - b) / (2 * c.mean[i])
			times[i] = max(root*root, (need-c.walkOns[i])/c.most)
		}
	}
	return nth(times, rank(confidence, len(times)))
}

// atLeast returns the fraction of the values, which are in order, that reach
// the target.
func atLeast(sorted []float64, target float64) float64 {
	return 1 - float64(sort.SearchFloat64s(sorted, target))/float64(len(sorted))
}
