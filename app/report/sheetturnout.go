package report

import (
	"github.com/xuri/excelize/v2"

	"muster/app/phrase"
	"muster/app/say"
)

// turnoutSheet writes what becomes of the pledges of each tier, by formulas,
// and below what was simulated.
func (b *book) turnoutSheet() error {
	figure := func(title string) sheetColumn { return sheetColumn{title, 18, true} }
	d := b.draft(form{name: sheetTurnout(), columns: []sheetColumn{{say.Text("Tier"), 48, false}, figure(say.Text("Pledges")),
		figure(say.Text("Counted")), figure(say.Text("Valid")), figure(say.Text("Low")), figure(say.Text("Likely")), figure(say.Text("High")),
		figure(say.Text("Pledged up to its condition"))}},
		say.Text("Live: change the marked cells of the sheet %s, and it follows. Low and high are what comes if every rate is there at once.", sheetPlan()))
	d.heading()
	first := d.next()
	for i := range b.Turnout.Tiers {
		d.tier(i)
	}
	if len(b.Turnout.Tiers) == 0 {
		d.row(b.cell(asNote, say.Text("No tiers are set, and there are no pledges yet.")))
	}
	last := d.next() - 1
	for i, name := range []string{"Tier_pledges", "Tier_counted", "Tier_valid", "Tier_low", "Tier_likely", "Tier_high", "Tier_upto"} {
		d.name(name, 2+i, first, last)
	}
	d.turnoutSums()
	d.turnoutLive()
	d.turnoutAbout()
	d.turnoutSimulated()
	return d.finish()
}

// tier is a row: what of its pledges counts, is valid, and comes at each rate.
// Pledges with a condition count up to the greatest number that brings about
// itself: see campaign.Cascade.
func (d *draft) tier(i int) {
	t, row := d.Turnout.Tiers[i], d.next()
	joins := tierCell("Joins_at", i)
	come := func(rate string, people float64) excelize.Cell {
		return d.live(asPeople, people, "D%d*%s", row, tierCell(rate, i))
	}
	d.row(d.text(phrase.TierName(t.Name)), d.cell(asCount, t.Pledges),
		d.live(asCount, t.Counted, "IF(N(%s)<=Trusted,B%d,0)", joins, row),
		d.live(asPeople, t.Real, "C%d*%s", row, tierCell("Valid", i)),
		come("Show_low", t.People(t.Show.Low)), come("Show_likely", t.Likely), come("Show_high", t.People(t.Show.High)),
		d.live(asCount, d.Turnout.Cascade.WouldCome(t.JoinsAt), "SUMIF(Joins_at,\"<=\"&N(%s),Tier_pledges)", joins))
}

func (d *draft) turnoutSums() {
	t := d.Turnout
	low, high := t.Extremes()
	row := d.next()
	d.row(d.text(say.Text("Walk-ons")), d.blank(), d.blank(), d.blank(), d.live(asPeople, t.WalkOns.Low, "N(Walk_ons_low)"),
		d.live(asPeople, t.WalkOns.Likely, "N(Walk_ons_likely)"), d.live(asPeople, t.WalkOns.High, "N(Walk_ons_high)"))
	sum := func(look look, value any, formula string, args ...any) excelize.Cell {
		look.rule = false
		return d.live(look.inBold(), value, formula, args...)
	}
	counted, valid := t.Counted()
	d.row(d.cell(asText.inBold(), say.Text("In all")), sum(asCount, t.Pledges, "SUM(Tier_pledges)"), sum(asCount, counted, "SUM(Tier_counted)"),
		sum(asPeople, valid, "SUM(Tier_valid)"), sum(asPeople, low, "SUM(Tier_low)+E%d", row),
		sum(asPeople, t.Likely, "SUM(Tier_likely)+F%d", row), sum(asPeople, high, "SUM(Tier_high)+G%d", row),
		sum(asCount, t.Cascade.Trusted, "SUMPRODUCT(MAX((Joins_at<=Tier_upto)*Tier_upto))"))
	for i, name := range []string{"Turnout_pledges", "", "", "Turnout_low", nameLikely, "Turnout_high", "Trusted"} {
		if name != "" {
			d.name(name, 2+i, row+1, row+1)
		}
	}
}

// turnoutLive is what follows exactly from the rates.
func (d *draft) turnoutLive() {
	t := d.Turnout
	d.part(say.Text("Held against the need: live"))
	d.figure(say.Text("Need"), d.live(asCount, orNil(t.Need), "IF(N(Need)>0,Need,\"\")"), "")
	gap, is := t.Gap(), t.Need > 0
	d.figure(say.Text("Short at the likely rates"), d.live(asPeople, known(gap.Short, is), "IF(N(Need)>0,MAX(0,Need-%s),\"\")", nameLikely), "")
	d.figure(say.Text("Orders of magnitude"), d.live(asDecimal, known(gap.Orders, is), "IF(AND(N(Need)>0,%[1]s>0),MAX(0,LOG10(Need/%[1]s)),\"\")", nameLikely), "")
	d.figure(say.Text("Doublings"), d.live(asDecimal, known(gap.Doublings, is), "IF(AND(N(Need)>0,%[1]s>0),MAX(0,LOG(Need/%[1]s)/LOG(2)),\"\")", nameLikely), "")
	d.figure(say.Text("Pledges needed at the likely rates"), d.live(asCount, known(t.NeededAtLikely()),
		"IF(AND(N(Need)>0,%[1]s>Walk_ons_likely,MAX(Joins_at)=0),ROUNDUP(MAX(0,(Need-Walk_ons_likely)/(%[1]s-Walk_ons_likely)*Turnout_pledges-0.000001),0),\"\")", nameLikely),
		mixNote())
}

