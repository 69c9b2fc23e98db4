package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// groundsCard names the defaults that the turnout rests on.
type groundsCard struct {
	cardPart
	list *fyne.Container
	rows *flow
}

func newGroundsCard(toPlan func()) *groundsCard {
	c := &groundsCard{rows: &flow{gap: spaceM}}
	c.list = container.New(c.rows)
	c.Container = newCard(container.New(column{gap: 10},
		newHeading(say.Text("Defaults, until the plan says otherwise")), c.list,
		container.New(beside{}, newButton(say.Text("Change them in Plan"), toPlan))))
	return c
}

func (c *groundsCard) show(o outlook) {
	c.list.Objects, c.rows.rooms = nil, nil
	for _, a := range phrase.Assumptions(o.Turnout) {
		m := newMark("")
		m.set(map[string]campaign.Mark{"it": {Kind: "default", Ground: a.Source}}, "it")
		value := newText(a.Value, sizeText, colorText)
		value.style.Bold = true
		c.add(container.New(column{gap: 2}, newProse(sizeText, colorText, plain(a.Name())),
			container.New(beside{gap: 6}, value, m), newProse(sizeLabel, colorMuted, plain(phrase.FullStop(phrase.Capital(a.Source))))))
	}
	if len(c.list.Objects) == 0 {
		c.add(newProse(sizeText, colorMuted, plain(say.Text("None is left: every rate is the plan's own."))))
	}
}

func (c *groundsCard) add(o fyne.CanvasObject) {
	c.rows.rooms = append(c.rows.rooms, room{250, 1}) // before it is laid out by it
	c.list.Add(o)
}
