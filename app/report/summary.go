package report

import (
	"github.com/xuri/excelize/v2"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// The cells that have a name, under which formulas refer to them.
const (
	namePledges    = "Pledges"
	nameNeed       = "Need"
	namePopulation = "Population"
	nameConfidence = "Confidence"
	nameLikely     = "Turnout_likely"
)

// summarySheet writes a figure a line, with its value and what it rests on.
func (b *book) summarySheet() error {
	d := b.draft(form{name: sheetSummary(), columns: []sheetColumn{{width: 34}, {width: 22, right: true}, {width: 58}}, aside: chartColumns})
	d.row(b.cell(asTitle, b.Campaign.Name))
	if b.Campaign.Ask != "" {
		d.row(b.cell(look{format: "@", muted: true}, b.Campaign.Ask))
	}
	d.row(b.cell(asLead, b.howToChange()))
	d.row(b.cell(asLead, b.whatStays()))
	chartRow := d.next() + 1
	d.summaryFigures()
	d.summaryNext()
	d.summaryTurnout()
	d.summaryMeasures()
	d.summaryTotals(say.Text("By source"), b.Standing.BySource)
	d.summaryTotals(say.Text("By tier"), b.Standing.ByTier)
	if b.trendChart(sheetSummary(), address(5, chartRow)) {
		d.rows = chartRow + chartRows
	} else {
		d.aside, d.upright = 0, true
	}
	return d.finish()
}

// howToChange says which cells are for somebody to change.
func (b *book) howToChange() string {
	return say.Text("Change the marked cells of the sheets %s, %s and %s: what follows from them is live.", sheetPlan(), sheetThresholds(), sheetRegions())
}

// whatStays says which figures do not follow.
func (b *book) whatStays() string {
	return say.Text("What was simulated stays as it was on %s: ranges of 8 in 10, chances, dates ahead, scenarios.", b.asOf())
}

// line is a figure with its name and what it rests on.
func (d *draft) line(what string, value excelize.Cell, note string) int {
	return d.row(d.cell(asProse, what), value, d.cell(asNote, note))
}

func (d *draft) summaryFigures() {
	st := d.Standing
	d.part(say.Text("Figure"), say.Text("Value"), say.Text("Rests on"))
	d.line(say.Text("As of"), d.moment(st.AsOf), say.Text("in the time zone %s", d.Zone.String()))
	row := d.line(say.Text("Pledges"), d.live(asCount.inBold(), st.Pledges, "SUM(Region_pledges)"), say.Text("the sum of the sheet %s", sheetRegions()))
	d.name(namePledges, 2, row, row)
	d.line(say.Text("Updates"), d.cell(asCount, st.Updates), say.Text("lines in the ledger, voids included"))
	d.line(say.Text("Need"), d.live(asCount, orNil(st.Need), "IF(N(Need)>0,Need,\"\")"), d.ground("need"))
	d.line(say.Text("Population"), d.live(asCount, orNil(st.Population.Count), "IF(N(Population)>0,Population,\"\")"), d.populationNote())
	d.line(say.Text("Need as a share"), d.live(asShare(st.NeedShare.Fraction()), needed(st.NeedShare), "IF(AND(N(Need)>0,N(Population)>0),Need/Population,\"\")"), say.Text("need / population"))
	d.line(say.Text("Needed: one in"), d.live(asDecimal, oneIn(st.NeedShare), "IF(AND(N(Need)>0,N(Population)>0),Population/Need,\"\")"), say.Text("population / need"))
	d.line(say.Text("Pledges as a share"), d.live(asShare(st.Share.Fraction()), fraction(st.Share), "IF(N(Population)>0,Pledges/Population,\"\")"), say.Text("pledges / population"))
	d.line(say.Text("Pledged: one in"), d.live(asDecimal, oneIn(st.Share), "IF(AND(Pledges>0,N(Population)>0),Population/Pledges,\"\")"), say.Text("population / pledges"))
}

// summaryNext is the gap up to the next threshold.
func (d *draft) summaryNext() {
	next, ok := d.Standing.Next()
	if !ok {
		return
	}
	target := d.targets(next.Name)
	d.part(say.Text("Next threshold"))
	d.line(next.Name, d.live(asFigure(next.Target), next.Target, "%s", target), d.ground("thresholds."+next.Name))
	d.line(say.Text("Progress"), d.live(asProgress, next.Progress, "IF(N(%[1]s)>0,Pledges/%[1]s,\"\")", target), say.Text("pledges / target"))
	d.line(say.Text("Short"), d.live(asFigure(next.Target), next.Gap.Short, "MAX(0,%s-Pledges)", target), say.Text("target − pledges"))
	d.line(say.Text("Orders of magnitude"), d.live(asDecimal, next.Gap.Orders, "IF(AND(N(%[1]s)>0,Pledges>0),MAX(0,LOG10(%[1]s/Pledges)),\"\")", target), say.Text("log10(target / pledges)"))
	d.line(say.Text("Doublings"), d.live(asDecimal, next.Gap.Doublings, "IF(AND(N(%[1]s)>0,Pledges>0),MAX(0,LOG(%[1]s/Pledges)/LOG(2)),\"\")", target), say.Text("log2(target / pledges)"))
	d.row(d.text(say.Text("In words")), d.blank(), d.cell(asNote, say.Text("%s: %s", d.asOf(), phrase.Gap(next))))
}

// summaryTurnout is what is expected on the day.
func (d *draft) summaryTurnout() {
	d.part(say.Text("Turnout"))
	d.row(d.text(say.Text("In words")), d.blank(), d.cell(asNote, say.Text("%s: %s", d.asOf(), phrase.Expected(d.Turnout))))
	d.line(say.Text("Likely turnout"), d.live(asPeople, d.Turnout.Likely, nameLikely), say.Text("live: pledges × valid × show rate + walk-ons"))
	note := say.Text("simulated on %s", d.asOf())
	d.line(say.Text("1 in 10 below"), d.cell(asPeople, d.Turnout.Expected.P10), note)
	d.line(say.Text("1 in 10 above"), d.cell(asPeople, d.Turnout.Expected.P90), note)
	if d.Turnout.Need > 0 {
		d.line(say.Text("Chance of the need"), d.cell(asProgress, d.Turnout.Chance), note)
	}
}

func (d *draft) summaryMeasures() {
	if len(d.Standing.Measures) == 0 {
		return
	}
	d.part(say.Text("Other counts"))
	for _, m := range d.Standing.Measures {
		note := d.ground("measures." + m.Name)
		if m.OutOf > 0 {
			note = joined("; ", say.Text("of %s", phrase.Count(m.OutOf)), note)
		}
		d.line(m.Name, d.cell(asCount, m.Value), note)
	}
}

func (d *draft) summaryTotals(title string, totals []campaign.Total) {
	if len(totals) == 0 || len(totals) == 1 && totals[0].Name == "" {
		return
	}
	d.part(title)
	for _, t := range totals {
		d.line(orUnnamed(t.Name), d.cell(asCount, t.Total), "")
	}
}

// ground returns what a figure of the plan rests on.
func (b *book) ground(path string) string {
	mark, ok := b.Campaign.Marks[path]
	if !ok {
		return ""
	}
	return phrase.Mark(mark.Kind) + ground(mark.Ground)
}

func (b *book) populationNote() string {
	p := b.Standing.Population
	return joined(": ", p.Name, joined("; ", sourceOf(p), b.ground("population")))
}
