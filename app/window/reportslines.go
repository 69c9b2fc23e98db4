package window

import (
	"bytes"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	ics "github.com/arran4/golang-ical"

	"muster/app"
	"muster/app/phrase"
	"muster/app/report"
	"muster/app/say"
	"muster/campaign"
)

// csvShown is how many of the newest lines the preview of a CSV file shows.
const csvShown = 12

// csvLines returns the head of the file and its last lines.
func csvLines(now app.Snapshot) (func() []fyne.CanvasObject, error) {
	var file bytes.Buffer
	newest := slices.Clone(now.Latest[:min(csvShown, len(now.Latest))])
	slices.Reverse(newest)
	err := report.CSV(&file, now, func(each func(app.Line) error) error {
		for _, line := range newest {
			if err := each(line); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	head := say.Count("%s lines below the names of the columns, oldest first.", int64(now.Standing.Updates), phrase.Count(int64(now.Standing.Updates)))
	if now.Standing.Updates > len(newest) {
		head += " " + say.Text("These are the last:")
	}
	return func() []fyne.CanvasObject {
		rows := container.New(column{gap: 6})
		for line := range strings.Lines(file.String()) {
			row := newText(strings.TrimSpace(line), sizeLabel, colorText)
			row.style.Monospace = true
			rows.Add(row)
		}
		lines := container.NewHScroll(container.New(padded{bottom: 14}, rows))
		return []fyne.CanvasObject{newProse(sizeText, colorMuted, plain(head)), lines}
	}, nil
}

// formatCalendar is the kind of report that holds the dates of the plan.
const formatCalendar report.Format = "ics"

// calendarDays returns the entries that the calendar file has.
func calendarDays(now app.Snapshot) (func() []fyne.CanvasObject, error) {
	var file bytes.Buffer
	if err := report.Write(&file, formatCalendar, now.Dossier(), report.Options{}, nil); err != nil {
		return nil, err
	}
	calendar, err := ics.ParseCalendar(&file)
	if err != nil {
		return nil, err
	}
	type entry struct{ day, what string }
	var entries []entry
	for _, e := range calendar.Events() {
		day, err := e.GetAllDayStartAt()
		if err != nil {
			return nil, err
		}
		entries = append(entries, entry{phrase.Day(campaign.DayOf(day, time.UTC)), e.GetProperty(ics.ComponentPropertySummary).Value})
	}
	head := say.Text("The deadlines, activities and event of the plan, each a whole day.")
	if len(entries) == 0 {
		head = say.Text("The plan has no deadline, activity or event yet: the calendar would be empty.")
	}
	return func() []fyne.CanvasObject {
		days := container.New(column{gap: 6})
		for _, e := range entries {
			what := newText(e.what, sizeText, colorText)
			what.shrinks = true
			days.Add(container.New(lead{gap: spaceM}, newText(e.day, sizeText, colorMuted), what))
		}
		return []fyne.CanvasObject{newProse(sizeText, colorMuted, plain(head)), days}
	}, nil
}
