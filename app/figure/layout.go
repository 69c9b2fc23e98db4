package figure

import (
	"image/color"
	"math"

	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"muster/campaign"
)

// layout is a scene fitted to one size: the axes, and the labels placed so far
// so that no two overlap.
type layout struct {
	trend       Trend
	style       Style
	from, to    float64      // the days shown, of which a part may be cut
	first, last campaign.Day // the first and the last of them in sight
	log         bool
	dot         vg.Length // a device pixel, 0 where there are none
	plot        *plot.Plot
	whole       vg.Rectangle   // the canvas within its margins
	area        vg.Rectangle   // where the line is drawn
	curve       [][]vg.Point   // the line
	taken       []vg.Rectangle // by labels and the dot
	rows        int            // of marks below the base
	notes       []note         // below the axes
}

// fit implements chart.
func (t Trend) fit(style Style, width, height, dot vg.Length) fitted {
	l := &layout{trend: t, style: style, dot: dot, log: t.Chosen() == Log}
	l.from, l.to = t.limits()
	l.first, l.last = campaign.Day(math.Ceil(l.from)), campaign.Day(math.Floor(l.to))
	p := plot.New()
	l.plot = p
	p.BackgroundColor = nil
	p.TextHandler = writer()
	for _, axis := range []*plot.Axis{&p.X, &p.Y} {
		axis.LineStyle.Width, axis.Tick.LineStyle.Width, axis.Padding = 0, 0, 0
		axis.Label.TextStyle = l.label(style.Palette.Secondary)
		axis.Tick.Label.Font = axis.Label.TextStyle.Font
		axis.Tick.Label.Color = style.Palette.Secondary
		axis.Tick.Label.Handler = writer()
	}
	p.Y.Padding = l.em(0.3)
	p.X.Min, p.X.Max = l.padded()
	foot := l.foot(width, height)
	p.X.Padding = l.em(0.4) + l.rowHeight()*vg.Length(l.rows)
	free := height - foot - p.X.Padding
	p.Y.Min, p.Y.Max = l.bounds(free - l.em(2))
	var ticks []plot.Tick
	if l.log {
		p.Y.Scale = clampedLog{}
		ticks = logTicks(p.Y.Min, p.Y.Max, int((free-l.em(1.6))/l.em(2.6)))
	} else {
		ticks = linearTicks(p.Y.Min, p.Y.Max, int((free-l.em(1.6))/l.em(3.6)))
	}
	p.Y.Tick.Marker = plot.ConstantTicks(ticks)
	left := l.widest(ticks) + l.em(0.7)
	days := l.dayTicks(width - left - l.em(1))
	p.X.Tick.Marker = plot.ConstantTicks(days)
	if t.Empty() {
		p.X.Tick.Marker, p.Y.Tick.Marker = plot.ConstantTicks{}, plot.ConstantTicks{}
	}
	l.whole = vg.Rectangle{
		Min: vg.Point{X: l.em(0.2) + l.overhang(days, left, width), Y: foot},
		Max: vg.Point{X: width - l.em(0.5), Y: height},
	}
	l.area = p.DataCanvas(draw.Canvas{Rectangle: l.whole}).Rectangle
	p.Add(l)
	return l
}

// draw draws the scene; a layout is drawn once.
func (l *layout) draw(c draw.Canvas) {
	if l.dot == 0 { // an image has its ground already
		c.SetColor(l.style.Palette.Card)
		c.Fill(c.Rectangle.Path())
	}
	if size := l.area.Size(); !(size.X >= l.em(1) && size.Y >= l.em(1)) {
		return // no room for anything but the labels
	}
	l.writeNotes(c)
	c.Rectangle = l.whole
	l.plot.Draw(c)
}

// Plot implements plot.Plotter.
func (l *layout) Plot(c draw.Canvas, _ *plot.Plot) {
	l.grid(c)
	if l.trend.Empty() {
		return
	}
	l.curve = l.line(&c)
	l.fan(c)
	l.levels(c)
	l.days(c)
	l.count(c)
	l.names(c)
	l.events(c)
}

// padded returns the range of days with room for half a dot at each end.
func (l *layout) padded() (first, last float64) {
	room := 0.008 * (l.to - l.from)
	return l.from - room, l.to + room
}

