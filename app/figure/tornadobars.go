package figure

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"muster/app/figure/typeset"
	"muster/app/phrase"
	"muster/app/say"
)

// swings is a tornado fitted to a size.
type swings struct {
	Tornado
	*layout
	form  tornadoForm
	shown []Swing
	pitch vg.Length // from one bar to the next
	names vg.Length // width of what stands left of the bars
	ends  bool      // whether there is room for the values at the ends of the bars
}

// tornadoForm is how a tornado is set at a width, in sizes of its text.
type tornadoForm struct {
	above        bool    // the names stand above the bars
	roomy, tight float64 // from one bar to the next, at most and at least
	bar          float64 // height of a bar, at most
	head, foot   float64 // what stands above and below the bars
}

func (t Tornado) form(text, width float64) tornadoForm {
	f := tornadoForm{roomy: 2.2, tight: 1.45, bar: 1.3, head: 3.2, foot: 3.4}
	if width < 34*text {
		f.above, f.roomy, f.tight = true, 3, 2.4
	}
	return f
}

// fit implements chart.
func (t Tornado) fit(style Style, width, height, dot vg.Length) fitted {
	s := &swings{Tornado: t, form: t.form(style.Text, float64(width)), shown: t.sorted()}
	s.layout = newAxes(style, dot, s)
	s.plot.HideY()
	s.choose(height)
	s.column(width)
	s.scale(width)
	used := s.em(s.form.head+s.form.foot) + s.pitch*vg.Length(max(1, len(s.shown)))
	s.whole = vg.Rectangle{
		Min: vg.Point{X: s.names, Y: max(0, height-used) + s.em(1.4)}, // over the name of the axis
		Max: vg.Point{X: width - s.em(1.6), Y: height - s.em(1.6)},    // under the legend
	}
	s.area = s.plot.DataCanvas(draw.Canvas{Rectangle: s.whole}).Rectangle
	return s
}

// choose shows as many bars as there is room for, those that move it most.
func (s *swings) choose(height vg.Length) {
	free := height - s.em(s.form.head+s.form.foot)
	if most := max(1, int(free/s.em(s.form.tight))); most < len(s.shown) {
		s.shown = s.shown[:max(1, most-1)] // the last line says how many more there are
		s.form.foot += 1.4
		free -= s.em(1.4)
	}
	s.pitch = min(s.em(s.form.roomy), free/vg.Length(max(1, len(s.shown))))
}

// column sets the width of the names beside the bars.
func (s *swings) column(width vg.Length) {
	if s.form.above {
		s.names = s.em(0.4)
		return
	}
	for _, swing := range s.shown {
		s.names = max(s.names, s.label(nil).Width(Legible(swing.Name)))
	}
	s.names = min(s.names, width*0.34) + s.em(1)
}

// scale sets the axis so that the values at the ends of the bars fit beside
// them.
func (s *swings) scale(width vg.Length) {
	var left, right vg.Length
	for _, swing := range s.shown {
		low, high := s.ofEnds(swing)
		left, right = max(left, s.label(nil).Width(low)), max(right, s.label(nil).Width(high))
	}
	left, right = left+s.em(0.9), right+s.em(0.9)
	room := width - s.names - s.em(1.6)
	if s.ends = room-left-right > s.em(5); !s.ends {
		left, right = 0, 0
	}
	lo, hi := s.span(s.shown)
	each := (hi - lo) / float64(max(room-left-right, 1))
	s.plot.X.Min, s.plot.X.Max = lo-each*float64(left), hi+each*float64(right)
	s.plot.X.Tick.Marker = plot.ConstantTicks{}
	if !s.Empty() {
		s.plot.X.Tick.Marker = plot.ConstantTicks(s.ticks(room))
	}
}

// ticks returns the values of the axis; chances are read in percent.
func (s *swings) ticks(room vg.Length) []plot.Tick {
	lo, hi, unit := max(0, s.plot.X.Min), s.plot.X.Max, 1.0
	if s.Chance {
		hi, unit = min(hi, 1), 100
	}
	ticks := linearTicks(lo*unit, hi*unit, int(room/(s.label(nil).Width(amount(hi*unit)+"%")+s.em(2))))
	for i := range ticks {
		ticks[i].Value /= unit
		if s.Chance {
			ticks[i].Label = phrase.Percent(ticks[i].Value)
		}
	}
	return ticks
}

// ofEnds returns what stands at the left and at the right end of a bar.
func (s *swings) ofEnds(swing Swing) (left, right string) {
	if swing.AtLow > swing.AtHigh {
		return Legible(swing.High), Legible(swing.Low)
	}
	return Legible(swing.Low), Legible(swing.High)
}

