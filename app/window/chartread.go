package window

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"muster/app/figure"
)

// MouseIn implements desktop.Hoverable.
func (v *chartView) MouseIn(e *desktop.MouseEvent) { v.pointAt(e.Position) }

// MouseMoved implements desktop.Hoverable.
func (v *chartView) MouseMoved(e *desktop.MouseEvent) { v.pointAt(e.Position) }

// MouseOut implements desktop.Hoverable.
func (v *chartView) MouseOut() { v.readNone() }

// pointAt reads what lies under a place.
func (v *chartView) pointAt(at fyne.Position) {
	frame, ok := v.picture.frame()
	if !ok || at.Y > v.picture.Size().Height {
		v.readNone()
		return
	}
	v.pointer = &at
	unit := v.picture.unit()
	before, was := v.read, v.reading
	v.readStop(frame.Stop(float64(at.X)*unit, float64(at.Y)*unit))
	if !was || v.stop != before.Stop {
		v.Refresh()
	}
}

// readStop reads a stop, or the nearest one in sight.
func (v *chartView) readStop(stop int) {
	frame, ok := v.picture.frame()
	if !ok {
		return
	}
	first, last, _, _ := frame.Stops()
	v.stop, v.reading = min(max(stop, first), last), true
	v.read = frame.Read(v.stop)
}

func (v *chartView) readNone() {
	v.pointer = nil
	if v.reading {
		v.reading = false
		v.Refresh()
	}
}

// sayReading says a reading in one sentence.
func sayReading(r figure.Reading) string {
	var parts []string
	for _, value := range r.Values {
		parts = append(parts, strings.TrimSpace(value.Name+" "+value.Says))
	}
	if len(parts) == 0 {
		return r.Name + "."
	}
	return r.Name + ": " + strings.Join(parts, ", ") + "."
}

// nextTo returns where a readout of a size lies: right or left of what it is read
// from, below or above what is too wide for that, and never beyond the chart.
func nextTo(box [2]fyne.Position, size, chart fyne.Size) fyne.Position {
	const gap = 10
	at := fyne.NewPos(box[1].X+gap, box[0].Y+spaceXS)
	switch left := box[0].X - gap - size.Width; {
	case at.X+size.Width <= chart.Width:
	case left >= 0 || box[1].X-box[0].X < size.Width:
		at.X = left
	default:
		at = fyne.NewPos((box[0].X+box[1].X-size.Width)/2, box[1].Y+gap/2)
		if above := box[0].Y - gap/2 - size.Height; at.Y+size.Height > chart.Height && above >= 0 {
			at.Y = above
		}
	}
	return fyne.NewPos(max(0, min(at.X, chart.Width-size.Width)), max(0, min(at.Y, chart.Height-size.Height)))
}

// translucent returns a colour that lets so much of what lies below through.
func translucent(c color.Color, alpha uint8) color.Color {
	solid := color.NRGBAModel.Convert(c).(color.NRGBA)
	solid.A = alpha
	return solid
}
