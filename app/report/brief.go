package report

import (
	"strings"

	"muster/app/figure"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// What a brief keeps free below for what comes after its thresholds.
const (
	briefTail = 122.0
	briefRow  = 21.0
)

// brief lays out the report of one page. What finds no room on it is in the
// full report.
func (l *layout) brief() {
	l.header(titleInk)
	l.count()
	l.briefChart()
	l.briefThresholds()
	if l.y+60 < l.bottom() {
		l.part(say.Text("From pledges to people"))
		words := joined(" ", phrase.Expected(l.Turnout), phrase.MeetingNeed(l.Turnout), phrase.Needed(l.Turnout))
		l.fill(wrap(words, cellInk, l.column, 4), cellInk)
	}
	l.y += 8
	if room := int((l.bottom() - l.y) / (8 * 1.5)); room > 0 {
		small := ink{8, false, paper.Secondary}
		l.fill(wrap(strings.Join(l.notes.lines(), " "), small, l.column, room), small)
	}
}

// fill sets as many lines as there is room for.
func (l *layout) fill(lines []string, i ink) {
	if room := int((l.bottom() - l.y) / (i.size * 1.5)); len(lines) > room {
		lines = lines[:max(0, room)]
	}
	l.lines(lines, i)
}

func (l *layout) briefChart() {
	t := figure.TrendOf(l.Snapshot, campaign.Pledges)
	title := say.Text("The count over time")
	if len(t.Fan) > 0 {
		title = say.Text("Where it is heading")
	}
	l.part(title)
	if t.Empty() {
		l.paragraph(say.Text("No counts have been entered yet."), cellInk)
		return
	}
	height := 0.0 // what a chart needs to be read is worth more than a sixth threshold
	for rows := min(len(l.Standing.Thresholds), 6); rows >= 0 && height < 130; rows-- {
		height = min(170, l.bottom()-l.y-briefTail-100-float64(rows)*briefRow)
	}
	if height < 70 {
		return
	}
	l.page.chart(margin-3, l.y, l.column+6, height, t.Scene(style))
	l.y += height + 4
	l.fill(wrap(joined(" ", l.outlook(), bands(t)), smallInk, l.column, 2), smallInk)
}

// briefThresholds lists as many thresholds as there is room for, and says how
// many more there are.
func (l *layout) briefThresholds() {
	if l.y+100 > l.bottom() {
		return
	}
	l.part(say.Text("Thresholds"))
	all := l.Standing.Thresholds
	if len(all) == 0 {
		l.paragraph(say.Text("No thresholds are set."), cellInk)
		return
	}
	table := l.thresholdTable(1)
	table.head()
	for i, t := range all {
		if l.y+briefRow+briefTail > l.bottom() && i > 0 {
			left := int64(len(all) - i)
			l.fill([]string{say.Count("%s thresholds more are in the full report.", left, phrase.Count(left))}, smallInk)
			return
		}
		l.threshold(table, t)
	}
}
