package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"muster/app"
	"muster/app/phrase"
	"muster/campaign"
)

func TestOverviewSays(t *testing.T) {
	noPopulation, noThreshold, unneeded := march(), march(), march()
	noPopulation.Population = campaign.Population{}
	noThreshold.Thresholds, noThreshold.Marks = nil, nil
	unneeded.Need = 0
	crowded := march()
	crowded.Need = 1_404_500
	for name, c := range map[string]struct {
		plan    campaign.Campaign
		updates []campaign.Update
		want    []string
		never   []string
	}{
		"the march": {march(), []campaign.Update{one()}, []string{
			"1,000 of 100,000", "99,000 short: 2.0 orders of magnitude , 6.6 doublings.", "1 in 7", "Pledged so far: 1 in 702.",
			"702,250 people (US Census Bureau, Vintage 2024)", "target derived", "total 1,000 pledge page", "Anna · today 14:02",
		}, nil},
		"no updates": {march(), nil, []string{
			"0 of 100,000", "Nothing is counted yet: add the first pledges with", "Add the first count", "1 in 7",
		}, []string{"Pledged so far", "3 months"}},
		"beyond": {march(), beyond()[:2], []string{
			"6,108,985 of 100,000", "Reached: 61 times the target.", "20 Nov 2026",
		}, []string{"short"}},
		"no population": {noPopulation, []campaign.Update{one()}, []string{"Choose a population in Plan"}, []string{"1 in"}},
		"no need":       {unneeded, []campaign.Update{one()}, []string{"1,000 pledges", "1 in 702", "Set the need in Plan"}, []string{"Pledged so far"}},
		"more than all": {crowded, nil, []string{"1,404,500 people needed", "200%"}, nil},
		"no threshold":  {noThreshold, []campaign.Update{one()}, []string{"No threshold is set yet.", "Set a threshold"}, []string{"Thresholds", "short"}},
		"the most there can be": {long(), []campaign.Update{update(1, 0, campaign.Reading, campaign.MaxCount, campaign.Cell{})},
			[]string{"1,000,000,000,000 of 1,000,000,000,000", "Reached: 100% of the target."}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			w := sampleWindow(t, c.plan, c.updates...)
			got := shown(w.shell.front())
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

// TestOverviewKeepsInsideItself lays out the longest names and numbers at
// several sizes: no text may reach beyond the card it is in.
func TestOverviewKeepsInsideItself(t *testing.T) {
	w := sampleWindow(t, long(), beyond()...)
	for _, size := range []fyne.Size{smallest, usual, {Width: 1044, Height: 700}, {Width: 1096, Height: 700}, {Width: 3840, Height: 2160}} {
		w.Resize(size)
		o := w.shell.front().(*overview)
		for _, card := range o.page.content.(*fyne.Container).Objects {
			if card.Visible() {
				inside(t, card, size)
			}
		}
	}
}

func inside(t *testing.T, card fyne.CanvasObject, window fyne.Size) {
	t.Helper()
	walk(card, fyne.NewPos(0, 0), func(o fyne.CanvasObject, at fyne.Position) {
		words, ok := o.(*canvas.Text)
		if !ok || words.Text == "" {
			return
		}
		end := at.Add(words.MinSize())
		if at.X < 0 || at.Y < 0 || end.X > card.Size().Width-spaceL+1 || end.Y > card.Size().Height {
			t.Errorf("in a window of %v %q lies from %v to %v in a card of %v", window, words.Text, at, end, card.Size())
		}
	})
}

func TestVoidedUpdateIsStruckThrough(t *testing.T) {
	stray := update(1, 1, campaign.Added, 50, campaign.Cell{Source: "stall"})
	void := update(2, 0, campaign.Void, 0, campaign.Cell{})
	void.Cell, void.Voids, void.Note = campaign.Cell{}, stray.ID, "counted twice"
	w := sampleWindow(t, march(), stray, void)
	struck := 0
	walk(w.shell.front(), fyne.NewPos(0, 0), func(o fyne.CanvasObject, _ fyne.Position) {
		if words, ok := o.(*canvas.Text); ok && words.TextStyle.Strikethrough && words.Text != "" {
			struck++
		}
	})
	got := shown(w.shell.front())
	if struck != 2 || !strings.Contains(got, "Voided · Anna · yesterday") || strings.Contains(got, "counted twice") {
		t.Errorf("%d texts are struck through in: %s", struck, got)
	}
}

func TestTrendShowsSpanAndScaleThatAreChosen(t *testing.T) {
	w := sampleWindow(t, climbing(), grown()...)
	card := w.shell.front().(*overview).trend
	before := card.chart
	test.Tap(card.spans.options[0])
	if got := card.chart.From; got != campaign.NewDay(2026, 8, 23) {
		t.Errorf("the last three months begin on %v", got)
	}
	test.Tap(card.spans.options[2])
	test.Tap(card.scales.options[1])
	if got := card.chart; got.From != before.From || got.Chosen() == before.Chosen() {
		t.Errorf("all on a log scale begins on %v with scale %v", got.From, got.Chosen())
	}
}

// TestLadderSaysTheChances asks for them once with a forecast and once without.
func TestLadderSaysTheChances(t *testing.T) {
	plan := full()
	w, _ := timelineOn(t, plan, grown()...)
	w.shell.navigate("Overview")
	o := w.shell.front().(*overview)
	now := w.snapshot
	now.Forecast, now.NoForecast = nil, nil
	o.forecasted(now)
	if got := shown(o.ladder); strings.Contains(got, "Chance") {
		t.Errorf("without a forecast the ladder says %s", got)
	}
	if err := w.desk.Foresee(&now); err != nil || now.Forecast == nil {
		t.Fatal(err, now.NoForecast)
	}
	o.forecasted(now)
	got := shown(o.ladder)
	for _, f := range now.Forecast.Thresholds {
		if want := phrase.Climb(f.Chance, f.HasChance, f.Deadline, f.Dates, now.Zone); !strings.Contains(got, want) {
			t.Errorf("the ladder does not say %q of %s: %s", want, f.Name, got)
		}
	}
}

// TestHeadlineMakesRoomForTheForecast: its sentence wraps in a narrow window.
func TestHeadlineMakesRoomForTheForecast(t *testing.T) {
	w, _ := timelineOn(t, full(), grown()...)
	w.shell.navigate("Overview")
	w.Resize(smallest)
	o := w.shell.front().(*overview)
	with := w.snapshot
	if err := w.desk.Foresee(&with); err != nil || with.Forecast == nil {
		t.Fatal(err, with.NoForecast)
	}
	without := with
	without.Forecast = nil
	o.headline.ahead.set(plain(strings.Repeat("At this pace it is far. ", 10)))
	o.headline.ahead.Resize(fyne.Size{})
	for _, now := range []app.Snapshot{without, with} {
		o.forecasted(now)
		if has, needs := o.headline.Size().Height, o.headline.MinSize().Height; has < needs {
			t.Errorf("with a forecast %v the headline is %v high, and needs %v", now.Forecast != nil, has, needs)
		}
	}
}
