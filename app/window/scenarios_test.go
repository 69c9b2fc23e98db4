package window

import (
	"fmt"
	"math"
	"os"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"muster/campaign"
	"muster/campaign/scenario"
)

// onScenarios returns a window that shows the screen, of a campaign that prepare
// makes.
func onScenarios(t testing.TB, size fyne.Size, prepare func(testing.TB, *Window)) (*Window, *scenarios) {
	t.Helper()
	w := startWindow(t, openMuster(t))
	press(w, fyne.KeyEscape) // the welcome
	w.Resize(size)
	prepare(t, w)
	w.shell.navigate("Scenarios")
	s := w.shell.front().(*scenarios)
	w.Canvas().Capture() // which lays out and draws
	return w, s
}

// planned gives the campaign that is open some scenarios.
func planned(t testing.TB, w *Window, all ...campaign.Scenario) {
	t.Helper()
	plan := w.desk.Campaign()
	plan.Scenarios = all
	if err := w.desk.SavePlan(plan, ""); err != nil {
		t.Fatal(err)
	}
	w.changed()
}

// someScenarios are six of many kinds.
func someScenarios() []campaign.Scenario {
	return []campaign.Scenario{
		{Name: "Twice as fast", Growth: campaign.Growth{Times: 2, From: campaign.NewDay(2026, 12, 1)}},
		{Name: "A film, and what it feeds", Moments: []campaign.Push{{Name: "A film", Date: campaign.NewDay(2027, 1, 10),
			Expect: campaign.Range{Low: 500, Likely: 2000, High: 9000}}}, Brings: campaign.Brings{Pledges: 0.2, After: 14}},
		{Name: "First New York", Place: "New York City", Need: 10_000, Deadline: campaign.NewDay(2027, 2, 1),
			Population: campaign.Population{Name: "New York City", Count: 8_478_072, Year: 2024, Source: "US Census Bureau, Vintage 2024"},
			Ladder:     []campaign.Rung{{Name: "March in New York", Reach: 12_000, After: 30, Expect: campaign.Range{Low: 1000, Likely: 4000, High: 15_000}}}},
		{Name: "More of them come", Tiers: []campaign.Tier{{Name: "Committed", Show: campaign.Range{Low: 0.5, Likely: 0.7, High: 0.8}}}},
		{Name: "Until autumn", Deadline: campaign.NewDay(2027, 9, 1)},
		{Name: "With the book fair", Activities: []campaign.Push{{Name: "Book fair"}}},
	}
}

func seeScenarios(n int) func(testing.TB, *Window) {
	return func(t testing.TB, w *Window) {
		seeClimbing(t, w)
		planned(t, w, someScenarios()[:n]...)
	}
}

// seeScenariosInApril looks at the petition from a day of 2019, with a target ahead.
func seeScenariosInApril(t testing.TB, w *Window) {
	w.openPetition()
	plan := w.desk.Campaign()
	plan.Deadline = campaign.NewDay(2019, 6, 1)
	plan.Thresholds = append(plan.Thresholds, campaign.Threshold{Name: "Seven million", Figure: campaign.FigurePledges, Target: 7_000_000})
	plan.Scenarios = []campaign.Scenario{{Name: "Three times as fast", Growth: campaign.Growth{Times: 3}}}
	if err := w.desk.SavePlan(plan, ""); err != nil {
		t.Fatal(err)
	}
	w.lookFrom(midway)
}

// TestScenariosScreenshots draws the screen as a window shows it and as a whole
// page. With MUSTER_SCREENSHOTS naming a folder the pictures are written there;
// otherwise only one is drawn.
func TestScenariosScreenshots(t *testing.T) {
	skipDrawing(t)
	for name, prepare := range map[string]func(testing.TB, *Window){
		"march": seeMarch, "petition-april": seeScenariosInApril, "none": seeScenarios(0), "one": seeScenarios(1), "three": seeScenarios(3), "six": seeScenarios(6),
	} {
		if os.Getenv("MUSTER_SCREENSHOTS") == "" && name != "three" {
			continue
		}
		eachLook(t, func(variant string, size fyne.Size) {
			w, s := onScenarios(t, size, prepare)
			fyne.CurrentApp().Settings().SetTheme(themes[variant])
			s.Refresh()
			shoot(t, w, fmt.Sprintf("Scenarios-%s-%s-%.0f.png", name, variant, size.Width))
			if name == "three" {
				s.trial.dials.groups[0][0].slider.SetValue(0.5)
			}
			for range 2 {
				w.Resize(fyne.NewSize(size.Width, float32(math.Ceil(float64(130+s.page.content.MinSize().Height)))))
				s.Refresh()
			}
			shoot(t, w, fmt.Sprintf("Whole-Scenarios-%s-%s-%.0f.png", name, variant, size.Width))
			if name != "three" {
				return
			}
			w.Resize(size)
			s.edit("First New York", w.desk.Scenarios()[2])
			shoot(t, w, fmt.Sprintf("Scenarios-form-%s-%.0f.png", variant, size.Width))
			for range 2 {
				w.Resize(fyne.NewSize(size.Width, float32(math.Ceil(float64(130+s.form.page.content.MinSize().Height)))))
				s.Refresh()
			}
			shoot(t, w, fmt.Sprintf("Whole-Scenarios-form-%s-%.0f.png", variant, size.Width))
		})
	}
}

