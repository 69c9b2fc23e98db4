package campaign_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"muster/campaign"
)

func twoTiers() campaign.Campaign {
	return campaign.Campaign{Name: "March", Need: 5000,
		Tiers: []campaign.Tier{
			{Name: "Committed"},
			{Name: "If ten thousand do", JoinsAt: 10_000, Show: campaign.Range{Low: 0.02, Likely: 0.05, High: 0.15}},
		},
		WalkOns: campaign.Range{Low: 0, Likely: 100, High: 400},
	}
}

// TestTurnoutAheadOfToday: pledges that stay what they are bring the turnout
// that there is.
func TestTurnoutAheadOfToday(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := twoTiers()
		byTier := []campaign.Total{
			{Name: "Committed", Total: rapid.Int64Range(0, 20_000).Draw(t, "committed")},
			{Name: "If ten thousand do", Total: rapid.Int64Range(1, 20_000).Draw(t, "conditional")},
		}
		total := float64(byTier[0].Total + byTier[1].Total)
		now := plan.Turnout(byTier)
		ahead := plan.TurnoutAhead(byTier, []float64{total, total, total})
		for name, pair := range map[string][2]float64{
			"10%": {ahead.Expected.P10, now.Expected.P10},
			"50%": {ahead.Expected.P50, now.Expected.P50},
			"90%": {ahead.Expected.P90, now.Expected.P90},
		} {
			if math.Abs(pair[0]-pair[1]) > 1 {
				t.Fatalf("%s: %v people of today's pledges ahead, %v today", name, pair[0], pair[1])
			}
		}
		if math.Abs(ahead.Chance-now.Chance) > 0.001 {
			t.Fatalf("chance %v ahead, %v today", ahead.Chance, now.Chance)
		}
	})
}

// TestTurnoutAheadMix worked by hand: half of the futures double the pledges,
// so the conditional ones join there alone.
func TestTurnoutAheadMix(t *testing.T) {
	plan := campaign.Campaign{Name: "March", Need: 3000, Tiers: []campaign.Tier{
		{Name: "A", Valid: 1, Show: campaign.Range{Low: 0.5, Likely: 0.5, High: 0.5}},
		{Name: "B", Valid: 1, JoinsAt: 10_000, Show: campaign.Range{Low: 0.1, Likely: 0.1, High: 0.1}},
	}}
	byTier := []campaign.Total{{Name: "A", Total: 4000}, {Name: "B", Total: 2000}}
	got := plan.TurnoutAhead(byTier, []float64{6000, 12_000})
	// 4,000 of A bring 2,000; 8,000 of A and 4,000 of B bring 4,400.
	if math.Abs(got.Expected.P10-2000) > 60 || math.Abs(got.Expected.P90-4400) > 60 || math.Abs(got.Chance-0.5) > 0.001 {
		t.Errorf("got %+v, want about 2,000 and 4,400 people and a chance of a half", got)
	}
	none := plan.TurnoutAhead(nil, []float64{6000})
	if math.Abs(none.Expected.P50-3000) > 5 {
		t.Errorf("pledges to come of no tier bring %v, want about 3,000 of the first tier", none.Expected.P50)
	}
}

func TestSampleKeepsItsPercentiles(t *testing.T) {
	r := campaign.Range{Low: 100, Likely: 200, High: 600}
	values, again := r.Sample(1000, 7), r.Sample(1000, 7)
	var below [3]int
	for i, v := range values {
		if v != again[i] {
			t.Fatal("the same seed deals otherwise")
		}
		for k, limit := range []float64{r.Low, r.Likely, r.High} {
			if v < limit {
				below[k]++
			}
		}
	}
	if below != [3]int{100, 500, 900} {
		t.Errorf("%v of 1,000 values are below the 10th, 50th and 90th percentile", below)
	}
}

func BenchmarkTurnoutAhead(b *testing.B) {
	plan, totals := twoTiers(), campaign.Range{Low: 5000, Likely: 8000, High: 20_000}.Sample(1000, 1)
	byTier := []campaign.Total{{Name: "Committed", Total: 4000}, {Name: "If ten thousand do", Total: 1000}}
	for b.Loop() {
		plan.TurnoutAhead(byTier, totals)
	}
}

func BenchmarkTurnoutNow(b *testing.B) {
	plan := twoTiers()
	byTier := []campaign.Total{{Name: "Committed", Total: 4000}, {Name: "If ten thousand do", Total: 1000}}
	for b.Loop() {
		plan.Turnout(byTier)
	}
}
