package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app/figure"
	"muster/app/phrase"
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
	fan    *fanView
	says   *prose // the day that is pointed at
	key    *prose // what the colours are
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

func newAheadChart(t threads, again func()) *aheadChart {
	c := &aheadChart{
		ahead: aheadUsual, again: again, says: newProse(sizeText, colorText),
		key: newProse(sizeLabel, colorMuted, plain("The outer band holds 8 times in 10, the inner one 5; the dotted line is as likely too high as too low. Point at the chart, or use the arrow keys on it, to read a day.")),
	}
	c.fan = newFanView(t, c.say)
	c.spans = newChoice([]string{"to the deadline", "3 months", "1 year"}, func(i int) {
		c.ahead = aheadSpan(i)
		c.draw()
	})
	c.scales = newChoice([]string{"linear", "log"}, func(i int) {
		c.scale = []figure.Scale{figure.Linear, figure.Log}[i]
		c.draw()
	})
	choices := container.New(beside{gap: spaceM}, c.spans, c.scales)
	top := container.New(ends{gap: spaceS}, newHeading("Pledges and where they may go"), choices)
	how := newHow(again, forecast.Method,
		"Every answer on this screen is read from the same 1,000 futures: the range of totals on a day is that of 8 in 10 of them; the chance of a threshold is the part of them that has reached it by then.")
	c.Container = newCard(container.New(column{gap: spaceS}, top,
		container.New(&steady{}, c.says), container.New(tall{290}, c.fan), c.key, how))
	return c
}

func (c *aheadChart) show(p prospect) {
	if p.Campaign.ID != c.shows.Campaign.ID {
		c.ahead, c.scale = aheadUsual, figure.Auto // what suits the other campaign
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
	chart := c.chart(ahead)
	c.scales.mark(int(chart.Chosen() - figure.Linear))
	c.fan.set(chart)
	c.sayUsual()
}

// reaches reports whether the forecast goes so many days ahead.
func (c *aheadChart) reaches(days campaign.Day) bool {
	f := c.shows.Forecast
	return !(campaign.DayOf(f.AsOf, f.Zone) + days).Start(f.Zone).After(f.Futures.End())
}

// chart returns the trend up to the end of a span, with as much of the past as
// lies ahead, or a little more.
func (c *aheadChart) chart(ahead aheadSpan) figure.Trend {
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
	chart.AsOfName = "today"
	if p.past {
		chart.AsOfName = "known until here"
	}
	if from := chart.AsOf - 2*(chart.Till-chart.AsOf); !chart.Empty() {
		chart.From = max(from, chart.Days[0].Day)
	}
	return chart
}

// sayUsual says the day that matters most, while no other is pointed at.
func (c *aheadChart) sayUsual() {
	day, _ := c.shows.Outlook()
	day = min(day, c.fan.chart.Till)
	c.says.set(c.range8("By "+phrase.Day(day)+": ", day.Start(c.shows.Zone))...)
}

// range8 says what is forecast of a moment.
func (c *aheadChart) range8(name string, at time.Time) []run {
	fan, total := c.shows.Forecast.On(at), float64(c.shows.Forecast.Total)
	return []run{{name, true}, plain(phrase.Quantile(fan, 0.5, total) + " as likely as not, "), {phrase.Ahead(fan, total), true}, plain(" 8 times in 10.")}
}

// say says what is known of a day.
func (c *aheadChart) say(day campaign.Day) {
	if !day.IsSet() {
		c.sayUsual()
		return
	}
	p := c.shows
	name := run{words: phrase.Day(day) + ": ", bold: true}
	if day <= c.fan.chart.AsOf {
		words := "nothing counted yet."
		if total, ok := totalOn(p.Daily[campaign.Pledges], day); ok {
			words = phrase.Plural(total, "pledge", "pledges") + "."
		}
		c.says.set(name, plain(words))
		return
	}
	runs := c.range8(name.words, (day + 1).Start(p.Zone))
	if days := p.now.Daily[campaign.Pledges]; p.past && len(days) > 0 && day <= days[len(days)-1].Day {
		came, _ := totalOn(days, day)
		runs = append(runs, plain(" It came to "+phrase.Count(came)+"."))
	}
	c.says.set(runs...)
}

// steady keeps the greatest height that one object has needed at a width, so
// that what is below it does not jump.
type steady struct{ width, height float32 }

// MinSize implements fyne.Layout.
func (l *steady) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := objects[0].MinSize()
	return fyne.NewSize(least.Width, max(l.height, least.Height))
}

// Layout implements fyne.Layout.
func (l *steady) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if size.Width != l.width {
		l.width, l.height = size.Width, 0
	}
	l.height = max(l.height, heightAt(objects[0], size.Width))
	objects[0].Resize(fyne.NewSize(size.Width, l.height))
}
