package report

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// activities is the chapter on what the team does to gain pledges.
func (l *layout) activities() {
	l.chapter(say.Text("Activities"))
	var rows [][]field
	t := l.table(tableColumn{title: say.Text("When"), width: 64}, tableColumn{title: say.Text("Activity")},
		tableColumn{title: say.Text("Owner"), width: 70}, tableColumn{title: say.Text("Cost"), width: 52, right: true},
		tableColumn{title: say.Text("Expected pledges"), width: 84, right: true}, tableColumn{title: say.Text("Brought"), width: 58, right: true})
	all := slices.Clone(l.Standing.Activities)
	slices.SortStableFunc(all, func(a, b campaign.ActivityYield) int { return cmp.Compare(a.Date, b.Date) })
	today := campaign.DayOf(l.Standing.AsOf, l.Zone)
	for _, a := range all {
		cost, brought := "", ""
		if a.Cost > 0 {
			cost = phrase.Figure(a.Cost)
		}
		if a.Source != "" && a.Date <= today {
			brought = phrase.Count(a.Actual)
		}
		rows = append(rows, []field{words(phrase.Day(a.Date), 2), words(joined(" · ", a.Name+l.notes.ref("activities."+a.Name), a.Track), 3),
			words(a.Owner, 2), t.number(3, cost), words(phrase.Yield(a.Expect), 2), t.number(5, brought)})
	}
	t.columns[1].width = 0
	columns, rows := withoutEmpty(t.columns, rows)
	l.table(columns...).rows(rows)
	l.y += 6
	gap := campaign.Gap{}
	if next, ok := l.Standing.Next(); ok {
		gap = next.Gap
	}
	l.sentences(phrase.Planned(l.Campaign.Planned(today+1, gap)))
}

// moments is the chapter on outside events that may have moved the count.
func (l *layout) moments() {
	l.chapter(say.Text("Moments"))
	all := slices.Clone(l.Campaign.Moments)
	slices.SortStableFunc(all, func(a, b campaign.Moment) int { return cmp.Compare(a.Date, b.Date) })
	var rows [][]field
	for _, m := range all {
		what := words(joined(" · ", m.Title+l.notes.ref("moments."+m.Title), m.Track, m.Link), 5)
		what.address = webAddress(m.Link)
		rows = append(rows, []field{words(phrase.Day(m.Date), 2), words(phrase.MomentKind(m.Kind), 2), what, words(l.brought(m), 5)})
	}
	columns, rows := withoutEmpty([]tableColumn{{title: say.Text("When"), width: 64}, {title: say.Text("Kind"), width: 56},
		{title: say.Text("What happened")}, {title: say.Text("What it brought"), width: 170}}, rows)
	l.table(columns...).rows(rows)
}

// brought says what a moment brought, where that can be told.
func (l *layout) brought(m campaign.Moment) string {
	switch u, ok := l.Uplift(m); {
	case !ok:
		return ""
	case u.Why != nil:
		return phrase.NoUplift(u.Why)
	default:
		return phrase.Uplift(u.Uplift, u.Days())
	}
}

// webAddress returns an address that a browser opens, or nothing: others may
// start programs, and readers of PDF take an address of plain letters.
func webAddress(link string) string {
	u, err := url.Parse(strings.TrimSpace(link))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	address := u.String()
	if strings.ContainsFunc(address, func(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune(`()\<>`, r) }) {
		return ""
	}
	return address
}
