package report

import (
	"time"

	"github.com/xuri/excelize/v2"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// columnTarget is the column of the targets on the sheet of thresholds.
const columnTarget = 5

// firstThreshold is the row of the first threshold, below a line and the head.
const firstThreshold = 3

// thresholdRow returns the row of a threshold on its sheet.
func (b *book) thresholdRow(name string) int {
	for i, t := range b.Standing.Thresholds {
		if t.Name == name {
			return firstThreshold + i
		}
	}
	return firstThreshold
}

// thresholdSheet writes how far each threshold is, with a bar behind its
// progress, and below what was simulated of it.
func (b *book) thresholdSheet() error {
	d := b.draft(form{name: sheetThresholds(), columns: []sheetColumn{
		{say.Text("Threshold"), 30, false}, {say.Text("Figure"), 23, false}, {say.Text("Deadline"), 13, true}, {say.Text("Now"), 14, true},
		{say.Text("Target"), 14, true}, {say.Text("Progress"), 12, true}, {say.Text("Short"), 14, true}, {say.Text("Orders of magnitude"), 12, true},
		{say.Text("Doublings"), 12, true}, {say.Text("First reached"), 19, true}, {say.Text("Held now"), 11, true},
		{say.Text("Regions short"), 10, true}, {say.Text("Rests on"), 36, false},
	}}, say.Text("Live: change a marked target, and it follows."))
	d.heading()
	for _, t := range b.Standing.Thresholds {
		d.threshold(t)
	}
	last := d.next() - 1
	if last < firstThreshold {
		d.row(b.cell(asNote, say.Text("No thresholds are set.")))
		return d.finish()
	}
	if err := d.limits(columnTarget, firstThreshold, last, 0, mostCount, say.Text("Give a number from 0 to %s.", phrase.Count(campaign.MaxCount))); err != nil {
		return err
	}
	if err := b.bars(sheetThresholds(), 6, firstThreshold, last); err != nil {
		return err
	}
	d.thresholdsAhead()
	return d.finish()
}

// bars draws data bars behind the cells of a column, full at 1.
func (b *book) bars(sheet string, column, from, to int) error {
	return b.file.SetConditionalFormat(sheet, address(column, from)+":"+address(column, to), []excelize.ConditionalFormatOptions{{
		Type: "data_bar", Criteria: "=", MinType: "num", MinValue: "0", MaxType: "num", MaxValue: "1", BarColor: "#E5B9A5"}})
}

func (d *draft) threshold(t campaign.ThresholdStanding) {
	row, amount := d.next(), asFigure(t.Target)
	if t.Figure == campaign.FigureShare {
		amount = asShare(t.Target)
	}
	now := d.cell(amount, t.Value)
	switch t.Figure {
	case campaign.FigurePledges:
		now = d.live(amount, t.Value, namePledges)
	case campaign.FigureTurnout:
		now = d.live(asPeople, t.Value, nameLikely)
	case campaign.FigureShare:
		now = d.live(amount, t.Value, "IF(N(Population)>0,Pledges/Population,0)")
	}
	reached := d.blank()
	if t.Reached {
		reached = d.moment(t.ReachedAt)
	}
	deadline := t.Deadline
	if !deadline.IsSet() && t.Figure == campaign.FigurePledges {
		deadline = d.Campaign.Deadline
	}
	d.row(d.cell(asProse, t.Name), d.cell(asProse, phrase.FigureName(t.Figure)), d.day(deadline), now, d.cell(amount.changeable(), t.Target),
		d.live(asProgress, t.Progress, "IF(N(E%[1]d)>0,D%[1]d/E%[1]d,\"\")", row),
		d.live(amount, t.Gap.Short, "MAX(0,E%[1]d-D%[1]d)", row),
		d.live(asDecimal, t.Gap.Orders, "IF(AND(D%[1]d>0,N(E%[1]d)>0),MAX(0,LOG10(E%[1]d/D%[1]d)),\"\")", row),
		d.live(asDecimal, t.Gap.Doublings, "IF(AND(D%[1]d>0,N(E%[1]d)>0),MAX(0,LOG(E%[1]d/D%[1]d)/LOG(2)),\"\")", row),
		reached, d.yes(t.Held, "IF(AND(D%[1]d>=E%[1]d,N(L%[1]d)=0),1,0)", row), d.regionsShort(t), d.cell(asNote, d.ground("thresholds."+t.Name)))
}

// regionsShort says how many regions a threshold waits for: live where it is
// pledges that they count.
func (d *draft) regionsShort(t campaign.ThresholdStanding) excelize.Cell {
	switch {
	case !t.Regions.IsSet():
		return d.blank()
	case t.Measure() != campaign.Pledges:
		return d.cell(asCount, t.RegionsShort())
	}
	return d.live(asCount, t.RegionsShort(), "MAX(0,%d-SUMPRODUCT((Region_targets>0)*(Region_pledges>=Region_targets)))", t.Regions.AtLeast)
}

// thresholdsAhead is what the forecast says of the thresholds on pledges that
// are still to be reached.
func (d *draft) thresholdsAhead() {
	if d.Forecast == nil || len(d.Forecast.Thresholds) == 0 {
		return
	}
	d.part(say.Text("Simulated on %s: not live", d.asOf()), "", say.Text("Deadline"), say.Text("Chance"), say.Text("Target"),
		say.Text("1 in 10 by"), say.Text("Even chance by"), say.Text("9 in 10 by"), say.Text("Days left"), say.Text("Needed a day (live)"))
	for _, t := range d.Forecast.Thresholds {
		d.thresholdAhead(t)
	}
}

func (d *draft) thresholdAhead(t app.ThresholdForecast) {
	row := d.next()
	chance, left, perDay := d.blank(), d.blank(), d.blank()
	if t.HasChance {
		chance = d.cell(asProgress, t.Chance)
	}
	if t.NeededPerDay > 0 {
		left = d.cell(asDecimal, t.DaysLeft(d.Standing.AsOf))
		perDay = d.live(asRate, t.NeededPerDay, "IF(N(I%d)>0,G%d/I%[1]d,\"\")", row, d.thresholdRow(t.Name))
	}
	d.row(d.cell(asProse, t.Name), d.blank(), d.dayOf(t.Deadline), chance, d.cell(asFigure(t.Target), t.Target),
		d.sight(t.Dates.P10), d.sight(t.Dates.P50), d.sight(t.Dates.P90), left, perDay)
}

// sight is a day that something may be reached by, if it is in sight.
func (d *draft) sight(day time.Time) excelize.Cell {
	if day.IsZero() {
		return d.cell(look{format: "@", right: true}, phrase.Reach(day, d.Zone))
	}
	return d.dayOf(day)
}

// targets refers to the target of a threshold.
func (b *book) targets(name string) string {
	return on(sheetThresholds(), absolute(columnTarget, b.thresholdRow(name)))
}