// growthOf returns the slider of the growth.
func growthOf(s *scenarios) *slider { return s.trial.dials.groups[0][0].slider }

// TestSliderLeadsToTheLatestAnswer drags a slider while an answer is being
// worked out: of what was passed on the way nothing is worked out.
func TestSliderLeadsToTheLatestAnswer(t *testing.T) {
	w, s := onScenarios(t, usual, seeScenarios(1))
	var jobs []func()
	w.threads.away = func(f func()) { jobs = append(jobs, f) }
	for _, v := range []float64{0.1, 0.2, 0.3, 0.4, 0.5} {
		growthOf(s).SetValue(v)
	}
	if len(jobs) != 1 {
		t.Fatalf("%d answers are being worked out at once, want 1", len(jobs))
	}
	run := func() float64 {
		job := jobs[0]
		jobs = jobs[1:]
		job()
		return s.trial.answers.latest.Scenario.Growth.Times
	}
	if got := run(); got != 1.3 || len(jobs) != 1 {
		t.Errorf("first comes the answer for %v, then %d wait", got, len(jobs))
	}
	if got := run(); got != 3.2 {
		t.Errorf("then comes the answer for %v, want that of the last, 3.2", got)
	}
	if got := shown(s.trial.answers); !strings.Contains(got, "plan: 38%") {
		t.Errorf("the answers do not name the plan's: %s", got)
	}
	for len(jobs) > 0 { // the closer look
		run()
	}
	if got := s.closer.looked.of.Scenario.Growth.Times; got != 3.2 {
		t.Errorf("the closer look is at growth times %v", got)
	}
	if got, want := s.trial.answers.latest, s.trial.of.Basis.Outcome(s.trial.scenario()); !reflect.DeepEqual(got, want) {
		t.Error("the answer is not that of the basis")
	}
	test.Tap(s.trial.reset)
	for len(jobs) > 0 {
		run()
	}
	if got := s.trial.answers.latest.Scenario; !reflect.DeepEqual(got, campaign.Scenario{}) || growthOf(s).Value != 0 {
		t.Errorf("after Reset it answers for %+v", got)
	}
}

// TestKeepAndTakeBack keeps what the sliders say, under a name that is free, and
// takes it back.
func TestKeepAndTakeBack(t *testing.T) {
	w, s := onScenarios(t, usual, seeScenarios(1))
	growthOf(s).SetValue(0.5)
	s.trial.dials.groups[1][0].slider.SetValue(0.5)
	click(t, w, "Keep as scenario")
	test.Type(w.Canvas().Focused(), "twice as FAST")
	press(w, fyne.KeyReturn)
	if got := shown(w.Canvas().Overlays().Top()); !strings.Contains(got, "two of the name") || len(w.desk.Scenarios()) != 1 {
		t.Fatalf("a name that is taken: %s", got)
	}
	w.Canvas().Focused().(*entry).SetText("")
	test.Type(w.Canvas().Focused(), "Faster")
	press(w, fyne.KeyReturn)
	kept, ok := w.desk.Campaign().Scenario("Faster")
	if !ok || kept.Growth.Times != 3.2 || len(kept.Moments) != 1 || kept.Moments[0].Expect.Likely != 13_000 {
		t.Fatalf("kept: %+v", kept)
	}
	if w.Canvas().Overlays().Top() != nil || s.trial.tries() {
		t.Error("after that the sliders stand on the plan, and nothing lies on top")
	}
	if got := shown(s.beside.card()); !strings.Contains(got, "Faster") {
		t.Errorf("it is not beside the plan: %s", got)
	}
	s.try(kept)
	if l := s.trial.levers; l.times != 3.2 || l.size != 13_000 || !s.trial.keep.Disabled() {
		t.Errorf("tried, the sliders stand at %+v", l)
	}
	s.trial.dials.groups[2][0].slider.SetValue(0.2)
	click(t, w, "Keep as scenario")
	press(w, fyne.KeyReturn) // under its own name
	if all := w.desk.Scenarios(); len(all) != 2 || all[1].Brings.Pledges != 0.2 {
		t.Errorf("kept under its own name: %+v", all)
	}
	click(t, w, "Undo")
	if all := w.desk.Scenarios(); len(all) != 2 || all[1].Brings.Pledges != 0 {
		t.Errorf("taken back: %+v", all)
	}
}

