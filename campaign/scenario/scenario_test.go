package scenario_test

import (
	"math"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"muster/campaign"
	"muster/campaign/forecast"
	"muster/campaign/scenario"
)

var day0 = campaign.NewDay(2026, time.January, 1)

func point(v float64) campaign.Range { return campaign.Range{Low: v, Likely: v, High: v} }

// noisy are the futures of 60 days with 20 pledges a day, so many days ahead.
func noisy(t testing.TB, days int) forecast.Futures {
	t.Helper()
	var readings []forecast.Reading
	for d := range 61 {
		readings = append(readings, forecast.Reading{At: (day0 + campaign.Day(d)).Start(time.UTC), Total: 1000 + int64(d)*20})
	}
	f, err := forecast.New(readings, (day0 + 60 + campaign.Day(days)).Start(time.UTC), 1)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// steady are futures that agree on 10 more a day.
func steady(t testing.TB, days int) forecast.Futures {
	return noisy(t, days).Changed(func(path []float64) {
		for d := range path {
			path[d] = path[0] + 10*float64(d)
		}
	})
}

// basis has 2,200 pledges on the last day of the history, day 60.
func basis(f forecast.Futures) scenario.Basis {
	return scenario.Basis{
		Plan: campaign.Campaign{
			Name: "March", Need: 1500, Deadline: day0 + 90,
			Population: campaign.Population{Name: "Town", Count: 100_000},
			Tiers:      []campaign.Tier{{Name: "Committed", Valid: 1}},
			WalkOns:    campaign.Range{Low: 0, Likely: 50, High: 200},
			Thresholds: []campaign.Threshold{
				{Name: "On", Figure: campaign.FigurePledges, Target: 2600},
				{Name: "Share", Figure: campaign.FigureShare, Target: 0.03, Deadline: day0 + 80},
				{Name: "Enough", Figure: campaign.FigureTurnout, Target: 1500},
			},
			Activities: []campaign.Activity{{Name: "Fair", Date: day0 + 65, Expect: campaign.Range{Low: 50, Likely: 100, High: 200}}},
		},
		ByTier:  []campaign.Total{{Name: "Committed", Total: 2200}},
		AsOf:    f.Origin(),
		Futures: &f,
	}
}

// TestFutures works out by hand what each change makes of 2,200 pledges and 10
// more a day, 30 days on: 2,500 with no change.
func TestFutures(t *testing.T) {
	for _, c := range []struct {
		name     string
		scenario campaign.Scenario
		want     float64
	}{
		{"nothing", campaign.Scenario{}, 2500},
		{"times one", campaign.Scenario{Growth: campaign.Growth{Times: 1}}, 2500},
		{"double from now", campaign.Scenario{Growth: campaign.Growth{Times: 2}}, 2800},
		{"double for the last ten days", campaign.Scenario{Growth: campaign.Growth{Times: 2, From: day0 + 80}}, 2600},
		{"a past day is now", campaign.Scenario{Growth: campaign.Growth{Times: 2, From: day0}}, 2800},
		{"half", campaign.Scenario{Growth: campaign.Growth{Times: 0.5}}, 2350},
		{"a moment", campaign.Scenario{Moments: []campaign.Push{{Name: "News", Date: day0 + 70, Expect: point(300)}}}, 2800},
		{"a moment later", campaign.Scenario{Moments: []campaign.Push{{Name: "News", Date: day0 + 90, Expect: point(300)}}}, 2500},
		{"a moment in the past", campaign.Scenario{Moments: []campaign.Push{{Name: "News", Date: day0 + 50, Expect: point(300)}}}, 2500},
		{"half of it to come", campaign.Scenario{Moments: []campaign.Push{{Name: "News", Date: day0 + 55, Until: day0 + 64, Expect: point(300)}}}, 2650},
		{"an activity of its own", campaign.Scenario{Activities: []campaign.Push{{Name: "Stall", Date: day0 + 61, Expect: point(40)}}}, 2540},
		{"the plan's with another yield", campaign.Scenario{Activities: []campaign.Push{{Name: "fair", Expect: point(70)}}}, 2570},
		{"a rung reached at day 20", campaign.Scenario{Ladder: []campaign.Rung{{Name: "First", Reach: 2400, After: 5, Expect: point(500)}}}, 3000},
		{"a rung too late", campaign.Scenario{Ladder: []campaign.Rung{{Name: "First", Reach: 2400, After: 11, Expect: point(500)}}}, 2500},
		{"a rung reached already", campaign.Scenario{Ladder: []campaign.Rung{{Name: "First", Reach: 2000, After: 30, Expect: point(500)}}}, 3000},
		{"one feeds the next", campaign.Scenario{Ladder: []campaign.Rung{
			{Name: "First", Reach: 2300, After: 5, Expect: point(500)},
			{Name: "Second", Reach: 2700, After: 10, Expect: point(1000)}}}, 4000},
		// Who comes on days 1 to 20 brings a half each by day 30, those of days 1 to 10 a quarter.
		{"each brings half another", campaign.Scenario{Brings: campaign.Brings{Pledges: 0.5, After: 10}}, 2500 + 100 + 25},
	} {
		b := basis(steady(t, 30))
		o := b.Outcome(c.scenario)
		if math.Abs(o.Pledges.P10-c.want) > 0.01 || math.Abs(o.Pledges.P90-c.want) > 0.01 {
			t.Errorf("%s: %v pledges, want %v", c.name, o.Pledges, c.want)
		}
	}
}

func TestThresholdsOfAScenario(t *testing.T) {
	b := basis(steady(t, 60))
	plan := b.Outcome(campaign.Scenario{})
	if len(plan.Thresholds) != 2 {
		t.Fatalf("%d thresholds have a chance, want those on pledges and shares", len(plan.Thresholds))
	}
	on := plan.Thresholds[0]
	if on.Chance != 0 || !on.HasChance || !on.Dates.P50.IsZero() || on.NeededPerDay != 400.0/30 || on.Short != 400 {
		t.Errorf("the plan's: %+v", on)
	}
	if share := plan.Thresholds[1]; share.Pledges != 3000 || !share.By.Equal((day0 + 80).Start(time.UTC)) {
		t.Errorf("a share of 3%% of 100,000: %+v", share)
	}
	changed := b.Outcome(campaign.Scenario{
		Deadline:   day0 + 101,
		Population: campaign.Population{Name: "Village", Count: 50_000},
		Need:       900,
		Thresholds: []campaign.Aim{{Name: "share", Deadline: day0 + 75}, {Name: "Sooner", Target: 2300}},
	})
	got := changed.Thresholds
	if len(got) != 3 || got[0].Chance != 1 || got[1].Pledges != 1500 || got[1].Short != 0 || got[2].Name != "Sooner" || got[2].Chance != 1 {
		t.Errorf("changed: %+v", got)
	}
	if !got[0].Dates.P50.Equal((day0 + 100).Start(time.UTC)) {
		t.Errorf("with the deadline the day after, the plan's threshold is reached on %v", got[0].Dates.P50)
	}
	if changed.Turnout.Chance <= plan.Turnout.Chance || changed.Today.Need != 900 || changed.Today.Needed >= plan.Today.Needed {
		t.Errorf("a need of 900: chance %v, %d pledges needed; the plan's %v, %d",
			changed.Turnout.Chance, changed.Today.Needed, plan.Turnout.Chance, plan.Today.Needed)
	}
	if b.Plan.Thresholds[1].Deadline != day0+80 || b.Plan.Need != 1500 {
		t.Error("the plan itself was changed")
	}
}

func TestWithoutAForecast(t *testing.T) {
	b := basis(steady(t, 30))
	b.Futures = nil
	o := b.Outcome(campaign.Scenario{Need: 900, Growth: campaign.Growth{Times: 2}})
	if o.Pledges.P50 != 2200 || o.Thresholds[0].HasChance || o.Thresholds[0].Short != 400 || o.Today.Needed == 0 {
		t.Errorf("got %+v", o)
	}
	if _, ok := b.Seek(o, o.Thresholds[0], 0.8); ok {
		t.Error("what it takes was said without a forecast")
	}
	if effects := b.Matters(o); len(effects) != 2 {
		t.Errorf("%d assumptions, want show rate and walk-ons", len(effects))
	}
}

func TestNoChangeIsThePlan(t *testing.T) {
	b := basis(noisy(t, 120))
	plan := b.Outcome(campaign.Scenario{})
	if !reflect.DeepEqual(*plan.Futures, *b.Futures) {
		t.Error("the plan's futures are not the forecast's")
	}
	same := b.Outcome(campaign.Scenario{Name: "Same", Growth: campaign.Growth{Times: 1, From: day0 + 70}})
	if !reflect.DeepEqual(*same.Futures, *b.Futures) || same.Turnout != plan.Turnout {
		t.Error("growth times one changes something")
	}
	if again := b.Outcome(campaign.Scenario{}); !reflect.DeepEqual(again, plan) {
		t.Error("the same scenario has another outcome")
	}
}

// TestMoreIsNeverLess: more of anything never lowers a chance.
func TestMoreIsNeverLess(t *testing.T) {
	b := basis(noisy(t, 60))
	rapid.Check(t, func(t *rapid.T) {
		s := anyScenario(t)
		more := s
		switch rapid.IntRange(0, 3).Draw(t, "more of") {
		case 0:
			more.Growth.Times = s.Growth.Times * rapid.Float64Range(1, 3).Draw(t, "times")
		case 1:
			more.Moments = []campaign.Push{{Name: s.Moments[0].Name, Date: s.Moments[0].Date, Expect: point(s.Moments[0].Expect.High * 2)}}
		case 2:
			more.Brings.Pledges += rapid.Float64Range(0, 1).Draw(t, "bring")
		case 3:
			more.Ladder = append(more.Ladder, campaign.Rung{Name: "More", Reach: 2400, After: 5, Expect: point(100)})
		}
		before, after := b.Under(s), b.Under(more)
		for target := 2250.0; target < 6000; target *= 1.1 {
			was, _ := before.Chance(target, before.End())
			if is, _ := after.Chance(target, after.End()); is < was {
				t.Fatalf("the chance of %.0f fell from %v to %v", target, was, is)
			}
		}
	})
}

func anyScenario(t *rapid.T) campaign.Scenario {
	day := func(name string) campaign.Day { return day0 + 55 + campaign.Day(rapid.IntRange(0, 40).Draw(t, name)) }
	return campaign.Scenario{
		Growth:  campaign.Growth{Times: rapid.Float64Range(0.2, 2).Draw(t, "growth"), From: day("from")},
		Moments: []campaign.Push{{Name: "News", Date: day("news"), Expect: campaign.Range{Low: 0, Likely: 50, High: rapid.Float64Range(50, 300).Draw(t, "high")}}},
		Ladder:  []campaign.Rung{{Name: "First", Reach: 2300, After: 7, Expect: campaign.Range{Low: 10, Likely: 20, High: 80}}},
		Brings:  campaign.Brings{Pledges: rapid.Float64Range(0.01, 0.5).Draw(t, "brings"), After: rapid.IntRange(1, 20).Draw(t, "after")},
	}
}

// TestSeek works out by hand: 10 a day for 30 days must become 400.
func TestSeek(t *testing.T) {
	b := basis(steady(t, 30))
	o := b.Outcome(campaign.Scenario{})
	w, ok := b.Seek(o, o.Thresholds[0], 0.8)
	if !ok || w.Enough || math.Abs(w.Growth-4.0/3) > 0.002 || math.Abs(w.PerWeek-100.0/30*7) > 0.03 {
		t.Errorf("got %+v, want 4/3 times or 23.3 a week more", w)
	}
	late := b.Outcome(campaign.Scenario{Growth: campaign.Growth{Times: 1, From: day0 + 80}})
	if w, _ := b.Seek(late, late.Thresholds[0], 0.8); math.Abs(w.Growth-2) > 0.003 {
		t.Errorf("from the last ten days on it takes %v times, want 2", w.Growth)
	}
	done := b.Outcome(campaign.Scenario{Growth: campaign.Growth{Times: 3}})
	if w, _ := b.Seek(done, done.Thresholds[0], 0.8); !w.Enough || w.Growth != 3 || w.PerWeek != 0 {
		t.Errorf("three times is enough: %+v", w)
	}
	flat := b.Futures.Changed(func(path []float64) {
		for d := range path {
			path[d] = path[0]
		}
	})
	b.Futures = &flat
	o = b.Outcome(campaign.Scenario{})
	if w, ok := b.Seek(o, o.Thresholds[0], 0.8); !ok || w.HasGrowth || math.Abs(w.PerWeek-400.0/30*7) > 0.1 {
		t.Errorf("nothing multiplied stays nothing: %+v", w)
	}
}

// TestSeekGivesTheChance: what it takes, once it is done, gives the chance that
// was asked for, and a little less does not.
func TestSeekGivesTheChance(t *testing.T) {
	b := basis(noisy(t, 60))
	rapid.Check(t, func(t *rapid.T) {
		s := campaign.Scenario{Brings: campaign.Brings{
			Pledges: rapid.Float64Range(0.01, 0.5).Draw(t, "brings"), After: rapid.IntRange(1, 20).Draw(t, "after")}}
		target := rapid.Float64Range(2500, 6000).Draw(t, "target")
		asked := rapid.Float64Range(0.1, 0.95).Draw(t, "chance")
		deadline := b.Plan.Deadline.Start(time.UTC)
		chance := func(times float64) float64 {
			s.Growth.Times = times
			is, _ := b.Under(s).Chance(target, deadline)
			return is
		}
		th := scenario.Threshold{Pledges: target, Short: target - 2200, By: deadline, Chance: chance(1), HasChance: true}
		w, ok := b.Seek(scenario.Outcome{Scenario: s}, th, asked)
		if !ok || w.Enough != (th.Chance >= asked) {
			t.Fatalf("got %+v with a chance of %v", w, th.Chance)
		}
		if w.HasGrowth && !w.Enough && (chance(w.Growth) < asked || chance(max(1, w.Growth*0.998)) >= asked) {
			t.Fatalf("%v times gives a chance of %v, asked for %v", w.Growth, chance(w.Growth), asked)
		}
		s.Brings = campaign.Brings{} // those more a week would bring others too
		th.Chance = chance(1)
		w, _ = b.Seek(scenario.Outcome{Scenario: s}, th, asked)
		perWeek := b.Futures.Changed(func(path []float64) {
			for d := range path {
				path[d] += w.PerWeek / 7 * float64(d)
			}
		})
		if is, _ := perWeek.Chance(target, deadline); is < asked-1e-9 {
			t.Fatalf("%v a week more gives a chance of %v, asked for %v", w.PerWeek, is, asked)
		}
	})
}

func TestMatters(t *testing.T) {
	b := basis(steady(t, 30))
	o := b.Outcome(campaign.Scenario{
		Activities: []campaign.Push{{Name: "Fair"}},
		Ladder:     []campaign.Rung{{Name: "First", Reach: 2300, After: 2, Expect: campaign.Range{Low: 0, Likely: 1000, High: 4000}}},
	})
	effects := b.Matters(o)
	var order []string
	for _, e := range effects {
		order = append(order, string(e.Kind)+" "+e.Name)
	}
	if len(order) != 5 || order[0] != "ladder First" || order[1] != "show rate Committed" {
		t.Fatalf("what matters: %q", order)
	}
	for _, e := range effects {
		switch {
		case e.Kind == scenario.ShowRate && (e.Low != 0.35 || e.High != 0.65 || e.TurnoutLow >= e.TurnoutHigh || e.ChanceLow > e.ChanceHigh):
			t.Errorf("the show rate: %+v", e)
		case e.Kind == scenario.Pledges && (e.Low != e.High || e.TurnoutLow != e.TurnoutHigh): // all futures agree
			t.Errorf("the pledges: %+v", e)
		case e.Kind == scenario.Activity && math.Abs(e.TurnoutHigh-e.TurnoutLow-75) > 15: // 150 pledges, half of whom come
			t.Errorf("the activity: %+v", e)
		case e.Kind == scenario.Ladder && math.Abs(e.TurnoutHigh-e.TurnoutLow-2000) > 100:
			t.Errorf("the ladder: %+v", e)
		}
	}
}

// BenchmarkYear is one scenario recomputed on a forecast of a year, as while a
// slider is dragged. The goal is 60 ms.
func BenchmarkYear(b *testing.B) {
	base := basis(noisy(b, 365))
	base.Plan.Deadline = day0 + 400
	s := campaign.Scenario{Growth: campaign.Growth{Times: 1.5},
		Moments:    []campaign.Push{{Name: "News", Date: day0 + 100, Expect: campaign.Range{Low: 100, Likely: 200, High: 800}}},
		Activities: []campaign.Push{{Name: "Fair"}},
		Ladder:     []campaign.Rung{{Name: "First", Reach: 4000, After: 30, Expect: campaign.Range{Low: 10, Likely: 200, High: 800}}},
		Brings:     campaign.Brings{Pledges: 0.1, After: 14}}
	for b.Loop() {
		base.Outcome(s)
	}
}

func BenchmarkSeek(b *testing.B) {
	base := basis(noisy(b, 365))
	base.Plan.Deadline = day0 + 400
	base.Plan.Thresholds[0].Target = 50_000
	o := base.Outcome(campaign.Scenario{})
	for b.Loop() {
		base.Seek(o, o.Thresholds[0], 0.8)
	}
}

func BenchmarkMatters(b *testing.B) {
	base := basis(noisy(b, 365))
	o := base.Outcome(campaign.Scenario{Activities: []campaign.Push{{Name: "Fair"}}})
	for b.Loop() {
		base.Matters(o)
	}
}
