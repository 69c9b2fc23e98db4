package window

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
	"muster/app/report"
	"muster/app/say"
	"muster/campaign"
)

// timeline is the screen of moments and activities in order of date.
type timeline struct {
	widget.BaseWidget
	w       *Window
	now     app.Snapshot
	planned *prose
	export  fyne.CanvasObject
	rows    *fyne.Container
	today   fyne.CanvasObject // the line among them
	list    *fyne.Container   // the card around the rows
	empty   *fyne.Container   // in its place
	page    *page
}

func newTimeline(w *Window) *timeline {
	t := &timeline{w: w, planned: newProse(sizeGap, colorText), rows: container.New(column{gap: 10})}
	t.export = newButton(say.Text("Save as calendar"), t.keepCalendar)
	buttons := container.New(beside{gap: spaceS},
		newButton(say.Text("Add a moment"), func() { t.edit(nil, &dated{moment: &campaign.Moment{Kind: campaign.Ours}}) }),
		newButton(say.Text("Add an activity"), func() { t.edit(nil, &dated{activity: &campaign.Activity{}}) }), t.export)
	top := newCard(container.New(column{gap: spaceM}, t.planned, buttons))
	t.list = newCard(t.rows)
	t.empty = newCard(container.New(padded{top: 40, bottom: 40}, newNothingDated()))
	t.page = newPage(container.New(column{gap: spaceM}, top, t.list, t.empty))
	t.ExtendBaseWidget(t)
	return t
}

func (t *timeline) show(now app.Snapshot) {
	another := now.Campaign.ID != t.now.Campaign.ID
	t.now = now
	all := datedOf(now.Campaign)
	today := campaign.DayOf(now.Standing.AsOf, zoneOf(now))
	t.planned.set(plain(plannedWords(now, today)))
	t.export.(*fyne.Container).Hidden = len(all) == 0
	t.list.Hidden, t.empty.Hidden = len(all) == 0, len(all) > 0
	t.rows.RemoveAll()
	passed := false
	for i, d := range all {
		switch {
		case !passed && d.day() >= today:
			passed = true
			t.divide(asOfLine(now))
		case i > 0:
			t.rows.Add(widget.NewSeparator())
		}
		t.rows.Add(newTimelineRow(t, d, today))
	}
	if !passed {
		t.divide(asOfLine(now) + ". " + say.Text("Nothing is dated after it."))
	}
	t.page.Refresh()
	if another {
		t.toToday()
	}
}

// toToday scrolls to where the past ends, unless all of it can be seen anyway.
func (t *timeline) toToday() {
	for _, row := range t.rows.Objects {
		if row == t.today {
			y := t.list.Position().Y + spaceL + row.Position().Y
			t.page.scroll.ScrollToOffset(fyne.NewPos(0, max(0, y-t.Size().Height/2)))
		}
	}
}

// plannedWords holds what is planned against the gap.
func plannedWords(now app.Snapshot, today campaign.Day) string {
	next, ok := now.Standing.Next()
	if words := phrase.Planned(now.Campaign.Planned(today, next.Gap)); words != "" {
		return words
	}
	if ok && !next.Held {
		return say.Text("No activity is planned.") + " " + phrase.Gap(next)
	}
	return say.Text("No activity is planned.")
}

// newNothingDated says what to do while there is nothing to show.
func newNothingDated() fyne.CanvasObject {
	title := newText(say.Text("Nothing on the timeline yet"), sizeGap, colorText)
	title.style.Bold = true
	why := newProse(sizeText, colorMuted, plain(say.Text("Add an activity you plan, with what you expect it to bring: "+
		"it is held against the gap now, and against what it really brought later. "+
		"Add moments in the news to see beside the count what may have moved it.")))
	return container.NewCenter(container.New(wide{440}, container.New(column{gap: spaceS},
		container.NewCenter(newDrawing(glyphTimeline, colorMuted, 40)), container.NewCenter(title), why)))
}

// keepCalendar writes the plan's dates into a file that calendars take in.
func (t *timeline) keepCalendar() {
	now := t.now
	name := fileName(now.Campaign.Name, campaign.DayOf(now.Standing.AsOf, zoneOf(now)), report.FormatCalendar)
	path := filepath.Join(t.w.settings.folder(), name)
	t.w.work(func(ctx context.Context) error {
		path = untaken(path)
		return report.Save(ctx, path, now.Dossier(), report.Options{}, nil)
	}, func(err error) {
		if err == nil {
			t.w.toast(say.Text("Saved as %s.", shortFolder(path)), "", nil)
		}
	})
}

// untaken returns a path where no file is yet, with a number if need be.
func untaken(path string) string {
	ending := filepath.Ext(path)
	free := path
	for n := 2; ; n++ {
		if _, err := os.Stat(free); errors.Is(err, os.ErrNotExist) || n > 999 {
			return free
		}
		free = strings.TrimSuffix(path, ending) + " (" + strconv.Itoa(n) + ")" + ending
	}
}

// CreateRenderer implements fyne.Widget.
func (t *timeline) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.page) }

// divide adds the line between what was and what is to come.
func (t *timeline) divide(words string) {
	t.today = newDivider(words)
	t.rows.Add(t.today)
}

// newDivider returns a line across the list with a word in it.
func newDivider(words string) fyne.CanvasObject {
	word := newText(words, sizeLabel, colorAccent)
	word.style.Bold = true
	line := container.New(column{}, widget.NewSeparator())
	return container.New(ends{gap: spaceS}, line, word)
}
