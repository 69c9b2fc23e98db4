package window

import (
	"context"
	"reflect"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app"
	"muster/app/figure"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
	"muster/campaign/scenario"
)

// closerCard looks closer at one outcome: what it would take to be likely
// enough, and which assumption matters most.
type closerCard struct {
	cardPart
	w       *Window
	of      *app.Comparison
	trial   *scenario.Outcome // what the sliders say; nil while they stand on the plan
	onTrial bool              // it is looked at
	name    string            // of the scenario that is looked at otherwise; empty for the plan
	which   *selection
	ways    *fyne.Container
	chart   *chartView
	picture *fyne.Container
	nothing *prose
	unit    *choice
	chance  bool // the chart is of the chance of the need, not of the turnout
	looked  closer
	queue   newest[scenario.Outcome]
	grow    func(campaign.Scenario)
	again   func()
}

// closer is what there is to say of one outcome.
type closer struct {
	of      scenario.Outcome
	ways    []thresholdWay
	effects []scenario.Effect
}

// thresholdWay is what it takes for one threshold.
type thresholdWay struct {
	scenario.Threshold
	scenario.Way
}

func newCloserCard(w *Window, grow func(campaign.Scenario), again func()) *closerCard {
	c := &closerCard{w: w, grow: grow, again: again, ways: container.New(column{gap: 10}), chart: newChartView(w.threads),
		nothing: newProse(sizeText, colorMuted, plain(say.Text("Nothing uncertain changes it, as things stand.")))}
	c.chart.keeps(w, say.Text("what matters most"))
	c.queue.work = c.work
	c.which = newSelect(say.Text("Scenario"), func(string) { c.choose(c.which.SelectedIndex()) })
	c.unit = newChoice([]string{say.Text("people there"), say.Text("chance of the need")}, func(i int) {
		c.chance = i == 1
		c.draw()
	})
	c.picture = container.New(&asHigh{c}, c.chart)
	title := newCardTitle(say.Text("A closer look at"))
	of := container.New(&flow{gap: spaceS, rooms: []room{{title.MinSize().Width, 0}, {260, 0}}},
		container.New(padded{top: 6}, title), c.which)
	c.Container = newCard(container.New(column{gap: 12}, of,
		newHeading(say.Text("What would give a chance of %s?", phrase.Percent(scenario.UsualChance))), c.ways,
		container.New(padded{top: spaceS}, container.New(ends{gap: spaceS}, newHeading(say.Text("What matters most?")), container.New(beside{gap: spaceM}, c.unit, c.chart.more))),
		c.picture, c.nothing,
		newHow(again, say.Text("Each uncertain assumption is set to its low and to its high in turn, which it passes 1 time in 10 each, while all others stay as uncertain as they are. The bar says how the people there, or the chance that enough come, move with it.")),
	))
	return c
}

// show takes over another comparison.
func (c *closerCard) show(of *app.Comparison) {
	if c.of == nil || c.of.Basis.Plan.ID != of.Basis.Plan.ID {
		c.trial, c.onTrial, c.name = nil, false, ""
	}
	c.of = of
	if !slices.ContainsFunc(of.Outcomes, func(o scenario.Outcome) bool { return o.Scenario.Name == c.name }) {
		c.name = ""
	}
	c.offer()
	c.look()
}

// tried takes over what the sliders say, once they rest.
func (c *closerCard) tried(o scenario.Outcome) {
	c.onTrial = c.onTrial || c.trial == nil
	c.trial = &o
	c.offer()
	if c.onTrial {
		c.look()
	}
}

// untried says that the sliders stand on the plan again.
func (c *closerCard) untried() {
	if c.trial == nil {
		return
	}
	c.trial, c.onTrial = nil, false
	c.offer()
	c.look()
}

// offer puts the outcomes there are into the menu.
func (c *closerCard) offer() {
	names := make([]string, 0, len(c.of.Outcomes)+1)
	now := 0
	for i, o := range c.of.Outcomes {
		names = append(names, phrase.ScenarioName(o.Scenario))
		if o.Scenario.Name == c.name {
			now = i
		}
	}
	if c.trial != nil {
		names = append(names, say.Text("What the sliders say"))
	}
	if c.onTrial {
		now = len(names) - 1
	}
	if !reflect.DeepEqual(c.which.Options, names) || c.which.Selected != names[now] {
		c.which.Options, c.which.Selected = names, names[now] // SetSelected would call choose
		c.which.Refresh()
	}
}

