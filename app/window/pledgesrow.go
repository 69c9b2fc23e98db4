package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/campaign"
)

// ledgerRow shows one line of the ledger, or the titles of its columns.
type ledgerRow struct {
	widget.BaseWidget
	columns *ledgerColumns
	words   []string
	cells   []*canvas.Text
	size    fyne.ThemeSizeName
	muted   bool
}

func newLedgerRow(columns *ledgerColumns) *ledgerRow {
	r := &ledgerRow{columns: columns, size: sizeText, words: make([]string, len(allColumns))}
	for range allColumns {
		r.cells = append(r.cells, canvas.NewText("", nil))
	}
	r.ExtendBaseWidget(r)
	return r
}

// newLedgerHead returns the titles of the columns above a hairline.
func newLedgerHead(columns *ledgerColumns) fyne.CanvasObject {
	r := newLedgerRow(columns)
	r.size, r.muted = sizeLabel, true
	for i, column := range allColumns {
		r.words[i], r.cells[i].TextStyle.Bold = column.title, true
	}
	return container.NewBorder(nil, widget.NewSeparator(), nil, nil, r)
}

// set shows a line, or none. What does not count is struck, and says so in
// words.
func (r *ledgerRow) set(line ledgerLine, ok bool) {
	out := !line.VoidedBy.IsZero()
	r.muted = out || line.Kind == campaign.Void
	for i, column := range allColumns {
		r.words[i] = ""
		if ok {
			r.words[i] = column.text(r.columns, line)
		}
		r.cells[i].TextStyle.Strikethrough = out && i == columnCount
		r.cells[i].TextStyle.Bold = i == columnCount && !r.muted
	}
	r.Refresh()
}

// AccessibilityLabel returns what the whole line says.
func (r *ledgerRow) AccessibilityLabel() string { return strings.Join(r.words, " ") }

// CreateRenderer implements fyne.Widget.
func (r *ledgerRow) CreateRenderer() fyne.WidgetRenderer {
	renderer := &ledgerRowRenderer{row: r}
	for _, cell := range r.cells {
		renderer.cells = append(renderer.cells, cell)
	}
	renderer.Refresh()
	return renderer
}

type ledgerRowRenderer struct {
	row   *ledgerRow
	cells []fyne.CanvasObject
}

func (r *ledgerRowRenderer) Destroy()                     {}
func (r *ledgerRowRenderer) Objects() []fyne.CanvasObject { return r.cells }

func (r *ledgerRowRenderer) MinSize() fyne.Size {
	height := fyne.MeasureText("Ag", r.row.Theme().Size(r.row.size), fyne.TextStyle{}).Height
	return fyne.NewSize(200, height+10)
}

func (r *ledgerRowRenderer) Layout(size fyne.Size) {
	columns := r.row.columns
	columns.fit(size.Width)
	for i, cell := range r.row.cells {
		cell.Text, cell.Hidden = "", columns.widths[i] == 0
		if !cell.Hidden {
			cell.Text = columns.cut(i, r.row.words[i], cell.TextSize, cell.TextStyle)
			least, x := cell.MinSize(), columns.x[i]
			if allColumns[i].right { // alignment of the text itself would misplace the stroke through it
				x += columns.widths[i] - least.Width
			}
			place(cell, x, (size.Height-least.Height)/2, least.Width, least.Height)
		}
	}
}

func (r *ledgerRowRenderer) Refresh() {
	colour := themed(r.row, colorText)
	if r.row.muted {
		colour = themed(r.row, colorMuted)
	}
	size := r.row.Theme().Size(r.row.size)
	for _, cell := range r.row.cells {
		cell.Color, cell.TextSize = colour, size
	}
	r.Layout(r.row.Size())
	canvas.Refresh(r.row)
}
