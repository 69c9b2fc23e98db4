package figure

import (
	"cmp"
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"muster/app/figure/typeset"
	"muster/app/say"
	"muster/campaign"
)

// grid draws a hairline for every tick of the totals, and the base.
func (l *layout) grid(c draw.Canvas) {
	style := draw.LineStyle{Color: l.style.Palette.Line, Width: l.hair(1)}
	for _, tick := range l.plot.Y.Tick.Marker.Ticks(l.plot.Y.Min, l.plot.Y.Max) {
		y := l.crisp(l.y(tick.Value), style.Width)
		c.StrokeLine2(style, c.Min.X, y, c.Max.X, y)
	}
	if l.plot.Y.Min >= 0 {
		y := l.crisp(c.Min.Y, style.Width)
		c.StrokeLine2(style, c.Min.X, y, c.Max.X, y)
	}
}

// levels draws a dashed line for every level in range.
func (l *layout) levels(c draw.Canvas) {
	for _, level := range l.shown() {
		style := l.levelStyle(level)
		y := l.crisp(l.y(level.Target), style.Width)
		c.StrokeLine2(style, c.Min.X, y, c.Max.X, y)
	}
}

// first orders what is so before what is not.
func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

func abs(v vg.Length) vg.Length { return max(v, -v) }

func (l *layout) levelStyle(level Level) draw.LineStyle {
	style := draw.LineStyle{Color: l.style.Palette.Accent, Width: l.hair(1.3), Dashes: []vg.Length{l.em(0.45), l.em(0.3)}}
	if level.Held {
		style.Color = l.style.Palette.Reached
	}
	return style
}

// shown returns the levels in range, those still ahead and near the total
// first; of levels too close for a name each, only the first.
func (l *layout) shown() []Level {
	var shown []Level
	if l.trend.view.hides(Levels) {
		return nil
	}
	for _, level := range l.trend.Levels {
		if level.Target >= l.plot.Y.Min && level.Target <= l.plot.Y.Max {
			shown = append(shown, level)
		}
	}
	latest := float64(l.trend.Latest())
	slices.SortStableFunc(shown, func(a, b Level) int {
		return cmp.Or(first(!a.Held, !b.Held), cmp.Compare(math.Abs(a.Target-latest), math.Abs(b.Target-latest)))
	})
	var apart []Level
	for _, level := range shown {
		if !slices.ContainsFunc(apart, func(o Level) bool { return abs(l.y(o.Target)-l.y(level.Target)) < l.em(1.4) }) {
			apart = append(apart, level)
		}
	}
	return apart
}

// days draws an upright line for each day that matters.
func (l *layout) days(c draw.Canvas) {
	for _, d := range l.marked() {
		style := draw.LineStyle{Color: d.colour, Width: l.hair(1), Dashes: d.dashes}
		x := l.crisp(l.x(float64(d.day)), style.Width)
		c.StrokeLine2(style, x, c.Min.Y, x, c.Max.Y)
	}
}

// markedDay is a day with an upright line.
type markedDay struct {
	day    campaign.Day
	name   string
	colour color.Color
	dashes []vg.Length
}

func (l *layout) marked() []markedDay {
	dots := []vg.Length{l.em(0.12), l.em(0.24)}
	all := []markedDay{
		{l.trend.Deadline, say.Text("deadline"), l.style.Palette.Text, nil},
		{l.trend.Event, say.Text("event"), l.style.Palette.Secondary, nil},
		{l.trend.AsOf, Legible(l.trend.AsOfName), l.style.Palette.Secondary, dots},
	}
	return slices.DeleteFunc(all, func(d markedDay) bool {
		return !d.day.IsSet() || d.name == "" || d.day < l.first || d.day > l.last
	})
}

// names writes what the lines are, where there is room.
func (l *layout) names(c draw.Canvas) {
	for _, d := range l.marked() {
		l.write(c, d.name, d.colour, l.besideDay(d.day)...)
	}
	l.bands(c)
	for _, level := range l.shown() {
		name := level.Name
		if level.Held {
			name = say.Text("%s, reached", typeset.Apart(name))
		}
		l.write(c, name, l.levelStyle(level).Color, l.besideLevel(level.Target)...)
	}
	for _, level := range l.trend.Levels {
		if level.Target > l.plot.Y.Max && !l.trend.view.hides(Levels) {
			l.write(c, say.Text("Above: %s, %s", typeset.Apart(level.Name), amount(level.Target)), l.style.Palette.Secondary, l.above()...)
		}
	}
}

// spot is a place for a text: a corner or the middle of its lower edge, and
// where that lies.
type spot struct {
	at    vg.Point
	align float64 // 0 the text begins at the point, -1 it ends there
}

