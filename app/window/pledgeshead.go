package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/say"
)

// ledgerHead shows the titles of the ledger's columns. Each puts the lines in
// its order, and pressed again in the opposite one.
type ledgerHead struct {
	widget.BaseWidget
	columns *ledgerColumns
	titles  []*ledgerTitle
	order   app.Order
	changed func(app.Order)
}

func newLedgerHead(columns *ledgerColumns, changed func(app.Order)) *ledgerHead {
	h := &ledgerHead{columns: columns, changed: changed}
	for _, column := range allColumns {
		t := &ledgerTitle{head: h, column: column, word: canvas.NewText("", nil), arrow: canvas.NewText("", nil)}
		t.pressed = func() { h.press(column) }
		t.ExtendBaseWidget(t)
		h.titles = append(h.titles, t)
	}
	h.ExtendBaseWidget(h)
	return h
}

// press asks for the order of a column: what was counted last or most first,
// names from A on.
func (h *ledgerHead) press(column ledgerColumn) {
	next := app.Order{By: column.order, Up: column.order != app.ByTime && column.order != app.ByCount}
	if h.order == next {
		next.Up = !next.Up
	}
	h.order = next
	h.Refresh()
	h.changed(next)
}

// CreateRenderer implements fyne.Widget.
func (h *ledgerHead) CreateRenderer() fyne.WidgetRenderer {
	return &ledgerHeadRenderer{h, widget.NewSeparator()}
}

type ledgerHeadRenderer struct {
	head *ledgerHead
	line *widget.Separator
}

func (r *ledgerHeadRenderer) Destroy() {}

func (r *ledgerHeadRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.line}
	for _, t := range r.head.titles {
		objects = append(objects, t)
	}
	return objects
}

func (r *ledgerHeadRenderer) MinSize() fyne.Size {
	return fyne.NewSize(200, r.head.titles[0].MinSize().Height+3)
}

func (r *ledgerHeadRenderer) Layout(size fyne.Size) {
	columns := r.head.columns
	columns.fit(size.Width - barWidth)
	for i, t := range r.head.titles {
		t.Hidden = columns.widths[i] == 0
		place(t, columns.x[i]-titleInset, 0, columns.widths[i]+2*titleInset, size.Height-3)
	}
	place(r.line, 0, size.Height-1, size.Width, 1)
}

func (r *ledgerHeadRenderer) Refresh() {
	r.Layout(r.head.Size())
	for _, t := range r.head.titles {
		t.Refresh()
	}
}

// titleInset is how far a title reaches beyond its column, for the focus to
// stand around it.
const titleInset = 6

// ledgerTitle is the title of one column.
type ledgerTitle struct {
	pressable
	head        *ledgerHead
	column      ledgerColumn
	word, arrow *canvas.Text
}

// AccessibilityLabel returns the title, and the order if it is this column's.
func (t *ledgerTitle) AccessibilityLabel() string {
	switch order := t.head.order; {
	case order.By != t.column.order:
		return t.column.title()
	case order.Up:
		return say.Text("%s, in rising order", t.column.title())
	default:
		return say.Text("%s, in falling order", t.column.title())
	}
}

// CreateRenderer implements fyne.Widget.
func (t *ledgerTitle) CreateRenderer() fyne.WidgetRenderer {
	r := &ledgerTitleRenderer{title: t, ground: canvas.NewRectangle(nil)}
	r.ground.CornerRadius, r.ground.StrokeWidth = 5, 1.5
	r.Refresh()
	return r
}

type ledgerTitleRenderer struct {
	title  *ledgerTitle
	ground *canvas.Rectangle
}

func (r *ledgerTitleRenderer) Destroy() {}

func (r *ledgerTitleRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.title.word, r.title.arrow}
}

func (r *ledgerTitleRenderer) MinSize() fyne.Size {
	return fyne.NewSize(40, fyne.MeasureText("Ag", r.title.Theme().Size(sizeLabel), fyne.TextStyle{}).Height+6)
}

// Layout puts the arrow behind the word, before it where figures are aligned
// to the right.
func (r *ledgerTitleRenderer) Layout(size fyne.Size) {
	t := r.title
	r.ground.Resize(size)
	word, arrow := t.word.MinSize(), t.arrow.MinSize()
	x := float32(titleInset)
	at := x + word.Width + 3
	if t.column.right {
		x = size.Width - titleInset - word.Width
		at = x - arrow.Width - 3
	}
	place(t.word, x, (size.Height-word.Height)/2, word.Width, word.Height)
	place(t.arrow, at, (size.Height-arrow.Height)/2, arrow.Width, arrow.Height)
}

func (r *ledgerTitleRenderer) Refresh() {
	t := r.title
	ours := t.head.order.By == t.column.order
	t.word.Text, t.arrow.Text = t.column.title(), ""
	colour := colorMuted
	if ours {
		colour = colorText
		t.arrow.Text = "↓"
		if t.head.order.Up {
			t.arrow.Text = "↑"
		}
	}
	for _, text := range []*canvas.Text{t.word, t.arrow} {
		text.Color, text.TextSize, text.TextStyle.Bold = themed(t, colour), t.Theme().Size(sizeLabel), true
	}
	r.ground.FillColor = themed(t, colorCard)
	r.ground.StrokeColor = r.ground.FillColor
	if t.hovered || t.focused {
		r.ground.StrokeColor = themed(t, colorAccent)
	}
	r.Layout(t.Size())
	canvas.Refresh(t)
}
