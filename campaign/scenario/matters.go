package scenario

import (
	"cmp"
	"math"
	"slices"

	"muster/campaign"
)

// Kind is what an uncertain assumption is about.
type Kind string

// The kinds of assumption.
const (
	ShowRate Kind = "show rate" // of a tier
	WalkOns  Kind = "walk-ons"
	Pledges  Kind = "pledges" // by the deadline, if what the scenario adds comes out as likely
	Moment   Kind = "moment"
	Activity Kind = "activity"
	Ladder   Kind = "ladder"
)

// Effect is how much one assumption matters: what follows if it comes out low
// or high, and all the others stay as uncertain as they are.
type Effect struct {
	Kind      Kind
	Name      string // of the tier, moment, activity or step; empty for the others
	Low, High float64

	TurnoutLow, TurnoutHigh float64 // people, in the middle of their range
	ChanceLow, ChanceHigh   float64 // of meeting the need; 0 if there is none
}

// spread returns how much the turnout moves, then the chance.
func (e Effect) spread() (turnout, chance float64) {
	return math.Abs(e.TurnoutHigh - e.TurnoutLow), math.Abs(e.ChanceHigh - e.ChanceLow)
}

// Matters returns the uncertain assumptions of an outcome of this basis, those
// that move the turnout most first: each at its 10th and its 90th percentile.
func (b Basis) Matters(o Outcome) []Effect {
	totals := b.totals(o)
	effects := b.ofPlan(o, totals)
	if o.Futures != nil {
		effects = append(effects, b.ofForecast(o))
		effects = append(effects, b.ofFuture(o)...)
	}
	slices.SortStableFunc(effects, func(x, y Effect) int {
		xt, xc := x.spread()
		yt, yc := y.spread()
		return cmp.Or(cmp.Compare(yt, xt), cmp.Compare(yc, xc))
	})
	return effects
}

// of fills in what follows from an assumption.
func (e Effect) of(low, high campaign.TurnoutAhead) Effect {
	e.TurnoutLow, e.TurnoutHigh = low.Expected.P50, high.Expected.P50
	e.ChanceLow, e.ChanceHigh = low.Chance, high.Chance
	return e
}

func (b Basis) turnout(plan campaign.Campaign, totals []float64) campaign.TurnoutAhead {
	return plan.TurnoutAhead(b.ByTier, totals)
}

// ofPlan returns the effects of the show rates and the walk-ons.
func (b Basis) ofPlan(o Outcome, totals []float64) []Effect {
	var effects []Effect
	for i, tier := range o.Today.Tiers {
		if tier.Pledges == 0 && (o.Today.Pledges > 0 || i > 0) {
			continue
		}
		at := func(rate float64) campaign.TurnoutAhead {
			sure := campaign.Tier{Name: tier.Name, Show: exactly(rate)}
			return b.turnout(o.Plan.Under(campaign.Scenario{Tiers: []campaign.Tier{sure}}), totals)
		}
		effects = append(effects, Effect{Kind: ShowRate, Name: tier.Name, Low: tier.Show.Low, High: tier.Show.High}.of(
			at(tier.Show.Low), at(tier.Show.High)))
	}
	if w := o.Plan.WalkOns; w != (campaign.Range{}) {
		at := func(people float64) campaign.TurnoutAhead {
			return b.turnout(o.Plan.Under(campaign.Scenario{WalkOns: exactly(people)}), totals)
		}
		effects = append(effects, Effect{Kind: WalkOns, Low: w.Low, High: w.High}.of(at(w.Low), at(w.High)))
	}
	return effects
}

// ofForecast returns the effect of how the count goes on by itself.
func (b Basis) ofForecast(o Outcome) Effect {
	s := o.Scenario
	s.Moments, s.Activities, s.Ladder = b.Plan.Pushes(s), nil, slices.Clone(s.Ladder)
	for i, p := range s.Moments {
		s.Moments[i].Expect = exactly(p.Expect.Likely)
	}
	for i, rung := range s.Ladder {
		s.Ladder[i].Expect = exactly(rung.Expect.Likely)
	}
	p := b.percentiles(b.Under(s), o.By)
	return Effect{Kind: Pledges, Low: p.P10, High: p.P90}.of(
		b.turnout(o.Plan, []float64{p.P10}), b.turnout(o.Plan, []float64{p.P90}))
}

// ofFuture returns the effects of what the scenario says will happen.
func (b Basis) ofFuture(o Outcome) []Effect {
	var effects []Effect
	swing := func(kind Kind, name string, expect campaign.Range, with func(campaign.Range) campaign.Scenario) {
		at := func(pledges float64) campaign.TurnoutAhead {
			return b.turnout(o.Plan, b.Under(with(exactly(pledges))).Totals(o.By))
		}
		effects = append(effects, Effect{Kind: kind, Name: name, Low: expect.Low, High: expect.High}.of(at(expect.Low), at(expect.High)))
	}
	moments := len(o.Scenario.Moments)
	for i, p := range b.Plan.Pushes(o.Scenario) {
		swing(kindOf(i < moments), p.Name, p.Expect, func(r campaign.Range) campaign.Scenario {
			s := o.Scenario
			if i < moments {
				s.Moments = slices.Clone(s.Moments)
				s.Moments[i].Expect = r
			} else {
				s.Activities = slices.Clone(s.Activities)
				s.Activities[i-moments].Expect = r
			}
			return s
		})
	}
	for i, rung := range o.Scenario.Ladder {
		swing(Ladder, rung.Name, rung.Expect, func(r campaign.Range) campaign.Scenario {
			s := o.Scenario
			s.Ladder = slices.Clone(s.Ladder)
			s.Ladder[i].Expect = r
			return s
		})
	}
	return effects
}

func kindOf(moment bool) Kind {
	if moment {
		return Moment
	}
	return Activity
}

// exactly returns the range of a figure that is certain. Next to nothing stands
// for nothing, which would mean that it is not set.
func exactly(v float64) campaign.Range {
	v = max(v, 1e-9)
	return campaign.Range{Low: v, Likely: v, High: v}
}
