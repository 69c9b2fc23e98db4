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

// calendar shows one month, marks the chosen day, and lets a day up to the last
// one be chosen.
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
		enable(cell, in == m && day <= c.last)
		cell.Refresh()
	}
}

// monday returns the day of the first cell.
func (c *calendar) monday() campaign.Day {
	return c.month - campaign.Day((c.month.Weekday()+6)%7)
}

// CreateRenderer implements fyne.Widget.
func (c *calendar) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.content) }
