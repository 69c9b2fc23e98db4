package command

import (
	"muster/app"
	"muster/app/phrase"
	"muster/campaign"
	"muster/campaign/scenario"
)

func (f *face) compareScenarios(names []string, asOf string, asJSON bool) error {
	d, err := f.desk()
	if err != nil {
		return err
	}
	at, err := parseTime("as-of", asOf, d.Campaign())
	if err != nil {
		return err
	}
	c, err := d.Compare(at, names...)
	if err != nil {
		return err
	}
	if asJSON {
		return f.json(jsonComparison(c))
	}
	f.printf("%s, as of %s\n\n", c.Basis.Plan.Name, phrase.AsOf(c.Basis.AsOf, c.Zone))
	f.printf("%s", sideBySide(c))
	if c.NoForecast != nil {
		f.printf("\nThere is no forecast, so there are no chances: %s.\n", c.NoForecast)
	}
	if ways := waysTable(c); len(ways.rows) > 0 {
		f.printf("\nWhat would give a chance of %s\n%s", phrase.Percent(scenario.UsualChance), ways)
	}
	if len(names) == 1 {
		one := c.Outcomes[1]
		f.printf("\nWhat matters most to %s\n%s", phrase.ScenarioName(one.Scenario), mattersTable(c, one))
	}
	return nil
}

// sideBySide is a column for the plan and each scenario.
func sideBySide(c app.Comparison) *table {
	t := newTable()
	row := func(name string, cell func(o scenario.Outcome) string) {
		cells, told := []string{name}, false
		for _, o := range c.Outcomes {
			text := cell(o)
			told = told || text != ""
			cells = append(cells, text)
		}
		if told {
			t.add(cells...)
		}
	}
	row("", func(o scenario.Outcome) string { return phrase.ScenarioName(o.Scenario) })
	row("Place", func(o scenario.Outcome) string { return o.Plan.Event.Place })
	row("Needed there", func(o scenario.Outcome) string { return phrase.OfPopulation(o.Plan.Need, o.Plan.Population) })
	row("Deadline", func(o scenario.Outcome) string { return phrase.Day(o.Plan.Deadline) })
	for _, name := range thresholdNames(c) {
		of := func(say func(scenario.Threshold) string) func(scenario.Outcome) string {
			return func(o scenario.Outcome) string {
				for _, t := range o.Thresholds {
					if t.Name == name {
						return say(t)
					}
				}
				return ""
			}
		}
		row(name, of(func(t scenario.Threshold) string { return phrase.Whole(t.Pledges) + " pledges" }))
		row("  chance by its deadline", of(func(t scenario.Threshold) string { return chanceOf(t) }))
		row("  even chance by", of(func(t scenario.Threshold) string { return evenChance(c, t) }))
		row("  short of it now", of(func(t scenario.Threshold) string { return phrase.Whole(t.Short) }))
	}
	row(pledgesRow(c), func(o scenario.Outcome) string { return phrase.Between(o.Pledges.P10, o.Pledges.P90) })
	row("People there (8 in 10)", func(o scenario.Outcome) string {
		return phrase.Between(o.Turnout.Expected.P10, o.Turnout.Expected.P90)
	})
	row("Chance of the need", func(o scenario.Outcome) string { return needChance(o) })
	row("Pledges needed", func(o scenario.Outcome) string { return neededOf(o) })
	return t
}

func pledgesRow(c app.Comparison) string {
	if c.NoForecast != nil {
		return "Pledges now"
	}
	return "Pledges by then (8 in 10)"
}

// thresholdNames returns those of all outcomes, the plan's first.
func thresholdNames(c app.Comparison) []string {
	var names []string
	seen := map[string]bool{}
	for _, o := range c.Outcomes {
		for _, t := range o.Thresholds {
			if !seen[t.Name] {
				names, seen[t.Name] = append(names, t.Name), true
			}
		}
	}
	return names
}

func chanceOf(t scenario.Threshold) string {
	if !t.HasChance {
		return ""
	}
	return phrase.Chance(t.Chance)
}

func evenChance(c app.Comparison, t scenario.Threshold) string {
	switch {
	case t.Short == 0:
		return "reached"
	case c.NoForecast != nil:
		return ""
	}
	return phrase.Reach(t.Dates.P50, c.Zone)
}

func needChance(o scenario.Outcome) string {
	if o.Plan.Need == 0 {
		return ""
	}
	return phrase.Chance(o.Turnout.Chance)
}

func neededOf(o scenario.Outcome) string {
	switch {
	case o.Plan.Need == 0:
		return ""
	case !o.Today.Possible:
		return "no number would do"
	}
	return phrase.AtLeast(o.Today.Needed)
}

// waysTable says for each threshold with a chance what it would take.
func waysTable(c app.Comparison) *table {
	t := newTable()
	for _, o := range c.Outcomes {
		for _, threshold := range o.Thresholds {
			if way, ok := c.Basis.Seek(o, threshold, scenario.UsualChance); ok {
				by := phrase.Day(campaign.DayOf(threshold.By, c.Zone))
				t.add("  "+phrase.ScenarioName(o.Scenario), threshold.Name+" by "+by, phrase.WayGrowth(way), phrase.WayPerWeek(way))
			}
		}
	}
	return t
}

func mattersTable(c app.Comparison, o scenario.Outcome) *table {
	t := newTable(1, 2, 3, 4)
	t.add("  If this", "is low", "or high", "people there", "")
	for _, e := range c.Basis.Matters(o) {
		name, low, high := phrase.Assumed(e)
		t.add("  "+name, low, high, phrase.About(e.TurnoutLow), "to "+phrase.About(e.TurnoutHigh))
	}
	return t
}
