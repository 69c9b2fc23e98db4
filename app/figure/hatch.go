package figure

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"muster/app/say"
)

// half draws the part of a bar between the middle and one end: hatched where
// the assumption is low, full where it is high, so that they differ without
// colour too.
func (s *swings) half(c draw.Canvas, box vg.Rectangle, middle, end float64, low bool) {
	box.Min.X, box.Max.X = s.x(min(middle, end)), s.x(max(middle, end))
	if box.Size().X < s.hair(1) {
		box.Max.X = box.Min.X + s.hair(1)
	}
	s.fill(c, box, low)
}

// fill fills a box, hatched or full.
func (s *swings) fill(c draw.Canvas, box vg.Rectangle, hatched bool) {
	corners := []vg.Point{box.Min, {X: box.Min.X, Y: box.Max.Y}, box.Max, {X: box.Max.X, Y: box.Min.Y}}
	if !hatched {
		c.FillPolygon(s.style.Palette.Accent, corners)
		return
	}
	c.FillPolygon(blend(s.style.Palette.Card, s.style.Palette.Accent, 0.12), corners)
	line := draw.LineStyle{Color: s.style.Palette.Accent, Width: s.hair(1)}
	inside := draw.Canvas{Canvas: c.Canvas, Rectangle: box}
	high := box.Size().Y
	for x := box.Min.X - high; x < box.Max.X; x += s.em(0.42) {
		for _, stroke := range inside.ClipLinesXY([]vg.Point{{X: x, Y: box.Min.Y}, {X: x + high, Y: box.Max.Y}}) {
			c.StrokeLines(line, stroke)
		}
	}
	c.StrokeLines(line, append(corners, corners[0]))
}

// legend says what the two fillings are.
func (s *swings) legend(c draw.Canvas) {
	ink := s.label(s.style.Palette.Secondary)
	x, y := vg.Length(0), s.whole.Max.Y+s.em(0.3)
	for _, entry := range []struct {
		words   string
		hatched bool
	}{{say.Text("if it comes out low"), true}, {say.Text("if high"), false}} {
		s.fill(c, vg.Rectangle{Min: vg.Point{X: x + s.em(0.2), Y: y}, Max: vg.Point{X: x + s.em(1.5), Y: y + s.em(0.9)}}, entry.hatched)
		s.set(c, ink, entry.words, vg.Point{X: x + s.em(1.9), Y: y - s.em(0.08)}, false)
		x += ink.Width(entry.words) + s.em(3.2)
	}
}
