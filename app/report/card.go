package report

import (
	"slices"

	"muster/app"
	"muster/app/figure"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// The size of the card: what networks show of a shared picture without cutting
// it.
const (
	cardWidth  = 1200
	cardHeight = 630
	cardSide   = 64.0
)

// The inks of the card, which is looked at small.
var (
	cardName  = ink{40, true, paper.Text}
	cardCount = ink{128, true, paper.Text}
	cardHead  = ink{32, true, paper.Text}
	cardText  = ink{25, false, paper.Text}
	cardMuted = ink{23, false, paper.Secondary}
	cardSmall = ink{20, false, paper.Secondary}
	cardRung  = ink{23, true, paper.Text}
)

// card lays out the campaign at a glance: its name, the count, the people of
// its share, the ladder of thresholds, and of when all this is.
func card(d app.Dossier) *Page {
	l := newPicture(d, cardWidth, cardHeight)
	l.column = l.width - 2*cardSide
	l.page.box(0, 0, 14, l.height, paper.Accent)
	rungs := l.cardRungs()
	top := 56.0
	for _, line := range wrap(l.Campaign.Name, cardName, l.column, 2) {
		l.page.text(cardSide, top+32, line, cardName, 0)
		top += 48
	}
	width := l.column
	if people := 370.0; l.cardPeople(l.width-cardSide-people, top+26, people) {
		width -= people + 40
	}
	bottom := l.cardCount(top, width)
	if len(rungs) > 0 {
		l.cardLadder(rungs)
	} else {
		l.cardTrend(bottom+16, l.height-90)
	}
	asOf := l.asOf()
	l.page.text(l.width-cardSide, l.height-34, asOf, cardSmall, 1)
	event := joined(" · ", l.Campaign.Event.Place, phrase.Day(l.Campaign.Event.Date))
	l.page.text(cardSide, l.height-34, single(event, cardSmall, l.column-cardSmall.width(asOf)-40), cardSmall, 0)
	return l.page
}

// cardCount sets the count and how far it is, and returns how far down it got.
func (l *layout) cardCount(y, width float64) float64 {
	count := phrase.Count(l.Standing.Pledges)
	i := cardCount.fitting(count, width, 40)
	y += 32 + i.size*0.78
	l.page.text(cardSide-4, y, count, i, 0)
	y += 44
	for _, line := range wrap(l.target(), cardMuted, width, 2) {
		l.page.text(cardSide, y, line, cardMuted, 0)
		y += 31
	}
	y += 8
	for _, line := range wrap(l.gap(), cardText, width, 2) {
		l.page.text(cardSide, y, line, cardText, 0)
		y += 33
	}
	return y - 20
}

// cardPeople draws the people of the share and says it. Without a population
// there is nothing, and it returns false.
func (l *layout) cardPeople(x, y, width float64) bool {
	share, of := l.shown()
	if of.Count == 0 {
		return false
	}
	oneIn, _ := share.OneIn()
	if crowd := figure.OneIn(oneIn, width, 104); crowd.Height > 0 {
		l.page.crowd(x, y, crowd)
		y += crowd.Height + 12
	}
	words := say.Text("%s of %s", inWords(share), of.Name)
	head := cardHead.fitting(words, width, 27)
	for _, line := range wrap(words, head, width, 2) {
		l.page.text(x, y+30, line, head, 0)
		y += 40
	}
	for _, line := range wrap(say.Text("%s of %s people", phrase.Count(share.Count), phrase.Count(of.Count)), cardSmall, width, 2) {
		l.page.text(x, y+24, line, cardSmall, 0)
		y += 26
	}
	return true
}

// mostRungs is how many thresholds the card has room for.
const mostRungs = 3

// cardRungs returns the thresholds around the one that comes next.
func (l *layout) cardRungs() []campaign.ThresholdStanding {
	all := l.Standing.Ladder()
	next, _ := l.Standing.Next()
	at := slices.IndexFunc(all, func(t campaign.ThresholdStanding) bool { return t.Name == next.Name })
	from := max(0, min(at-1, len(all)-mostRungs))
	return all[from:min(len(all), from+mostRungs)]
}

// cardLadder draws a bar for each threshold.
func (l *layout) cardLadder(rungs []campaign.ThresholdStanding) {
	const pitch, from, width, height = 42.0, 0.43, 240.0, 12.0
	y := l.height - 88 - pitch*float64(len(rungs)-1)
	l.page.line(cardSide, y-42, l.width-cardSide, y-42, 1, paper.Line)
	bar := cardSide + l.column*from
	for _, t := range rungs {
		l.page.text(cardSide, y, single(t.Name, cardRung, l.column*from-24), cardRung, 0)
		l.page.box(bar, y-height-1, width, height, paper.Line)
		colour := paper.Accent
		if t.Held {
			colour = paper.Reached
		}
		if t.Progress > 0 {
			l.page.box(bar, y-height-1, max(3, width*min(1, t.Progress)), height, colour)
		}
		room := l.column*(1-from) - width - 24
		words := l.rung(t)
		l.page.text(l.width-cardSide, y, single(words, cardMuted.fitting(words, room, 17), room), cardMuted.fitting(words, room, 17), 1)
		y += pitch
	}
}

// rung says when a threshold was reached, or what part of it there is.
func (l *layout) rung(t campaign.ThresholdStanding) string {
	switch {
	case t.Reached:
	case t.Figure == campaign.FigurePledges:
		return phrase.OutOf(phrase.Progress(t), phrase.Figure(t.Target))
	default:
		return phrase.OutOf(phrase.Amount(t.Threshold, t.Value), phrase.Amount(t.Threshold, t.Target))
	}
	words := say.Text("reached %s", phrase.Day(campaign.DayOf(t.ReachedAt, l.Zone)))
	if !t.Held {
		return say.Text("%s, not held now", words)
	}
	return words
}

// cardTrend draws the course so far where there are no thresholds.
func (l *layout) cardTrend(top, bottom float64) {
	now := l.Snapshot
	now.Forecast = nil
	if t := figure.TrendOf(now, campaign.Pledges); len(t.Days) > 1 && bottom-top > 110 {
		l.page.chart(cardSide-6, top, l.column+12, bottom-top, t.Scene(figure.Style{Palette: paper, Text: 19}))
	}
}
