package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/say"
	"muster/campaign"
)

// ledgerRow shows one line of the ledger. It is reused for others as the list
// scrolls.
type ledgerRow struct {
	widget.BaseWidget
	columns *ledgerColumns
	line    app.Row
	marks   rowMarks
	words   []string
	cells   []*canvas.Text
}

// rowMarks are how a row stands out.
type rowMarks struct {
	chosen  bool
	focused bool // the keyboard is at it
	hovered bool
}

func newLedgerRow(columns *ledgerColumns) *ledgerRow {
	r := &ledgerRow{columns: columns, words: make([]string, len(allColumns))}
	for range allColumns {
		r.cells = append(r.cells, canvas.NewText("", nil))
	}
	r.ExtendBaseWidget(r)
	return r
}

// set shows a line. What does not count is struck, and says so in words.
func (r *ledgerRow) set(line app.Row, marks rowMarks) {
	r.line, r.marks = line, marks
	for i, column := range allColumns {
		r.words[i] = column.text(r.columns, line)
		r.cells[i].TextStyle.Strikethrough = r.out() && i == columnCount
		r.cells[i].TextStyle.Bold = i == columnCount && !r.muted()
	}
	r.Refresh()
}

// mark changes how the row stands out.
func (r *ledgerRow) mark(marks rowMarks) {
	if r.marks != marks {
		r.marks = marks
		r.Refresh()
	}
}

func (r *ledgerRow) out() bool   { return !r.line.VoidedBy.IsZero() }
func (r *ledgerRow) muted() bool { return r.out() || r.line.Kind == campaign.Void }

// AccessibilityLabel returns what the whole line says.
func (r *ledgerRow) AccessibilityLabel() string {
	words := strings.Join(strings.Fields(strings.Join(r.words, " ")), " ")
	if r.marks.chosen {
		return say.Text("chosen: %s", words)
	}
	return words
}

// CreateRenderer implements fyne.Widget.
func (r *ledgerRow) CreateRenderer() fyne.WidgetRenderer {
	renderer := &ledgerRowRenderer{row: r, ground: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil)}
	renderer.ground.CornerRadius, renderer.bar.CornerRadius = 5, 1.5
	renderer.objects = []fyne.CanvasObject{renderer.line, renderer.ground, renderer.bar}
	for _, cell := range r.cells {
		renderer.objects = append(renderer.objects, cell)
	}
	renderer.Refresh()
	return renderer
}

type ledgerRowRenderer struct {
	row     *ledgerRow
	ground  *canvas.Rectangle
	line    *canvas.Rectangle // below the row
	bar     *canvas.Rectangle // beside it, if it is chosen
	objects []fyne.CanvasObject
}

func (r *ledgerRowRenderer) Destroy()                     {}
func (r *ledgerRowRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *ledgerRowRenderer) MinSize() fyne.Size           { return fyne.NewSize(200, rowHeight(r.row)) }

// rowHeight is the height of a line of the ledger.
func rowHeight(w fyne.Widget) float32 {
	return fyne.MeasureText("Ag", theme.CurrentForWidget(w).Size(sizeText), fyne.TextStyle{}).Height + 12
}

func (r *ledgerRowRenderer) Layout(size fyne.Size) {
	place(r.ground, 0, 1, size.Width, size.Height-2)
	place(r.line, rowInset, size.Height-1, size.Width-2*rowInset, 1)
	place(r.bar, 2, 6, 3, size.Height-12)
	columns := r.row.columns
	columns.fit(size.Width)
	height := size.Height - 12
	for i, cell := range r.row.cells {
		cell.Hidden = columns.widths[i] == 0
		if cell.Hidden {
			continue
		}
		cell.Text = columns.clip(i, r.row.words[i], cell.TextSize, cell.TextStyle)
		x, width := columns.x[i], columns.widths[i]
		if allColumns[i].right { // alignment of the text itself would misplace the stroke through it
			least := cell.MinSize().Width
			x, width = x+width-least, least
		}
		place(cell, x, 6, width, height)
	}
}

func (r *ledgerRowRenderer) Refresh() {
	row := r.row
	colour := themed(row, colorText)
	if row.muted() && !row.marks.chosen { // on the ground of what is chosen it would be too faint
		colour = themed(row, colorMuted)
	}
	size := row.Theme().Size(sizeText)
	for _, cell := range row.cells {
		cell.Color, cell.TextSize = colour, size
	}
	r.line.FillColor = themed(row, colorLine)
	r.bar.FillColor, r.bar.Hidden = themed(row, colorAccent), !row.marks.chosen
	r.ground.Hidden = row.marks == rowMarks{}
	r.ground.FillColor, r.ground.StrokeWidth = themed(row, theme.ColorNameHover), 0
	if row.marks.chosen {
		r.ground.FillColor = themed(row, theme.ColorNameSelection)
	}
	if row.marks.focused {
		r.ground.StrokeColor, r.ground.StrokeWidth = themed(row, colorAccent), 1.5
		if !row.marks.chosen {
			r.ground.FillColor = themed(row, colorCard)
		}
	}
	r.Layout(row.Size())
	canvas.Refresh(row)
}
