package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// dayCard says what so many people need on the day, a line a need; each opens
// on its rules of thumb.
type dayCard struct {
	cardPart
	now    outlook
	chosen int // how many people to plan for, among those offered; below 0 for the usual
	save   planChange
	again  func()
	choice *fyne.Container
	words  []string // of the choice
	title  *text
	flow   *fyne.Container
	lines  []*dayLine
}

// dayLine is one need.
type dayLine struct {
	*opening
	name    string
	rules   []*ruleEditor
	regions *prose // coaches by region
}

func newDayCard(save planChange, again func()) *dayCard {
	c := &dayCard{
		save: save, again: again, chosen: -1,
		title:  newHeading(""),
		choice: container.New(beside{}),
		flow:   container.New(&flow{gap: 4}),
	}
	about := newProse(sizeLabel, colorMuted, plain(say.Text("Rules of thumb, to begin planning with. A line opens on its rule and where that comes from; your own value takes its place.")))
	c.Container = newCard(container.New(column{gap: 10},
		container.New(ends{gap: spaceS}, c.title, c.choice), about, c.flow))
	return c
}

// crowd is a number of people that the day may be planned for.
type crowd struct {
	name   string
	people float64
}

// crowds returns those on offer, and which one is usual.
func (c *dayCard) crowds() (all []crowd, usual int) {
	o := c.now
	if o.Expected.P90 > 0 {
		all = append(all, crowd{say.Text("likely"), o.Expected.P50}, crowd{say.Text("high"), o.Expected.P90})
	}
	if o.Need > 0 {
		all = append(all, crowd{say.Text("need"), float64(o.Need)})
	}
	usual = slices.IndexFunc(all, func(c crowd) bool { return c.people == o.PlanFor() })
	return all, max(0, usual)
}

func (c *dayCard) show(o outlook) {
	if o.Campaign.ID != c.now.Campaign.ID {
		c.chosen = -1
	}
	c.now = o
	c.fill()
}

// fill says what is needed by those chosen.
func (c *dayCard) fill() {
	all, usual := c.crowds()
	if c.Hidden = len(all) == 0; c.Hidden {
		return
	}
	chosen := usual
	if c.chosen >= 0 && c.chosen < len(all) {
		chosen = c.chosen
	}
	c.offer(all, chosen)
	people := all[chosen].people
	c.title.set(say.Count("What %s people need on the day", int64(people), phrase.About(people)))
	needs := phrase.DayNeeds(c.now.Campaign.DayNeeds(people))
	if len(needs) != len(c.lines) {
		c.build(needs)
	}
	for i, n := range needs {
		line := c.lines[i]
		line.line.value.set(n.Amount)
		line.line.Refresh()
		for j, r := range n.Rules {
			line.rules[j].show(r)
		}
		line.regions.Hidden = n.Of != campaign.NeedCoaches
		if n.Of == campaign.NeedCoaches {
			line.regions.set(plain(phrase.ByRegion(c.now.Campaign.Coaches(people, c.now.Standing.ByRegion))))
			line.regions.Hidden = line.regions.AccessibilityLabel() == ""
		}
	}
}

// offer shows the choice of how many people to plan for.
func (c *dayCard) offer(all []crowd, chosen int) {
	var words []string
	for _, crowd := range all {
		words = append(words, crowd.name+" "+phrase.About(crowd.people))
	}
	if !slices.Equal(words, c.words) {
		c.words = words
		c.choice.Objects = []fyne.CanvasObject{newChoice(words, func(i int) {
			c.chosen = i
			c.fill()
			c.again()
		})}
	}
	c.choice.Objects[0].(*choice).mark(chosen)
}

// build makes a line for each need.
func (c *dayCard) build(needs []phrase.DayNeed) {
	c.lines, c.flow.Objects = nil, nil
	rows := c.flow.Layout.(*flow)
	rows.rooms = nil
	for _, n := range needs {
		line := &dayLine{name: n.Name, regions: newProse(sizeLabel, colorMuted)}
		inside := container.New(column{gap: 12})
		for range n.Rules {
			editor := newRuleEditor(c.save)
			line.rules = append(line.rules, editor)
			inside.Add(editor)
		}
		inside.Add(line.regions)
		line.opening = newOpening(n.Name, c.again, inside)
		c.lines = append(c.lines, line)
		rows.rooms = append(rows.rooms, room{400, 1}) // before it is laid out by it
		c.flow.Add(container.New(padded{right: spaceM}, line.opening))
	}
}
