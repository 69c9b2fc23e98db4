package window

import (
	"strings"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// latest shows the newest updates, as many as there is room for.
type latest struct {
	widget.BaseWidget
	rows []fyne.CanvasObject
}

// Beside fewer updates than latestFew there is room to say how more come in.
const (
	latestFew  = 3
	latestHint = "Each count you add shows here. Counts kept elsewhere come in as a file: Import… on the Pledges screen."
)

// latestLeast is how many rows there is always room for.
const latestLeast = 2

func newLatest() *latest {
	l := &latest{}
	l.ExtendBaseWidget(l)
	return l
}

// set shows lines of the ledger, newest first, as seen from now. Voids show
// only in what they took out.
func (l *latest) set(lines []app.Line, now time.Time, loc *time.Location) {
	l.rows = nil
	for _, line := range lines {
		if line.Kind != campaign.Void {
			l.rows = append(l.rows, newLatestRow(line, now, loc))
		}
	}
	if len(l.rows) == 0 {
		l.rows = append(l.rows, newProse(sizeText, colorText, plain(say.Text("Nothing is counted yet."))))
	}
	if len(l.rows) < latestFew {
		l.rows = append(l.rows, newProse(sizeLabel, colorMuted, plain(say.Text(latestHint))))
	}
	l.Refresh()
}

// newLatestRow returns what was counted, and below it by whom and when.
func newLatestRow(line app.Line, now time.Time, loc *time.Location) fyne.CanvasObject {
	change := newText(phrase.Change(line.Update), sizeText, colorText)
	change.style.Bold = true
	from := newText(phrase.Origin(line.Cell), sizeText, colorText)
	from.shrinks = true
	who := phrase.When(line.At, now, loc)
	if line.By != "" {
		who = line.By + " · " + who
	}
	if !line.VoidedBy.IsZero() {
		who = say.Text("Voided · %s", who)
		change.style.Strikethrough, from.style.Strikethrough = true, true
		change.colour, from.colour = colorMuted, colorMuted
	}
	by := newText(who, sizeLabel, colorMuted)
	by.shrinks = true
	row := container.New(column{gap: 0}, container.New(lead{gap: 6}, change, from), by)
	if line.Note != "" {
		row.Add(newProse(sizeLabel, colorMuted, plain(shortNote(line.Note))))
	}
	return row
}

// shortNote keeps a note to a line or two.
func shortNote(note string) string {
	note = strings.Join(strings.Fields(note), " ")
	return shorten(note, 120, func(s string) float32 { return float32(utf8.RuneCountInString(s)) })
}

// CreateRenderer implements fyne.Widget.
func (l *latest) CreateRenderer() fyne.WidgetRenderer { return &latestRenderer{latest: l} }

type latestRenderer struct {
	latest *latest
	lines  []fyne.CanvasObject // between the rows
}

// latestGap is the room between two rows, a hairline in its middle.
const latestGap = 13

func (r *latestRenderer) Destroy() {}

func (r *latestRenderer) Objects() []fyne.CanvasObject { return append(r.lines, r.latest.rows...) }

func (r *latestRenderer) MinSize() fyne.Size {
	var size fyne.Size
	for i, row := range r.latest.rows[:min(latestLeast, len(r.latest.rows))] {
		least := row.MinSize()
		size = fyne.NewSize(max(size.Width, least.Width), size.Height+least.Height)
		if i > 0 {
			size.Height += latestGap
		}
	}
	return size
}

func (r *latestRenderer) Layout(size fyne.Size) {
	r.lines = nil
	var y float32
	for i, row := range r.latest.rows {
		height := heightAt(row, size.Width)
		if i > 0 && y+height > size.Height+0.5 {
			row.Hide()
			continue
		}
		row.Show()
		row.Resize(fyne.NewSize(size.Width, height))
		row.Move(fyne.NewPos(0, y))
		if i > 0 {
			line := canvas.NewRectangle(themed(r.latest, colorLine))
			line.Resize(fyne.NewSize(size.Width, 1))
			line.Move(fyne.NewPos(0, y-latestGap/2-1))
			r.lines = append(r.lines, line)
		}
		y += height + latestGap
	}
}

func (r *latestRenderer) Refresh() {
	for _, row := range r.latest.rows {
		row.Refresh()
	}
	r.Layout(r.latest.Size())
	canvas.Refresh(r.latest)
}
