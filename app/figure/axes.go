package figure

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// newAxes returns a layout without a trend, for charts whose axes count people.
// Its plotter draws what lies between them.
func newAxes(style Style, dot vg.Length, plotter plot.Plotter) *layout {
	l := &layout{style: style, dot: dot, plot: plot.New()}
	p := l.plot
	p.BackgroundColor = nil
	p.TextHandler = writer()
	for _, axis := range []*plot.Axis{&p.X, &p.Y} {
		axis.LineStyle.Width, axis.Tick.LineStyle.Width, axis.Padding = 0, 0, 0
		axis.Label.TextStyle = l.label(style.Palette.Secondary)
		axis.Tick.Label.Font = axis.Label.TextStyle.Font
		axis.Tick.Label.Color = style.Palette.Secondary
		axis.Tick.Label.Handler = writer()
	}
	p.X.Padding = l.em(0.4)
	p.Add(plotter)
	return l
}

// across sets the ticks of the lower axis to as many as fit into width.
func (l *layout) across(width vg.Length) []plot.Tick {
	lo, hi := l.plot.X.Min, l.plot.X.Max
	label := l.plot.X.Tick.Label.Width(amount(hi))
	ticks := linearTicks(lo, hi, int(width/(label+l.em(2))))
	l.plot.X.Tick.Marker = plot.ConstantTicks(ticks)
	return ticks
}

// frame says what part of the canvas the plot fills, with room at the sides for
// half the label of a tick.
func (l *layout) frame(left, right, width, height vg.Length) {
	l.whole = vg.Rectangle{Min: vg.Point{X: left}, Max: vg.Point{X: width - right, Y: height}}
	l.area = l.plot.DataCanvas(draw.Canvas{Rectangle: l.whole}).Rectangle
}

// upright draws a line from the base to the top, or as high as asked.
func (l *layout) upright(c draw.Canvas, style draw.LineStyle, at float64, top vg.Length) {
	x := l.crisp(l.x(at), style.Width)
	c.StrokeLine2(style, x, l.area.Min.Y, x, top)
}
