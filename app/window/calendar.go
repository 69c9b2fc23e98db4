package window

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// calendar shows one month, marks the chosen day, and lets a day be chosen, up
// to the last one if there is one.
type calendar struct {
	widget.BaseWidget
	month, chosen, last campaign.Day // the month by its first day
	choose              func(campaign.Day)
	title               *text
	days                [calendarCells]*button
	content             *fyne.Container
}

// calendarCells are the days of six weeks.
const calendarCells = 42

func newCalendar(choose func(campaign.Day)) *calendar {
	c := &calendar{choose: choose, title: newText("", sizeText, colorText)}
	c.title.style.Bold, c.title.align = true, fyne.TextAlignCenter
	grid := container.NewGridWithColumns(7)
	for _, name := range phrase.Weekdays() {
		head := newText(name, sizeLabel, colorMuted)
		head.align = fyne.TextAlignCenter
		grid.Add(head)
	}
	for i := range c.days {
		c.days[i] = makeButton("", widget.LowImportance, func() { c.choose(c.monday() + campaign.Day(i)) })
		c.days[i].other = func(key fyne.KeyName) bool { return c.step(c.monday()+campaign.Day(i), key) }
		grid.Add(c.days[i])
	}
	c.content = container.New(column{gap: spaceXS}, c.top(), grid)
	c.ExtendBaseWidget(c)
	return c
}

// top returns the name of the month between the ways to others.
func (c *calendar) top() fyne.CanvasObject {
	step := func(icon fyne.Resource, label string, years, months int) fyne.CanvasObject {
		return newIconButton(icon, label, func() { c.turn(years, months) })
	}
	return container.NewBorder(nil, nil,
		container.NewHBox(step(theme.MediaFastRewindIcon(), say.Text("A year back"), -1, 0), step(theme.NavigateBackIcon(), say.Text("A month back"), 0, -1)),
		container.NewHBox(step(theme.NavigateNextIcon(), say.Text("A month on"), 0, 1), step(theme.MediaFastForwardIcon(), say.Text("A year on"), 1, 0)),
		container.New(padded{top: 9}, c.title))
}

// turn goes so many years and months on.
func (c *calendar) turn(years, months int) {
	y, m, _ := c.month.Date()
	c.show(campaign.NewDay(y+years, m+time.Month(months), 1), c.chosen)
}

// show shows the month of a day, with the chosen day marked.
func (c *calendar) show(month, chosen campaign.Day) {
	y, m, _ := month.Date()
	c.month, c.chosen = campaign.NewDay(y, m, 1), chosen
	c.title.set(phrase.Month(c.month))
	for i, cell := range c.days {
		day := c.monday() + campaign.Day(i)
		_, in, number := day.Date()
		cell.Text, cell.Importance = strconv.Itoa(number), widget.LowImportance
		if day == chosen && in == m {
			cell.Importance = widget.HighImportance
		}
		if in != m { // empty, not hidden: a grid closes the gaps of what is hidden
			cell.Text = ""
		}
		enable(cell, in == m && (day <= c.last || !c.last.IsSet()))
		cell.Refresh()
	}
}

// step goes from a day to another by an arrow key, and reports whether it is one.
func (c *calendar) step(from campaign.Day, key fyne.KeyName) bool {
	far, ok := map[fyne.KeyName]campaign.Day{fyne.KeyLeft: -1, fyne.KeyRight: 1, fyne.KeyUp: -7, fyne.KeyDown: 7}[key]
	if !ok {
		return false
	}
	to := from + far
	if c.last.IsSet() {
		to = min(to, c.last)
	}
	if y, m, _ := to.Date(); campaign.NewDay(y, m, 1) != c.month {
		c.show(to, c.chosen)
	}
	c.focus(to)
	return true
}

// focus gives a day of the month the focus.
func (c *calendar) focus(day campaign.Day) {
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(c); canvas != nil {
		canvas.Focus(c.days[day-c.monday()])
	}
}

// monday returns the day of the first cell.
func (c *calendar) monday() campaign.Day {
	return c.month - campaign.Day((c.month.Weekday()+6)%7)
}

// CreateRenderer implements fyne.Widget.
func (c *calendar) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.content) }
