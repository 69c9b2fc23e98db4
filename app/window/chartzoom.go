package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// gesture is what the pressed pointer is doing on a chart.
type gesture uint8

const (
	noGesture   gesture = iota
	pressing            // pressed, not moved yet
	panPressing         // the same, with shift
	selecting           // dragging over the part to be shown
	panning
)

// leastDrag is how far the pointer must be dragged to mean a part of the chart.
const leastDrag = 6

// zoomed reports whether only a part of the chart is shown.
func (v *chartView) zoomed() bool { return v.picture.view.From < v.picture.view.To }

// shown returns the part of the lower axis that is shown.
func (v *chartView) shown() (from, to float64) {
	if v.zoomed() {
		return v.picture.view.From, v.picture.view.To
	}
	frame, _ := v.picture.frame()
	from, to, _ = frame.Whole()
	return from, to
}

// look shows a part of the lower axis, not smaller than it makes sense and not
// beyond the whole.
func (v *chartView) look(from, to float64) {
	frame, ok := v.picture.frame()
	if !ok {
		return
	}
	first, last, least := frame.Whole()
	if least == 0 {
		return
	}
	if to-from < least {
		middle := (from + to) / 2
		from, to = middle-least/2, middle+least/2
	}
	if to-from >= last-first {
		v.reset()
		return
	}
	if from < first {
		from, to = first, first+to-from
	}
	if to > last {
		from, to = last-(to-from), last
	}
	v.see(from, to)
}

// reset shows the whole chart again.
func (v *chartView) reset() { v.see(0, 0) }

func (v *chartView) see(from, to float64) {
	if v.picture.view.From == from && v.picture.view.To == to {
		return
	}
	v.picture.view.From, v.picture.view.To = from, to
	v.picture.changed()
	v.Refresh()
}

// zoom shows so many times more around a number of the lower axis, which stays
// where it is.
func (v *chartView) zoom(times, around float64) {
	from, to := v.shown()
	v.look(around-(around-from)/times, around+(to-around)/times)
}

// pan moves the part that is shown by so many units of the window to the right.
func (v *chartView) pan(dx float32) {
	frame, ok := v.picture.frame()
	if !ok || !v.zoomed() {
		return
	}
	from, to := v.shown()
	area := frame.Area()
	by := -float64(dx) * v.picture.unit() * (to - from) / max(1, area.Max.X-area.Min.X)
	v.look(from+by, to+by)
}

// scroll pans by the wheel: down and right lead to what comes later.
func (v *chartView) scroll(by fyne.Delta) {
	if by.DX == 0 {
		by.DX = by.DY
	}
	v.pan(by.DX)
}

// MouseDown implements desktop.Mouseable.
func (v *chartView) MouseDown(e *desktop.MouseEvent) {
	v.gesture = noGesture
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	v.gesture = pressing
	if e.Modifier&fyne.KeyModifierShift != 0 {
		v.gesture = panPressing
	}
	v.selected = [2]float32{e.Position.X, e.Position.X}
}

// MouseUp implements desktop.Mouseable.
func (v *chartView) MouseUp(*desktop.MouseEvent) {}

// Dragged implements fyne.Draggable.
func (v *chartView) Dragged(e *fyne.DragEvent) {
	frame, ok := v.picture.frame()
	if !ok {
		return
	}
	if _, _, least := frame.Whole(); least == 0 {
		return
	}
	switch v.gesture {
	case panPressing, panning:
		v.gesture = panning
		v.pan(e.Dragged.DX)
	case pressing, selecting:
		v.gesture = selecting
		area, unit := frame.Area(), v.picture.unit()
		v.selected[0] = min(max(v.selected[0], float32(area.Min.X/unit)), float32(area.Max.X/unit))
		v.selected[1] = min(max(e.Position.X, float32(area.Min.X/unit)), float32(area.Max.X/unit))
		at := e.Position
		v.pointer = &at // no movement is told of while it drags
		v.Refresh()
	}
}

// DragEnd implements fyne.Draggable: what was dragged over is shown alone.
func (v *chartView) DragEnd() {
	did := v.gesture
	v.gesture = noGesture
	frame, ok := v.picture.frame()
	from, to := min(v.selected[0], v.selected[1]), max(v.selected[0], v.selected[1])
	if ok && did == selecting && to-from >= leastDrag {
		unit := v.picture.unit()
		v.look(frame.At(float64(from)*unit), frame.At(float64(to)*unit))
	}
	v.Refresh()
}

// DoubleTapped implements fyne.DoubleTappable: the whole chart again.
func (v *chartView) DoubleTapped(*fyne.PointEvent) { v.reset() }

// chartWheel lies over a chart while a part of it is shown, and takes the wheel
// of the pointer. At other times the wheel belongs to the page.
type chartWheel struct {
	widget.BaseWidget
	turned func(fyne.Delta)
}

func newChartWheel(turned func(fyne.Delta)) *chartWheel {
	w := &chartWheel{turned: turned}
	w.Hidden = true
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled implements fyne.Scrollable.
func (w *chartWheel) Scrolled(e *fyne.ScrollEvent) { w.turned(e.Scrolled) }

// CreateRenderer implements fyne.Widget.
func (w *chartWheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{})
}
