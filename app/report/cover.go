package report

import (
	"strings"

	"muster/app/figure"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// header says whose report it is and of when.
func (l *layout) header(name ink) {
	asOf := l.asOf()
	l.page.text(l.width-margin, l.y+16, asOf, underInk, 1)
	left := l.column - underInk.width(asOf) - 24
	for _, line := range wrap(l.Campaign.Name, name, left, 3) {
		l.page.text(margin, l.y+16, line, name, 0)
		l.y += name.size * 1.2
	}
	l.y += 1
	ask := l.marked(l.Campaign.Ask, "ask")
	event := joined(" · ", l.marked(l.Campaign.Event.Place, "event.place"), l.marked(phrase.Day(l.Campaign.Event.Date), "event.date"))
	for _, line := range append(wrap(ask, underInk, l.column, 3), wrap(event, underInk, l.column, 2)...) {
		l.page.text(margin, l.y+8, line, underInk, 0)
		l.y += 14
	}
	l.y += 8
	l.rule(22)
}

// marked returns a text of the plan with the number of its note, or nothing
// for no text.
func (l *layout) marked(text, path string) string {
	if strings.TrimSpace(text) == "" {
		return ""
	}
	return text + l.notes.ref(path)
}

// count puts the big figure beside the people of its share.
func (l *layout) count() {
	const split = 0.63 // of the column, where the people begin
	top, right := l.y, margin+l.column*split
	width := l.column*split - 16.0
	if l.Standing.Population.Count == 0 {
		width = l.column
	}
	count := phrase.Count(l.Standing.Pledges)
	l.page.text(margin-1, l.y+34, count, bigInk.fitting(count, width, 20), 0)
	l.y += 54
	for _, line := range wrap(l.target(), mutedInk, width, 2) {
		l.page.text(margin, l.y, line, mutedInk, 0)
		l.y += 14
	}
	change := "" // which the cover of a full report tells in short
	if l.isBrief {
		change = l.changedInShort()
	}
	for _, s := range []string{l.gap(), l.pace(), change} {
		l.y += 6
		for _, line := range wrap(s, bodyInk, width, 3) {
			l.page.text(margin, l.y, line, bodyInk, 0)
			l.y += 15
		}
	}
	l.y = max(l.y, l.share(right, top, l.width-margin-right)) - 10
}

// gap says how far the next threshold is.
func (l *layout) gap() string {
	next, ok := l.Standing.Next()
	if !ok {
		return ""
	}
	return phrase.Gap(next)
}

// pace says how many a day come in and how many are needed for the next
// threshold, where a forecast knows both.
func (l *layout) pace() string {
	next, ok := l.Standing.Next()
	if !ok || next.Held {
		return ""
	}
	f, ok := foreseen(l.Snapshot, next.Name)
	if !ok || f.NeededPerDay <= 0 {
		return ""
	}
	return say.Text("%s a day are needed from now on; lately it has been %s.", phrase.PerDay(f.NeededPerDay), phrase.PerDay(l.Forecast.PerDay))
}

// target returns what the big figure is measured against.
func (l *layout) target() string {
	next, ok := l.Standing.Next()
	if !ok {
		return say.Text("pledges so far; no threshold is set")
	}
	target := phrase.Figure(next.Target) + l.notes.ref("thresholds."+next.Name)
	if by := l.deadline(next.Threshold); by != "" {
		return say.Text("of %s pledges by %s for “%s”", target, by, next.Name)
	}
	return say.Text("of %s pledges for “%s”", target, next.Name)
}

// deadline returns the day by which a threshold counts. One on pledges that has
// none of its own has the campaign's.
func (l *layout) deadline(t campaign.Threshold) string {
	if t.Deadline.IsSet() || t.Figure != campaign.FigurePledges {
		return phrase.Day(t.Deadline)
	}
	return l.marked(phrase.Day(l.Campaign.Deadline), "deadline")
}

// share draws the people of "1 in 7" and returns how far down it got.
func (l *layout) share(x, y, width float64) float64 {
	of := l.Standing.Population
	if of.Count == 0 {
		return y
	}
	share, path := l.Standing.NeedShare, "need"
	if share.Count == 0 {
		share, path = l.Standing.Share, ""
	}
	oneIn, ok := share.OneIn()
	if !ok {
		oneIn = 0
	}
	if crowd := figure.OneIn(oneIn, width, 46); crowd.Height > 0 {
		l.page.crowd(x, y-4, crowd)
		y += crowd.Height + 14
	}
	for _, line := range wrap(say.Text("%s of %s", inWords(share), of.Name), shareInk, width, 3) {
		l.page.text(x, y+6, line, shareInk, 0)
		y += 19
	}
	detail := say.Text("%s of %s people", phrase.Count(share.Count)+l.notes.ref(path), phrase.Count(of.Count)) + l.notes.population(of)
	if path != "" {
		detail += ". " + say.Text("The pledges so far: %s.", inWords(l.Standing.Share))
	}
	for _, line := range wrap(detail, smallInk, width, 3) {
		l.page.text(x, y+3, line, smallInk, 0)
		y += 12
	}
	return y + 6
}

// inWords returns "1 in 7", or a percentage where there is no such number.
func inWords(s campaign.Share) string {
	if n, ok := s.OneIn(); ok && n >= 1.05 {
		return phrase.OneIn(n)
	}
	return phrase.Percent(s.Fraction())
}
