package app

import (
	"errors"
	"slices"
	"strings"
	"time"

	"muster/campaign"
	"muster/campaign/forecast"
	"muster/campaign/scenario"
)

// Comparison is the plan and some scenarios side by side.
type Comparison struct {
	Basis      scenario.Basis // to work out others, or what matters; safe for several goroutines
	NoForecast error          // why there are no futures to go by; nil if there are
	Zone       *time.Location
	Outcomes   []scenario.Outcome // of the plan as it is, then of the scenarios
}

// Scenarios returns the scenarios that are kept with the campaign.
func (d *Desk) Scenarios() []campaign.Scenario { return slices.Clone(d.Campaign().Scenarios) }

// FindScenarios returns the scenarios of the given names, or all. Error:
// campaign.ErrNoScenario.
func (d *Desk) FindScenarios(names ...string) ([]campaign.Scenario, error) {
	plan := d.Campaign()
	if len(names) == 0 {
		return slices.Clone(plan.Scenarios), nil
	}
	var chosen []campaign.Scenario
	for _, name := range names {
		s, ok := plan.Scenario(name)
		if !ok {
			return nil, noScenario(name, plan)
		}
		chosen = append(chosen, s)
	}
	return chosen, nil
}

// Compare works out what follows from the plan and from the scenarios of the
// given names, or from all, from a moment on; zero means now. With too little
// history there are no chances, but what can be said without them. Error:
// campaign.ErrNoScenario.
func (d *Desk) Compare(at time.Time, names ...string) (Comparison, error) {
	chosen, err := d.FindScenarios(names...)
	if err != nil {
		return Comparison{}, err
	}
	basis, noForecast, err := d.Basis(at)
	if err != nil {
		return Comparison{}, err
	}
	c := Comparison{Basis: basis, NoForecast: noForecast, Zone: basis.Plan.Location()}
	c.Outcomes = append(c.Outcomes, basis.Outcome(campaign.Scenario{}))
	for _, s := range chosen {
		c.Outcomes = append(c.Outcomes, basis.Outcome(s))
	}
	return c, nil
}

func noScenario(name string, plan campaign.Campaign) error {
	var names []string
	for _, s := range plan.Scenarios {
		names = append(names, s.Name)
	}
	if len(names) == 0 {
		return campaign.Explain(campaign.ErrNoScenario, "%s has no scenario yet: add one to its plan", plan.Name)
	}
	return campaign.Explain(campaign.ErrNoScenario, "there is no scenario %q: the scenarios are %s", name, strings.Join(names, ", "))
}

// Basis returns what scenarios start from at a moment, zero for now, and why
// there is no forecast to go by, or nil. All look a year ahead, so that they
// may move the deadline. It reads the ledger; from then on
// outcomes are worked out without it, fast enough for a slider.
func (d *Desk) Basis(at time.Time) (basis scenario.Basis, noForecast, err error) {
	at = d.orNow(at)
	s, err := d.Standing(at)
	if err != nil {
		return scenario.Basis{}, nil, err
	}
	basis = scenario.Basis{Plan: d.Campaign(), ByTier: s.ByTier, AsOf: at}
	f, err := d.Forecast(at, at.Add(usualHorizon))
	switch {
	case errors.Is(err, forecast.ErrTooLittle):
		return basis, err, nil
	case err != nil:
		return scenario.Basis{}, nil, err
	}
	basis.Futures = &f.Futures
	return basis, nil, nil
}
