package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
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

// set shows thresholds, the lowest rung first, with what is forecast of some of
// them and the marks of the plan. Times are told in loc.
func (l *ladder) set(thresholds []campaign.ThresholdStanding, ahead []app.ThresholdForecast, marks map[string]campaign.Mark, loc *time.Location) {
	l.rungs.RemoveAll()
	for i, t := range thresholds {
		if i > 0 {
			l.rungs.Add(widget.NewSeparator())
		}
		rung := newRung(t, marks, loc)
		for _, f := range ahead {
			if f.Name == t.Name {
				rung.Add(newProse(sizeLabel, colorMuted, plain(phrase.Climb(f.Chance, f.HasChance, f.Deadline, f.Dates, loc))))
			}
		}
		l.rungs.Add(rung)
	}
	l.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (l *ladder) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.rungs) }

// newRung returns one threshold: its name and mark, how far it is, and a bar.
func newRung(t campaign.ThresholdStanding, marks map[string]campaign.Mark, loc *time.Location) *fyne.Container {
	name := newProse(sizeText, colorText, plain(shortName(t.Name)))
	m := newMark("")
	m.set(marks, "thresholds."+t.Name)
	state := newText(reach(t, loc), sizeText, colorText)
	tail := container.New(beside{gap: 6})
	if t.Held {
		state.colour = colorReached
		tail.Add(newDrawing(glyphCheck, colorReached, 15))
	}
	tail.Add(state)
	b := newBar(6)
	b.set(t.Progress, t.Held)
	rung := container.New(column{gap: 1}, container.New(&rungLine{}, name, m, tail), b)
	if t.Regions.IsSet() {
		rung.Add(newProse(sizeLabel, colorMuted, plain(phrase.Regions(t))))
	}
	if t.Reached && !t.Held {
		note := newText(say.Text("Below again; first reached %s", reachedOn(t, loc)), sizeLabel, theme.ColorNameWarning)
		note.shrinks = true
		rung.Add(note)
	}
	return rung
}

// muchBeyond is the progress from which its percentage says no more than the
// bar does.
const muchBeyond = 10

// reach says in a few words how far a threshold is: the day it was reached,
// and how far beyond it is; or what part of it there is.
func reach(t campaign.ThresholdStanding, loc *time.Location) string {
	switch {
	case t.Held && t.Value > t.Target && t.Progress < muchBeyond:
		return phrase.Progress(t) + " · " + reachedOn(t, loc)
	case t.Held:
		return reachedOn(t, loc)
	case t.Figure == campaign.FigurePledges:
		return phrase.Named(phrase.Progress(t), phrase.Figure(t.Target))
	case t.Figure == campaign.FigureTurnout:
		return say.Text("%s of %s likely", phrase.Amount(t.Threshold, t.Value), phrase.Amount(t.Threshold, t.Target))
	}
	return phrase.OutOf(phrase.Amount(t.Threshold, t.Value), phrase.Amount(t.Threshold, t.Target))
}

func reachedOn(t campaign.ThresholdStanding, loc *time.Location) string {
	return phrase.Day(campaign.DayOf(t.ReachedAt, loc))
}

// rungLine puts a threshold's name and its mark on the left and how far it is
// on the right. A name that is too long for its line wraps; the mark then
// moves below what is on the right. What takes most of the line moves below
// the name.
type rungLine struct{ height float32 }

// MinSize implements fyne.Layout.
func (l *rungLine) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[0].MinSize().Width+spaceS, max(l.height, o[2].MinSize().Height))
}

// Layout implements fyne.Layout.
func (l *rungLine) Layout(o []fyne.CanvasObject, size fyne.Size) {
	name, mark, tail := o[0].(*prose), o[1].(*mark), o[2]
	right, least := tail.MinSize(), mark.MinSize()
	tail.Resize(right)
	mark.Resize(least)
	room, top := size.Width-right.Width-spaceS, float32(0)
	below := room < size.Width/3
	if below {
		room = size.Width
	}
	name.Resize(fyne.NewSize(room, heightAt(name, room)))
	if below {
		top = name.MinSize().Height
	}
	tail.Move(fyne.NewPos(size.Width-right.Width, top))
	l.height = max(name.MinSize().Height, top+right.Height)
	full := fyne.MeasureText(name.AccessibilityLabel(), name.Theme().Size(name.size), fyne.TextStyle{}).Width + 6
	mark.Hidden = mark.mark.Kind == ""
	switch {
	case full+least.Width <= room:
		mark.Move(fyne.NewPos(full, (right.Height-least.Height)/2))
	case below:
		mark.Move(fyne.NewPos(0, top+(right.Height-least.Height)/2))
	case name.MinSize().Height > right.Height*1.5:
		mark.Move(fyne.NewPos(size.Width-least.Width, right.Height+2))
	default: // the name fills its line but does not wrap
		mark.Hide()
	}
}
