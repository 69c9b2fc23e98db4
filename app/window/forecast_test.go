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
	"muster/app/phrase"
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
		from, err := campaign.ParseDay(day)
		if err != nil {
			t.Fatal(err)
		}
		w.lookFrom(from)
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
	skipDrawing(t)
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
	view := s.parts[3].(*aheadChart).view
	view.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(view.Size().Width*part, 40)}})
}

func TestForecastSays(t *testing.T) {
	for name, c := range map[string]struct {
		prepare     func(testing.TB, *Window)
		want, never []string
	}{
		"one reading": {seeMarch, []string{
			"No forecast yet", "There is 1 reading: a forecast needs at least 4", "See a real petition", "Add pledges",
			"For comparison: of 2,605 UK petitions", "What it is worth",
		}, []string{"8 times in 10", "The pace", "Back to now", "Working out"}},
		"long ago": {seePetition, []string{
			"No forecast from today", "The last update is of 22 Apr 2019: too long ago", "As of 22 Apr 2019",
			"Reached already: “A response from the government”, “Considered for a debate in Parliament”.",
		}, []string{"See a real petition", "The pace", "For comparison"}},
		"from April 2019": {seePetitionOn("2019-04-01"), []string{
			"Pledges by 1 Jun 2019, as seen on 1 Apr 2019", "At this pace and its uncertainty, 1 Jun 2019 finds you at",
			"Every threshold on pledges is reached already.", "What came: 6,078,985 by 22 Apr 2019,", "a day lately", "3 months 1 year",
		}, []string{"to the deadline", "a day needed", "No forecast"}},
		"before there was enough": {seePetitionOn("2019-03-19"), []string{
			"No forecast from 19 Mar 2019", "More was known on a later day",
		}, []string{"Add pledges Forecast", "8 times in 10"}},
		"a deadline": {seeClimbing, []string{
			"Pledges by the deadline, 1 Mar 2027", "the deadline, 1 Mar 2027, finds you at", "The chance of “A first march” (12,000) by 15 Jan 2027 is",
			"a day needed", "to the deadline", "As likely as not by", "The march is on 100,000 pledges under 0.1% by 1 Mar 2027 not in sight",
			"Reached already: “First hundred”, “One in a hundred”.",
		}, []string{"as seen on", "No forecast", "Back to now"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, s := onForecast(t, usual, c.prepare)
			got := shown(s)
			for _, want := range c.want {
				if !strings.Contains(got, want) {
					t.Errorf("%q is not shown in: %s", want, got)
				}
			}
			for _, never := range c.never {
				if strings.Contains(got, never) {
					t.Errorf("%q is shown in: %s", never, got)
				}
			}
		})
	}
}

// TestForecastShowsWhatTheDeskSays holds the screen to the figures that every
// other face gets.
func TestForecastShowsWhatTheDeskSays(t *testing.T) {
	w, s := onForecast(t, usual, seePetitionOn("2019-04-01"))
	f, err := w.desk.Forecast(w.desk.AsOf(midway))
	if err != nil {
		t.Fatal(err)
	}
	fan := f.On(campaign.NewDay(2019, 6, 1).Start(w.snapshot.Zone))
	if got, want := s.parts[0].(*aheadCard).big.figure, phrase.Ahead(fan, float64(f.Total)); got != want {
		t.Errorf("the screen says %s, the desk %s", got, want)
	}
}

func TestForecastIsReadByPointerAndKeys(t *testing.T) {
	w, s := onForecast(t, usual, seePetitionOn("2019-04-01"))
	card := s.parts[3].(*aheadChart)
	usually := card.view.AccessibilityLabel()
	if !strings.HasPrefix(usually, "By 1 Jun 2019: ") || shown(card.says) != strings.TrimSpace(usually) {
		t.Errorf("to those who do not see it the chart says %q", usually)
	}
	if got := hover(t, card.view, campaign.NewDay(2019, 3, 25)); !strings.HasPrefix(got, "25 Mar 2019: Pledges 5,") {
		t.Errorf("a day that was counted reads %q", got)
	}
	got := hover(t, card.view, campaign.NewDay(2019, 4, 12))
	if !strings.HasPrefix(got, "12 Apr 2019: as likely as not ") || !strings.Contains(got, ", 8 in 10 ") || !strings.Contains(got, "came to 6,07") {
		t.Errorf("a day to come reads %q", got)
	}
	f := w.snapshot.Forecast
	fan := f.On(campaign.NewDay(2019, 4, 13).Start(f.Zone))
	if want := phrase.Quantile(fan, 0.5, float64(f.Total)); !strings.Contains(got, "as likely as not "+want+",") {
		t.Errorf("%q does not say the middle of the forecast, %s", got, want)
	}
	card.view.MouseOut()
	if got := card.view.AccessibilityLabel(); got != usually {
		t.Errorf("with the pointer away it says %q, not %q", got, usually)
	}
	w.Canvas().Focus(card.view)
	press(w, fyne.KeyRight)
	press(w, fyne.KeyUp)
	if got := sayReading(card.view.read); !strings.HasPrefix(got, "9 Apr 2019:") {
		t.Errorf("a day and a week on it reads %q", got)
	}
	for range 400 {
		press(w, fyne.KeyDown)
	}
	if got := campaign.Day(card.view.stop); got != card.chart.From {
		t.Errorf("the keys lead to %v, before the chart begins", got)
	}
	w.Canvas().Unfocus()
	if got := card.view.AccessibilityLabel(); got != usually {
		t.Errorf("without the focus it says %q", got)
	}
}

