package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app/phrase"
	"muster/campaign"
)

// refusalCard says why there is no forecast and what to do, or that it is
// being worked out.
type refusalCard struct {
	cardPart
	title *text
	why   *prose
	asks  *prose
	early *button
	look  *fyne.Container // as of the last update
	back  *fyne.Container // to now
	add   fyne.CanvasObject
	real  fyne.CanvasObject // a way to the petition
	acts  *fyne.Container
	from  time.Time
	past  *pastDay
}

func newRefusalCard(w *Window, look func(time.Time), again func()) *refusalCard {
	c := &refusalCard{title: newText("", sizeTitle, colorText), why: newProse(sizeGap, colorText), asks: newProse(sizeText, colorMuted)}
	c.title.style.Bold = true
	c.early = makeButton("", widget.HighImportance, func() { look(c.from) })
	c.past = newPastDay(look, again)
	c.look = container.New(broad{16}, c.early)
	c.back = container.NewStack(newButton("Back to now", func() { look(time.Time{}) }))
	c.add = newButton("Add pledges", w.addPledges)
	c.real = newButton("See a real petition", w.openPetition)
	c.acts = container.New(&flow{gap: spaceS, rooms: []room{{170, 0}, {120, 0}, {120, 0}, {170, 0}}}, c.look, c.back, c.add, c.real)
	c.Container = newCard(container.New(column{gap: 10}, c.title, c.why, c.asks, c.acts, c.past))
	return c
}

func (c *refusalCard) show(p prospect) {
	c.Hidden = p.Forecast != nil
	c.acts.Hidden, c.asks.Hidden = p.waiting(), p.waiting()
	if p.waiting() {
		c.title.set("Working out the forecast…")
		c.why.set(plain("Where the count may go is being worked out from what has been counted."))
		return
	}
	if !p.refused() {
		return
	}
	c.past.show(p)
	c.past.Hidden = !p.past && p.early.IsZero()
	c.title.set("No forecast yet")
	if !p.early.IsZero() {
		c.title.set("No forecast from today")
	}
	if p.past {
		c.title.set("No forecast from " + phrase.Day(campaign.DayOf(p.Standing.AsOf, p.Zone)))
	}
	c.why.set(plain(sentence(p.NoForecast)))
	c.from = p.early
	c.look.Hidden, c.back.Hidden = p.early.IsZero(), !p.past
	showOrHide(c.add, !p.past)
	showOrHide(c.real, !p.past && p.early.IsZero())
	c.early.Text = "As of " + phrase.Day(campaign.DayOf(p.early, zoneOf(p.now)))
	c.early.Refresh()
	c.asks.set(plain(c.advice(p)))
}

// advice says what can be done instead.
func (c *refusalCard) advice(p prospect) string {
	switch {
	case !p.early.IsZero():
		return "From the last update, on " + phrase.Moment(p.early, p.Zone) + ", there is a forecast to look at."
	case p.past:
		return "More was known on a later day: look from there."
	}
	return "From fewer, any line could be drawn. Enter what was counted earlier with its date, or import it from a file. " +
		"Until then, a real petition shows what a forecast looks like."
}

func showOrHide(o fyne.CanvasObject, show bool) {
	if show {
		o.Show()
	} else {
		o.Hide()
	}
}
