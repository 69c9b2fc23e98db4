package report

import (
	"slices"

	"muster/app"
	"muster/app/figure"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// standing is the chapter on where the campaign stands.
func (l *layout) standing() {
	l.chapter(say.Text("Where we stand"))
	then := l.Snapshot
	then.Forecast = nil // the chart of what may come has a chapter of its own
	t := figure.TrendOf(then, campaign.Pledges)
	if t.Empty() {
		l.paragraph(say.Text("No counts have been entered yet."), cellInk)
	} else {
		scale := ""
		if t.Chosen() == figure.Log {
			scale = say.Text("The scale is logarithmic: equal steps upwards multiply the count equally.")
		}
		l.chart(t.Scene(style), 180, say.Text("Pledges at the end of each day."), scale)
	}
	if next, ok := l.Standing.Next(); ok {
		l.sentences(phrase.Headline(next))
	}
	l.sentences(l.shares())
	l.measures()
	l.totals(say.Text("By source"), say.Text("Source"), l.Standing.BySource)
	l.totals(say.Text("By tier"), say.Text("Tier"), l.Standing.ByTier)
	if len(l.Campaign.Regions) == 0 && len(l.Standing.ByRegion) <= 1 {
		l.totals(say.Text("By region"), say.Text("Region"), l.Standing.ByRegion)
	}
	l.latest()
}

// shares says what part of the population has pledged and what part is needed.
func (l *layout) shares() string {
	of := l.Standing.Population
	if of.Count == 0 {
		return ""
	}
	so := say.Text("The pledges are %s of the %s people of %s.", shareOf(l.Standing.Share), phrase.Count(of.Count), of.Name)
	if l.Standing.Need == 0 {
		return so
	}
	return so + " " + say.Text("The %s who are needed are %s.", phrase.Count(l.Standing.Need), shareOf(l.Standing.NeedShare))
}

// shareOf returns a share both ways: 14% (1 in 7.02).
func shareOf(s campaign.Share) string {
	n, ok := s.OneIn()
	switch {
	case !ok:
		return phrase.Percent(s.Fraction())
	case n < 100:
		return phrase.Percent(s.Fraction()) + " (" + phrase.OneInExactly(n) + ")"
	}
	return phrase.Percent(s.Fraction()) + " (" + phrase.OneIn(n) + ")"
}

// measures lists what is counted besides pledges.
func (l *layout) measures() {
	if len(l.Standing.Measures) == 0 {
		return
	}
	l.section(say.Text("Other counts"))
	t := l.table(tableColumn{title: say.Text("What is counted")},
		tableColumn{title: say.Text("Now"), width: 90, right: true}, tableColumn{title: say.Text("Of"), width: 90, right: true})
	for _, m := range l.Standing.Measures {
		of := none
		if m.OutOf > 0 {
			of = phrase.Count(m.OutOf)
		}
		t.row(words(m.Name+l.notes.ref("measures."+m.Name), 2), t.number(1, phrase.Count(m.Value)), t.number(2, of))
	}
}

// mostTotals is how many sources or tiers are listed.
const mostTotals = 30

// totals lists where the pledges came from, if that was told.
func (l *layout) totals(title, column string, all []campaign.Total) {
	if len(all) == 0 || len(all) == 1 && all[0].Name == "" {
		return
	}
	l.section(title)
	t := l.table(tableColumn{title: column},
		tableColumn{title: say.Text("Pledges"), width: 90, right: true}, tableColumn{title: say.Text("Part"), width: 70, right: true})
	var rows [][]field
	listed := all
	if len(all) > mostTotals+1 {
		listed = all[:mostTotals]
	}
	for _, total := range listed {
		rows = append(rows, []field{words(orUnnamed(total.Name), 2), t.number(1, phrase.Count(total.Total)),
			t.number(2, phrase.Percent(campaign.Share{Count: total.Total, Of: l.Standing.Pledges}.Fraction()))})
	}
	t.rows(rows)
	if left := int64(len(all) - len(listed)); left > 0 {
		l.caption(say.Count("%s more are in the workbook.", left, phrase.Count(left)))
	}
}

// mostLatest is how many of the latest updates a report lists.
const mostLatest = 8

// latest lists the latest updates, without columns that would stay empty.
func (l *layout) latest() {
	if len(l.Latest) == 0 {
		return
	}
	var rows [][]field
	for _, line := range l.Latest[:min(mostLatest, len(l.Latest))] {
		rows = append(rows, l.update(line))
	}
	columns, rows := withoutEmpty([]tableColumn{
		{title: say.Text("When"), width: 96}, {title: say.Text("Count"), width: 80, right: true},
		{title: say.Text("From"), width: 110}, {title: say.Text("By"), width: 62}, {title: say.Text("Note")},
	}, rows)
	l.section(say.Text("Latest updates"))
	l.table(columns...).rows(rows)
	l.caption(say.Count("%s updates are in the ledger.", int64(l.Standing.Updates), phrase.Count(int64(l.Standing.Updates))))
}

func (l *layout) update(line app.Line) []field {
	change, note := phrase.Change(line.Update), line.Note
	switch {
	case line.Kind == campaign.Void:
		change = say.Text("void")
	case !line.VoidedBy.IsZero():
		note = joined(": ", say.Text("void"), note)
	}
	return []field{
		words(phrase.Moment(line.At, l.Zone), 2), words(change, 2),
		words(phrase.Origin(line.Cell), 2), words(line.By, 1), words(note, 2),
	}
}

// regions is the chapter on where pledges come from: all regions of the plan
// and of the ledger, the largest first.
func (l *layout) regions() {
	l.chapter(say.Text("Regions"))
	planned, counted := map[string]campaign.Region{}, map[string]bool{}
	totals := slices.Clone(l.Standing.ByRegion)
	for _, t := range totals {
		counted[t.Name] = true
	}
	for _, r := range l.Campaign.Regions {
		if planned[r.Name] = r; !counted[r.Name] {
			totals = append(totals, campaign.Total{Name: r.Name})
		}
	}
	var rows [][]field
	t := l.table(tableColumn{title: say.Text("Region")}, // to fit the figures by
		tableColumn{title: say.Text("Pledges"), width: 56, right: true}, tableColumn{title: say.Text("Part"), width: 38, right: true},
		tableColumn{title: say.Text("Population"), width: 60, right: true}, tableColumn{title: say.Text("Share"), width: 54, right: true},
		tableColumn{title: say.Text("Target"), width: 48, right: true}, tableColumn{title: say.Text("Progress"), width: 46, right: true})
	for _, total := range totals {
		r := planned[total.Name]
		var population, oneIn, target, progress string
		if r.Population > 0 {
			population = phrase.Count(r.Population)
			if n, ok := (campaign.Share{Count: total.Total, Of: r.Population}).OneIn(); ok {
				oneIn = phrase.OneIn(n)
			}
		}
		if r.Target > 0 {
			target = phrase.Count(r.Target)
			progress = phrase.Percent(campaign.Share{Count: total.Total, Of: r.Target}.Fraction())
		}
		part := phrase.Percent(campaign.Share{Count: total.Total, Of: l.Standing.Pledges}.Fraction())
		rows = append(rows, []field{words(orUnnamed(total.Name)+l.notes.ref("regions."+total.Name), 2),
			t.number(1, phrase.Count(total.Total)), t.number(2, part), t.number(3, population),
			t.number(4, oneIn), t.number(5, target), t.number(6, progress)})
	}
	t.columns[0].width = 0
	columns, rows := withoutEmpty(t.columns, rows)
	t = l.table(columns...)
	t.tight = true
	t.rows(rows)
}