func (l *layout) besideDay(day campaign.Day) []spot {
	x := l.x(float64(day))
	var spots []spot
	for _, y := range []vg.Length{l.area.Min.Y + l.em(0.35), l.area.Min.Y + l.em(1.7), l.area.Max.Y - l.em(1.4), l.area.Max.Y - l.em(3)} {
		spots = append(spots, spot{vg.Point{X: x - l.em(0.45), Y: y}, -1}, spot{vg.Point{X: x + l.em(0.45), Y: y}, 0})
	}
	return spots
}

func (l *layout) besideLevel(target float64) []spot {
	y := l.y(target)
	left, right := l.area.Min.X+l.em(0.4), l.area.Max.X-l.em(0.9)
	return []spot{
		{vg.Point{X: left, Y: y + l.em(0.1)}, 0}, {vg.Point{X: right, Y: y + l.em(0.1)}, -1},
		{vg.Point{X: (left + right) / 2, Y: y + l.em(0.1)}, -0.5},
		{vg.Point{X: right, Y: y - l.em(1.25)}, -1}, {vg.Point{X: left, Y: y - l.em(1.25)}, 0},
	}
}

func (l *layout) above() []spot {
	var spots []spot
	for _, row := range []float64{1.3, 2.7, 4.1} {
		y := l.area.Max.Y - l.em(row)
		spots = append(spots, spot{vg.Point{X: l.area.Min.X + l.em(0.4), Y: y}, 0}, spot{vg.Point{X: l.area.Max.X - l.em(0.9), Y: y}, -1})
	}
	return spots
}

// write writes text at the first spot where it overlaps nothing, and leaves it
// out if there is none: a chart that shouts over itself says less.
func (l *layout) write(c draw.Canvas, name string, colour color.Color, spots ...spot) {
	l.writeWithin(c, 0.45, name, colour, spots...)
}

// writeWithin writes text that takes at most so great a part of the width.
func (l *layout) writeWithin(c draw.Canvas, most vg.Length, name string, colour color.Color, spots ...spot) {
	style := l.label(colour)
	name = typeset.Shorten(Legible(name), func(s string) bool { return style.Width(s) <= l.area.Size().X*most })
	width := style.Width(name)
	for _, s := range spots {
		from := vg.Point{X: s.at.X + vg.Length(s.align)*width, Y: s.at.Y}
		box := vg.Rectangle{Min: from, Max: from.Add(vg.Point{X: width, Y: l.em(1.05)})}
		if l.free(box) {
			baseline := style.FontExtents().Ascent - l.em(1) + l.em(0.25) // of a text set at 0
			c.FillText(style, from.Add(vg.Point{Y: baseline}), name)
			l.taken = append(l.taken, box)
			return
		}
	}
}

// free reports whether a text box lies inside the area and touches neither
// another label, nor the line, nor an upright line.
func (l *layout) free(box vg.Rectangle) bool {
	if box.Min.X < l.area.Min.X || box.Max.X > l.area.Max.X || box.Min.Y < l.area.Min.Y || box.Max.Y > l.area.Max.Y+l.em(0.4) {
		return false
	}
	for _, other := range l.taken {
		if box.Min.X < other.Max.X && other.Min.X < box.Max.X && box.Min.Y < other.Max.Y && other.Min.Y < box.Max.Y {
			return false
		}
	}
	for _, d := range l.marked() {
		if x := l.x(float64(d.day)); x > box.Min.X && x < box.Max.X {
			return false
		}
	}
	for _, level := range l.shown() {
		if y := l.y(level.Target); y > box.Min.Y && y < box.Max.Y {
			return false
		}
	}
	return !l.crossed(box)
}

// crossed reports whether the line runs through a box.
func (l *layout) crossed(box vg.Rectangle) bool {
	for _, run := range l.curve {
		for i := 1; i < len(run); i++ {
			a, b := run[i-1], run[i]
			if b.X < box.Min.X || a.X > box.Max.X {
				continue
			}
			at := func(x vg.Length) vg.Length {
				if b.X == a.X {
					return a.Y
				}
				return a.Y + (b.Y-a.Y)*(x-a.X)/(b.X-a.X)
			}
			y0, y1 := at(max(a.X, box.Min.X)), at(min(b.X, box.Max.X))
			if b.X == a.X {
				y1 = b.Y
			}
			margin := l.em(0.15)
			if math.Min(float64(y0), float64(y1)) < float64(box.Max.Y+margin) && math.Max(float64(y0), float64(y1)) > float64(box.Min.Y-margin) {
				return true
			}
		}
	}
	return false
}
