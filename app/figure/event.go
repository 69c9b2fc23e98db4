package figure

import (
	"cmp"
	"image/color"
	"slices"
	"strconv"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"muster/campaign"
)

// eventRows is how many rows of marks there are at most. What finds no place
// in them is counted in the last.
const eventRows = 3

// eventKinds are the kinds of mark, in the order of the legend.
var eventKinds = []campaign.MomentKind{campaign.Evidence, campaign.Argument, campaign.News, campaign.Ours, Activity}

// event is a mark below the base, in one of the rows.
type event struct {
	Moment
	row  int
	more int // others that would lie on top of it
}

// dated returns the moments that the whole chart has, in order of day.
func (l *layout) dated() []Moment {
	if l.trend.Empty() || l.trend.view.hides(Moments) {
		return nil
	}
	first, last := l.trend.span()
	moments := slices.DeleteFunc(slices.Clone(l.trend.Moments), func(m Moment) bool { return m.Day < first || m.Day > last })
	slices.SortStableFunc(moments, func(a, b Moment) int { return cmp.Compare(a.Day, b.Day) })
	return moments
}

// inRange returns those of them in sight.
func (l *layout) inRange() []Moment {
	return slices.DeleteFunc(l.dated(), func(m Moment) bool { return m.Day < l.first || m.Day > l.last })
}

// arrange puts each moment in the first row where it touches no other, when a
// day is so wide.
func (l *layout) arrange(moments []Moment, day vg.Length) (events []event, rows int) {
	var last [eventRows]int // the newest mark of each row
	for _, m := range moments {
		row := 0
		for row < rows && l.touch(events[last[row]], m, day) {
			row++
		}
		if row == eventRows {
			events[last[row-1]].more++
			continue
		}
		rows = max(rows, row+1)
		last[row] = len(events)
		events = append(events, event{Moment: m, row: row})
	}
	return events, rows
}

// touch reports whether a moment's mark would touch one before it.
func (l *layout) touch(e event, m Moment, day vg.Length) bool {
	least := l.em(1)
	if e.row == eventRows-1 {
		least = l.em(2.2) // it may become a number
	}
	return vg.Length(m.Day-e.Day)*day < least
}

func (l *layout) rowHeight() vg.Length { return l.em(0.95) }

// events draws the marks below the base, and their names above it where there
// is room, those nearest to the present first.
func (l *layout) events(c draw.Canvas) {
	events, _ := l.arrange(l.dated(), l.x(1)-l.x(0)) // all, so that each keeps its row while a part moves
	events = slices.DeleteFunc(events, func(e event) bool { return e.Day < l.first || e.Day > l.last })
	for _, e := range events {
		at := vg.Point{X: l.x(float64(e.Day)), Y: l.area.Min.Y - l.em(0.7) - vg.Length(e.row)*l.rowHeight()}
		if e.more > 0 {
			style := l.label(l.style.Palette.Secondary)
			number := "+" + strconv.Itoa(e.more+1)
			c.FillText(style, vg.Point{X: at.X - l.em(0.45), Y: at.Y - l.em(0.35)}, number)
			continue
		}
		l.shape(c, e.Kind, at)
	}
	now := l.trend.AsOf
	slices.SortStableFunc(events, func(a, b event) int {
		return cmp.Compare(max(a.Day-now, now-a.Day), max(b.Day-now, now-b.Day))
	})
	for _, e := range events {
		if e.row == 0 {
			l.writeWithin(c, 0.3, e.Name, l.style.Palette.Secondary, l.overEvent(e.Day)...)
		}
	}
}

func (l *layout) overEvent(day campaign.Day) []spot {
	at := vg.Point{X: l.x(float64(day)), Y: l.area.Min.Y + l.em(0.2)}
	after, before := at, at
	after.X = max(l.area.Min.X, at.X-l.em(0.4))
	before.X = min(l.area.Max.X, at.X+l.em(0.4))
	return []spot{{at, -0.5}, {after, 0}, {before, -1}}
}

// eventColour tells what the team does from what happens outside. So does the
// shape.
func (l *layout) eventColour(kind campaign.MomentKind) color.Color {
	if kind == campaign.Ours || kind == Activity {
		return l.style.Palette.Text
	}
	return l.style.Palette.Secondary
}

// shape draws the mark of a kind: a triangle for evidence, a diamond for an
// argument, a square for news, a disc for the team's own, a cross for an
// activity.
func (l *layout) shape(c draw.Canvas, kind campaign.MomentKind, at vg.Point) {
	colour, r := l.eventColour(kind), l.em(0.36)
	fill := func(corners ...[2]vg.Length) {
		var points []vg.Point
		for _, p := range corners {
			points = append(points, vg.Point{X: at.X + p[0]*r, Y: at.Y + p[1]*r})
		}
		c.FillPolygon(colour, points)
	}
	const arm = 0.34
	switch kind {
	case campaign.Evidence:
		fill([2]vg.Length{-1.1, -0.9}, [2]vg.Length{1.1, -0.9}, [2]vg.Length{0, 1.1})
	case campaign.Argument:
		fill([2]vg.Length{0, -1.2}, [2]vg.Length{1.2, 0}, [2]vg.Length{0, 1.2}, [2]vg.Length{-1.2, 0})
	case campaign.Ours:
		c.DrawGlyphNoClip(draw.GlyphStyle{Color: colour, Radius: r, Shape: draw.CircleGlyph{}}, at)
	case Activity:
		fill([2]vg.Length{-1.1, -arm}, [2]vg.Length{1.1, -arm}, [2]vg.Length{1.1, arm}, [2]vg.Length{-1.1, arm})
		fill([2]vg.Length{-arm, -1.1}, [2]vg.Length{arm, -1.1}, [2]vg.Length{arm, 1.1}, [2]vg.Length{-arm, 1.1})
	default:
		fill([2]vg.Length{-0.85, -0.85}, [2]vg.Length{0.85, -0.85}, [2]vg.Length{0.85, 0.85}, [2]vg.Length{-0.85, 0.85})
	}
}
