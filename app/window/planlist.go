package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"muster/app/say"

	"muster/campaign"
)

// planColumn is one cell of every row of a list.
type planColumn struct {
	cell  string // its path behind that of the row
	room  room
	input func() *planInput
	shown func() bool // false hides it while it is empty; nil is always
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
	note    func(i int) rowNote // what is said below a row; nil for nothing
}

type planListRow struct {
	was      int // in the saved plan; -1 for a new row
	cells    []*planInput
	mark     *mark
	defaults *mark
	follows  *prose
	noted    rowNote
	object   *fyne.Container
}

// rowNote is what follows from a row, and how well it is founded.
type rowNote struct {
	said   string
	mark   campaign.Mark
	of     string // the figures that are defaults
	ground string // of the defaults
}

// say shows a note below the row, and reports whether it is new.
func (r *planListRow) say(n rowNote) bool {
	if r.noted == n {
		return false
	}
	r.noted = n
	setMark(r.mark, "", n.mark)
	setMark(r.defaults, n.of, campaign.Mark{Kind: "default", Ground: n.ground})
	r.follows.Hidden = n.said == "" && r.mark.Hidden && r.defaults.Hidden
	r.follows.set(plain(n.said))
	return true
}

// setMark shows a mark if it has a ground.
func setMark(m *mark, of string, to campaign.Mark) {
	marks := map[string]campaign.Mark{}
	if to.Ground != "" {
		marks["it"] = to
	}
	m.of = of
	m.set(marks, "it")
}

func newPlanList(list, none string, changed func(), columns ...planColumn) *planList {
	l := &planList{
		list: list, columns: columns, changed: changed,
		none: newProse(sizeText, colorMuted, plain(none)),
	}
	l.box = container.New(&listLines{l, spaceS})
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
func (l *planList) add() { l.begin(nil) }

// begin begins a row of which some cells are known.
func (l *planList) begin(known map[string]string) {
	row := l.newRow()
	row.was = -1
	for j, cell := range row.cells {
		if text, ok := known[l.columns[j].cell]; ok {
			cell.set(text)
		} else {
			cell.set(cell.fresh)
		}
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
	row := &planListRow{mark: newMark(""), defaults: newMark(""), follows: newProse(sizeLabel, colorMuted)}
	row.follows.Hide()
	line := &flow{gap: cellGap}
	cells := container.New(line)
	for _, column := range l.columns {
		input := column.input()
		row.cells = append(row.cells, input)
		line.rooms = append(line.rooms, column.room)
		cells.Add(input.field)
	}
	x := newIconButton(theme.DeleteIcon(), say.Text("Remove this line"), func() { l.remove(row) })
	row.object = container.New(column{gap: 2},
		container.New(tail{gap: spaceXS, to: row.cells[0].field}, cells, x),
		container.New(ends{gap: spaceS}, row.follows, container.New(beside{gap: spaceXS}, row.mark, row.defaults)))
	return row
}

// arrange shows the rows.
func (l *planList) arrange() {
	l.box.Objects = nil
	for _, row := range l.rows {
		l.box.Objects = append(l.box.Objects, row.object)
	}
	l.none.Hidden = len(l.rows) > 0
	l.renew()
	l.box.Refresh()
}

// renew takes over what else changed in the plan: new names, and whether there
// is anything for a column.
func (l *planList) renew() {
	for _, row := range l.rows {
		for j, cell := range row.cells {
			if cell.renew != nil {
				cell.renew()
			}
			shown := l.columns[j].shown
			cell.field.Hidden = shown != nil && !shown() && cell.get() == ""
		}
	}
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
