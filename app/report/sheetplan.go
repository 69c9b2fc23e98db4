package report

import (
	"github.com/xuri/excelize/v2"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// The columns of the plan's table of tiers.
const (
	columnValid = 2
	columnHigh  = 5
	columnJoins = 6
)

// planSheet writes what the plan assumes, in cells to be changed.
func (b *book) planSheet() error {
	figure := func(title string) sheetColumn { return sheetColumn{title, 14, true} }
	d := b.draft(form{name: sheetPlan(), columns: []sheetColumn{
		{"", 32, false}, figure(""), figure(""), figure(""), figure(""), figure(""), {"", 64, false}}})
	d.row(b.cell(asTitle, say.Text("Plan")))
	d.row(b.cell(look{input: true, wrap: true}, say.Text("marked like this")), b.cell(asLead, b.howToChange()))
	d.row(b.blank(), b.cell(asLead, b.whatStays()))
	if err := d.planFigures(); err != nil {
		return err
	}
	if err := d.planTiers(); err != nil {
		return err
	}
	d.planDates()
	d.planAhead()
	return d.finish()
}

// assumed is a figure of the plan with what it rests on, far to the right.
func (d *draft) assumed(what string, note string, cells ...excelize.Cell) int {
	row := append([]excelize.Cell{d.cell(asProse, what)}, cells...)
	for len(row) < len(d.columns)-1 {
		row = append(row, d.blank())
	}
	return d.row(append(row, d.cell(asNote, note))...)
}

func (d *draft) planFigures() error {
	c, t := d.Campaign, d.Turnout
	d.part(say.Text("Figure"), say.Text("Value"), "", "", "", "", say.Text("Rests on"))
	need := d.assumed(say.Text("Need"), d.ground("need"), d.input(asCount, c.Need))
	d.name(nameNeed, 2, need, need)
	people := d.assumed(say.Text("Population"), d.populationNote(), d.input(asCount, c.Population.Count))
	d.name(namePopulation, 2, people, people)
	sure := d.assumed(say.Text("Confidence"), d.orDefault(t.ConfidenceDefault, campaign.DefaultConfidence().Source, "confidence"),
		d.cell(asProgress.changeable(), t.Confidence))
	d.name(nameConfidence, 2, sure, sure)
	d.part(say.Text("People without a pledge"), say.Text("Low"), say.Text("Likely"), say.Text("High"), "", "", say.Text("Rests on"))
	walk := d.assumed(say.Text("Walk-ons"), d.orDefault(t.WalkOnsDefault, campaign.DefaultWalkOns().Source, "walk_ons"),
		d.cell(asPeople.changeable(), t.WalkOns.Low), d.cell(asPeople.changeable(), t.WalkOns.Likely), d.cell(asPeople.changeable(), t.WalkOns.High))
	for i, name := range []string{"Walk_ons_low", "Walk_ons_likely", "Walk_ons_high"} {
		d.name(name, 2+i, walk, walk)
	}
	counts := say.Text("Give a number from 0 to %s.", phrase.Count(campaign.MaxCount))
	for _, row := range []int{need, people} {
		if err := d.limits(2, row, row, 0, mostCount, counts); err != nil {
			return err
		}
	}
	for column := 2; column <= 4; column++ {
		if err := d.limits(column, walk, walk, 0, mostCount, counts); err != nil {
			return err
		}
	}
	return d.limits(2, sure, sure, 0.5, 0.999, say.Text("Give a number from %s to %s.", phrase.Percent(0.5), phrase.Chance(0.999)))
}

// orDefault returns what a figure rests on: the plan's mark, or where the
// default comes from.
func (d *draft) orDefault(isDefault bool, source, path string) string {
	if !isDefault {
		return d.ground(path)
	}
	return say.Text("%s: %s", phrase.Mark("default"), source)
}

// planTiers are the rates of each tier, in the order of the turnout's.
func (d *draft) planTiers() error {
	d.part(say.Text("Tier"), say.Text("Valid part"), say.Text("Show rate, low"), say.Text("Show rate, likely"), say.Text("Show rate, high"),
		say.Text("Joins at"), say.Text("Rests on"))
	first := d.next()
	joins := asCount
	joins.format = "#,##0;-#,##0;" + inFormat(say.Text("at once"))
	for _, t := range d.Turnout.Tiers {
		note := joined("; ", d.ground("tiers."+t.Name), d.defaults(t))
		rate := asPercent.changeable()
		d.row(d.text(phrase.TierName(t.Name)), d.cell(rate, t.Valid), d.cell(rate, t.Show.Low), d.cell(rate, t.Show.Likely), d.cell(rate, t.Show.High),
			d.cell(joins.changeable(), t.JoinsAt), d.cell(asNote, note))
	}
	if len(d.Turnout.Tiers) == 0 {
		d.row(d.cell(asNote, say.Text("No tiers are set, and there are no pledges yet.")))
	}
	last := max(first, d.next()-1)
	for name, column := range map[string]int{"Valid": columnValid, "Show_low": 3, "Show_likely": 4, "Show_high": columnHigh, "Joins_at": columnJoins} {
		d.name(name, column, first, last)
	}
	for column := columnValid; column <= columnHigh; column++ {
		if err := d.limits(column, first, first+len(d.Turnout.Tiers)-1, 0, 1, say.Text("Give a number from %s to %s.", phrase.Percent(0), phrase.Percent(1))); err != nil {
			return err
		}
	}
	return d.limits(columnJoins, first, first+len(d.Turnout.Tiers)-1, 0, mostCount, say.Text("Give a number from 0 to %s.", phrase.Count(campaign.MaxCount)))
}

// defaults says which of a tier's rates are not in the plan.
func (d *draft) defaults(t campaign.TierTurnout) string {
	var valid, show string
	if t.ValidDefault {
		valid = say.Text("%s: %s", say.Text("Valid part"), campaign.DefaultValid().Source)
	}
	if t.ShowDefault {
		show = say.Text("%s: %s", say.Text("Show rate"), campaign.DefaultShow().Source)
	}
	return joined("; ", valid, show)
}

// planDates are the days of the plan that are set.
func (d *draft) planDates() {
	c := d.Campaign
	d.part(say.Text("Dates"), "", "", "", "", "", say.Text("Rests on"))
	for _, day := range []struct {
		what, path string
		day        campaign.Day
		place      string
	}{{say.Text("Opens"), "opens", c.Opens, ""}, {say.Text("Deadline"), "deadline", c.Deadline, ""}, {say.Text("Event"), "event.date", c.Event.Date, c.Event.Place}} {
		if note := joined(": ", day.place, d.ground(day.path)); day.day.IsSet() || note != "" {
			d.assumed(day.what, note, d.day(day.day))
		}
	}
	d.assumed(say.Text("Time zone"), d.Zone.String())
}

// planAhead are the activities and moments of the plan.
func (d *draft) planAhead() {
	if all := d.Standing.Activities; len(all) > 0 {
		d.part(say.Text("Activities"), say.Text("When"), say.Text("Cost"), say.Text("Low"), say.Text("Likely"), say.Text("High"), say.Text("Owner"))
		for _, a := range all {
			expect := func(v float64) excelize.Cell {
				if a.Expect == (campaign.Range{}) {
					return d.blank()
				}
				return d.cell(asCount, v)
			}
			cost := d.blank()
			if a.Cost > 0 {
				cost = d.cell(asFigure(a.Cost), a.Cost)
			}
			d.row(d.text(a.Name), d.day(a.Date), cost, expect(a.Expect.Low), expect(a.Expect.Likely), expect(a.Expect.High),
				d.cell(asNote, joined(" · ", a.Owner, joined(" · ", a.Source, a.Track))))
		}
	}
	if all := d.Campaign.Moments; len(all) > 0 {
		d.part(say.Text("Moments"), say.Text("When"), say.Text("Kind"))
		for _, m := range all {
			d.assumed(m.Title, joined(" · ", m.Track, m.Link), d.day(m.Date), d.cell(look{format: "@", right: true}, phrase.MomentKind(m.Kind)))
		}
	}
}
