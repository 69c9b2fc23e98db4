package campaign_test

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"muster/campaign"
)

// The standing of any ledger, at any moment, in any zone, is the one that a
// replay of everything from scratch gives.
func TestFoldAgreesWithReplay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		updates, at, plan := ledgers().Draw(t, "ledger"), drawMoment(t), march()
		plan.TimeZone = rapid.SampledFrom(zones).Draw(t, "zone")
		got, err := campaign.Fold(updates, plan.Location()).Standing(plan, at)
		if err != nil {
			t.Fatal(err)
		}
		past := history(updates, at)
		for _, th := range got.Thresholds {
			value, reached := total(past, th.Measure(), th.Target)
			if th.Value != float64(value) || !th.ReachedAt.Equal(reached) || th.Reached == reached.IsZero() {
				t.Errorf("%s is %v reached %v, want %v reached %v", th.Name, th.Value, th.ReachedAt, value, reached)
			}
			if th.Held != (th.Value >= th.Target) || th.Progress != th.Value/th.Target {
				t.Errorf("%s at %v of %v: held %v, progress %v", th.Name, th.Value, th.Target, th.Held, th.Progress)
			}
		}
		if pledges, _ := total(past, campaign.Pledges, math.Inf(1)); got.Pledges != pledges {
			t.Errorf("%d pledges, want %d", got.Pledges, pledges)
		}
		agreeInParts(t, got.ByRegion, got.Pledges, past, func(c campaign.Cell) string { return c.Region })
		agreeInParts(t, got.BySource, got.Pledges, past, func(c campaign.Cell) string { return c.Source })
	})
}

func agreeInParts(t *rapid.T, got []campaign.Total, all int64, past []campaign.Update, of func(campaign.Cell) string) {
	var sum int64
	for _, p := range got {
		sum += p.Total
		if want := part(past, of, p.Name); p.Total != want {
			t.Errorf("%q has %d, want %d", p.Name, p.Total, want)
		}
	}
	if sum != all {
		t.Errorf("the parts %v add up to %d, not to %d", got, sum, all)
	}
	falling := func(a, b campaign.Total) int { return int(b.Total - a.Total) }
	if !slices.IsSortedFunc(got, falling) {
		t.Errorf("not largest first: %v", got)
	}
}

// The totals at the end of each day are those of a replay up to that moment.
func TestDailyAgreesWithReplay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		updates, plan := ledgers().Draw(t, "ledger"), march()
		plan.TimeZone = rapid.SampledFrom(zones).Draw(t, "zone")
		for _, measure := range plan.MeasureNames() {
			for _, day := range campaign.Fold(updates, plan.Location()).Daily(measure) {
				lastMoment := (day.Day + 1).Start(plan.Location()).Add(-1)
				if want, _ := total(history(updates, lastMoment), measure, math.Inf(1)); day.Total != want {
					t.Errorf("%s had %d at the end of %s, want %d", measure, day.Total, day.Day, want)
				}
			}
		}
	})
}

// The same set of updates in any order, with any repetition, split into any
// batches that are merged in any order, has one standing.
func TestFoldIsAFunctionOfTheSet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		updates, at, plan := ledgers().Draw(t, "ledger"), drawMoment(t), march()
		want, err := campaign.Fold(updates, plan.Location()).Standing(plan, at)
		if err != nil {
			t.Fatal(err)
		}
		var merged []campaign.Update
		for _, batch := range drawBatches(t, updates) {
			merged = append(merged, batch...)
		}
		got, err := campaign.Fold(merged, plan.Location()).Standing(plan, at)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("after merging:\n%+v (%v)\nwant\n%+v", got, err, want)
		}
	})
}

// drawBatches splits updates into batches, in any order, some of them twice.
func drawBatches(t *rapid.T, updates []campaign.Update) [][]campaign.Update {
	rest := rapid.Permutation(updates).Draw(t, "order")
	var batches [][]campaign.Update
	for len(rest) > 0 {
		n := rapid.IntRange(1, len(rest)).Draw(t, "batch")
		batches = append(batches, rest[:n])
		if rapid.Bool().Draw(t, "again") {
			batches = append(batches, rest[:n])
		}
		rest = rest[n:]
	}
	return rapid.Permutation(batches).Draw(t, "batches")
}

// A tally kept up update by update, in any order of arrival, is where a fold
// of everything is, and was at every step on the way.
func TestStepByStepEqualsFold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		updates := rapid.Permutation(ledgers().Draw(t, "ledger")).Draw(t, "arrival")
		plan := march()
		kept := campaign.Folded{Tally: campaign.NewTally(plan.Location())}
		for i, u := range updates {
			known := campaign.Fold(updates[:i+1], plan.Location())
			arrive(kept.Tally, u, known)
			at := drawMoment(t)
			got, err := kept.Tally.Standing(plan, at, known)
			if err != nil {
				t.Fatal(err)
			}
			if want, err := known.Standing(plan, at); err != nil || !reflect.DeepEqual(got, want) {
				t.Fatalf("after %d updates:\n%+v\nwant\n%+v (%v)", i+1, got, want, err)
			}
		}
	})
}

// arrive takes one update into a tally as a store does: it sums up the update's
// own day again, and for a void the days of everything whose fate it changed.
func arrive(tally *campaign.Tally, u campaign.Update, known campaign.Folded) {
	changed := map[campaign.Day]bool{campaign.DayOf(u.At, tally.Location()): true}
	if u.Kind == campaign.Void {
		before, after := tally.Voids(), tally.Voids().With(u)
		for day := campaign.DayOf(u.At, tally.Location()) - 5; day < campaign.DayOf(u.At, tally.Location())+5; day++ {
			lines, _ := known.Day(day)
			for _, line := range lines {
				_, was := before.Out(line.ID)
				_, is := after.Out(line.ID)
				changed[day] = changed[day] || was != is
			}
		}
		tally.SetVoids(after)
	}
	for day := range changed {
		lines, _ := known.Day(day)
		tally.PutDay(day, lines)
	}
}

// Day sums put one by one, in any order, make the tally that a fold makes.
func TestCourseSetInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := march()
		whole := campaign.Fold(ledgers().Draw(t, "ledger"), plan.Location())
		days := rapid.Permutation([]campaign.Day{-3, -2, -1, 0, 1, 2, 3}).Draw(t, "order of days")
		loaded := campaign.NewTally(plan.Location())
		loaded.SetVoids(whole.Voids())
		for _, offset := range append(days, days...) { // each twice: the second changes nothing
			day := campaign.NewDay(2026, 3, 8) + offset
			lines, _ := whole.Day(day)
			for cell, sum := range campaign.SumDay(lines, whole.Voids()) {
				loaded.Course(cell).Set(day, sum)
			}
			loaded.Lines(day, len(lines))
			for _, u := range lines {
				loaded.Latest(u.At)
			}
		}
		at := drawMoment(t)
		got, err := loaded.Standing(plan, at, whole)
		if err != nil {
			t.Fatal(err)
		}
		if want, err := whole.Standing(plan, at); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("loaded:\n%+v\nwant\n%+v (%v)", got, want, err)
		}
	})
}
