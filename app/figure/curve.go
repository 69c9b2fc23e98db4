package figure

import (
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"muster/campaign"
)

// line returns the count as it runs over the area, clipped to it. On a log scale
// there is no place for 0 or less, so the line is broken there.
func (l *layout) line(c *draw.Canvas) [][]vg.Point {
	if l.trend.view.hides(Counted) {
		return nil
	}
	days := l.trend.around(l.first, l.last)
	if end := l.trend.End(); end > l.trend.Days[len(l.trend.Days)-1].Day {
		days = append(slices.Clip(days), campaign.DayTotal{Day: end, Total: l.trend.Latest()})
	}
	var runs [][]vg.Point
	var run []vg.Point
	finish := func() {
		switch run = thin(run, 0.5); {
		case len(run) > 1:
			runs = append(runs, c.ClipLinesXY(run)...)
		case len(run) == 1 && c.Contains(run[0]):
			runs = append(runs, run)
		}
		run = nil
	}
	for _, d := range days {
		if l.log && d.Total <= 0 {
			finish()
			continue
		}
		run = append(run, vg.Point{X: l.x(float64(d.Day)), Y: l.y(float64(d.Total))})
	}
	finish()
	return runs
}

// gaps reports whether the line is broken because of totals that a log scale
// cannot show.
func (l *layout) gaps() bool {
	return l.log && !l.trend.view.hides(Counted) && slices.ContainsFunc(l.trend.around(l.first, l.last), func(d campaign.DayTotal) bool { return d.Total <= 0 })
}

// thin leaves out points that would not be seen: of all that share a column it
// keeps the first, the lowest, the highest and the last, in their order.
func thin(points []vg.Point, column vg.Length) []vg.Point {
	var kept []vg.Point
	for len(points) > 0 {
		n, low, high := 1, 0, 0
		at := math.Floor(float64(points[0].X / column))
		for n < len(points) && math.Floor(float64(points[n].X/column)) == at {
			if points[n].Y < points[low].Y {
				low = n
			}
			if points[n].Y > points[high].Y {
				high = n
			}
			n++
		}
		last := -1
		for _, i := range []int{0, min(low, high), max(low, high), n - 1} {
			if i > last {
				kept = append(kept, points[i])
				last = i
			}
		}
		points = points[n:]
	}
	return kept
}

// count draws the line and the dot at its end.
func (l *layout) count(c draw.Canvas) {
	style := draw.LineStyle{Color: l.style.Palette.Accent, Width: l.em(0.17)}
	for _, run := range l.curve {
		if len(run) > 1 {
			c.StrokeLines(style, run)
			continue
		}
		c.DrawGlyphNoClip(draw.GlyphStyle{Color: style.Color, Radius: style.Width, Shape: draw.CircleGlyph{}}, run[0])
	}
	end := l.trend.End()
	if end < l.first || end > l.last || l.trend.view.hides(Counted) {
		return
	}
	if l.log && l.trend.Latest() <= 0 {
		return
	}
	at := vg.Point{X: l.x(float64(end)), Y: l.y(float64(l.trend.Latest()))}
	r := l.em(0.34)
	c.DrawGlyphNoClip(draw.GlyphStyle{Color: l.style.Palette.Accent, Radius: r, Shape: draw.CircleGlyph{}}, at)
	l.taken = append(l.taken, vg.Rectangle{Min: vg.Point{X: at.X - r, Y: at.Y - r}, Max: vg.Point{X: at.X + r, Y: at.Y + r}})
}

// fan draws the bands of what may come, the narrowest the darkest.
func (l *layout) fan(c draw.Canvas) {
	if l.trend.view.hides(Foreseen) {
		return
	}
	for i, b := range l.trend.Fan {
		var edge []vg.Point
		for j, day := range b.Days {
			edge = append(edge, vg.Point{X: l.x(float64(day)), Y: l.y(b.High[j])})
		}
		for j := len(b.Days) - 1; j >= 0; j-- {
			edge = append(edge, vg.Point{X: l.x(float64(b.Days[j])), Y: l.y(b.Low[j])})
		}
		tone := blend(l.style.Palette.Card, l.style.Palette.Accent, 0.15+0.17*float64(i))
		c.FillPolygon(tone, c.ClipPolygonXY(edge))
	}
	l.median(c)
}

// median draws the middle of the fan.
func (l *layout) median(c draw.Canvas) {
	if len(l.trend.Fan) == 0 || len(l.trend.Median) == 0 {
		return
	}
	var points []vg.Point
	for i, day := range l.trend.Fan[0].Days {
		points = append(points, vg.Point{X: l.x(float64(day)), Y: l.y(l.trend.Median[i])})
	}
	style := draw.LineStyle{Color: l.style.Palette.Accent, Width: l.em(0.1), Dashes: []vg.Length{l.em(0.1), l.em(0.25)}}
	for _, run := range c.ClipLinesXY(points) {
		c.StrokeLines(style, run)
	}
}
