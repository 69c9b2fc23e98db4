package report

import (
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign/scenario"
)

// scenarioSheet puts the scenarios beside the plan, as they were simulated.
func (b *book) scenarioSheet() error {
	f := form{name: sheetScenarios(), columns: []sheetColumn{{say.Text("Figure"), 40, false}}}
	if b.Compared == nil {
		d := b.draft(f, say.Text("The plan has no scenarios."))
		return d.finish()
	}
	for _, o := range b.Compared.Outcomes {
		f.columns = append(f.columns, sheetColumn{phrase.ScenarioName(o.Scenario), 28, true})
	}
	leads := []string{say.Text("Simulated on %s: not live", b.asOf())}
	if b.Compared.NoForecast != nil {
		leads = append(leads, say.Text("There is no forecast, so there are no chances: %s", phrase.Sentence(b.Compared.NoForecast)))
	}
	f.upright = len(f.columns) <= 3
	d := b.draft(f, leads...)
	d.heading()
	d.changes()
	d.goals()
	for _, name := range thresholdsOf(b.Compared.Outcomes) {
		d.beside(name)
	}
	d.outcomes()
	return d.finish()
}

// across adds a line about every outcome.
func (d *draft) across(what string, cell func(o scenario.Outcome) excelize.Cell) {
	row := []excelize.Cell{d.text(what)}
	for _, o := range d.Compared.Outcomes {
		row = append(row, cell(o))
	}
	d.row(row...)
}

// changes says what each scenario changes.
func (d *draft) changes() {
	said := asNote
	said.right = true
	d.across(say.Text("What each changes"), func(o scenario.Outcome) excelize.Cell {
		return d.cell(said, strings.Join(phrase.Changes(o.Scenario), "; "))
	})
}

// goals are what is asked of each.
func (d *draft) goals() {
	d.across(say.Text("Place"), func(o scenario.Outcome) excelize.Cell {
		return d.cell(look{format: "@", right: true, wrap: true}, o.Plan.Event.Place)
	})
	d.across(say.Text("Event"), func(o scenario.Outcome) excelize.Cell { return d.day(o.Plan.Event.Date) })
	d.across(say.Text("Deadline"), func(o scenario.Outcome) excelize.Cell { return d.day(o.Plan.Deadline) })
	d.across(say.Text("Need"), func(o scenario.Outcome) excelize.Cell { return d.cell(asCount, orNil(o.Plan.Need)) })
	d.across(say.Text("Population"), func(o scenario.Outcome) excelize.Cell { return d.cell(asCount, orNil(o.Plan.Population.Count)) })
	d.across(say.Text("Needed: one in"), func(o scenario.Outcome) excelize.Cell { return d.cell(asDecimal, oneIn(o.Plan.NeedShare())) })
}

// beside adds what the outcomes say of one threshold.
func (d *draft) beside(name string) {
	d.part(name)
	of := func(what string, cell func(t scenario.Threshold) excelize.Cell) {
		d.across(what, func(o scenario.Outcome) excelize.Cell {
			for _, t := range o.Thresholds {
				if t.Name == name {
					return cell(t)
				}
			}
			return d.blank()
		})
	}
	of(say.Text("Target, in pledges"), func(t scenario.Threshold) excelize.Cell { return d.cell(asFigure(t.Pledges), t.Pledges) })
	of(say.Text("Short"), func(t scenario.Threshold) excelize.Cell { return d.cell(asFigure(t.Short), t.Short) })
	of(say.Text("Deadline"), func(t scenario.Threshold) excelize.Cell { return d.dayOf(t.By) })
	of(say.Text("Needed a day"), func(t scenario.Threshold) excelize.Cell {
		if t.NeededPerDay == 0 {
			return d.blank()
		}
		return d.cell(asRate, t.NeededPerDay)
	})
	of(say.Text("Chance"), func(t scenario.Threshold) excelize.Cell {
		if !t.HasChance || t.Short == 0 {
			return d.blank()
		}
		return d.cell(asProgress, t.Chance)
	})
	of(say.Text("1 in 10 by"), func(t scenario.Threshold) excelize.Cell { return d.ahead(t, t.Dates.P10) })
	of(say.Text("Even chance by"), func(t scenario.Threshold) excelize.Cell { return d.ahead(t, t.Dates.P50) })
	of(say.Text("9 in 10 by"), func(t scenario.Threshold) excelize.Cell { return d.ahead(t, t.Dates.P90) })
}

// ahead is the day that a threshold may be reached by, unless it has been.
func (d *draft) ahead(t scenario.Threshold, day time.Time) excelize.Cell {
	if t.Short == 0 || d.Compared.NoForecast != nil {
		return d.blank()
	}
	return d.sight(day)
}

// outcomes are what each comes to.
func (d *draft) outcomes() {
	people := func(what string, value func(o scenario.Outcome) float64) {
		d.across(what, func(o scenario.Outcome) excelize.Cell { return d.cell(asPeople, value(o)) })
	}
	d.part(say.Text("By the deadline"))
	d.across(say.Text("On (a day)"), func(o scenario.Outcome) excelize.Cell { return d.dayOf(o.By) })
	people(say.Text("Pledges, 1 in 10 below"), func(o scenario.Outcome) float64 { return o.Pledges.P10 })
	people(say.Text("Pledges, even chance"), func(o scenario.Outcome) float64 { return o.Pledges.P50 })
	people(say.Text("Pledges, 1 in 10 above"), func(o scenario.Outcome) float64 { return o.Pledges.P90 })
	people(say.Text("People there, 1 in 10 below"), func(o scenario.Outcome) float64 { return o.Turnout.Expected.P10 })
	people(say.Text("People there, even chance"), func(o scenario.Outcome) float64 { return o.Turnout.Expected.P50 })
	people(say.Text("People there, 1 in 10 above"), func(o scenario.Outcome) float64 { return o.Turnout.Expected.P90 })
	d.across(say.Text("Chance of the need"), func(o scenario.Outcome) excelize.Cell {
		if o.Plan.Need == 0 {
			return d.blank()
		}
		return d.cell(asProgress, o.Turnout.Chance)
	})
	d.across(say.Text("Pledges needed"), func(o scenario.Outcome) excelize.Cell {
		return d.cell(asCount, known(o.Today.Needed, o.Today.Possible))
	})
}

// thresholdsOf returns the names of all thresholds of some outcomes.
func thresholdsOf(outcomes []scenario.Outcome) []string {
	var names []string
	seen := map[string]bool{}
	for _, o := range outcomes {
		for _, t := range o.Thresholds {
			if !seen[t.Name] {
				seen[t.Name] = true
				names = append(names, t.Name)
			}
		}
	}
	return names
}