// TestRemoveAndDuplicate takes a scenario out and brings it back, with its mark.
func TestRemoveAndDuplicate(t *testing.T) {
	w, s := onScenarios(t, usual, seeMarch)
	first := w.desk.Scenarios()[0]
	mark := w.desk.Campaign().Marks["scenarios."+first.Name]
	s.remove(first)
	if c := w.desk.Campaign(); len(c.Scenarios) != 0 || c.Marks["scenarios."+first.Name] != (campaign.Mark{}) {
		t.Fatalf("%d scenarios are left", len(c.Scenarios))
	}
	if got := shown(s.beside.card()); !strings.Contains(got, "There is no scenario yet") {
		t.Errorf("without any it says %s", got)
	}
	click(t, w, "Undo")
	if c := w.desk.Campaign(); len(c.Scenarios) != 1 || c.Marks["scenarios."+first.Name] != mark || mark.Kind == "" {
		t.Errorf("brought back: %+v", c.Scenarios)
	}
	s.duplicate(first)
	s.duplicate(first)
	all := w.desk.Scenarios()
	if len(all) != 3 || all[1].Name != "Copy of "+first.Name || all[2].Name != "Copy of "+first.Name+" (2)" || all[2].Need != first.Need {
		t.Errorf("copied: %+v", all)
	}
}

// TestScenarioForm edits a scenario: what is wrong is said at its field, and
// what is right is saved.
func TestScenarioForm(t *testing.T) {
	w, s := onScenarios(t, usual, seeMarch)
	first := w.desk.Scenarios()[0]
	s.edit(first.Name, first)
	f := s.form
	fill(w, f.inputs["growth.times"].focus, "fast")
	if got := shown(f.inputs["growth.times"].field); !strings.Contains(got, "write it like 1.5") || !f.save.Disabled() {
		t.Errorf("growth “fast”: %s", got)
	}
	fill(w, f.inputs["growth.times"].focus, "2.5")
	l := f.lists[0]
	l.add()
	fill(w, l.rows[0].cells[0].focus, "A film")
	fill(w, l.rows[0].cells[1].focus, "2027-01-10")
	if got := shown(l); !strings.Contains(got, "Say how many pledges it brings") {
		t.Errorf("a moment without a size: %s", got)
	}
	for i, text := range []string{"500", "2,000", "9,000"} {
		fill(w, l.rows[0].cells[3+i].focus, text)
	}
	fill(w, f.inputs["name"].focus, "A first march")
	if f.save.Disabled() {
		t.Fatalf("not to be saved: %+v", f.problems)
	}
	press(w, fyne.KeyReturn)
	want := first
	want.Name, want.Growth.Times = "A first march", 2.5
	want.Moments = []campaign.Push{{Name: "A film", Date: campaign.NewDay(2027, 1, 10), Expect: campaign.Range{Low: 500, Likely: 2000, High: 9000}}}
	if all := w.desk.Scenarios(); len(all) != 1 || !reflect.DeepEqual(all[0], want) {
		t.Errorf("saved:\n%+v\nwant:\n%+v", all, want)
	}
	if s.form != nil || !strings.Contains(shown(s), "A first march") {
		t.Error("the form stays open")
	}
	click(t, w, "Undo")
	if all := w.desk.Scenarios(); !reflect.DeepEqual(all, []campaign.Scenario{first}) {
		t.Errorf("taken back: %+v", all)
	}
}

// TestNewScenario writes one from nothing.
func TestNewScenario(t *testing.T) {
	w, s := onScenarios(t, smallest, seeScenarios(0))
	click(t, w, "New scenario")
	if got := shown(s.form.page); !strings.Contains(got, "Give it a name") {
		t.Errorf("an empty form says %s", got)
	}
	test.Type(w.Canvas().Focused(), "Vermont first")
	fill(w, s.form.inputs["population.name"].focus, "Vermont")
	press(w, fyne.KeyReturn)
	if kept, ok := w.desk.Campaign().Scenario("Vermont first"); !ok || kept.Population.Count < 600_000 || kept.Population.Source == "" {
		t.Errorf("saved: %+v", kept)
	}
	click(t, w, "New scenario")
	click(t, w, "Cancel")
	if s.form != nil || len(w.desk.Scenarios()) != 1 {
		t.Error("Cancel does not leave the form")
	}
}