func (c *closerCard) choose(i int) {
	if i < 0 || c.of == nil {
		return
	}
	c.onTrial, c.name = i >= len(c.of.Outcomes), ""
	if !c.onTrial {
		c.name = c.of.Outcomes[i].Scenario.Name
	}
	c.look()
}

// chosen returns the outcome that is looked at.
func (c *closerCard) chosen() scenario.Outcome {
	if c.onTrial && c.trial != nil {
		return *c.trial
	}
	for _, o := range c.of.Outcomes {
		if o.Scenario.Name == c.name {
			return o
		}
	}
	return c.of.Outcomes[0]
}

func (c *closerCard) look() { c.queue.ask(c.chosen()) }

// work looks closer, away from the window's goroutine.
func (c *closerCard) work(o scenario.Outcome) {
	of, basis := c.of, c.of.Basis
	found := closer{of: o}
	c.w.work(func(context.Context) error {
		for _, t := range o.Thresholds {
			if way, ok := basis.Seek(o, t, scenario.UsualChance); ok && t.Short > 0 {
				found.ways = append(found.ways, thresholdWay{t, way})
			}
		}
		found.effects = basis.Matters(o)
		return nil
	}, func(error) {
		if c.queue.done() && of == c.of {
			c.take(found)
		}
	})
}

// take shows what was found.
func (c *closerCard) take(found closer) {
	c.looked = found
	c.ways.RemoveAll()
	for _, way := range found.ways {
		c.ways.Add(c.wayLine(way))
	}
	if len(found.ways) == 0 {
		c.ways.Add(newProse(sizeText, colorMuted, plain(c.noWay())))
	}
	showOrHide(c.unit, found.of.Plan.Need > 0)
	c.chance = c.chance && found.of.Plan.Need > 0
	c.draw()
}

// wayLine says what it takes, with a button that puts it into the sliders.
func (c *closerCard) wayLine(way thresholdWay) fyne.CanvasObject {
	words := newProse(sizeText, colorText, plain(phrase.Takes(way.Threshold, way.Way, c.of.Zone)))
	if way.Enough {
		return words
	}
	s, today := c.looked.of.Scenario, campaign.DayOf(c.of.Basis.AsOf, c.of.Zone)
	put := newButton(say.Text("Put it into the sliders"), func() {
		if way.HasGrowth {
			c.grow(way.Grown(s))
		} else {
			c.grow(withWeekly(s, way.PerWeek, today, campaign.DayOf(way.By, c.of.Zone)))
		}
	})
	return container.New(&flow{gap: spaceS, rooms: []room{{340, 1}, {put.MinSize().Width, 0}}}, words, container.New(beside{}, put))
}

// noWay says why it cannot be said what it takes.
func (c *closerCard) noWay() string {
	switch {
	case c.of.NoForecast != nil:
		return say.Text("That takes a forecast, and there is none yet.")
	case !slices.ContainsFunc(c.looked.of.Thresholds, func(t scenario.Threshold) bool { return t.Short > 0 }):
		if len(c.looked.of.Thresholds) > 0 {
			return say.Text("Every threshold on pledges is reached already.")
		}
		return say.Text("No threshold on pledges or on a share of the population is set.")
	}
	return say.Text("No threshold has a deadline within the year that the forecast covers.")
}

// draw draws what matters most.
func (c *closerCard) draw() {
	c.unit.mark(map[bool]int{false: 0, true: 1}[c.chance])
	t := c.tornado()
	moves := t.Moves()
	c.nothing.Hidden = moves
	showOrHide(c.picture, moves)
	showOrHide(c.chart.more, moves)
	c.chart.draw(t, t.Sentence())
	c.again()
}

func (c *closerCard) tornado() figure.Tornado {
	if c.chance {
		return figure.ChanceTornadoOf(c.looked.of, c.looked.effects)
	}
	return figure.TornadoOf(c.looked.of, c.looked.effects)
}

// asHigh makes the chart as high as it wants to be at its width.
type asHigh struct{ card *closerCard }

// MinSize implements fyne.Layout.
func (l *asHigh) MinSize(o []fyne.CanvasObject) fyne.Size {
	style := figure.Style{Text: float64(l.card.chart.Theme().Size(sizeLabel))}
	height := l.card.tornado().Height(style, float64(max(240, o[0].Size().Width)))
	return fyne.NewSize(240, float32(height))
}

// Layout implements fyne.Layout.
func (l *asHigh) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }
