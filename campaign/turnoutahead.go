package campaign

import (
	"math"
	"math/rand/v2"
)

// TurnoutAhead is how many people may be there of pledges that are still to
// come in.
type TurnoutAhead struct {
	Expected Quantiles // people
	Chance   float64   // of meeting the need, from 0 to 1; 0 if there is none
}

// TurnoutAhead works out who may come if the pledges are one of the totals, all
// equally likely, in the mix of tiers of today's. If all of them are today's
// total it is Turnout. With no pledges yet, all are taken to be of the first
// tier.
func (c Campaign) TurnoutAhead(byTier []Total, totals []float64) TurnoutAhead {
	t := c.likelyTurnout(byTier)
	if t.Pledges == 0 {
		t = c.likelyTurnout([]Total{{Total: 1}})
	}
	crowd := newCrowd(t.Tiers, t.WalkOns)
	trusted := make([]float64, len(totals))
	for i, total := range totals {
		trusted[i] = crowd.trusted(total / float64(t.Pledges))
	}
	most := make([]float64, Draws)
	for _, tier := range crowd.tiers {
		show := tier.Show.within(0, 1)
		crowd.hand = crowd.sampler.hand(crowd.hand)
		for i, z := range crowd.hand {
			at := i * len(totals) / Draws // luck and rates are shuffled, so neighbours may share a total
			if float64(tier.JoinsAt) > trusted[at] {
				continue
			}
			n := totals[at] * float64(tier.Pledges) / float64(t.Pledges)
			p := tier.comes(show.at(z))
			variance := n * p * (1 - p)
			most[i] += n
			crowd.mean[i] += n * p
			crowd.spread[i] += variance
			crowd.skew[i] += variance * (1 - 2*p)
		}
	}
	return t.ahead(crowd, most)
}

func (t Turnout) ahead(crowd *crowd, most []float64) TurnoutAhead {
	people, meet := make([]float64, Draws), 0
	for i := range people {
		come := math.Round(crowd.mean[i] + crowd.luck[i]*math.Sqrt(crowd.spread[i]) + crowd.shift(i))
		people[i] = min(max(come, 0), most[i]) + crowd.walkOns[i]
		if people[i] >= float64(t.Need) {
			meet++
		}
	}
	var out TurnoutAhead
	if t.Need > 0 {
		out.Chance = float64(meet) / Draws
	}
	for p, q := range map[float64]*float64{0.1: &out.Expected.P10, 0.5: &out.Expected.P50, 0.9: &out.Expected.P90} {
		*q = nth(people, rank(p, len(people)))
	}
	return out
}

// trusted returns the greatest consistent number of pledges if there are so
// many times today's: see Cascade.
func (c *crowd) trusted(times float64) float64 {
	after := 0.0
	for _, t := range c.tiers {
		after += float64(t.Pledges) * times
	}
	for i := len(c.tiers) - 1; i >= 0; i-- {
		if float64(c.tiers[i].JoinsAt) <= after+1e-6 {
			return after + 1e-6
		}
		after -= float64(c.tiers[i].Pledges) * times
	}
	return 0
}

// Sample returns n equally likely values of r, none below 0, dealt in an order
// that the seed decides.
func (r Range) Sample(n int, seed uint64) []float64 {
	d, z := r.within(0, math.Inf(1)), scores()
	values := make([]float64, n)
	for i := range values {
		values[i] = d.at(z[(2*i+1)*Draws/(2*n)])
	}
	deal := rand.New(rand.NewPCG(seed, 1))
	deal.Shuffle(n, func(i, j int) { values[i], values[j] = values[j], values[i] })
	return values
}
