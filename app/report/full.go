package report

import (
	"muster/app/figure"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// full lays out the report that stands alone: a cover, then a chapter for each
// thing there is something to say of.
func (l *layout) full() {
	chapters := l.chosen()
	l.cover(len(chapters))
	contents := l.y
	l.turn()
	for _, write := range chapters {
		write()
	}
	l.contents(contents)
}

// chosen returns the chapters of this campaign's report, in order.
func (l *layout) chosen() []func() {
	var all []func()
	for _, c := range []struct {
		is    bool
		write func()
	}{
		{true, l.standing},
		{l.Earlier != nil, l.since},
		{true, l.thresholds},
		{true, l.turnout},
		{true, l.ahead},
		{l.Compared != nil, l.scenarios},
		{len(l.Campaign.Regions) > 0 || len(l.Standing.ByRegion) > 1, l.regions},
		{len(l.Campaign.Activities) > 0, l.activities},
		{len(l.Campaign.Moments) > 0, l.moments},
		{true, l.assumptions},
		{true, l.definitions},
		{true, l.method},
	} {
		if c.is {
			all = append(all, c.write)
		}
	}
	return all
}

// contentsRow is the height of a line of the list of contents.
const contentsRow = 17.0

// cover fills the first page down to where the list of so many chapters goes.
func (l *layout) cover(chapters int) {
	l.header(nameInk)
	l.count()
	l.part(say.Text("In short"))
	list := contentsRow*float64(chapters) + 60
	for _, s := range l.inShort() {
		lines := wrap(s, bodyInk, l.column-12, 4)
		if l.y+float64(len(lines))*16+list > l.bottom() {
			break
		}
		l.page.box(margin, l.y+7, 3.5, 3.5, paper.Accent)
		for _, line := range lines {
			l.page.text(margin+12, l.y+12, line, bodyInk, 0)
			l.y += 15
		}
		l.y += 4
	}
	l.coverChart(l.bottom() - list - l.y)
	l.y = max(l.y, l.bottom()-list-10)
	l.part(say.Text("Contents"))
}

// coverChart draws how far the count has come and where it is heading, if there
// is enough room.
func (l *layout) coverChart(room float64) {
	t := figure.TrendOf(l.Snapshot, campaign.Pledges)
	if t.Empty() || room < 130 {
		return
	}
	l.y += 10
	height := min(room-16, 210)
	l.page.chart(margin-3, l.y, l.column+6, height, t.Scene(style))
	l.y += height
}

// inShort returns what somebody should know who reads one page.
func (l *layout) inShort() []string {
	var all []string
	for _, s := range []string{
		l.changedInShort(), l.outlook(), l.chanceInShort(),
		phrase.Expected(l.Turnout), phrase.MeetingNeed(l.Turnout), phrase.Needed(l.Turnout),
	} {
		if s != "" {
			all = append(all, s)
		}
	}
	if l.Forecast == nil && l.NoForecast != nil {
		all = append(all, l.noForecast())
	}
	return all
}

// chanceInShort says how likely the next threshold is.
func (l *layout) chanceInShort() string {
	next, ok := l.Standing.Next()
	f, foreseen := foreseen(l.Snapshot, next.Name)
	switch {
	case !ok || !foreseen:
		return ""
	case f.HasChance:
		return phrase.ReachedBy(next.Threshold, f.Chance, f.Deadline, l.Zone)
	}
	return phrase.ReachedWhen(next.Threshold, f.Dates, l.Zone)
}

// contents lists the chapters on the first page, from y down, each leading to
// its own.
func (l *layout) contents(y float64) {
	first := l.pages[0]
	for _, c := range l.chapters {
		number := phrase.Count(int64(c.page))
		title := single(c.title, cellInk, l.column-60)
		y += contentsRow
		first.text(margin, y-4, title, cellInk, 0)
		first.text(l.width-margin, y-4, number, cellInk, 1)
		first.line(margin+cellInk.width(title)+8, y-4, l.width-margin-cellInk.width(number)-8, y-4, 0.6, paper.Secondary, 0.6, 3)
		first.links = append(first.links, link{x: margin, y: y - 14, w: l.column, h: contentsRow - 2, page: c.page, top: max(0, c.y-10)})
	}
}
