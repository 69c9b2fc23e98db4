// Package scenario answers "what if": it changes the plan and the futures of
// its pledges as a scenario says, and works out what follows, which of its
// assumptions matters most, and what it would take.
//
// All outcomes of one basis come from the same futures and the same draws, so
// that two of them differ by what was changed and not by luck. The package is
// pure: the same basis and scenario give the same outcome.
package scenario

import (
	"time"

	"muster/campaign"
	"muster/campaign/forecast"
)

// Basis is what all scenarios of a comparison start from.
type Basis struct {
	Plan    campaign.Campaign
	ByTier  []campaign.Total // pledges now
	AsOf    time.Time
	Futures *forecast.Futures // of the pledges; nil if too little is known of them
}

// Outcome is what follows from a scenario.
type Outcome struct {
	Scenario   campaign.Scenario // the zero scenario is the plan as it is
	Plan       campaign.Campaign // with the changes made
	Futures    *forecast.Futures // with the changes made; nil if the basis has none
	Thresholds []Threshold       // on pledges and shares, in the plan's order

	By      time.Time             // the deadline, or the end of the forecast if that is earlier or there is none
	Pledges campaign.Quantiles    // by then; those of today without futures
	Turnout campaign.TurnoutAhead // of these pledges
	Today   campaign.Turnout      // of today's pledges, and how many are needed
}

// Threshold is what a scenario says of one threshold.
type Threshold struct {
	campaign.Threshold           // as the scenario has it
	Pledges            float64   // the target in pledges
	Short              float64   // pledges that are missing now, at least 0
	By                 time.Time // its deadline or the campaign's; zero if there is none
	Chance             float64   // of reaching it by then, from 0 to 1
	HasChance          bool      // whether there is a deadline within the forecast
	Dates              forecast.Dates
	NeededPerDay       float64 // from now to the deadline; 0 without one
}

// Outcome works out what follows from a scenario. The zero scenario changes
// nothing.
func (b Basis) Outcome(s campaign.Scenario) Outcome {
	o := Outcome{Scenario: s, Plan: b.Plan.Under(s)}
	o.Today = o.Plan.Turnout(b.ByTier)
	o.Futures = b.Under(s)
	for _, t := range o.Plan.Thresholds {
		if pledges, ok := inPledges(t, o.Plan); ok {
			o.Thresholds = append(o.Thresholds, b.threshold(t, pledges, o))
		}
	}
	o.By = b.by(o)
	o.Pledges = b.percentiles(o.Futures, o.By)
	o.Turnout = o.Plan.TurnoutAhead(b.ByTier, b.totals(o))
	return o
}

// Under returns the futures under a scenario; nil if the basis has none.
func (b Basis) Under(s campaign.Scenario) *forecast.Futures {
	if b.Futures == nil {
		return nil
	}
	changed := b.change(s).futures(*b.Futures)
	return &changed
}

// inPledges returns a threshold's target in pledges, if it has one.
func inPledges(t campaign.Threshold, c campaign.Campaign) (float64, bool) {
	switch {
	case t.Regions.IsSet():
		return 0, false
	case t.Figure == campaign.FigureShare:
		return t.Target * float64(c.Population.Count), c.Population.Count > 0
	}
	return t.Target, t.Figure == campaign.FigurePledges
}

func (b Basis) threshold(t campaign.Threshold, pledges float64, o Outcome) Threshold {
	now := b.pledges()
	out := Threshold{Threshold: t, Pledges: pledges, Short: max(0, pledges-now)}
	if o.Futures != nil {
		out.Dates = b.inSight(o.Futures.Dates(pledges), o.Plan)
	}
	day := t.Deadline
	if !day.IsSet() {
		day = o.Plan.Deadline
	}
	if !day.IsSet() {
		return out
	}
	out.By = day.Start(b.Plan.Location())
	if out.By.Before(b.AsOf) {
		return out
	}
	out.NeededPerDay = forecast.NeededPerDay(now, pledges, b.AsOf, out.By)
	if o.Futures != nil {
		out.Chance, out.HasChance = o.Futures.Chance(pledges, out.By)
	}
	return out
}

// inSight leaves out the dates after the plan's last deadline ahead, as the
// forecast of the plan does.
func (b Basis) inSight(d forecast.Dates, plan campaign.Campaign) forecast.Dates {
	last := plan.Deadline
	for _, t := range plan.Thresholds {
		last = max(last, t.Deadline)
	}
	end := last.Start(plan.Location())
	if !last.IsSet() || !end.After(b.AsOf) {
		return d
	}
	for _, date := range []*time.Time{&d.P10, &d.P50, &d.P90} {
		if date.After(end) {
			*date = time.Time{}
		}
	}
	return d
}

// pledges returns how many there are now.
func (b Basis) pledges() (sum float64) {
	for _, tier := range b.ByTier {
		sum += float64(max(0, tier.Total))
	}
	return sum
}

// by returns when an outcome's turnout is looked at.
func (b Basis) by(o Outcome) time.Time {
	end := b.AsOf
	if o.Futures != nil {
		end = o.Futures.End()
	}
	if !o.Plan.Deadline.IsSet() {
		return end
	}
	by := o.Plan.Deadline.Start(b.Plan.Location())
	if by.Before(b.AsOf) {
		return b.AsOf
	}
	if by.After(end) {
		return end
	}
	return by
}

// totals returns the pledges that there may be when the turnout is looked at,
// all equally likely and in order of size.
func (b Basis) totals(o Outcome) []float64 {
	if o.Futures == nil {
		return []float64{b.pledges()}
	}
	return o.Futures.Totals(o.By)
}

// percentiles returns those of the pledges at a moment, as the forecast has
// them.
func (b Basis) percentiles(f *forecast.Futures, at time.Time) campaign.Quantiles {
	if f == nil {
		now := b.pledges()
		return campaign.Quantiles{P10: now, P50: now, P90: now}
	}
	fan := f.At(at)
	return campaign.Quantiles{P10: fan.Quantile(0.1), P50: fan.Quantile(0.5), P90: fan.Quantile(0.9)}
}
