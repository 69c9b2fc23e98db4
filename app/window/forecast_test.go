package window

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"muster/app"
	"muster/campaign"
	"muster/campaign/forecast/backtest"
)

// onForecast returns a window that shows the screen, of a campaign that prepare
// makes.
func onForecast(t testing.TB, size fyne.Size, prepare func(testing.TB, *Window)) (*Window, *forecastScreen) {
	t.Helper()
	w := startWindow(t, openMuster(t))
	press(w, fyne.KeyEscape) // the welcome
	w.Resize(size)
	prepare(t, w)
	w.shell.navigate("Forecast")
	s := w.shell.front().(*forecastScreen)
	w.Canvas().Capture() // which lays out and draws
	return w, s
}

// seeMarch stays with the example, which has one reading.
func seeMarch(testing.TB, *Window) {}

func seePetition(_ testing.TB, w *Window) { w.openPetition() }

func seePetitionOn(day string) func(testing.TB, *Window) {
	return func(t testing.TB, w *Window) {
		w.openPetition()
		s := w.shell.screens[4].(*forecastScreen)
		head := s.parts[0].(*aheadCard)
		head.from.day.SetText(day)
		head.from.lookFrom()
	}
}

// climbed is the beginning of UK petition 702538 of 2025 (Open Government
// Licence v3, read by augeas/UK-parliament-petition-scraper, Unlicense).
const climbed = `at,total
2025-02-05T21:43:08Z,1267
2025-02-06T00:38:46Z,1848
2025-02-06T07:31:53Z,2024
2025-02-07T01:48:41Z,3877
2025-02-07T14:33:39Z,4445
2025-02-09T15:49:52Z,6579
2025-02-15T02:20:47Z,8276
2025-02-16T07:50:03Z,8341
2025-02-20T08:23:04Z,8915
2025-02-20T16:12:18Z,8966
2025-03-02T17:21:58Z,9921
2025-03-05T20:58:27Z,10218
2025-03-07T03:57:38Z,10251
`

// seeClimbing opens a campaign that was counted as climbed was, moved so that
// the last count is of today.
func seeClimbing(t testing.TB, w *Window) {
	t.Helper()
	plan := march()
	plan.ID, plan.Name = campaign.ID{}, "March on Washington, second try"
	plan.Event = campaign.Event{Date: campaign.NewDay(2027, 5, 1), Place: "Washington, DC"}
	plan.Opens = campaign.NewDay(2026, 10, 20)
	plan.Thresholds = append(plan.Thresholds,
		campaign.Threshold{Name: "First hundred", Figure: campaign.FigurePledges, Target: 100},
		campaign.Threshold{Name: "A first march", Figure: campaign.FigurePledges, Target: 12_000, Deadline: campaign.NewDay(2027, 1, 15)},
		campaign.Threshold{Name: "One in a hundred", Figure: campaign.FigureShare, Target: 0.01})
	plan.Moments = []campaign.Moment{{Date: campaign.NewDay(2026, 11, 15), Kind: campaign.News, Title: "A hearing"}}
	plan.Activities = []campaign.Activity{{Name: "Book fair", Date: campaign.NewDay(2026, 12, 12), Source: "", Expect: campaign.Range{Low: 50, Likely: 100, High: 200}}}
	c, err := w.muster.Create(plan)
	if err != nil {
		t.Fatal(err)
	}
	desk, err := w.muster.Desk(c.ID)
	if err != nil {
		t.Fatal(err)
	}
	s, err := backtest.Read("uk_702538", strings.NewReader(climbed))
	if err != nil {
		t.Fatal(err)
	}
	by := now.Add(-time.Hour).Sub(s.Readings[len(s.Readings)-1].At)
	for _, r := range s.Readings {
		if _, err := desk.Record(app.Entry{At: r.At.Add(by), Count: r.Total, Reading: true}); err != nil {
			t.Fatal(err)
		}
	}
	w.open(c.ID)
}

// TestForecastScreenshots draws the screen as a window shows it and as a whole
// page, closed and opened. With MUSTER_SCREENSHOTS naming a folder the pictures
// are written there; otherwise only one is drawn.
func TestForecastScreenshots(t *testing.T) {
	for name, prepare := range map[string]func(testing.TB, *Window){
		"petition-april": seePetitionOn("2019-04-01"), "petition-march": seePetitionOn("2019-03-19"),
		"refused": seeMarch, "stale": seePetition, "climbing": seeClimbing,
	} {
		if os.Getenv("MUSTER_SCREENSHOTS") == "" && name != "climbing" {
			continue
		}
		eachLook(t, func(variant string, size fyne.Size) {
			w, s := onForecast(t, size, prepare)
			fyne.CurrentApp().Settings().SetTheme(themes[variant])
			s.Refresh()
			shoot(t, w, fmt.Sprintf("Forecast-%s-%s-%.0f.png", name, variant, size.Width))
			if name == "climbing" {
				w.shell.navigate("Overview")
				shoot(t, w, fmt.Sprintf("Overview-%s-%s-%.0f.png", name, variant, size.Width))
				w.shell.navigate("Forecast")
			}
			for _, l := range closedLines(s) {
				test.Tap(l)
			}
			w.Resize(fyne.NewSize(size.Width, 130+float32(math.Ceil(float64(s.page.content.MinSize().Height)))))
			s.Refresh()
			w.Resize(fyne.NewSize(size.Width, 130+float32(math.Ceil(float64(s.page.content.MinSize().Height)))))
			w.Canvas().Capture()
			pointAt(s, 0.8)
			shoot(t, w, fmt.Sprintf("Whole-Forecast-%s-%s-%.0f.png", name, variant, size.Width))
		})
	}
}

func closedLines(s *forecastScreen) []*openingLine {
	var closed []*openingLine
	walk(s, fyne.NewPos(0, 0), func(o fyne.CanvasObject, _ fyne.Position) {
		if l, ok := o.(*openingLine); ok && !l.open {
			closed = append(closed, l)
		}
	})
	return closed
}

// pointAt moves the pointer over the chart, so far from its left edge.
func pointAt(s *forecastScreen, part float32) {
	fan := s.parts[3].(*aheadChart).fan
	fan.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(fan.Size().Width*part, 40)}})
}
