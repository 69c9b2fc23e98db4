package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// refusalCard says why there is no forecast and what to do.
type refusalCard struct {
	cardPart
	title *text
	why   *prose
	asks  *prose
	early *button
	look  *fyne.Container // as of the last update
	add   fyne.CanvasObject
	real  fyne.CanvasObject // a way to the petition
	acts  *fyne.Container
	from  campaign.Day
}

func newRefusalCard(w *Window) *refusalCard {
	c := &refusalCard{title: newText("", sizeTitle, colorText), why: newProse(sizeGap, colorText), asks: newProse(sizeText, colorMuted)}
	c.title.style.Bold = true
	c.early = makeButton("", widget.HighImportance, func() { w.lookFrom(c.from) })
	c.look = container.New(broad{16}, c.early)
	c.add = newButton(say.Text("Add pledges"), w.addPledges)
	c.real = newButton(say.Text("See a real petition"), w.openPetition)
	c.acts = container.New(&flow{gap: spaceS, rooms: []room{{170, 0}, {120, 0}, {170, 0}}}, c.look, c.add, c.real)
	c.Container = newCard(container.New(column{gap: 10}, c.title, c.why, c.asks, c.acts))
	return c
}

func (c *refusalCard) show(p prospect) {
	c.Hidden = p.Forecast != nil
	if c.Hidden {
		return
	}
	c.title.set(say.Text("No forecast yet"))
	if p.early.IsSet() {
		c.title.set(say.Text("No forecast from today"))
	}
	if p.Past {
		c.title.set(say.Text("No forecast from %s", phrase.Day(dayOf(p.Snapshot))))
	}
	c.why.set(plain(phrase.Sentence(p.NoForecast)))
	c.from = p.early
	c.look.Hidden = !p.early.IsSet()
	showOrHide(c.add, !p.Past)
	showOrHide(c.real, !p.Past && !p.early.IsSet())
	c.early.Text = say.Text("As of %s", phrase.Day(p.early))
	c.early.Refresh()
	c.asks.set(plain(c.advice(p)))
}

// advice says what can be done instead.
func (c *refusalCard) advice(p prospect) string {
	switch {
	case p.early.IsSet():
		return say.Text("From the last update, on %s, there is a forecast to look at.", phrase.Day(p.early))
	case p.Past:
		return say.Text("More was known on a later day: look from there.")
	}
	return say.Text("From fewer, any line could be drawn. Enter what was counted earlier with its date, or import it from a file. " +
		"Until then, a real petition shows what a forecast looks like.")
}

func showOrHide(o fyne.CanvasObject, show bool) {
	if show {
		o.Show()
	} else {
		o.Hide()
	}
}
