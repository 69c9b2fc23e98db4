package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app/phrase"
	"muster/campaign"
)

// groundsCard names the defaults that the turnout rests on.
type groundsCard struct {
	cardPart
	list *fyne.Container
}

func newGroundsCard(toPlan func()) *groundsCard {
	c := &groundsCard{list: container.New(column{gap: spaceS})}
	c.Container = newCard(container.New(column{gap: 10},
		newHeading("Defaults, until the plan says otherwise"), c.list,
		container.New(beside{}, newButton("Change them in Plan", toPlan))))
	return c
}

func (c *groundsCard) show(o outlook) {
	c.list.RemoveAll()
	for i, a := range phrase.Assumptions(o.Turnout) {
		if i > 0 {
			c.list.Add(widget.NewSeparator())
		}
		m := newMark("")
		m.set(map[string]campaign.Mark{"it": {Kind: "default", Ground: a.Source}}, "it")
		value := newText(a.Value, sizeText, colorText)
		value.style.Bold = true
		name := newProse(sizeText, colorText, plain(a.Name()))
		c.list.Add(container.New(column{gap: 2},
			name, container.New(beside{gap: 6}, value, m), newProse(sizeLabel, colorMuted, plain(fullStop(capital(a.Source))))))
	}
	if len(c.list.Objects) == 0 {
		c.list.Add(newProse(sizeText, colorMuted, plain("None is left: every rate is the plan's own.")))
	}
}
