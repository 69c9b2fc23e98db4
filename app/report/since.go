package report

import (
	"cmp"
	"math"
	"slices"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// changedInShort says how the count moved since the earlier report.
func (l *layout) changedInShort() string {
	if l.Earlier == nil {
		return ""
	}
	change := l.Standing.Pledges - l.Earlier.Standing.Pledges
	since := phrase.Moment(l.Earlier.Standing.AsOf, l.Zone)
	if change == 0 {
		return say.Text("The count is what it was on %s.", since)
	}
	return say.Text("%s pledges since %s, when there were %s.", phrase.Signed(change), since, phrase.Count(l.Earlier.Standing.Pledges))
}

// since is the chapter on what has changed since an earlier moment.
func (l *layout) since() {
	l.chapter(say.Text("Changes since %s", phrase.Moment(l.Earlier.Standing.AsOf, l.Zone)))
	then, now := l.Earlier.Standing, l.Standing
	l.sentences(l.changedInShort())
	t := l.table(tableColumn{title: say.Text("Figure")}, tableColumn{title: say.Text("Then"), width: 100, right: true},
		tableColumn{title: say.Text("Now"), width: 100, right: true}, tableColumn{title: say.Text("Change"), width: 90, right: true})
	count := func(name string, before, after int64) {
		t.row(words(name, 2), t.number(1, phrase.Count(before)), t.number(2, phrase.Count(after)), t.number(3, signed(after-before)))
	}
	count(say.Text("Pledges"), then.Pledges, now.Pledges)
	for i, m := range now.Measures[:min(len(now.Measures), len(then.Measures))] {
		count(m.Name, then.Measures[i].Value, m.Value)
	}
	count(say.Text("Updates in the ledger"), int64(then.Updates), int64(now.Updates))
	for i, s := range now.Thresholds[:min(len(now.Thresholds), len(then.Thresholds))] {
		before := then.Thresholds[i]
		t.row(words(say.Text("Progress to “%s”", s.Name), 2), t.number(1, phrase.Progress(before)), t.number(2, phrase.Progress(s)), words(l.turned(before, s), 2))
	}
	before := l.Campaign.Turnout(then.ByTier).Expected
	after := l.Turnout.Expected
	t.row(words(say.Text("People expected (8 in 10)"), 2), words(phrase.Between(before.P10, before.P90), 2),
		words(phrase.Between(after.P10, after.P90), 2), words("", 1))
	l.caption(say.Text("Then: by today's plan, and without what was taken out of the count since."))
	l.moved(then.ByRegion, now.ByRegion)
}

// signed returns a change, or that there is none.
func signed(change int64) string {
	if change == 0 {
		return none
	}
	return phrase.Signed(change)
}

// turned says what became of a threshold between two moments.
func (l *layout) turned(before, after campaign.ThresholdStanding) string {
	switch {
	case after.Reached && !before.Reached:
		return say.Text("reached %s", phrase.Day(campaign.DayOf(after.ReachedAt, l.Zone)))
	case before.Held && !after.Held:
		return say.Text("not held now")
	}
	return ""
}

// mostMoved is how many regions are listed that moved most.
const mostMoved = 10

// moved lists the regions that moved most.
func (l *layout) moved(then, now []campaign.Total) {
	changes := map[string]int64{}
	for _, t := range now {
		changes[t.Name] = t.Total
	}
	for _, t := range then {
		changes[t.Name] -= t.Total
	}
	var all []campaign.Total
	for name, change := range changes {
		if change != 0 {
			all = append(all, campaign.Total{Name: name, Total: change})
		}
	}
	if len(all) == 0 || len(all) == 1 && all[0].Name == "" {
		return
	}
	size := func(t campaign.Total) float64 { return math.Abs(float64(t.Total)) }
	slices.SortFunc(all, func(a, b campaign.Total) int {
		return cmp.Or(cmp.Compare(size(b), size(a)), cmp.Compare(a.Name, b.Name))
	})
	l.section(say.Text("Regions that moved most"))
	t := l.table(tableColumn{title: say.Text("Region")}, tableColumn{title: say.Text("Change"), width: 90, right: true})
	for _, total := range all[:min(mostMoved, len(all))] {
		t.row(words(orUnnamed(total.Name), 2), t.number(1, phrase.Signed(total.Total)))
	}
}
