package figure

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// note is what stands below the axes: what a mark is, or that the chart ends
// early.
type note struct {
	kind  campaign.MomentKind // whose mark stands before it; none if empty
	words string
	at    vg.Point // lower left corner
}

// foot chooses the notes and how many rows of marks there are, and returns how
// high the notes are.
func (l *layout) foot(width, height vg.Length) vg.Length {
	if height < l.em(9) || width < l.em(12) {
		return 0 // the line comes first
	}
	moments := l.dated() // all of them, so that the axes stay where they are while a part moves
	_, l.rows = l.arrange(moments, (width-l.em(5))/vg.Length(max(1, l.to-l.from)))
	if !l.trend.view.Named {
		for _, kind := range kindsOf(moments) {
			l.notes = append(l.notes, note{kind: kind.Of, words: kind.Name})
		}
	}
	if l.trend.Quiet() {
		l.notes = append(l.notes, note{words: say.Text("No update since %s.", phrase.Day(l.trend.End()))})
	}
	if l.gaps() {
		l.notes = append(l.notes, note{words: say.Text("A log scale has no 0: where the total is 0, there is no line.")})
	}
	return l.placeNotes(width)
}

// kindName returns what a mark stands for.
func kindName(kind campaign.MomentKind) string {
	if kind == Activity {
		return say.Text("activity")
	}
	return phrase.MomentKind(kind)
}

// placeNotes sets the notes in lines from left to right and returns the height
// of these.
func (l *layout) placeNotes(width vg.Length) vg.Length {
	if len(l.notes) == 0 {
		return 0
	}
	style, line := l.label(nil), l.em(1.5)
	left := l.em(0.4)
	x, lines := left, 1
	for i := range l.notes {
		n := &l.notes[i]
		wide := style.Width(n.words)
		if n.kind != "" {
			wide += l.em(1)
		}
		if x > left && x+wide > width {
			x, lines = left, lines+1
		}
		n.at = vg.Point{X: x, Y: -line * vg.Length(lines)}
		x += wide + l.em(1.4)
	}
	foot := line * vg.Length(lines)
	for i := range l.notes {
		l.notes[i].at.Y += foot
	}
	return foot + l.em(0.2)
}

// writeNotes draws the notes at the foot of the canvas.
func (l *layout) writeNotes(c draw.Canvas) {
	style := l.label(l.style.Palette.Secondary)
	baseline := style.FontExtents().Ascent - l.em(1) + l.em(0.4) // of a text set at 0
	for _, n := range l.notes {
		at := c.Min.Add(n.at)
		if n.kind != "" {
			l.shape(c, n.kind, at.Add(vg.Point{X: l.em(0.36), Y: l.em(0.62)}))
			at.X += l.em(1)
		}
		c.FillText(style, at.Add(vg.Point{Y: baseline}), n.words)
	}
}
