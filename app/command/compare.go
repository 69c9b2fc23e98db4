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
	head := []string{""}
	for _, o := range c.Outcomes {
		head = append(head, phrase.ScenarioName(o.Scenario))
	}
	t.add(head...)
	for _, row := range phrase.SideBySide(c.Outcomes, c.Zone) {
		name := row.Name
		if row.Of != "" && !row.Opens {
			name = "  " + name
		}
		cells := []string{name}
		for _, cell := range row.Cells {
			cells = append(cells, cell.Words)
		}
		t.add(cells...)
	}
	return t
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
