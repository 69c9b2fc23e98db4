package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// bar shows progress towards a target. Beyond 100% it is full, and a tick
// shows where in it the target lies.
type bar struct {
	widget.BaseWidget
	progress float64 // value/target; may pass 1
	held     bool
	height   float32
}

func newBar(height float32) *bar {
	b := &bar{height: height}
	b.ExtendBaseWidget(b)
	return b
}

func (b *bar) set(progress float64, held bool) {
	b.progress, b.held = progress, held
	b.Refresh()
}

// filled returns how much of a width is full, and where the target's tick
// lies, below 0 for none. Something is never shown as nothing, nor nearly all
// as all.
func (b *bar) filled(width float32) (full, tick float32) {
	switch {
	case b.progress <= 0:
		return 0, -1
	case b.progress > 1:
		return width, max(1, width/float32(b.progress))
	case b.progress == 1:
		return width, -1
	}
	return min(max(float32(b.progress)*width, min(b.height, width)), width-2), -1
}

// CreateRenderer implements fyne.Widget.
func (b *bar) CreateRenderer() fyne.WidgetRenderer {
	r := &barRenderer{
		bar: b, track: canvas.NewRectangle(nil), full: canvas.NewRectangle(nil),
		notch: canvas.NewRectangle(nil), tick: canvas.NewRectangle(nil),
	}
	r.Refresh()
	return r
}

type barRenderer struct {
	bar         *bar
	track, full *canvas.Rectangle
	notch, tick *canvas.Rectangle // a gap in the bar, and the line in it
}

// tickReach is how far the target's tick stands out above and below the bar.
const tickReach = 3

func (r *barRenderer) Destroy() {}

func (r *barRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.track, r.full, r.notch, r.tick}
}

func (r *barRenderer) MinSize() fyne.Size { return fyne.NewSize(40, r.bar.height+2*tickReach) }

func (r *barRenderer) Layout(size fyne.Size) {
	h := r.bar.height
	y := (size.Height - h) / 2
	r.track.CornerRadius, r.full.CornerRadius = h/2, h/2
	r.track.Move(fyne.NewPos(0, y))
	r.track.Resize(fyne.NewSize(size.Width, h))
	full, tick := r.bar.filled(size.Width)
	r.full.Move(fyne.NewPos(0, y))
	r.full.Resize(fyne.NewSize(full, h))
	r.full.Hidden = full == 0
	r.notch.Hidden, r.tick.Hidden = tick < 0, tick < 0
	r.notch.Move(fyne.NewPos(tick-3, y))
	r.notch.Resize(fyne.NewSize(6, h))
	r.tick.Move(fyne.NewPos(tick-1, y-tickReach))
	r.tick.Resize(fyne.NewSize(2, h+2*tickReach))
}

func (r *barRenderer) Refresh() {
	r.track.FillColor = themed(r.bar, colorLine)
	r.full.FillColor = themed(r.bar, colorAccent)
	if r.bar.held {
		r.full.FillColor = themed(r.bar, colorReached)
	}
	r.notch.FillColor = themed(r.bar, colorCard)
	r.tick.FillColor = themed(r.bar, colorText)
	r.Layout(r.bar.Size())
	canvas.Refresh(r.bar)
}
