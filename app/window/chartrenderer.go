package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"muster/app/figure"
)

// chartRenderer lays the crosshair, its readout, the part being dragged over and
// the ring of the focus over the picture, and the legend below it.
type chartRenderer struct {
	view    *chartView
	line    *canvas.Rectangle // or the outline of a bar
	dots    [4]*canvas.Circle
	part    *canvas.Rectangle
	ring    *canvas.Rectangle
	readout *readout
}

func (r *chartRenderer) Destroy() {}

func (r *chartRenderer) Objects() []fyne.CanvasObject {
	v := r.view
	return []fyne.CanvasObject{v.picture, r.ring, r.part, r.line, r.dots[0], r.dots[1], r.dots[2], r.dots[3], r.readout, v.wheel, v.legend}
}

// MinSize is as high as the legend needs at the present width.
func (r *chartRenderer) MinSize() fyne.Size {
	least := r.view.picture.MinSize()
	return fyne.NewSize(least.Width, least.Height+r.foot(max(least.Width, r.view.Size().Width)))
}

// foot returns the room that the legend takes at a width.
func (r *chartRenderer) foot(width float32) float32 {
	if r.view.legend.Hidden {
		return 0
	}
	return heightAt(r.view.legend, width) + spaceXS
}

func (r *chartRenderer) Layout(size fyne.Size) {
	foot := r.foot(size.Width)
	height := size.Height - foot
	place(r.view.picture, 0, 0, size.Width, height)
	place(r.view.wheel, 0, 0, size.Width, height)
	place(r.view.legend, 0, height+spaceXS, size.Width, max(0, foot-spaceXS))
	place(r.ring, -4, -4, size.Width+8, size.Height+8)
	r.mark()
}

func (r *chartRenderer) Refresh() {
	v := r.view
	r.ring.CornerRadius, r.ring.StrokeWidth, r.ring.StrokeColor = 6, 2, themed(v, colorAccent)
	r.ring.Hidden = !v.focused
	r.part.FillColor = translucent(themed(v, colorAccent), 0x30)
	for _, dot := range r.dots {
		dot.FillColor, dot.StrokeColor, dot.StrokeWidth = themed(v, colorAccent), themed(v, colorCard), 1
	}
	v.wheel.Hidden = !v.zoomed()
	r.Layout(v.Size())
	canvas.Refresh(v)
}

// mark puts the crosshair, the dots and the readout where the reading lies.
func (r *chartRenderer) mark() {
	v := r.view
	frame, ok := v.picture.frame()
	reads, drags := ok && v.reading && v.gesture != selecting, ok && v.gesture == selecting
	r.line.Hidden, r.readout.Hidden, r.part.Hidden = !reads, !reads, !drags
	for _, dot := range r.dots {
		dot.Hidden = true
	}
	unit := v.picture.unit()
	if drags {
		area := frame.Area()
		from, to := min(v.selected[0], v.selected[1]), max(v.selected[0], v.selected[1])
		top := float32(area.Min.Y / unit)
		place(r.part, from, top, to-from, float32(area.Max.Y/unit)-top)
	}
	if !reads {
		return
	}
	box := r.outline(frame.Box(v.read), unit)
	for i, p := range frame.Dots(v.read) {
		if i < len(r.dots) {
			r.dots[i].Hidden = false
			place(r.dots[i], float32(p.X/unit)-4, float32(p.Y/unit)-4, 8, 8)
		}
	}
	r.readout.show(v.read)
	size := r.readout.MinSize()
	size.Width = min(size.Width, v.Size().Width)
	r.readout.Resize(size)
	r.readout.Move(nextTo(box, size, v.picture.Size()))
}

// outline draws what is read: a line, or the outline of a bar. It returns where
// that is.
func (r *chartRenderer) outline(box figure.Box, unit float64) [2]fyne.Position {
	from := fyne.NewPos(float32(box.Min.X/unit), float32(box.Min.Y/unit))
	to := fyne.NewPos(float32(box.Max.X/unit), float32(box.Max.Y/unit))
	r.line.FillColor, r.line.StrokeColor, r.line.StrokeWidth = nil, themed(r.view, colorText), 1.5
	if to.X-from.X < 1 {
		r.line.FillColor, r.line.StrokeWidth = themed(r.view, colorText), 0
		from.X -= 0.5
		to.X = from.X + 1
	}
	place(r.line, from.X, from.Y, to.X-from.X, to.Y-from.Y)
	return [2]fyne.Position{from, to}
}
