package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// asOfChoice is where the day is chosen that everything is shown as of: typed,
// in a calendar, or by a step.
type asOfChoice struct {
	w        *Window
	typed    *entry
	wrong    *prose
	calendar *calendar
	content  *fyne.Container
	close    func()
}

func newAsOfChoice(w *Window) *asOfChoice {
	c := &asOfChoice{w: w, typed: newEntry(), wrong: newProse(sizeLabel, colorError), close: func() {}}
	c.wrong.Hide()
	day := dayOf(w.snapshot)
	c.typed.Text = day.String()
	c.typed.OnSubmitted = func(string) { c.take() }
	c.calendar = newCalendar(c.choose)
	c.calendar.last = w.today()
	c.calendar.show(day, day)
	title := newText(say.Text("Show everything as it was on"), sizeText, colorText)
	c.typed.label = title.words
	title.style.Bold = true
	field := container.New(ends{gap: spaceS}, c.typed, newButton(say.Text("Show"), c.take))
	after := makeButton(say.Text("Day after")+" ›", widget.LowImportance, func() { c.choose(day + 1) })
	enable(after, day < c.calendar.last)
	today := makeButton(say.Text("Today"), widget.LowImportance, func() { c.choose(c.calendar.last) })
	enable(today, w.snapshot.Past)
	steps := container.NewGridWithColumns(3,
		makeButton("‹ "+say.Text("Day before"), widget.LowImportance, func() { c.choose(day - 1) }), today, after)
	c.content = container.New(column{gap: spaceS}, title, field, c.wrong, steps, c.calendar, c.ledger())
	return c
}

// ledger leads to the first and the last day that something was counted.
func (c *asOfChoice) ledger() fyne.CanvasObject {
	first, last, ok := counted(c.w.present)
	if !ok {
		return newProse(sizeLabel, colorMuted, plain(say.Text("Nothing has been counted yet.")))
	}
	way := func(day campaign.Day) fyne.CanvasObject {
		return makeButton(phrase.Day(day), widget.LowImportance, func() { c.choose(day) })
	}
	if first == last {
		return container.New(beside{gap: spaceXS}, newText(say.Text("Counted on"), sizeLabel, colorMuted), way(first))
	}
	return container.New(beside{gap: spaceXS}, newText(say.Text("Counted from"), sizeLabel, colorMuted), way(first),
		newText(say.Text("to"), sizeLabel, colorMuted), way(last))
}

// take looks from the day that is typed.
func (c *asOfChoice) take() {
	day, err := campaign.ParseDay(strings.TrimSpace(c.typed.Text))
	switch {
	case err != nil:
		c.complain(phrase.Sentence(err))
	case day > c.calendar.last:
		c.complain(say.Text("That day is still to come: choose one in the past."))
	default:
		c.choose(day)
	}
}

func (c *asOfChoice) choose(day campaign.Day) {
	c.close()
	c.w.lookFrom(day)
}

func (c *asOfChoice) complain(why string) {
	c.wrong.set(plain(why))
	c.wrong.Show()
	c.content.Refresh()
}

// chooseAsOf opens the choice of the day below the header's.
func (w *Window) chooseAsOf() {
	if w.snapshot.Zone == nil {
		return // nothing is open yet
	}
	c := newAsOfChoice(w)
	popup := widget.NewPopUp(container.New(around(spaceM), container.New(wide{300}, c.content)), w.Canvas())
	c.close = popup.Hide
	popup.ShowAtPosition(beneath(w.shell.header.asOf, popup.MinSize()))
	w.Canvas().Focus(c.typed)
}
