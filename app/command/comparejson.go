package command

import (
	"muster/app"
	"muster/app/phrase"
	"muster/campaign"
	"muster/campaign/scenario"
)

// scenarioJSON is one scenario as programs list it.
type scenarioJSON struct {
	Name    string   `json:"name"`
	Changes []string `json:"changes"` // in words
}

func jsonScenarios(all []campaign.Scenario) []scenarioJSON {
	out := []scenarioJSON{}
	for _, s := range all {
		out = append(out, scenarioJSON{s.Name, append([]string{}, phrase.Changes(s)...)})
	}
	return out
}

// comparisonJSON is a comparison as programs get it. Fields may be added, none
// renamed.
type comparisonJSON struct {
	Campaign   string        `json:"campaign"`
	AsOf       *string       `json:"as_of"`
	NoForecast *string       `json:"no_forecast"` // why there are no chances
	Scenarios  []outcomeJSON `json:"scenarios"`   // the plan as it is first
}

type outcomeJSON struct {
	Name          *string                 `json:"name"` // null for the plan as it is
	Place         *string                 `json:"place"`
	Population    *string                 `json:"population"`
	Need          *int64                  `json:"need"`
	OneIn         *float64                `json:"one_in"` // of the population are needed
	Deadline      *string                 `json:"deadline"`
	Thresholds    []scenarioThresholdJSON `json:"thresholds"`
	At            *string                 `json:"at"` // when the pledges and the turnout are looked at
	Pledges       quantilesJSON           `json:"pledges"`
	Expected      quantilesJSON           `json:"expected"` // people there
	Chance        *float64                `json:"chance"`   // of the need
	PledgesNeeded neededJSON              `json:"pledges_needed"`
	Matters       []effectJSON            `json:"matters"` // the most first
}

type scenarioThresholdJSON struct {
	thresholdForecastJSON
	Pledges float64  `json:"pledges"` // the target in pledges
	Short   float64  `json:"short"`
	Takes   *wayJSON `json:"takes"` // null without a chance
}

type wayJSON struct {
	Chance  float64  `json:"chance"`
	Growth  *float64 `json:"growth"` // null if no growth would do
	PerWeek float64  `json:"more_per_week"`
}

type effectJSON struct {
	Assumption string         `json:"assumption"`
	Name       *string        `json:"name"`
	Low        effectSideJSON `json:"low"`
	High       effectSideJSON `json:"high"`
}

type effectSideJSON struct {
	Value    float64  `json:"value"`
	Expected float64  `json:"expected"` // people there
	Chance   *float64 `json:"chance"`   // of the need
}

func jsonComparison(c app.Comparison) comparisonJSON {
	out := comparisonJSON{Campaign: c.Basis.Plan.Name, AsOf: jsonTime(c.Basis.AsOf)}
	if c.NoForecast != nil {
		why := c.NoForecast.Error()
		out.NoForecast = &why
	}
	for _, o := range c.Outcomes {
		out.Scenarios = append(out.Scenarios, jsonOutcome(c, o))
	}
	return out
}

func jsonOutcome(c app.Comparison, o scenario.Outcome) outcomeJSON {
	plan := o.Plan
	out := outcomeJSON{
		Name:          orNull(o.Scenario.Name),
		Place:         orNull(plan.Event.Place),
		Population:    orNull(plan.Population.Name),
		Need:          orNull(plan.Need),
		Deadline:      jsonDay(plan.Deadline),
		Thresholds:    []scenarioThresholdJSON{},
		At:            jsonTime(o.By),
		Pledges:       quantilesJSON(o.Pledges),
		Expected:      quantilesJSON(o.Turnout.Expected),
		PledgesNeeded: neededJSON{Confidence: o.Today.Confidence},
		Matters:       []effectJSON{},
	}
	if oneIn, ok := (campaign.Share{Count: plan.Need, Of: plan.Population.Count}).OneIn(); ok {
		out.OneIn = &oneIn
	}
	if plan.Need > 0 {
		out.Chance = &o.Turnout.Chance
	}
	if o.Today.Possible {
		out.PledgesNeeded.Count = &o.Today.Needed
	}
	for _, t := range o.Thresholds {
		out.Thresholds = append(out.Thresholds, jsonScenarioThreshold(c, o, t))
	}
	for _, e := range c.Basis.Matters(o) {
		out.Matters = append(out.Matters, jsonEffect(e, plan.Need > 0))
	}
	return out
}

func jsonScenarioThreshold(c app.Comparison, o scenario.Outcome, t scenario.Threshold) scenarioThresholdJSON {
	one := scenarioThresholdJSON{Pledges: t.Pledges, Short: t.Short}
	one.Name, one.Target = t.Name, t.Target
	one.Date = datesJSON{jsonTime(t.Dates.P10), jsonTime(t.Dates.P50), jsonTime(t.Dates.P90)}
	if !t.By.IsZero() {
		one.Deadline = jsonDay(campaign.DayOf(t.By, c.Zone))
	}
	if t.HasChance {
		one.Chance, one.NeededPerDay = &t.Chance, finite(t.NeededPerDay)
	}
	if way, ok := c.Basis.Seek(o, t, scenario.UsualChance); ok {
		one.Takes = &wayJSON{Chance: way.Chance, PerWeek: way.PerWeek}
		if way.HasGrowth {
			one.Takes.Growth = &way.Growth
		}
	}
	return one
}

func jsonEffect(e scenario.Effect, hasNeed bool) effectJSON {
	out := effectJSON{string(e.Kind), orNull(e.Name),
		effectSideJSON{Value: e.Low, Expected: e.TurnoutLow}, effectSideJSON{Value: e.High, Expected: e.TurnoutHigh}}
	if hasNeed {
		out.Low.Chance, out.High.Chance = &e.ChanceLow, &e.ChanceHigh
	}
	return out
}