// TestScenarioTextKeepsAll reads back from the fields what was put there, from
// nothing and over itself.
func TestScenarioTextKeepsAll(t *testing.T) {
	plan := climbing()
	plan.Thresholds = append(plan.Thresholds, campaign.Threshold{Name: "One in a hundred", Figure: campaign.FigureShare, Target: 0.01})
	for _, full := range append(someScenarios(), campaign.Scenario{
		Name: "All of it", Place: "New York City", Date: campaign.NewDay(2027, 3, 20), Deadline: campaign.NewDay(2027, 2, 1), Need: 12,
		Thresholds: []campaign.Aim{{Name: "The march is on", Target: 10_000}, {Name: "one in a HUNDRED", Target: 0.035, Deadline: campaign.NewDay(2027, 1, 1)}},
		Tiers:      []campaign.Tier{{Name: "Committed", JoinsAt: 5, Valid: 0.89, Show: campaign.Range{Low: 0.1, Likely: 0.455, High: 1}}},
		WalkOns:    campaign.Range{High: 20}, Growth: campaign.Growth{Times: 0.25}, Brings: campaign.Brings{Pledges: 0.05, After: 3},
	}) {
		text := scenarioTextOf(full, plan)
		for _, from := range []campaign.Scenario{full, {}} {
			for _, rows := range text.rows {
				for i := range rows {
					if from.Name == "" {
						rows[i] = -1 // new
					}
				}
			}
			if got, r := text.scenario(from, plan); !reflect.DeepEqual(got, full) || len(r.problems) > 0 {
				t.Errorf("read back:\n%+v\nwant:\n%+v\nproblems: %v", got, full, r.problems)
			}
		}
	}
}

// TestWithoutForecast says why there are no chances, and what can be said.
func TestScenariosWithoutForecast(t *testing.T) {
	_, s := onScenarios(t, usual, seeMarch)
	got := shown(s)
	for _, want := range []string{"There is no forecast", "a forecast needs at least 4", "Pledges now", "322,000", "32,200", "That takes a forecast"} {
		if !strings.Contains(got, want) {
			t.Errorf("no word of %q in: %s", want, got)
		}
	}
	for _, never := range []string{"Growth", "hance by its deadline"} {
		if strings.Contains(got, never) {
			t.Errorf("without a forecast it says %q", never)
		}
	}
	s.trial.dials.groups[0][0].slider.SetValue(4)
	if got := shown(s.trial.answers); !strings.Contains(got, "plan: 322,000") {
		t.Errorf("with another need: %s", got)
	}
}

// TestWayIntoTheSliders puts what would give 80% into the sliders.
func TestWayIntoTheSliders(t *testing.T) {
	w, s := onScenarios(t, usual, seeScenarios(1))
	if len(s.closer.looked.ways) != 2 {
		t.Fatalf("%d thresholds are looked at", len(s.closer.looked.ways))
	}
	way := s.closer.looked.ways[1]
	line := s.closer.ways.Objects[1].(*fyne.Container)
	walk(line, fyne.NewPos(0, 0), func(o fyne.CanvasObject, _ fyne.Position) {
		if b, ok := o.(*button); ok {
			test.Tap(b)
		}
	})
	if got := s.trial.answers.latest; got.Scenario.Growth.Times != way.Growth {
		t.Errorf("the sliders stand at %v, want %v", got.Scenario.Growth, way.Growth)
	}
	for _, th := range s.trial.answers.latest.Thresholds {
		if th.Name == way.Name && th.Chance < scenario.UsualChance {
			t.Errorf("that gives a chance of %v", th.Chance)
		}
	}
	if !s.closer.onTrial {
		t.Error("the closer look does not follow the sliders")
	}
	w.Canvas().Capture()
}

func TestScenariosGolden(t *testing.T) {
	golden(t, "scenarioanswer", 200, func() fyne.CanvasObject {
		a, same := newAnswer(), newAnswer()
		a.set(told{name: "The march is on: chance", value: "59%", more: "even chance by: 31 Dec 2026", plan: "38%", than: more})
		same.set(told{name: "Pledges needed", value: "322,000"})
		return container.New(column{gap: spaceM}, a, same)
	})
	golden(t, "slider", 200, func() fyne.CanvasObject {
		s := newSlider("Growth", 0, 10, 1, func(float64) {})
		s.put(4)
		return s
	})
}