// Plot implements plot.Plotter.
func (s *swings) Plot(c draw.Canvas, _ *plot.Plot) {
	if s.Empty() {
		none := say.Text("Nothing that moves it is uncertain.")
		s.writeWithin(c, 1, none, s.style.Palette.Secondary, spot{vg.Point{X: (s.area.Min.X + s.area.Max.X) / 2, Y: s.area.Max.Y - s.em(3)}, -0.5})
		return
	}
	hairline := draw.LineStyle{Color: s.style.Palette.Line, Width: s.hair(1)}
	for _, tick := range s.plot.X.Tick.Marker.Ticks(0, 0) {
		s.upright(c, hairline, tick.Value, s.area.Max.Y-s.em(1.5))
	}
	s.lines(c)
	for i, swing := range s.shown {
		s.swing(c, swing, i)
	}
	if more := len(s.Swings) - len(s.shown); more > 0 {
		s.writeWithin(c, 1, say.Text("and %s more that move it less", phrase.Count(int64(more))), s.style.Palette.Secondary,
			spot{vg.Point{X: s.area.Min.X, Y: s.area.Min.Y + s.em(0.2)}, 0})
	}
	axis := s.label(s.style.Palette.Secondary)
	s.set(c, axis, s.axis(), vg.Point{X: (s.area.Min.X + s.area.Max.X - axis.Width(s.axis())) / 2, Y: s.whole.Min.Y - s.em(1.3)}, false)
	s.legend(c)
}

// lines draws what is expected, and the need where it lies near.
func (s *swings) lines(c draw.Canvas) {
	line := draw.LineStyle{Color: s.style.Palette.Text, Width: s.hair(1.5)}
	s.upright(c, line, s.Middle, s.area.Max.Y-s.em(1.5))
	s.name(c, s.middle(), s.Middle)
	if s.Need > 0 && s.Need > s.plot.X.Min && s.Need < s.plot.X.Max {
		line.Dashes = []vg.Length{s.em(0.45), s.em(0.3)}
		if s.name(c, say.Text("need %s", phrase.About(s.Need)), s.Need) { // a line without a name says nothing
			s.upright(c, line, s.Need, s.area.Max.Y-s.em(1.5))
		}
	}
}

// name writes what an upright line is on top of it, or beside that. It reports
// whether there was room.
func (s *swings) name(c draw.Canvas, words string, at float64) bool {
	before := len(s.taken)
	half := s.label(nil).Width(words) / 2
	x, y := s.x(at), s.area.Max.Y-s.em(1.25)
	over := min(max(x, s.area.Min.X+half), s.area.Max.X-half)
	s.write(c, words, s.style.Palette.Text, spot{vg.Point{X: over, Y: y}, -0.5},
		spot{vg.Point{X: x - s.em(0.4), Y: y}, 0}, spot{vg.Point{X: x + s.em(0.4), Y: y}, -1})
	if len(s.taken) == before {
		return false
	}
	s.taken[before].Min.X -= s.em(0.8) // the next one keeps a distance
	s.taken[before].Max.X += s.em(0.8)
	return true
}

// top returns where the room of a bar begins.
func (s *swings) top(i int) vg.Length { return s.area.Max.Y - s.em(1.6) - s.pitch*vg.Length(i) }

// bar returns from where to where a bar is high.
func (s *swings) bar(i int) vg.Rectangle {
	top, high := s.top(i), s.pitch*0.68
	if s.form.above { // the name stands in between
		top -= s.em(1.2)
		high = s.pitch - s.em(1.5)
	}
	return vg.Rectangle{Min: vg.Point{Y: top - min(high, s.em(s.form.bar))}, Max: vg.Point{Y: top}}
}

// swing draws one bar, and what it is.
func (s *swings) swing(c draw.Canvas, swing Swing, i int) {
	ink := s.label(s.style.Palette.Text)
	if s.form.above {
		name := typeset.Shorten(Legible(swing.Name), func(name string) bool { return ink.Width(name) <= s.area.Size().X })
		s.set(c, ink, name, vg.Point{X: s.area.Min.X, Y: s.top(i) - s.em(1.05)}, true)
	}
	box := s.bar(i)
	text := (box.Min.Y+box.Max.Y)/2 - s.em(0.52)
	if !s.form.above {
		name := typeset.Shorten(Legible(swing.Name), func(name string) bool { return ink.Width(name) <= s.names-s.em(0.7) })
		s.set(c, ink, name, vg.Point{X: s.area.Min.X - s.em(0.6) - ink.Width(name), Y: text}, false)
	}
	low, most := min(swing.AtLow, swing.AtHigh), max(swing.AtLow, swing.AtHigh)
	middle := min(max(s.Middle, low), most)
	s.half(c, box, middle, swing.AtLow, true)
	s.half(c, box, middle, swing.AtHigh, false)
	if !s.ends {
		return
	}
	left, right := s.ofEnds(swing)
	ink.Color = s.style.Palette.Secondary
	s.set(c, ink, left, vg.Point{X: s.x(low) - s.em(0.35) - ink.Width(left), Y: text}, true)
	s.set(c, ink, right, vg.Point{X: s.x(most) + s.em(0.35), Y: text}, true)
}

// set writes text whose lower left corner is given, on a ground of its own
// where a line may run below it.
func (s *swings) set(c draw.Canvas, ink draw.TextStyle, words string, at vg.Point, ground bool) {
	if ground {
		pad := s.em(0.15)
		right, above := at.X+ink.Width(words)+pad, at.Y+s.em(1.1)
		c.FillPolygon(s.style.Palette.Card, []vg.Point{{X: at.X - pad, Y: at.Y}, {X: right, Y: at.Y}, {X: right, Y: above}, {X: at.X - pad, Y: above}})
	}
	baseline := ink.FontExtents().Ascent - s.em(1) + s.em(0.25) // of a text set at 0
	c.FillText(ink, at.Add(vg.Point{Y: baseline}), words)
}
