package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	barWidth      float32 = 14
	thumbLeast    float32 = 32
	thumbThin     float32 = 6
	thumbThick    float32 = 10
	thumbDistance float32 = 2 // from the edge
)

// ledgerBar is the scroll bar of the ledger. It counts in lines, as the list.
type ledgerBar struct {
	widget.BaseWidget
	list    *ledgerList
	hovered bool
}

func newLedgerBar(l *ledgerList) *ledgerBar {
	b := &ledgerBar{list: l}
	b.ExtendBaseWidget(b)
	return b
}

// thumb returns where the thumb begins and how high it is.
func (b *ledgerBar) thumb() (y, height float32) {
	whole := b.Size().Height
	room := b.list.room()
	if room <= 0 {
		return 0, 0
	}
	page := b.list.page()
	height = min(whole, max(thumbLeast, whole*float32(page/(page+room))))
	return float32(b.list.top/room) * (whole - height), height
}

func (b *ledgerBar) place() { b.Refresh() }

// Dragged implements fyne.Draggable.
func (b *ledgerBar) Dragged(e *fyne.DragEvent) {
	_, height := b.thumb()
	if way := b.Size().Height - height; height > 0 && way > 0 {
		b.list.scrollTo(b.list.top + float64(e.Dragged.DY/way)*b.list.room())
	}
}

// DragEnd implements fyne.Draggable.
func (b *ledgerBar) DragEnd() {}

// Tapped implements fyne.Tappable: beside the thumb it scrolls by a page.
func (b *ledgerBar) Tapped(e *fyne.PointEvent) {
	y, height := b.thumb()
	switch {
	case e.Position.Y < y:
		b.list.scrollTo(b.list.top - b.list.page())
	case e.Position.Y > y+height:
		b.list.scrollTo(b.list.top + b.list.page())
	}
}

// MouseIn implements desktop.Hoverable.
func (b *ledgerBar) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (b *ledgerBar) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *ledgerBar) MouseOut() { b.hovered = false; b.Refresh() }

// CreateRenderer implements fyne.Widget.
func (b *ledgerBar) CreateRenderer() fyne.WidgetRenderer {
	r := &ledgerBarRenderer{bar: b, thumb: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type ledgerBarRenderer struct {
	bar   *ledgerBar
	thumb *canvas.Rectangle
}

func (r *ledgerBarRenderer) Destroy()                     {}
func (r *ledgerBarRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.thumb} }
func (r *ledgerBarRenderer) MinSize() fyne.Size           { return fyne.NewSize(barWidth, thumbLeast) }

func (r *ledgerBarRenderer) Layout(size fyne.Size) {
	y, height := r.bar.thumb()
	width := thumbThin
	if r.bar.hovered {
		width = thumbThick
	}
	r.thumb.Hidden = height == 0
	r.thumb.CornerRadius = width / 2
	place(r.thumb, size.Width-width-thumbDistance, y, width, height)
}

func (r *ledgerBarRenderer) Refresh() {
	r.thumb.FillColor = themed(r.bar, theme.ColorNameScrollBar)
	r.Layout(r.bar.Size())
	canvas.Refresh(r.bar)
}
