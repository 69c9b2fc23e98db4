package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// zoomStep is how many times more a key shows.
const zoomStep = 1.6

// Tapped implements fyne.Tappable: the keys go on from where it was clicked.
// Until then the focus need not be shown.
func (v *chartView) Tapped(e *fyne.PointEvent) {
	fyne.CurrentApp().Driver().CanvasForObject(v).Focus(v)
	v.focused = false
	v.Refresh()
	v.pointAt(e.Position)
}

// FocusGained implements fyne.Focusable.
func (v *chartView) FocusGained() {
	v.focused = true
	v.Refresh()
	reveal(v)
}

// FocusLost implements fyne.Focusable.
func (v *chartView) FocusLost() { v.focused = false; v.readNone(); v.Refresh() }

// TypedRune implements fyne.Focusable: plus, minus and nought zoom.
func (v *chartView) TypedRune(r rune) {
	switch r {
	case '+', '=':
		v.zoom(zoomStep, v.middle())
	case '-':
		v.zoom(1/zoomStep, v.middle())
	case '0':
		v.reset()
	}
}

// middle is what the keys zoom around: the day that is read, or the middle.
func (v *chartView) middle() float64 {
	from, to := v.shown()
	if at := float64(v.stop); v.reading && at >= from && at <= to {
		return at
	}
	return (from + to) / 2
}

// TypedKey implements fyne.Focusable: left and right lead to the next stop, up
// and down further, Home and End to the first and the last.
func (v *chartView) TypedKey(k *fyne.KeyEvent) {
	v.focused = true
	frame, ok := v.picture.frame()
	if k.Name == desktop.KeyMenu {
		v.openMenu()
		return
	}
	if !ok {
		passOn(v, k)
		return
	}
	first, last, short, long := frame.Stops()
	step, moves := map[fyne.KeyName]int{fyne.KeyLeft: -short, fyne.KeyRight: short, fyne.KeyDown: -long, fyne.KeyUp: long}[k.Name]
	switch {
	case moves:
		v.step(step)
	case k.Name == fyne.KeyHome:
		v.stepTo(first)
	case k.Name == fyne.KeyEnd:
		v.stepTo(last)
	default:
		passOn(v, k)
	}
}

// step goes on by so many stops from the one that is read, or from the usual one.
func (v *chartView) step(by int) {
	if !v.reading {
		frame, _ := v.picture.frame()
		v.readStop(frame.Usual())
	}
	v.stepTo(v.stop + by)
}

// stepTo reads a stop. A part of the chart moves along; then the stop is read
// when that has been drawn.
func (v *chartView) stepTo(stop int) {
	v.pointer = nil
	frame, _ := v.picture.frame()
	first, last, least := frame.Whole()
	if least > 0 {
		stop = min(max(stop, int(first)), int(last))
	}
	from, to := v.shown()
	switch at := float64(stop); {
	case !v.zoomed() || at >= from && at <= to:
		v.readStop(stop)
		v.Refresh()
		return
	case at < from:
		v.look(at, at+to-from)
	default:
		v.look(at-(to-from), at)
	}
	v.stop, v.reading = stop, true
}
