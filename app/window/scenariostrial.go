package window

import (
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
	"muster/campaign/scenario"
)

// trialCard is where sliders change the plan, or a scenario, and the answers
// follow while they are dragged.
type trialCard struct {
	cardPart
	of      *app.Comparison
	levers  levers
	dials   *dials
	made    dialsKey // what the sliders were made for
	starts  *prose
	changes *prose
	why     *prose // why sliders are missing
	answers *answers
	groups  *fyne.Container
	keep    *button
	reset   *button
	moved   func(campaign.Scenario, bool) // tells that something is tried, or no longer
	resized func()
}

// dialsKey is what sliders depend on.
type dialsKey struct {
	id       campaign.ID
	deadline campaign.Day
	need     int64
	today    campaign.Day
	ahead    bool
	tiers    string
}

func newTrialCard(w *Window, keep func(campaign.Scenario), settled func(scenario.Outcome), resized func()) *trialCard {
	c := &trialCard{
		starts: newProse(sizeText, colorMuted), why: newProse(sizeText, colorMuted), changes: newProse(sizeText, colorText),
		groups: container.New(&equals{gap: spaceL, least: 250}), resized: resized,
	}
	c.answers = newAnswers(w, func(o scenario.Outcome) {
		if c.tries() {
			settled(o)
		}
	}, resized)
	c.keep = makeButton(say.Text("Keep as scenario"), widget.HighImportance, func() { keep(c.scenario()) })
	c.reset = makeButton(say.Text("Reset"), widget.LowImportance, func() { c.start(campaign.Scenario{}) })
	buttons := container.New(beside{gap: spaceS}, container.NewStack(newSurface(8), container.New(broad{12}, c.reset)),
		container.New(broad{16}, c.keep))
	c.Container = newCard(container.New(column{gap: 12},
		container.New(ends{gap: spaceM}, newCardTitle(say.Text("What if?")), buttons),
		c.starts, c.answers, container.New(padded{top: spaceS}, c.groups), c.changes, c.why))
	return c
}

// show takes over what follows from the plan as it now is.
func (c *trialCard) show(of *app.Comparison) {
	another := c.of == nil || c.of.Basis.Plan.ID != of.Basis.Plan.ID
	c.of = of
	c.answers.begin(of)
	plan := of.Outcomes[0]
	if another {
		c.levers = leversAt(campaign.Scenario{}, campaign.DayOf(of.Basis.AsOf, of.Zone), of.Basis.Plan.Deadline)
	}
	if key := keyOf(of); c.dials == nil || c.made != key {
		c.made = key
		c.dials = dialsFor(of.Basis, plan, c.move)
		c.groups.RemoveAll()
		for _, group := range c.dials.groups {
			box := container.New(column{gap: spaceXS})
			for _, d := range group {
				box.Add(d.Container)
			}
			c.groups.Add(box)
		}
	}
	c.why.Hidden = of.NoForecast == nil
	if of.NoForecast != nil {
		c.why.set(plain(say.Text("There is no forecast yet, so growth, moments and what pledgers bring change nothing here. %s", phrase.Sentence(of.NoForecast))))
	}
	c.dials.show(c.levers)
	c.follow()
}

func keyOf(of *app.Comparison) dialsKey {
	b := of.Basis
	key := dialsKey{b.Plan.ID, b.Plan.Deadline, b.Plan.Need, campaign.DayOf(b.AsOf, of.Zone), b.Futures != nil, ""}
	for _, t := range of.Outcomes[0].Today.Tiers {
		key.tiers += t.Name + "\x00" + phrase.Rates(t.Show) + "\x00"
	}
	return key
}

// scenario returns what is tried.
func (c *trialCard) scenario() campaign.Scenario { return c.levers.scenario(c.dials.tiers) }

// tries reports whether anything is changed.
func (c *trialCard) tries() bool {
	return c.dials != nil && !reflect.DeepEqual(c.scenario(), campaign.Scenario{})
}

// start puts the sliders where a scenario has them.
func (c *trialCard) start(s campaign.Scenario) {
	c.levers = leversAt(s, campaign.DayOf(c.of.Basis.AsOf, c.of.Zone), c.of.Basis.Plan.Deadline)
	c.dials.show(c.levers)
	c.follow()
}

// move is called as a slider is dragged.
func (c *trialCard) move(d *dial, v float64) {
	d.set(&c.levers, v)
	d.tell(c.levers)
	c.follow()
}

// follow lets the answers follow the sliders.
func (c *trialCard) follow() {
	s, tries := c.scenario(), c.tries()
	enable(c.keep, tries && !reflect.DeepEqual(s, c.levers.base))
	enable(c.reset, tries)
	before := c.Container.MinSize()
	words := say.Text("Move a slider: the answers follow. What you like you can keep as a scenario.")
	switch {
	case c.levers.base.Name != "":
		words = say.Text("From the scenario “%s”.", c.levers.base.Name)
	case tries:
		words = say.Text("The plan, changed as the sliders say.")
	}
	if c.starts.AccessibilityLabel() != words {
		c.starts.set(plain(words))
	}
	words = changesOf(s)
	c.changes.Hidden = words == ""
	c.changes.set(plain(words))
	if c.Container.MinSize() != before {
		c.resized()
	}
	c.moved(s, tries)
	c.answers.ask(s)
}

// changesOf returns what a scenario changes as a sentence.
func changesOf(s campaign.Scenario) string {
	words := ""
	for i, change := range phrase.Changes(s) {
		if i > 0 {
			words += "; "
		}
		words += change
	}
	return phrase.FullStop(phrase.Capital(words))
}
