package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/figure"
	"muster/app/say"
	"muster/campaign"
)

// trendCard is the card with the count over time.
type trendCard struct {
	widget.BaseWidget
	now    app.Snapshot
	months int // shown up to now; 0 for all
	scale  figure.Scale
	spans  *choice
	scales *choice
	view   *chartView
	chart  figure.Trend    // that is shown
	empty  *fyne.Container // what to do while there is nothing to draw
}

// spans are how far back the chart may look, in months.
var spans = []int{3, 12, 0}

func newTrendCard(w *Window) *trendCard {
	c := &trendCard{view: newChartView(w.threads), empty: newNoCounts(w.addPledges)}
	c.spans = newChoice([]string{say.Text("3 months"), say.Text("1 year"), say.Text("all")}, func(i int) {
		c.months = spans[i]
		c.view.reset()
		c.draw()
	})
	c.spans.mark(2)
	c.scales = newChoice([]string{say.Text("linear"), say.Text("log")}, func(i int) {
		c.scale = []figure.Scale{figure.Linear, figure.Log}[i]
		c.draw()
	})
	c.view.keeps(w, say.Text("pledges over time"))
	c.ExtendBaseWidget(c)
	return c
}

func (c *trendCard) show(now app.Snapshot) {
	if now.Campaign.ID != c.now.Campaign.ID {
		c.scale = figure.Auto // what suits the other campaign
		c.view.reset()
	}
	c.now = now
	c.draw()
}

// draw shows the trend as it is chosen.
func (c *trendCard) draw() {
	chart := figure.TrendOf(c.now, campaign.Pledges)
	chart.AsOfName = dayName(c.now)
	chart.Scale = c.scale
	if first, ok := firstShown(chart, c.months); ok {
		chart.From = first
	}
	c.scales.mark(int(chart.Chosen() - figure.Linear))
	none := chart.Empty()
	c.view.Hidden, c.view.more.Hidden, c.spans.Hidden, c.scales.Hidden = none, none, none, none
	c.empty.Hidden = !none
	c.chart = chart
	c.view.draw(chart, chart.Sentence())
	c.Refresh()
}

// firstShown returns the day so many months before the line ends, unless the
// count began later anyway.
func firstShown(chart figure.Trend, months int) (campaign.Day, bool) {
	if months == 0 || chart.Empty() {
		return 0, false
	}
	year, month, day := chart.End().Date()
	first := campaign.NewDay(year, month-time.Month(months), day)
	return first, first > chart.Days[0].Day
}

// newNoCounts returns what stands in the place of the chart while nothing is
// counted.
func newNoCounts(add func()) *fyne.Container {
	title := newText(say.Text("No pledges counted yet"), sizeGap, colorText)
	title.style.Bold = true
	why := newText(say.Text("Their number over time is drawn here, from the first count on."), sizeText, colorMuted)
	return container.NewCenter(container.NewVBox(
		container.NewCenter(newDrawing(glyphTrend, colorMuted, 40)),
		container.NewCenter(title), container.NewCenter(why),
		container.NewCenter(container.New(padded{top: spaceS}, newButton(say.Text("Add the first count"), add)))))
}

// CreateRenderer implements fyne.Widget.
func (c *trendCard) CreateRenderer() fyne.WidgetRenderer {
	choices := container.New(beside{gap: spaceM}, c.spans, c.scales, c.view.more)
	top := container.New(ends{gap: spaceS}, newHeading(say.Text("Pledges over time")), choices)
	return widget.NewSimpleRenderer(newTitledCard(top, container.NewStack(c.view, c.empty)))
}
