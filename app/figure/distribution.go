package figure

import (
	"image/color"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// Distribution is how many people may come, and how likely each number is: a
// bar for each, with the need marked among them.
type Distribution struct {
	Histogram campaign.Histogram
	Expected  campaign.Quantiles // people; the range of 8 in 10 is marked
	Need      int64              // people; 0 for none
}

// DistributionOf returns the distribution of a turnout.
func DistributionOf(t campaign.Turnout) Distribution {
	return Distribution{Histogram: t.Histogram, Expected: t.Expected, Need: t.Need}
}

// Empty reports whether there is nothing to draw: the number is certain.
func (d Distribution) Empty() bool { return len(d.Histogram.Parts) < 2 }

// Scene returns the chart.
func (d Distribution) Scene(style Style) *Scene { return newScene(d, style) }

// farNeed is how many times the width of all bars the need may lie away from
// them and still be drawn in its place.
const farNeed = 2

// span returns the first and the last number of people that are shown.
func (d Distribution) span() (lo, hi float64) {
	lo = d.Histogram.From
	hi = lo + d.Histogram.Width*float64(len(d.Histogram.Parts))
	need, width := float64(d.Need), hi-lo
	if d.Need > 0 && need > hi-width/20 && need <= hi+farNeed*width {
		hi = need + width/20
	}
	if d.Need > 0 && need < lo+width/20 && need >= lo-farNeed*width {
		lo = max(0, need-width/20)
	}
	return lo, hi
}

// fit implements chart.
func (d Distribution) fit(style Style, width, height, dot vg.Length) fitted {
	b := &bars{Distribution: d}
	b.layout = newAxes(style, dot, b)
	b.plot.HideY()
	b.plot.X.Min, b.plot.X.Max = d.span()
	most := 0.0
	for _, part := range d.Histogram.Parts {
		most = max(most, part)
	}
	head := min(0.5, float64(b.em(4.2)/max(height-b.em(2), 1)))
	b.plot.Y.Min, b.plot.Y.Max = 0, max(most, 1e-9)/(1-head)
	ticks := b.across(width)
	side := b.em(0.2)
	if len(ticks) > 0 { // the outer labels stand half beside the bars
		side = b.plot.X.Tick.Label.Width(ticks[len(ticks)-1].Label)/2 + b.em(0.3)
	}
	b.frame(side, side, width, height)
	return b
}

// bars is a distribution fitted to a size.
type bars struct {
	Distribution
	*layout
}

// Plot implements plot.Plotter.
func (b *bars) Plot(c draw.Canvas, _ *plot.Plot) {
	if b.Empty() {
		return
	}
	for i, part := range b.Histogram.Parts {
		from := b.Histogram.From + float64(i)*b.Histogram.Width
		b.bar(c, from, from+b.Histogram.Width, part)
	}
	base := draw.LineStyle{Color: b.style.Palette.Secondary, Width: b.hair(1)}
	y := b.crisp(b.area.Min.Y, base.Width)
	c.StrokeLine2(base, b.area.Min.X, y, b.area.Max.X, y)
	b.need(c)
	b.range8(c)
}

// bar draws one bar; where the need lies in it, its right part is that of
// enough people.
func (b *bars) bar(c draw.Canvas, from, to, part float64) {
	split := to
	if b.Need > 0 {
		split = min(max(float64(b.Need), from), to)
	}
	b.block(c, b.style.Palette.Accent, from, split, part)
	b.block(c, b.style.Palette.Reached, split, to, part)
}

// block fills part of a bar, leaving a hairline to the next one.
func (b *bars) block(c draw.Canvas, colour color.NRGBA, from, to, part float64) {
	if to <= from {
		return
	}
	if mid := (from + to) / 2; mid < b.Expected.P10 || mid > b.Expected.P90 {
		colour = blend(b.style.Palette.Card, colour, 0.45)
	}
	left, right, top := b.x(from), b.x(to)-b.hair(1), b.y(part)
	c.FillPolygon(colour, []vg.Point{{X: left, Y: b.area.Min.Y}, {X: left, Y: top}, {X: right, Y: top}, {X: right, Y: b.area.Min.Y}})
}

// need draws the need as a line, or says at the edge that it lies far beyond.
func (b *bars) need(c draw.Canvas) {
	if b.Need <= 0 {
		return
	}
	need, name := float64(b.Need), say.Text("need %s", phrase.Count(b.Need))
	ink := b.style.Palette.Text
	y := b.area.Max.Y - b.em(1.2)
	switch {
	case need > b.plot.X.Max:
		b.write(c, say.Text("%s: far above", name), ink, spot{vg.Point{X: b.area.Max.X, Y: y}, -1})
	case need < b.plot.X.Min:
		b.write(c, say.Text("%s: far below", name), ink, spot{vg.Point{X: b.area.Min.X, Y: y}, 0})
	default:
		line := draw.LineStyle{Color: ink, Width: b.hair(1.5), Dashes: []vg.Length{b.em(0.45), b.em(0.3)}}
		b.upright(c, line, need, b.area.Max.Y)
		x := b.x(need)
		b.taken = append(b.taken, vg.Rectangle{Min: vg.Point{X: x - b.em(0.2), Y: b.area.Min.Y}, Max: vg.Point{X: x + b.em(0.2), Y: b.area.Max.Y}})
		b.write(c, name, ink, spot{vg.Point{X: x - b.em(0.45), Y: y}, -1}, spot{vg.Point{X: x + b.em(0.45), Y: y}, 0})
	}
}

// range8 draws a bracket over the range that holds 8 in 10.
func (b *bars) range8(c draw.Canvas) {
	line := draw.LineStyle{Color: b.style.Palette.Secondary, Width: b.hair(1)}
	left, right := b.crisp(b.x(b.Expected.P10), line.Width), b.crisp(b.x(b.Expected.P90), line.Width)
	y := b.crisp(b.area.Max.Y-b.em(3.4), line.Width)
	c.StrokeLine2(line, left, y, right, y)
	for _, x := range []vg.Length{left, right} {
		c.StrokeLine2(line, x, y-b.em(0.4), x, y)
	}
	words := say.Text("8 in 10: %s", phrase.Between(b.Expected.P10, b.Expected.P90))
	half := b.label(nil).Width(words) / 2
	within := func(x vg.Length) spot {
		return spot{vg.Point{X: min(max(x, b.area.Min.X+half), b.area.Max.X-half), Y: y + b.em(0.15)}, -0.5}
	}
	need := b.x(float64(b.Need)) // which the words must not cover
	b.write(c, words, b.style.Palette.Secondary, within((left+right)/2), within(need+half+b.em(0.5)), within(need-half-b.em(0.5)))
}
