package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app"
	"muster/app/say"
	"muster/persistence/exchange"
)

// Limits on what is shown of a file, and how wide its columns are.
const (
	columnsShown = 40
	columnWidth  = 148
)

// fieldWord is a field in the words of a picker.
type fieldWord struct{ field, word string }

// fieldWords are what a column may hold; the first is nothing.
func fieldWords(kind exchange.Kind) []fieldWord {
	all := []fieldWord{{"", say.Text("Not read")}, {"at", say.Text("Date and time")}, {"total", say.Text("Total so far")}, {"added", say.Text("Added")},
		{"region", say.Text("Region")}, {"source", say.Text("Source")}, {"tier", say.Text("Tier")}}
	if kind != exchange.SignUps {
		all = append(all, fieldWord{"measure", say.Text("Measure")}, fieldWord{"by", say.Text("Who counted")}, fieldWord{"note", say.Text("Note")})
	}
	return all
}

// table shows the first rows, and above each column what it holds, to be
// changed; nil if there are none.
func (a *assistant) table() fyne.CanvasObject {
	a.pickers = nil
	if a.wrong != nil || len(a.look.Columns) == 0 {
		return nil
	}
	columns := container.New(beside{gap: spaceS})
	words, hidden := fieldWords(a.look.Kind), false
	for i, c := range a.look.Columns {
		if i >= columnsShown && c.Field == "" {
			continue
		}
		columns.Add(container.New(wide{columnWidth}, a.columnOf(i, words)))
		hidden = hidden || c.Hidden
	}
	scroll := container.NewHScroll(container.New(padded{top: spaceS, left: spaceS, right: spaceS, bottom: spaceM}, columns))
	rows := container.New(column{gap: spaceXS}, container.NewStack(newSurface(cardRadius), scroll))
	if hidden {
		rows.Add(newProse(sizeLabel, colorMuted, plain(say.Text("What may tell who people are is not shown, and never kept."))))
	}
	return rows
}

// columnOf shows a column: what it holds, its name, its first rows.
func (a *assistant) columnOf(i int, words []fieldWord) fyne.CanvasObject {
	c := a.look.Columns[i]
	all := container.New(column{gap: 3})
	name := oneLine(c.Name)
	if a.isTable() {
		all.Add(a.picker(i, name, words))
	} else if at := slices.IndexFunc(words, func(w fieldWord) bool { return w.field == c.Field }); at >= 0 {
		name = words[at].word
	}
	heading := newHeading(name)
	all.Add(heading)
	for _, row := range a.look.Rows {
		cell := newText(row[i], sizeLabel, colorText)
		switch {
		case c.Hidden:
			cell.words, cell.colour = say.Text("not shown"), colorMuted
		case c.Field == "":
			cell.colour = colorMuted
		}
		cell.shrinks = true
		all.Add(cell)
	}
	return all
}

// picker is where it is said what a column holds.
func (a *assistant) picker(i int, name string, words []fieldWord) fyne.CanvasObject {
	s := newSelect(say.Text("What the column %s holds", name), nil)
	for _, w := range words {
		s.Options = append(s.Options, w.word)
		if w.field == a.look.Columns[i].Field {
			s.Selected = w.word
		}
	}
	n := len(a.pickers)
	s.OnChanged = func(word string) {
		a.used = n
		at := slices.IndexFunc(words, func(w fieldWord) bool { return w.word == word })
		a.say(func(o *app.ImportOptions) { o.Map = a.mapped(i, words[at].field) })
	}
	a.pickers = append(a.pickers, s)
	return container.NewStack(newSurface(8), s)
}

// mapped returns what each field's column is, once a column holds another one.
// No field of the file is left to its name then.
func (a *assistant) mapped(column int, field string) map[string]string {
	all := map[string]string{}
	for _, name := range exchange.Fields() {
		all[name] = ""
	}
	for i, c := range a.look.Columns {
		if i != column && c.Field != "" {
			all[c.Field] = c.Name
		}
	}
	if field != "" {
		all[field] = a.look.Columns[column].Name
	}
	return all
}

func oneLine(name string) string { return strings.Join(strings.Fields(name), " ") }
