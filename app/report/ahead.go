package report

import (
	"time"

	"muster/app/figure"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// outlook says where the count may be by the deadline, if that is known.
func (l *layout) outlook() string {
	if l.Forecast == nil {
		return ""
	}
	day, isDeadline := l.Outlook()
	return phrase.Outlook(l.Forecast.On(day.Start(l.Zone)), l.Forecast.Total, day, isDeadline)
}

// noForecast says why nothing can be said of what is to come.
func (l *layout) noForecast() string {
	return say.Text("No forecast yet.") + " " + phrase.Sentence(l.NoForecast)
}

// bands explains the fan of a chart.
func bands(t figure.Trend) string {
	if len(t.Fan) == 0 {
		return ""
	}
	return say.Text("Ahead: the range that holds 8 times in 10, and within it that of 5 in 10.")
}

// ahead is the chapter on where the pledges may go.
func (l *layout) ahead() {
	l.chapter(say.Text("Forecast"))
	if l.Forecast == nil {
		if l.NoForecast != nil {
			l.paragraph(l.noForecast(), cellInk)
		} else {
			l.paragraph(say.Text("No forecast yet."), cellInk)
		}
		return
	}
	l.sentences(l.outlook())
	t := figure.TrendOf(l.Snapshot, campaign.Pledges)
	if !t.Empty() {
		l.chart(t.Scene(style), 200, bands(t), say.Text("The dotted line is the middle: as likely too high as too low."))
	}
	l.totalsAhead()
	l.datesAhead()
}

// totalsAhead lists the range of totals on days to come.
func (l *layout) totalsAhead() {
	f := l.Forecast
	l.section(say.Text("Totals to come"))
	t := l.table(tableColumn{title: say.Text("On (a day)")}, tableColumn{title: say.Text("1 in 10 below"), width: 95, right: true},
		tableColumn{title: say.Text("Even chance"), width: 95, right: true}, tableColumn{title: say.Text("1 in 10 above"), width: 95, right: true})
	for _, at := range l.momentsAhead() {
		fan, total := f.On(at), float64(f.Total)
		t.row(words(phrase.Moment(at, l.Zone), 1), t.number(1, phrase.Quantile(fan, 0.1, total)),
			t.number(2, phrase.Quantile(fan, 0.5, total)), t.number(3, phrase.Quantile(fan, 0.9, total)))
	}
}

// momentsAhead are a week, a month and a quarter ahead, and the day that
// matters most.
func (l *layout) momentsAhead() []time.Time {
	day, _ := l.Outlook()
	last := day.Start(l.Zone)
	var all []time.Time
	for _, days := range []int{7, 30, 91} {
		if at := l.Forecast.AsOf.In(l.Zone).AddDate(0, 0, days); at.Before(last) {
			all = append(all, at)
		}
	}
	return append(all, last)
}

// datesAhead lists when thresholds may be reached.
func (l *layout) datesAhead() {
	if len(l.Forecast.Thresholds) == 0 {
		return
	}
	l.section(say.Text("When thresholds may be reached"))
	t := l.table(tableColumn{title: say.Text("Threshold")}, tableColumn{title: say.Text("Target"), width: 66, right: true},
		tableColumn{title: say.Text("1 in 10 by"), width: 68}, tableColumn{title: say.Text("Even chance by"), width: 76}, tableColumn{title: say.Text("9 in 10 by"), width: 68})
	for _, th := range l.Forecast.Thresholds {
		t.row(words(th.Name, 2), t.number(1, phrase.Figure(th.Target)), words(phrase.Reach(th.Dates.P10, l.Zone), 2),
			words(phrase.Reach(th.Dates.P50, l.Zone), 2), words(phrase.Reach(th.Dates.P90, l.Zone), 2))
	}
}
