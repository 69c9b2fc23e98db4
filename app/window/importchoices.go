package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/persistence/exchange"
)

// about says what the file is, or why it cannot be read.
func (a *assistant) about() fyne.CanvasObject {
	if a.wrong != nil {
		return newProse(sizeText, colorError, plain(phrase.Sentence(a.wrong)))
	}
	said := container.New(column{gap: spaceXS}, newProse(sizeText, colorText, plain(a.kind())))
	if len(a.look.Before.Columns) > 0 || a.look.Before.List != "" || a.look.Before.Parts != "" || a.look.Before.Sheet != "" {
		said.Add(newProse(sizeLabel, colorMuted, plain(say.Text("It is read as the last file like it was."))))
	}
	return said
}

// kind says what stands on the lines of the file.
func (a *assistant) kind() string {
	switch a.look.Kind {
	case exchange.SignUps:
		return say.Text("Each line is a person on the list “%s”. Only how many signed up on each day is kept, nothing about them.", a.look.List)
	case exchange.Petition:
		return say.Text("The record of a petition: its total, and the parts that add up to it.")
	case exchange.Ledger:
		return say.Text("Lines of a ledger that Muster wrote: those that are here already are known again, and nothing counts twice.")
	case exchange.TallySheet:
		return say.Text("The tally sheet made for %s. What a line says takes the place of what it said before.", a.look.For)
	}
	return say.Text("A count on each line. Say above each column what it holds.")
}

// choices are what can be said of the file as a whole; nil if there is nothing.
func (a *assistant) choices() fyne.CanvasObject {
	rooms, fields := &flow{gap: spaceM}, []fyne.CanvasObject{}
	add := func(title string, input fyne.CanvasObject) {
		fields = append(fields, newField(title, input))
		rooms.rooms = append(rooms.rooms, room{200, 0})
	}
	if len(a.look.Sheets) > 1 {
		sheet := newSelect(say.Text("Sheet"), nil)
		sheet.Options, sheet.Selected = a.look.Sheets, a.look.Sheet
		sheet.OnChanged = func(name string) { a.say(func(o *app.ImportOptions) { *o = app.ImportOptions{By: o.By, Sheet: name} }) }
		add(say.Text("Sheet"), sheet)
	}
	if a.wrong == nil && a.look.Kind == exchange.SignUps {
		add(say.Text("Name of the list"), a.listEntry())
	}
	if needs := slices.Contains(a.look.Needs, exchange.NeedDates); needs || a.wrong == nil && a.look.Dates != exchange.DatesUnsaid {
		orders := []exchange.DateOrder{exchange.DayFirst, exchange.MonthFirst}
		c := newChoice([]string{say.Text("the day"), say.Text("the month")}, func(i int) {
			a.say(func(o *app.ImportOptions) { o.Dates = orders[i] })
		})
		c.mark(slices.Index(orders, a.look.Dates))
		add(say.Text("Dates begin with"), onLine(c))
	}
	if a.look.Kind == exchange.Petition {
		c := newChoice([]string{say.Text("country"), say.Text("constituency"), say.Text("the total alone")}, func(i int) {
			a.say(func(o *app.ImportOptions) { o.Parts = exchange.Parts()[i] })
		})
		c.mark(slices.Index(exchange.Parts(), a.look.Parts))
		add(say.Text("Parts"), onLine(c))
	}
	if len(fields) == 0 {
		return nil
	}
	return container.New(rooms, fields...)
}

// onLine gives a row of words the height of a field.
func onLine(c *choice) fyne.CanvasObject {
	return container.New(padded{top: 8}, container.New(beside{}, c))
}

// listEntry is where the name of the list is changed, by Enter. It stays the
// same while other things are said.
func (a *assistant) listEntry() *entry {
	if a.list == nil {
		a.list = newEntry()
		a.list.OnSubmitted = func(name string) {
			a.used = -1
			a.say(func(o *app.ImportOptions) { o.List = name })
			a.w.Canvas().Focus(focusIn(a.foot))
		}
	}
	a.list.Text = a.look.List
	return a.list
}

// say changes what is said of the file, and looks at it anew.
func (a *assistant) say(change func(*app.ImportOptions)) {
	change(&a.said)
	a.again()
}

// lacks says what must be said before the file can be imported; nil if nothing
// must.
func (a *assistant) lacks() fyne.CanvasObject {
	if a.wrong != nil || len(a.look.Needs) == 0 {
		return nil
	}
	all := container.New(column{gap: spaceS})
	for _, need := range a.look.Needs {
		switch need {
		case exchange.NeedTime:
			all.Add(newProse(sizeText, colorText, run{words: say.Text("Which column says when? Choose “Date and time” above it."), bold: true}))
		case exchange.NeedCount:
			all.Add(newProse(sizeText, colorText, run{words: say.Text("Which column has the count? Choose “Total so far” or “Added” above it."), bold: true}))
			all.Add(container.New(beside{}, newButton(say.Text("Each line is a person"), a.countPeople)))
		case exchange.NeedDates:
			all.Add(newProse(sizeText, colorText, run{words: say.Text("Do the dates begin with the day or with the month? None of them shows it."), bold: true}))
		}
	}
	return all
}

// countPeople says that there is a person on each line.
func (a *assistant) countPeople() {
	a.used = -1
	a.say(func(o *app.ImportOptions) {
		o.List = exchange.ListName(a.path)
		o.Map = map[string]string{"total": "", "added": ""}
		for _, c := range a.look.Columns {
			if c.Field == "at" {
				o.Map["at"] = c.Name
			}
		}
	})
}