// mixNote says what the pledges needed rest on.
func mixNote() string {
	return say.Text("in today's mix of tiers; there is no formula for pledges with a condition")
}

// figure is a line below the table of tiers.
func (d *draft) figure(what string, value excelize.Cell, note string) int {
	return d.row(d.text(what), value, d.cell(asLead, note))
}

// known returns a figure, or nil where it is not known.
func known[T int64 | float64](n T, ok bool) any {
	if !ok {
		return nil
	}
	return n
}

// The pieces of campaign.Approximation in formulas.
const (
	formulaMore      = "SUMPRODUCT(Tier_likely,1-Valid*Show_likely)" // variance of who comes, the rates given
	formulaBelow     = "(SUMXMY2(Tier_likely,Tier_low)+(Walk_ons_likely-Walk_ons_low)^2+NORMSINV(0.9)^2*" + formulaMore + ")"
	formulaAbove     = "(SUMXMY2(Tier_high,Tier_likely)+(Walk_ons_high-Walk_ons_likely)^2+NORMSINV(0.9)^2*" + formulaMore + ")"
	formulaScore     = "NORMSINV(Confidence)"
	formulaCome      = "(Turnout_likely-Walk_ons_likely)"
	formulaMissing   = "(Need-Walk_ons_likely)"
	formulaQuadratic = "(" + formulaCome + "^2-(" + formulaScore + "/NORMSINV(0.9))^2*SUMXMY2(Tier_likely,Tier_low))"
	formulaLinear    = "(2*" + formulaCome + "*" + formulaMissing + "+" + formulaScore + "^2*" + formulaMore + ")"
	formulaConstant  = "(" + formulaMissing + "^2-(" + formulaScore + "/NORMSINV(0.9))^2*(Walk_ons_likely-Walk_ons_low)^2)"
)

// turnoutAbout is what can be said of the range without simulating. The pieces
// that the pledges needed are worked out from have lines of their own.
func (d *draft) turnoutAbout() {
	t, a := d.Turnout, d.Turnout.Approximation()
	d.part(say.Text("Approximation: live, as if all that is uncertain were normal"))
	low := d.figure(say.Text("1 in 10 below, approximately"), d.live(asPeople, a.Low, "MAX(0,%s-SQRT(%s))", nameLikely, formulaBelow), "")
	high := d.figure(say.Text("1 in 10 above, approximately"), d.live(asPeople, a.High, "%s+SQRT(%s)", nameLikely, formulaAbove), "")
	d.name("Approximate_low", 2, low, low)
	d.name("Approximate_high", 2, high, high)
	chance := d.figure(say.Text("Chance of the need, approximately"), d.live(asProgress, known(a.Chance, t.Need > 0),
		"IF(N(Need)=0,\"\",IF(%[1]s>=Need,IF(%[2]s>0,NORMSDIST((%[1]s-Need)/SQRT(%[2]s)*NORMSINV(0.9)),1),IF(%[3]s>0,NORMSDIST((%[1]s-Need)/SQRT(%[3]s)*NORMSINV(0.9)),0)))",
		nameLikely, formulaBelow, formulaAbove), "")
	d.name("Approximate_chance", 2, chance, chance)
	note := mixNote()
	if a.Possible {
		note = say.Text("to be as sure of the need as the plan wants to be")
	}
	needed := d.figure(say.Text("Pledges needed, approximately"), d.live(asCount, known(a.Needed, a.Possible),
		"IF(OR(N(Need)=0,%[1]s<=0,Confidence<0.5,MAX(Joins_at)>0),\"\",IF(%[3]s<=0,\"\",IF(AND(%[2]s<=0,%[5]s>=0),0,"+
			"ROUNDUP(MAX(0,(%[4]s+SQRT(MAX(0,%[4]s^2-4*%[3]s*%[5]s)))/(2*%[3]s)*Turnout_pledges-0.000001),0))))",
		formulaCome, formulaMissing, formulaQuadratic, formulaLinear, formulaConstant),
		note)
	d.name("Approximate_needed", 2, needed, needed)
}

// turnoutSimulated is what no formula can say.
func (d *draft) turnoutSimulated() {
	t := d.Turnout
	d.part(say.Text("Simulated on %s: not live", d.asOf()))
	d.figure(say.Text("1 in 10 below"), d.cell(asPeople, t.Expected.P10), phrase.Expected(t))
	d.figure(say.Text("Even chance"), d.cell(asPeople, t.Expected.P50), "")
	d.figure(say.Text("1 in 10 above"), d.cell(asPeople, t.Expected.P90), "")
	if t.Need == 0 {
		return
	}
	d.figure(say.Text("Chance of the need"), d.cell(asProgress, t.Chance), "")
	d.figure(say.Text("Pledges needed"), d.cell(asCount, known(t.Needed, t.Possible)), phrase.Needed(t))
}