func TestForecastShowsSpanAndScaleThatAreChosen(t *testing.T) {
	_, s := onForecast(t, usual, seePetitionOn("2019-04-01"))
	card := s.parts[3].(*aheadChart)
	quarter := card.chart
	test.Tap(card.spans.options[aheadYear])
	if got := card.chart; got.Till-got.AsOf < 360 || quarter.Till-quarter.AsOf != quarterAhead {
		t.Errorf("a year ends on %v, 3 months on %v", got.Till, quarter.Till)
	}
	test.Tap(card.scales.options[1])
	if got := card.chart; got.Chosen() == quarter.Chosen() || got.Till-got.AsOf < 360 {
		t.Errorf("on a log scale it is %v up to %v", got.Chosen(), got.Till)
	}
}

func TestForecastLooksFromThePastAndBack(t *testing.T) {
	w, s := onForecast(t, usual, seePetition)
	click(t, w, "As of 22 Apr 2019")
	if got := shown(s); !strings.Contains(got, "as seen on 22 Apr 2019") || !strings.Contains(got, "Nothing has been counted since.") {
		t.Fatalf("from its last update the petition shows %s", got)
	}
	click(t, w, "Back to today")
	if got := shown(s); !strings.Contains(got, "No forecast from today") {
		t.Errorf("back to today it shows %s", got)
	}
}

// TestStaleForecastIsDropped lets the forecast of one day come in after another
// day was chosen.
func TestStaleForecastIsDropped(t *testing.T) {
	w, s := onForecast(t, usual, seePetition)
	var waiting []func()
	w.threads.away = func(f func()) { waiting = append(waiting, f) }
	then := func() { next := waiting[0]; waiting = waiting[1:]; next() }
	w.lookFrom(midway)
	then() // its snapshot
	early := waiting
	waiting = nil
	w.lookFrom(midway + 9)
	then()
	if got := shown(s); got != "" {
		t.Errorf("meanwhile the screen shows %s", got)
	}
	early[0]()
	if got := shown(s); strings.Contains(got, "as seen on 1 Apr 2019") {
		t.Errorf("the screen shows %s", got)
	}
	for len(waiting) > 0 {
		then()
	}
	if got := shown(s); !strings.Contains(got, "as seen on 10 Apr 2019") {
		t.Errorf("the screen shows %s", got)
	}
}

func TestForecastSaysHowGoodItIs(t *testing.T) {
	_, s := onForecast(t, usual, seePetitionOn("2019-04-01"))
	card := s.parts[5].(*provenCard)
	if got := shown(card.card()); strings.Contains(got, "ARIMA") {
		t.Errorf("closed it says %s", got)
	}
	test.Tap(card.how.line)
	got := shown(card.card())
	for _, want := range []string{
		fmt.Sprintf("Muster %.2f %.0f in 100", backtest.BySeries.All.CRPS, 100*backtest.BySeries.All.Holds),
		"Theta on totals 0.34 58 in 100", "Last seven days' rate 0.36 gives no range",
		fmt.Sprintf("the score was %.2f", backtest.ByKind.All.CRPS), "On this campaign's own past", "could have been made in earlier days of it",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not shown in: %s", want, got)
		}
	}
	for kind := range backtest.BySeries.Kinds {
		if kinds[kind] == "" {
			t.Errorf("the kind %s has no name", kind)
		}
	}
}

// TestForecastKeepsInsideItself lays the screen out at several sizes: no text
// may reach beyond the card it is in, and no card over another.
func TestForecastKeepsInsideItself(t *testing.T) {
	for name, prepare := range map[string]func(testing.TB, *Window){"climbing": seeClimbing, "april": seePetitionOn("2019-04-01"), "stale": seePetition} {
		w, s := onForecast(t, smallest, prepare)
		for _, l := range closedLines(s) {
			test.Tap(l)
		}
		for _, size := range []fyne.Size{smallest, usual, {Width: 1096, Height: 700}, {Width: 2560, Height: 1440}} {
			w.Resize(size)
			s.Refresh()
			var cards []fyne.CanvasObject
			for _, part := range s.parts {
				if card := part.card(); card.Visible() {
					cards = append(cards, card)
					inside(t, card, size)
				}
			}
			for i, a := range cards {
				for _, b := range cards[:i] {
					if overlap(a, b) {
						t.Errorf("%s: in a window of %v a card lies over another", name, size)
					}
				}
			}
		}
	}
}

func TestThresholdOnPlanHasItsBaseRate(t *testing.T) {
	w := startWindow(t, openMuster(t))
	w.shell.navigate("Plan")
	if got := shown(w.shell.front()); !strings.Contains(got, "For comparison: of 2,605 UK petitions that had passed 10,000 (2011 to 2026, 379 still open), 449 had reached 100,000") {
		t.Errorf("the plan says %s", got)
	}
}
