package window

import (
	"net/url"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

var momentGlyphs = map[campaign.MomentKind]glyph{
	campaign.Evidence: glyphEvidence, campaign.Argument: glyphArgument, campaign.News: glyphNews, campaign.Ours: glyphOurs,
}

// newTimelineRow returns one moment or activity: its date, what it is, and
// what can be done with it.
func newTimelineRow(t *timeline, d dated, today campaign.Day) fyne.CanvasObject {
	icon, lines := newDrawing(glyphActivity, colorText, 15), activityLines(t, d, today)
	if d.moment != nil {
		icon, lines = newDrawing(momentGlyphs[d.moment.Kind], colorMuted, 15), momentLines(t.now, *d.moment)
	}
	title := newProse(sizeText, colorText, run{words: d.name(), bold: true})
	m := newMark("")
	m.set(t.now.Campaign.Marks, d.list()+"."+d.name(), d.list())
	body := container.New(column{gap: 2}, title)
	for _, line := range lines {
		if line != "" {
			body.Add(newProse(sizeLabel, colorMuted, plain(line)))
		}
	}
	tools := container.New(beside{gap: 2}, m)
	if d.moment != nil {
		if link, ok := webLink(d.moment.Link); ok {
			tools.Add(container.NewStack(makeButton(say.Text("Open link"), widget.LowImportance, func() { t.follow(link) })))
		}
	}
	tools.Add(newIconButton(theme.DocumentCreateIcon(), say.Text("Edit %s", d.name()), func() { t.edit(&d, &d) }))
	tools.Add(newIconButton(theme.DeleteIcon(), say.Text("Delete %s", d.name()), func() { t.keep(&d, nil, func(error) {}) }))
	return container.New(rowLine{}, newText(phrase.Day(d.day()), sizeText, colorText), icon, body, tools)
}

// momentLines says what a moment is, and once its days are over what it
// brought.
func momentLines(now app.Snapshot, m campaign.Moment) []string {
	lines := []string{joined(say.Text("Moment: %s", phrase.MomentKind(m.Kind)), m.Track, m.Link)}
	switch u, known := now.Uplift(m); {
	case !known:
		return lines
	case u.Why != nil:
		return append(lines, phrase.NoUplift(u.Why))
	default:
		return append(lines, phrase.Uplift(u.Uplift, u.Days()))
	}
}

// activityLines says who does it, what is expected of it, and once it began
// what it brought.
func activityLines(t *timeline, d dated, today campaign.Day) []string {
	if d.activity == nil {
		return nil
	}
	a := *d.activity
	cost := ""
	if a.Cost > 0 {
		cost = say.Text("cost %s", phrase.Figure(a.Cost))
	}
	expected := ""
	if a.Expect != (campaign.Range{}) {
		expected = say.Text("Expected: %s pledges (8 in 10), most likely %s.", phrase.Between(a.Expect.Low, a.Expect.High), phrase.Figure(a.Expect.Likely))
	}
	lines := []string{joined(say.Text("Activity"), a.Track, a.Owner, a.Source, cost), expected}
	for _, y := range t.now.Standing.Activities {
		if y.Activity == a && a.Date <= today {
			return append(lines, brought(y))
		}
	}
	return lines
}

// brought says what an activity that began gained.
func brought(y campaign.ActivityYield) string {
	if y.Source == "" {
		return say.Text("It names no source, so what it brought cannot be told apart.")
	}
	gained := phrase.Pledges(y.Actual)
	if each, ok := y.CostPerPledge(); ok && y.Cost > 0 {
		gained = say.Text("%s, %s each", gained, phrase.Figure(each))
	}
	if y.Over {
		return say.Text("Brought by %s: %s.", phrase.Day(y.Last), gained)
	}
	return say.Text("Brought so far: %s.", gained)
}

func joined(parts ...string) string {
	var some []string
	for _, p := range parts {
		if p != "" {
			some = append(some, p)
		}
	}
	return strings.Join(some, " · ")
}

// webLink returns a link that a browser opens; other schemes may start
// programs.
func webLink(link string) (*url.URL, bool) {
	u, err := url.Parse(strings.TrimSpace(link))
	return u, err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

func (t *timeline) follow(link *url.URL) {
	if err := fyne.CurrentApp().OpenURL(link); err != nil {
		t.w.fail(err)
	}
}

// rowLine lays out a row: date, shape, words, tools.
type rowLine struct{}

const (
	rowDate  = 100 // width
	rowShape = 24
)

// MinSize implements fyne.Layout.
func (rowLine) MinSize(o []fyne.CanvasObject) fyne.Size {
	body, tools := o[2].MinSize(), o[3].MinSize()
	return fyne.NewSize(rowDate+rowShape+body.Width+spaceS+tools.Width, max(body.Height, tools.Height))
}

// Layout implements fyne.Layout.
func (rowLine) Layout(o []fyne.CanvasObject, size fyne.Size) {
	tools := o[3].MinSize()
	width := size.Width - rowDate - rowShape - spaceS - tools.Width
	line := o[0].MinSize().Height
	place(o[0], 0, 0, rowDate, line)
	place(o[1], rowDate, (line-15)/2, 15, 15)
	place(o[2], rowDate+rowShape, 0, width, heightAt(o[2], width))
	place(o[3], size.Width-tools.Width, 0, tools.Width, tools.Height)
}