// bounds returns the range of totals, with room above for a label when the
// line is drawn height high.
func (l *layout) bounds(height vg.Length) (lo, hi float64) {
	lo, hi = l.extent()
	room := min(0.4, float64(l.em(1.9)/max(height, 1)))
	if l.log {
		base := math.Pow(10, math.Ceil(math.Log10(lo))-1)
		if lo < 2*base { // a total would lie on the base, half hidden by it
			base /= 10
		}
		lo = max(1, base)
		if hi < 10*lo {
			hi = 10 * lo
		}
		return lo, lo * math.Pow(hi/lo, 1/(1-room))
	}
	lo = min(0, lo)
	if hi <= lo {
		hi = lo + 10
	}
	if lo < 0 {
		lo -= 0.05 * (hi - lo)
	}
	return lo, lo + (hi-lo)/(1-room)
}

// extent returns the smallest and the largest value to be shown. On a log
// scale only values above 0 count.
func (l *layout) extent() (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	see := func(v float64) {
		if !l.log || v > 0 {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	l.seeCount(see)
	l.seeFan(see)
	if math.IsInf(lo, 1) {
		lo, hi = 1, 1
	}
	if top, found := l.top(hi); found && !l.trend.view.hides(Levels) {
		for _, level := range l.trend.Levels {
			if level.Target <= top {
				see(level.Target)
			}
		}
	}
	return lo, hi
}

// seeCount shows every total in sight to see.
func (l *layout) seeCount(see func(float64)) {
	if l.trend.view.hides(Counted) {
		return
	}
	if total, ok := l.trend.On(l.first); ok {
		see(float64(total))
	}
	for _, d := range l.trend.around(l.first, l.last) {
		if d.Day >= l.first && d.Day <= l.last {
			see(float64(d.Total))
		}
	}
}

// seeFan shows the edges of the fan in sight to see.
func (l *layout) seeFan(see func(float64)) {
	if l.trend.view.hides(Foreseen) {
		return
	}
	for _, b := range l.trend.Fan {
		for i, day := range b.Days {
			if day >= l.first && day <= l.last {
				see(b.Low[i])
				see(b.High[i])
			}
		}
	}
}

// top returns the highest level worth showing above the totals, which end at
// hi: on a linear scale the next one unless it is far, on a log scale all up
// to a hundred times the next one.
func (l *layout) top(hi float64) (float64, bool) {
	if len(l.trend.Levels) == 0 {
		return 0, false
	}
	next, ok := l.trend.next()
	switch {
	case !ok:
		return math.Inf(1), true
	case l.log:
		return 100 * next.Target, true
	case hi > 0 && next.Target > farLevel*hi:
		return hi, true
	}
	return max(hi, next.Target), true
}

// x returns where a day lies, y where a total does.
func (l *layout) x(day float64) vg.Length {
	return l.area.Min.X + vg.Length(l.plot.X.Norm(day))*l.area.Size().X
}

func (l *layout) y(total float64) vg.Length {
	return l.area.Min.Y + vg.Length(l.plot.Y.Norm(total))*l.area.Size().Y
}

// em returns a length in text sizes.
func (l *layout) em(n float64) vg.Length { return vg.Length(n * l.style.Text) }

// crisp moves the centre of a thin line so that it fills whole pixels.
func (l *layout) crisp(at, width vg.Length) vg.Length {
	if l.dot == 0 {
		return at
	}
	if int(math.Round(float64(width/l.dot)))%2 == 0 {
		return vg.Length(math.Round(float64(at/l.dot))) * l.dot
	}
	return (vg.Length(math.Floor(float64(at/l.dot))) + 0.5) * l.dot
}

// hair returns the width of a thin line: whole pixels where there are any.
func (l *layout) hair(points float64) vg.Length {
	if l.dot == 0 {
		return vg.Length(points * 0.6)
	}
	return max(1, vg.Length(math.Round(points/float64(l.dot)))) * l.dot
}

// overhang returns how far the first label of the days would stick out to the
// left of the canvas.
func (l *layout) overhang(days []plot.Tick, left, width vg.Length) vg.Length {
	if len(days) == 0 {
		return 0
	}
	centre := left + vg.Length(l.plot.X.Norm(days[0].Value))*(width-left)
	return max(0, l.plot.X.Tick.Label.Width(days[0].Label)/2-centre)
}

func (l *layout) widest(ticks []plot.Tick) vg.Length {
	var widest vg.Length
	for _, t := range ticks {
		widest = max(widest, l.plot.Y.Tick.Label.Width(t.Label))
	}
	return widest
}

// clampedLog is plot.LogScale for values that may be 0 or below: they lie on
// the base.
type clampedLog struct{}

// Normalize implements plot.Normalizer.
func (clampedLog) Normalize(lo, hi, v float64) float64 {
	return plot.LogScale{}.Normalize(lo, hi, max(v, lo))
}

func (l *layout) label(c color.Color) text.Style {
	return text.Style{Color: c, Font: fontOf(l.em(1), xfont.WeightNormal), Handler: writer()}
}
