package report

import (
	"slices"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// firstRegion is the row of the first region, below a line and the head.
const firstRegion = 3

// regionSheet writes the pledges by region. They add up to all pledges.
func (b *book) regionSheet() error {
	amount := func(title string, width float64) sheetColumn { return sheetColumn{title, width, true} }
	d := b.draft(form{name: sheetRegions(), columns: []sheetColumn{{say.Text("Region"), 34, false}, amount(say.Text("Pledges"), 15),
		amount(say.Text("Part"), 11), amount(say.Text("Population"), 16), amount(say.Text("Share"), 13), amount(say.Text("One in"), 13),
		amount(say.Text("Target"), 15), amount(say.Text("Progress"), 13), amount(say.Text("Short"), 13)}, aside: chartColumns},
		say.Text("Live: change a marked population or target, and it follows."))
	d.heading()
	all := b.allRegions()
	for _, t := range all {
		d.region(t)
	}
	last := d.next() - 1
	for name, column := range map[string]int{"Region_pledges": 2, "Region_populations": 4, "Region_targets": 7} {
		d.name(name, column, firstRegion, last)
	}
	if len(all) > 0 {
		if err := b.bars(sheetRegions(), 8, firstRegion, last); err != nil {
			return err
		}
		if err := b.file.AutoFilter(sheetRegions(), address(1, d.head)+":"+address(len(d.columns), last), nil); err != nil {
			return err
		}
	}
	for _, column := range []int{4, 7} {
		if err := d.limits(column, firstRegion, last, 0, mostCount, say.Text("Give a number from 0 to %s.", phrase.Count(campaign.MaxCount))); err != nil {
			return err
		}
	}
	if len(b.Standing.ByRegion) < 2 {
		d.aside = 0
		return d.finish()
	}
	if err := b.regionChart(address(len(d.columns)+2, firstRegion), firstRegion+min(len(b.Standing.ByRegion), mostBars)-1); err != nil {
		return err
	}
	d.rows = firstRegion + chartRows
	return d.finish()
}

// allRegions returns the regions with pledges, the largest first, then the
// plan's others.
func (b *book) allRegions() []campaign.Total {
	totals := slices.Clone(b.Standing.ByRegion)
	counted := map[string]bool{}
	for _, t := range totals {
		counted[t.Name] = true
	}
	for _, r := range b.Campaign.Regions {
		if !counted[r.Name] {
			totals = append(totals, campaign.Total{Name: r.Name})
		}
	}
	return totals
}

func (d *draft) region(t campaign.Total) {
	r, _ := d.Campaign.Region(t.Name)
	row := d.next()
	share, part, progress := campaign.Share{Count: t.Total, Of: r.Population}, campaign.Share{Count: t.Total, Of: d.Standing.Pledges}, campaign.Share{Count: t.Total, Of: r.Target}
	var short any
	if r.Target > 0 {
		short = campaign.GapBetween(float64(t.Total), float64(r.Target)).Short
	}
	d.row(d.text(orUnnamed(t.Name)), d.cell(asCount, t.Total),
		d.live(asProgress, fraction(part), "IF(Pledges>0,B%d/Pledges,\"\")", row),
		d.input(asCount, r.Population),
		d.live(asShare(share.Fraction()), fraction(share), "IF(N(D%[1]d)>0,B%[1]d/D%[1]d,\"\")", row),
		d.live(asRate, oneIn(share), "IF(AND(N(D%[1]d)>0,B%[1]d>0),D%[1]d/B%[1]d,\"\")", row),
		d.input(asCount, r.Target),
		d.live(asProgress, fraction(progress), "IF(N(G%[1]d)>0,B%[1]d/G%[1]d,\"\")", row),
		d.live(asCount, short, "IF(N(G%[1]d)>0,MAX(0,G%[1]d-B%[1]d),\"\")", row))
}
