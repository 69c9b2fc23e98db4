package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"muster/campaign"
)

// planColumn is one cell of every row of a list.
type planColumn struct {
	cell  string // its path behind that of the row
	room  room
	input func() *planInput
}

// planList edits a list of the plan: rows that can be added and removed.
type planList struct {
	widget.BaseWidget
	list    string
	columns []planColumn
	rows    []*planListRow
	box     *fyne.Container
	none    *prose // in place of the rows
	changed func()
}

type planListRow struct {
	was     int // in the saved plan; -1 for a new row
	cells   []*planInput
	mark    *mark
	follows *prose
	said    string
	marked  campaign.Mark
	object  *fyne.Container
}

// say shows below the row what follows from it, and its mark. It reports
// whether any of that is new.
func (r *planListRow) say(said string, marks map[string]campaign.Mark, path string) bool {
	if r.said == said && r.marked == marks[path] {
		return false
	}
	r.said, r.marked = said, marks[path]
	r.mark.set(marks, path)
	r.follows.Hidden = said == "" && r.mark.Hidden
	r.follows.set(plain(said))
	return true
}

func newPlanList(list, none string, changed func(), columns ...planColumn) *planList {
	l := &planList{
		list: list, columns: columns, changed: changed,
		box:  container.New(column{gap: spaceS}),
		none: newProse(sizeText, colorMuted, plain(none)),
	}
	l.ExtendBaseWidget(l)
	return l
}

// load shows the rows of a text.
func (l *planList) load(t planText) {
	was := t.rows[l.list]
	for len(l.rows) > len(was) {
		l.rows = l.rows[:len(l.rows)-1]
	}
	for len(l.rows) < len(was) {
		l.rows = append(l.rows, l.newRow())
	}
	for i, row := range l.rows {
		row.was = was[i]
		for j, column := range l.columns {
			row.cells[j].set(t.cells[rowPath(l.list, i, column.cell)])
		}
	}
	l.arrange()
}

// read puts the rows into a text.
func (l *planList) read(t planText) {
	for i, row := range l.rows {
		t.rows[l.list] = append(t.rows[l.list], row.was)
		for j, column := range l.columns {
			t.cells[rowPath(l.list, i, column.cell)] = row.cells[j].get()
		}
	}
}

// add begins a row, with the cursor in it.
func (l *planList) add() {
	row := l.newRow()
	row.was = -1
	for _, cell := range row.cells {
		cell.set(cell.fresh)
	}
	l.rows = append(l.rows, row)
	l.arrange()
	l.changed()
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(row.cells[0].focus)
	}
}

func (l *planList) remove(row *planListRow) {
	for i, r := range l.rows {
		if r == row {
			l.rows = append(l.rows[:i:i], l.rows[i+1:]...)
		}
	}
	l.arrange()
	l.changed()
}

func (l *planList) newRow() *planListRow {
	row := &planListRow{mark: newMark(""), follows: newProse(sizeLabel, colorMuted)}
	row.follows.Hide()
	line := &flow{gap: 10}
	cells := container.New(line)
	for _, column := range l.columns {
		input := column.input()
		row.cells = append(row.cells, input)
		line.rooms = append(line.rooms, column.room)
		cells.Add(input.field)
	}
	x := &button{widget.Button{Icon: theme.DeleteIcon(), Importance: widget.LowImportance, OnTapped: func() { l.remove(row) }}}
	x.ExtendBaseWidget(x)
	row.object = container.New(column{gap: 2},
		container.New(tail{gap: spaceXS, to: row.cells[0].field}, cells, x),
		container.New(ends{gap: spaceS}, row.follows, row.mark))
	return row
}

// arrange shows the rows, with titles above the first alone.
func (l *planList) arrange() {
	l.box.Objects = nil
	for i, row := range l.rows {
		for _, cell := range row.cells {
			cell.field.titled(i == 0)
		}
		l.box.Objects = append(l.box.Objects, row.object)
	}
	l.none.Hidden = len(l.rows) > 0
	l.box.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (l *planList) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(column{}, l.none, l.box))
}

// tail lays the second object behind the first, level with the input of a
// field in that.
type tail struct {
	gap float32
	to  *field
}

// MinSize implements fyne.Layout.
func (t tail) MinSize(o []fyne.CanvasObject) fyne.Size { return ends{gap: t.gap}.MinSize(o) }

// Layout implements fyne.Layout.
func (t tail) Layout(o []fyne.CanvasObject, size fyne.Size) {
	last := o[1].MinSize()
	width := size.Width - last.Width - t.gap
	place(o[0], 0, 0, width, heightAt(o[0], width))
	input := t.to.input
	place(o[1], width+t.gap, input.Position().Y+(input.Size().Height-last.Height)/2, last.Width, last.Height)
}
