package window

import (
	"fyne.io/fyne/v2/container"

	"muster/app/figure"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
	"muster/campaign/forecast"
)

// aheadChart is the card with the fan of totals, on which any day can be read.
type aheadChart struct {
	cardPart
	shows  prospect
	ahead  aheadSpan
	scale  figure.Scale
	spans  *choice
	scales *choice
	view   *chartView
	chart  figure.Trend // that is shown
	says   *prose       // of the day that matters most
	key    *prose       // what the colours are
	again  func()
}

// aheadSpan is how far the chart looks ahead.
type aheadSpan int

const (
	aheadUsual aheadSpan = iota - 1 // to the deadline if there is one, else 3 months
	aheadDeadline
	aheadQuarter
	aheadYear
)

// quarterAhead and yearAhead are in days.
const (
	quarterAhead = 91
	yearAhead    = 365
)

func newAheadChart(w *Window, again func()) *aheadChart {
	c := &aheadChart{
		ahead: aheadUsual, again: again, says: newProse(sizeText, colorText),
		key: newProse(sizeLabel, colorMuted, plain(say.Text("The outer band holds 8 times in 10, the inner one 5; the dotted line is as likely too high as too low. Point at the chart, or use the arrow keys on it, to read a day; drag over a part to see it alone, double-click to see all again."))),
	}
	c.view = newChartView(w.threads)
	c.view.keeps(w, say.Text("forecast"))
	c.spans = newChoice([]string{say.Text("to the deadline"), say.Text("3 months"), say.Text("1 year")}, func(i int) {
		c.ahead = aheadSpan(i)
		c.view.reset()
		c.draw()
	})
	c.scales = newChoice([]string{say.Text("linear"), say.Text("log")}, func(i int) {
		c.scale = []figure.Scale{figure.Linear, figure.Log}[i]
		c.draw()
	})
	choices := container.New(beside{gap: spaceM}, c.spans, c.scales, c.view.more)
	top := container.New(ends{gap: spaceS}, newHeading(say.Text("Where the count may go")), choices)
	how := newHow(again, forecast.Method,
		say.Text("Every answer on this screen is read from the same 1,000 futures: the range of totals on a day is that of 8 in 10 of them; the chance of a threshold is the part of them that has reached it by then."))
	c.Container = newCard(container.New(column{gap: spaceS}, top,
		c.says, container.New(tall{310, 0.36}, c.view), c.key, how))
	return c
}

func (c *aheadChart) show(p prospect) {
	if p.Campaign.ID != c.shows.Campaign.ID {
		c.ahead, c.scale = aheadUsual, figure.Auto // what suits the other campaign
		c.view.reset()
	}
	c.shows = p
	c.Hidden = p.Forecast == nil
	if !c.Hidden {
		c.draw()
	}
}

// draw shows the fan as it is chosen.
func (c *aheadChart) draw() {
	p := c.shows
	_, isDeadline := p.Outlook()
	ahead := c.ahead
	if ahead == aheadUsual || ahead == aheadDeadline && !isDeadline {
		ahead = aheadQuarter
		if isDeadline {
			ahead = aheadDeadline
		}
	}
	showOrHide(c.spans.options[aheadDeadline], isDeadline)
	showOrHide(c.spans.options[aheadYear], c.reaches(quarterAhead+1))
	c.spans.mark(int(ahead))
	c.spans.Refresh()
	c.chart = c.trend(ahead)
	c.scales.mark(int(c.chart.Chosen() - figure.Linear))
	runs := c.usual()
	c.says.set(runs...)
	c.view.draw(c.chart, said(runs))
}

// reaches reports whether the forecast goes so many days ahead.
func (c *aheadChart) reaches(days campaign.Day) bool {
	f := c.shows.Forecast
	return !(campaign.DayOf(f.AsOf, f.Zone) + days).Start(f.Zone).After(f.Futures.End())
}

// trend returns the trend up to the end of a span, with as much of the past as
// lies ahead, or a little more.
func (c *aheadChart) trend(ahead aheadSpan) figure.Trend {
	p := c.shows
	chart := figure.TrendOf(p.Snapshot, campaign.Pledges)
	day, _ := p.Outlook()
	chart.Till = map[aheadSpan]campaign.Day{
		aheadDeadline: day, aheadQuarter: chart.AsOf + quarterAhead, aheadYear: chart.AsOf + yearAhead,
	}[ahead]
	if last := campaign.DayOf(p.Forecast.Futures.End(), p.Zone); ahead != aheadDeadline {
		chart.Till = min(chart.Till, last)
	}
	chart.Foresee(*p.Forecast, chart.Till)
	chart.Scale, chart.Event = c.scale, p.Campaign.Event.Date
	chart.AsOfName = dayName(p.Snapshot)
	if p.Past {
		chart.AsOfName = say.Text("known until here")
		chart.Came = p.present.Daily[campaign.Pledges]
	}
	if from := chart.AsOf - 2*(chart.Till-chart.AsOf); !chart.Empty() {
		chart.From = max(from, chart.Days[0].Day)
	}
	return chart
}

// usual says what is forecast of the day that matters most.
func (c *aheadChart) usual() []run {
	day, _ := c.shows.Outlook()
	day = min(day, c.chart.Till)
	fan, total := c.shows.Forecast.On(day.Start(c.shows.Zone)), float64(c.shows.Forecast.Total)
	return sentenceOf(say.Text("By %s:", phrase.Day(day)), say.Text("%s as likely as not, %s 8 times in 10.", phrase.Quantile(fan, 0.5, total), phrase.Ahead(fan, total)))
}

// sentenceOf begins a sentence in bold.
func sentenceOf(name, rest string) []run { return []run{{name + " ", true}, plain(rest)} }

// said returns runs as one text.
func said(runs []run) string {
	var words string
	for _, r := range runs {
		words += r.words
	}
	return words
}
