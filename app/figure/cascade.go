package figure

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// Cascade is the picture of conditional pledges: how many would come against
// how many are expected to, with the diagonal where both are the same. Where
// the line meets the diagonal a number brings about itself (Granovetter,
// American Journal of Sociology 83(6), 1978).
type Cascade struct{ Of campaign.Cascade }

// Scene returns the chart.
func (d Cascade) Scene(style Style) *Scene { return newScene(d, style) }

// fit implements chart.
func (d Cascade) fit(style Style, width, height, dot vg.Length) fitted {
	s := &steps{corners: d.Of.Curve(), of: d.Of}
	s.layout = newAxes(style, dot, s)
	end := s.corners[len(s.corners)-1].X
	s.plot.X.Min, s.plot.X.Max = 0, max(end, 1)
	s.plot.Y.Min, s.plot.Y.Max = 0, max(end, 1)*1.15 // with room for a name above the line
	s.plot.X.Label.Text, s.plot.X.Label.Padding = say.Text("expected to come"), s.em(0.2)
	ticks := linearTicks(0, s.plot.Y.Max, int((height-s.em(3))/s.em(3.2)))
	s.plot.Y.Tick.Marker = plot.ConstantTicks(ticks)
	s.plot.Y.Padding = s.em(0.6)
	s.across(width - s.widest(ticks))
	s.frame(s.em(0.2), s.em(2), width, height-s.em(1.6)) // the name of the axis on top
	return s
}

// steps is a cascade fitted to a size.
type steps struct {
	*layout
	corners []campaign.Point
	of      campaign.Cascade
}

// Plot implements plot.Plotter.
func (s *steps) Plot(c draw.Canvas, _ *plot.Plot) {
	s.grid(c)
	style := s.label(s.style.Palette.Secondary)
	c.FillText(style, vg.Point{X: s.whole.Min.X, Y: s.whole.Max.Y + s.em(0.5)}, say.Text("would come"))

	diagonal := draw.LineStyle{Color: s.style.Palette.Secondary, Width: s.hair(1.2), Dashes: []vg.Length{s.em(0.45), s.em(0.3)}}
	end := s.plot.X.Max
	c.StrokeLine2(diagonal, s.x(0), s.y(0), s.x(end), s.y(end))

	var points []vg.Point
	for _, p := range s.corners {
		points = append(points, vg.Point{X: s.x(p.X), Y: s.y(p.Y)})
	}
	c.StrokeLines(draw.LineStyle{Color: s.style.Palette.Accent, Width: s.em(0.17)}, points)
	s.curve = [][]vg.Point{points, {{X: s.x(0), Y: s.y(0)}, {X: s.x(end), Y: s.y(end)}}}
	s.points(c)
}

// points marks where the line meets the diagonal: full where it stays, hollow
// where it tips.
func (s *steps) points(c draw.Canvas) {
	for _, step := range s.of.Steps {
		if tips := step.JoinsAt > step.Before && step.JoinsAt <= step.After(); tips {
			s.point(c, float64(step.JoinsAt), false)
		}
	}
	start, trusted := float64(s.of.Start), float64(s.of.Trusted)
	s.point(c, start, true)
	if trusted != start {
		s.point(c, trusted, true)
		s.name(c, say.Text("if trusted: %s", phrase.Count(s.of.Trusted)), trusted)
		s.name(c, say.Text("standing start: %s", phrase.Count(s.of.Start)), start)
	} else {
		s.name(c, say.Text("both ends: %s", phrase.Count(s.of.Start)), start)
	}
	for _, step := range s.of.Steps {
		if tips := step.JoinsAt > step.Before && step.JoinsAt <= step.After(); tips {
			s.name(c, say.Text("tips at %s", phrase.Count(step.JoinsAt)), float64(step.JoinsAt))
		}
	}
}

// point draws a dot on the diagonal, full or hollow.
func (s *steps) point(c draw.Canvas, at float64, full bool) {
	point, r := vg.Point{X: s.x(at), Y: s.y(at)}, s.em(0.42)
	fill := draw.GlyphStyle{Color: s.style.Palette.Accent, Radius: r, Shape: draw.CircleGlyph{}}
	c.DrawGlyphNoClip(fill, point)
	if !full {
		fill.Color, fill.Radius = s.style.Palette.Card, r*0.6
		c.DrawGlyphNoClip(fill, point)
	}
	s.taken = append(s.taken, vg.Rectangle{Min: vg.Point{X: point.X - r, Y: point.Y - r}, Max: vg.Point{X: point.X + r, Y: point.Y + r}})
}

// name writes what a point of the diagonal is, beside it where there is room.
func (s *steps) name(c draw.Canvas, words string, at float64) {
	p := vg.Point{X: s.x(at), Y: s.y(at)}
	var spots []spot
	for _, dy := range []float64{-1.7, -0.5, 0.7, -3, 1.5, 2.4} {
		y := p.Y + s.em(dy)
		spots = append(spots, spot{vg.Point{X: p.X + s.em(0.9), Y: y}, 0}, spot{vg.Point{X: p.X - s.em(0.9), Y: y}, -1})
	}
	for _, dx := range []float64{3, 4, 5, 6, 7, 8, 10, 12} { // along the line, below the diagonal
		if at == float64(s.of.Start) {
			spots = append(spots, spot{vg.Point{X: p.X + s.em(dx), Y: p.Y + s.em(0.3)}, 0})
		}
	}
	s.write(c, words, s.style.Palette.Text, spots...)
}
