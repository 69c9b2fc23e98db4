package campaign_test

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"muster/campaign"
)

// cascade works out pairs of a number that is joined at and so many pledges.
func cascade(pairs ...int64) campaign.Cascade {
	var plan campaign.Campaign
	var totals []campaign.Total
	for i := 0; i < len(pairs); i += 2 {
		name := string(rune('a' + i/2))
		plan.Tiers = append(plan.Tiers, campaign.Tier{Name: name, JoinsAt: pairs[i]})
		totals = append(totals, campaign.Total{Name: name, Total: pairs[i+1]})
	}
	return plan.Cascade(totals)
}

func TestCascade(t *testing.T) {
	for _, c := range []struct {
		name           string
		pairs          []int64
		start, trusted int64
		tips           int64 // 0 for nothing to tip
	}{
		{"nobody", nil, 0, 0, 0},
		{"no conditions", []int64{0, 500}, 500, 500, 0},
		{"a thousand that join at a hundred thousand", []int64{100_000, 1000}, 0, 0, 100_000},
		{"a hundred thousand that do", []int64{100_000, 100_000}, 0, 100_000, 100_000},
		{"a spark", []int64{0, 100, 100, 400, 500, 9500}, 10_000, 10_000, 0},
		{"no spark", []int64{0, 99, 100, 400, 500, 9500}, 99, 9999, 1},
		{"a gap further up", []int64{0, 100, 100, 300, 500, 9500}, 400, 9900, 100},
		{"stuck, and trust does not help", []int64{0, 100, 1000, 50}, 100, 100, 900},
		{"trust helps a part of the way", []int64{200, 200, 5000, 100}, 0, 200, 200},
	} {
		got := cascade(c.pairs...)
		if got.Start != c.start || got.Trusted != c.trusted {
			t.Errorf("%s: from %d to %d, want from %d to %d", c.name, got.Start, got.Trusted, c.start, c.trusted)
		}
		if tips, some := got.Tips(); tips != c.tips || some != (c.tips > 0) {
			t.Errorf("%s: tips with %d (%v), want %d", c.name, tips, some, c.tips)
		}
	}
}

// Conditional pledges that do not come about bring nobody.
func TestTurnoutOfUnmetConditions(t *testing.T) {
	plan, pledges := oneTier(campaign.Tier{JoinsAt: 100_000}, 1000)
	plan.Need = 100
	got := plan.Turnout(pledges)
	if got.Expected != (campaign.Quantiles{}) || got.Chance != 0 || got.Likely != 0 || got.Tiers[0].Counted != 0 {
		t.Errorf("expected %+v, chance %v, counted %d", got.Expected, got.Chance, got.Tiers[0].Counted)
	}
	if !got.Possible || got.Needed != 100_000 {
		t.Errorf("needs %d (%v): a hundred people are sure only once all hundred thousand pledged", got.Needed, got.Possible)
	}
}

// Both ends are what iterating from nobody and from everybody comes to, and
// the unconditional pledges that each step lacks are what brings it about.
func TestCascadeAgreesWithIteration(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pairs := rapid.SliceOfN(rapid.Int64Range(0, 30), 0, 12).Draw(t, "pairs")
		pairs = pairs[:len(pairs)/2*2]
		c := cascade(pairs...)
		if start, trusted := iterate(pairs, 0, 0), iterate(pairs, 0, 1000); c.Start != start || c.Trusted != trusted {
			t.Errorf("from %d to %d, want from %d to %d", c.Start, c.Trusted, start, trusted)
		}
		for more := range int64(40) {
			if got, want := c.StartWith(more), iterate(pairs, more, 0); got != want {
				t.Errorf("with %d more it comes to %d, want %d", more, got, want)
			}
			for _, s := range c.Steps {
				if got, want := s.FromStart <= more, iterate(pairs, more, 0) >= s.JoinsAt; got != want {
					t.Errorf("%d more bring about %+v from the start: %v, want %v", more, s, got, want)
				}
				if got, want := s.IfTrusted <= more, iterate(pairs, more, 1000) >= s.JoinsAt; got != want {
					t.Errorf("%d more bring about %+v by trust: %v, want %v", more, s, got, want)
				}
			}
		}
	})
}

// iterate asks over and over who would come if so many are expected.
func iterate(pairs []int64, more, expected int64) int64 {
	for {
		come := more
		for i := 0; i < len(pairs); i += 2 {
			if pairs[i] <= expected {
				come += pairs[i+1]
			}
		}
		if come == expected {
			return come
		}
		expected = come
	}
}

func TestCascadeCurve(t *testing.T) {
	got := cascade(0, 100, 300, 200, 1000, 500).Curve()
	want := []campaign.Point{{X: 0, Y: 100}, {X: 300, Y: 100}, {X: 300, Y: 300}, {X: 1000, Y: 300}, {X: 1000, Y: 800}, {X: 1100, Y: 800}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
