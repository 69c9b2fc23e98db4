package window

import (
	"cmp"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"muster/app/phrase"
	"muster/campaign"
)

// newLadder returns an empty ladder: all thresholds, one rung each.
func newLadder() *ladder {
	l := &ladder{rungs: container.New(column{gap: 6})}
	l.ExtendBaseWidget(l)
	return l
}

// ladder shows all thresholds, those on pledges first, the nearest on top.
type ladder struct {
	widget.BaseWidget
	rungs *fyne.Container
}

// set shows thresholds with the marks of the plan. Times are told in loc.
func (l *ladder) set(thresholds []campaign.ThresholdStanding, marks map[string]campaign.Mark, loc *time.Location) {
	sorted := slices.SortedStableFunc(slices.Values(thresholds), func(a, b campaign.ThresholdStanding) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.Measure(), b.Measure()), cmp.Compare(a.Target, b.Target))
	})
	l.rungs.RemoveAll()
	for i, t := range sorted {
		if i > 0 {
			l.rungs.Add(widget.NewSeparator())
		}
		l.rungs.Add(newRung(t, marks, loc))
	}
	l.Refresh()
}

func rank(t campaign.ThresholdStanding) int {
	if t.Measure() == campaign.Pledges {
		return 0
	}
	return 1
}

// CreateRenderer implements fyne.Widget.
func (l *ladder) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.rungs) }

// newRung returns one threshold: its name and mark, how far it is, and a bar.
func newRung(t campaign.ThresholdStanding, marks map[string]campaign.Mark, loc *time.Location) fyne.CanvasObject {
	name := newText(t.Name, sizeText, colorText)
	name.shrinks = true
	m := newMark()
	m.set(marks, "thresholds."+t.Name)
	state := newText(reach(t), sizeText, colorText)
	tail := container.New(beside{gap: 6}, m)
	if t.Held {
		state.colour = colorReached
		tail.Add(newDrawing(glyphCheck, colorReached, 15))
	}
	tail.Add(state)
	b := newBar(6)
	b.set(t.Progress, t.Held)
	rung := container.New(column{gap: 1}, container.New(ends{gap: spaceS}, name, tail), b)
	if note := rungNote(t, loc); note != "" {
		line := newText(note, sizeLabel, colorMuted)
		if t.Reached && !t.Held {
			line.colour = theme.ColorNameWarning
		}
		line.shrinks = true
		rung.Add(line)
	}
	return rung
}

// reach says in a word or two how far a threshold is.
func reach(t campaign.ThresholdStanding) string {
	if t.Measure() != campaign.Pledges {
		return phrase.Figure(t.Value) + " of " + phrase.Figure(t.Target)
	}
	return phrase.Progress(t)
}

// rungNote says below the bar when the threshold was reached, or what it takes.
func rungNote(t campaign.ThresholdStanding, loc *time.Location) string {
	day := phrase.Day(campaign.DayOf(t.ReachedAt, loc))
	switch {
	case t.Held:
		return "Reached " + day
	case t.Reached:
		return "Below again; first reached " + day
	case t.Measure() == campaign.Pledges && t.Deadline.IsSet():
		return phrase.Figure(t.Target) + " by " + phrase.Day(t.Deadline)
	case t.Measure() == campaign.Pledges:
		return phrase.Figure(t.Target)
	case t.Deadline.IsSet():
		return t.Measure() + ", by " + phrase.Day(t.Deadline)
	}
	return t.Measure()
}
