package campaign

import (
	"math"
	"slices"
)

// Turnout is how many people may be there, worked out from the pledges, with
// its uncertainty.
type Turnout struct {
	Pledges int64         // in all tiers
	Tiers   []TierTurnout // the plan's in its order, then others that have pledges
	Cascade Cascade       // of conditional pledges; Trusted of them are counted below
	WalkOns Range

	Likely    float64   // from the likely rates alone; the figure of thresholds on turnout
	Expected  Quantiles // people
	Histogram Histogram

	Need       int64   // people; 0 if not set
	Chance     float64 // of meeting the need, from 0 to 1; 0 if there is none
	Confidence float64 // how sure the team wants to be
	Needed     int64   // pledges, in today's mix of tiers, to be that sure of meeting the need; see Possible
	Possible   bool    // whether there is a need, and a number of pledges that would do

	ConfidenceDefault, WalkOnsDefault bool // not in the plan: see DefaultConfidence, DefaultWalkOns
}

// TierTurnout is the part of one tier. The tier's defaults are filled in.
type TierTurnout struct {
	Tier
	Pledges                   int64   // a total below zero counts as none
	Counted                   int64   // those whose condition is met
	Real                      float64 // of the counted ones, the valid
	Likely                    float64 // of these, who come at the likely rate
	ValidDefault, ShowDefault bool    // not in the plan: see DefaultValid, DefaultShow
}

// comes returns the chance that one pledge becomes a person there, at a given
// show rate.
func (t TierTurnout) comes(show float64) float64 { return t.Valid * show }

// Turnout works out who may come of the pledges of each tier. Simulated with a
// fixed seed, Draws times: in each draw a tier has one show rate for all who
// pledged in it, drawn from its range, each real pledge comes or not besides,
// and walk-ons are drawn from theirs. Pledges with a condition count as in
// Cascade.Trusted.
func (c Campaign) Turnout(byTier []Total) Turnout {
	t := c.likelyTurnout(byTier)
	people, times := t.simulate()
	slices.Sort(people)
	t.Expected = quantiles(people)
	t.Histogram = histogramOf(people)
	if t.Need > 0 {
		t.Chance = atLeast(people, float64(t.Need))
		needed := math.Ceil(times*float64(t.Pledges) - 1e-6)
		t.Needed, t.Possible = int64(min(needed, MaxCount)), needed <= MaxCount
	}
	if t.Need > 0 && t.Pledges == 0 { // there is no mix yet: one pledge of the first tier stands for all
		one := c.Turnout([]Total{{Total: 1}})
		t.Needed, t.Possible = one.Needed, one.Possible
	}
	return t
}

// simulate returns how many people come, by draw, and how many times today's
// pledges would meet the need at the turnout's confidence: of all the steps of
// the cascade that more pledges could bring about, by trust in the count, the
// one that takes the fewest.
func (t Turnout) simulate() (people []float64, times float64) {
	crowd := newCrowd(t.Tiers, t.WalkOns)
	if times = math.Inf(1); t.Cascade.Trusted == 0 {
		people = crowd.people()
	}
	for _, step := range t.Cascade.Steps {
		crowd.joinUpTo(step.JoinsAt)
		if step.After() == t.Cascade.Trusted {
			people = crowd.people()
		}
		joins := float64(step.JoinsAt) / float64(step.After())
		if t.Need > 0 && joins < times {
			times = min(times, max(joins, crowd.timesNeeded(float64(t.Need), t.Confidence)))
		}
	}
	return people, times
}

// Cascade works out what the conditional pledges of each tier do to each other.
func (c Campaign) Cascade(byTier []Total) Cascade { return c.likelyTurnout(byTier).Cascade }

// likelyTurnout is the part of a turnout that needs no simulation.
func (c Campaign) likelyTurnout(byTier []Total) Turnout {
	t := Turnout{Need: c.Need, WalkOns: c.WalkOns, WalkOnsDefault: c.WalkOns == Range{}}
	t.Confidence, t.ConfidenceDefault = c.confidence()
	for _, tier := range c.Tiers {
		t.add(tier, 0)
	}
	for _, total := range byTier {
		t.add(c.tier(total.Name), total.Total)
	}
	t.withoutDebts()
	t.Cascade = cascadeOf(t.Tiers)
	t.Likely = t.WalkOns.Likely
	for i := range t.Tiers {
		tier := &t.Tiers[i]
		if tier.JoinsAt <= t.Cascade.Trusted {
			tier.Counted = tier.Pledges
		}
		tier.Real = tier.Valid * float64(tier.Counted)
		tier.Likely = tier.comes(tier.Show.Likely) * float64(tier.Counted)
		t.Likely += tier.Likely
	}
	return t
}

// withoutDebts leaves out tiers that were corrected to below zero: nobody is
// fewer than nobody. What is corrected without naming a tier comes off the
// first one, whose pledges those are.
func (t *Turnout) withoutDebts() {
	t.Pledges = 0
	for i := range t.Tiers {
		t.Tiers[i].Pledges = max(0, t.Tiers[i].Pledges)
		t.Pledges += t.Tiers[i].Pledges
	}
}

// add counts pledges of a tier.
func (t *Turnout) add(tier Tier, pledges int64) {
	t.Pledges += pledges
	for i := range t.Tiers {
		if t.Tiers[i].Name == tier.Name {
			t.Tiers[i].Pledges += pledges
			return
		}
	}
	added := TierTurnout{Pledges: pledges}
	added.Tier, added.ValidDefault, added.ShowDefault = tier.likelihood()
	t.Tiers = append(t.Tiers, added)
}
