package campaign_test

import (
	"fmt"
	"math"
	"reflect"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"

	"muster/campaign"
)

// oneTier is a plan whose only tier is given, and that many pledges in it.
func oneTier(tier campaign.Tier, pledges int64) (campaign.Campaign, []campaign.Total) {
	tier.Name = "Committed"
	return campaign.Campaign{Name: "March", Tiers: []campaign.Tier{tier}}, []campaign.Total{{Name: "Committed", Total: pledges}}
}

func within(t *testing.T, what string, got, want, part float64) {
	t.Helper()
	if !(math.Abs(got-want) <= part*math.Abs(want)) {
		t.Errorf("%s: %v, want %v within %v%%", what, got, want, 100*part)
	}
}

// The three percentiles are met, and turned round they say how many pledges it
// takes: 100,000 people at a rate of 0.3, nine times out of ten.
func TestTurnoutOfOneTier(t *testing.T) {
	plan, pledges := oneTier(campaign.Tier{Valid: 1, Show: campaign.Range{Low: 0.3, Likely: 0.5, High: 0.6}}, 100_000)
	plan.Need, plan.Confidence = 100_000, 0.9
	got := plan.Turnout(pledges)
	within(t, "p10", got.Expected.P10, 30_000, 0.01)
	within(t, "p50", got.Expected.P50, 50_000, 0.01)
	within(t, "p90", got.Expected.P90, 60_000, 0.01)
	within(t, "pledges needed", float64(got.Needed), 333_333, 0.01)
	if got.Chance != 0 || !got.Possible || got.Likely != 50_000 || got.Pledges != 100_000 {
		t.Errorf("chance %v, possible %v, likely %v of %d", got.Chance, got.Possible, got.Likely, got.Pledges)
	}
}

func TestTurnoutOfAnyRange(t *testing.T) {
	for _, show := range []campaign.Range{
		{Low: 0.02, Likely: 0.05, High: 0.15}, {Low: 0.35, Likely: 0.5, High: 0.65}, {Low: 0.5, Likely: 0.9, High: 0.95},
		{Low: 0.1, Likely: 0.1, High: 0.4}, {Low: 0.2, Likely: 0.7, High: 0.7}, {Low: 0.4, Likely: 0.4, High: 0.4}, {Low: 0.3, Likely: 0.6, High: 1},
	} {
		plan, pledges := oneTier(campaign.Tier{Valid: 0.8, Show: show}, 1_000_000)
		got := plan.Turnout(pledges).Expected
		within(t, fmt.Sprint("p10 of ", show), got.P10, 800_000*show.Low, 0.01)
		within(t, fmt.Sprint("p50 of ", show), got.P50, 800_000*show.Likely, 0.01)
		within(t, fmt.Sprint("p90 of ", show), got.P90, 800_000*show.High, 0.01)
	}
}

func TestWalkOnsAlone(t *testing.T) {
	for _, w := range []campaign.Range{{Low: 0, Likely: 5000, High: 20_000}, {Low: 2000, Likely: 5000, High: 20_000}, {Low: 7, Likely: 7, High: 7}} {
		plan := campaign.Campaign{Name: "March", WalkOns: w, Need: 6000}
		got := plan.Turnout(nil)
		within(t, "p10", got.Expected.P10, w.Low, 0.01)
		within(t, "p50", got.Expected.P50, w.Likely, 0.01)
		within(t, "p90", got.Expected.P90, w.High, 0.01)
		if got.WalkOnsDefault || got.Likely != w.Likely {
			t.Errorf("walk-ons by default: %v, likely %v", got.WalkOnsDefault, got.Likely)
		}
	}
}

// With a certain rate what is left is the binomial distribution, also of few.
func TestEachPersonComesOrNot(t *testing.T) {
	for _, c := range []struct {
		pledges, need int64
		rate          float64
	}{{1000, 500, 0.5}, {1000, 520, 0.5}, {100, 5, 0.05}, {100, 8, 0.05}, {30, 25, 0.9}, {12, 6, 0.4}, {10, 1, 0.05}, {3, 3, 0.5}, {1, 1, 0.3}} {
		plan, pledges := oneTier(campaign.Tier{Valid: 1, Show: campaign.Range{Low: c.rate, Likely: c.rate, High: c.rate}}, c.pledges)
		plan.Need = c.need
		exact := distuv.Binomial{N: float64(c.pledges), P: c.rate}
		if got, want := plan.Turnout(pledges).Chance, 1-exact.CDF(float64(c.need)-1); math.Abs(got-want) > 0.025 {
			t.Errorf("%d of %d at %v: a chance of %.3f, want %.3f", c.need, c.pledges, c.rate, got, want)
		}
	}
}

// The number of pledges needed is the least that gives the confidence: tried
// out, it does, and a little fewer do not.
func TestPledgesNeededAreEnoughAndNotMore(t *testing.T) {
	for _, c := range []struct {
		need, committedJoin, informedJoin, committed, informed int64
		confidence                                             float64
		walkOns                                                campaign.Range
	}{
		{100_000, 0, 0, 1000, 0, 0.9, campaign.Range{}},
		{100_000, 100_000, 100_000, 1000, 3000, 0.9, campaign.Range{Likely: 5000, High: 20_000}},
		{100_000, 0, 2000, 400_000, 100_000, 0.5, campaign.Range{}},
		{300, 500, 0, 40, 800, 0.8, campaign.Range{}},
		{300, 5000, 0, 400, 800, 0.99, campaign.Range{Likely: 20, High: 300}},
		{60, 0, 0, 300, 20, 0.9, campaign.Range{}},
	} {
		plan := campaign.Campaign{Name: "March", Need: c.need, Confidence: c.confidence, WalkOns: c.walkOns, Tiers: []campaign.Tier{
			{Name: "Committed", JoinsAt: c.committedJoin},
			{Name: "Keep me informed", JoinsAt: c.informedJoin, Show: campaign.Range{Low: 0.02, Likely: 0.05, High: 0.15}},
		}}
		with := func(times float64) campaign.Turnout {
			return plan.Turnout([]campaign.Total{
				{Name: "Committed", Total: int64(math.Ceil(times * float64(c.committed)))},
				{Name: "Keep me informed", Total: int64(math.Ceil(times * float64(c.informed)))},
			})
		}
		today := with(1)
		if enough := today.Needed <= today.Pledges; enough != (today.Chance >= plan.Confidence) || !today.Possible {
			t.Errorf("%+v: needs %d of %d, but the chance is %v", c, today.Needed, today.Pledges, today.Chance)
		}
		times := float64(today.Needed) / float64(today.Pledges)
		if got := with(times * 1.001); got.Chance < plan.Confidence-0.002 {
			t.Errorf("%+v: with %d pledges the chance is %v", c, today.Needed, got.Chance)
		}
		if got := with(times * 0.97); got.Pledges < today.Needed && got.Chance >= plan.Confidence {
			t.Errorf("%+v: with %d pledges, fewer than %d, the chance is %v", c, got.Pledges, today.Needed, got.Chance)
		}
	}
}

func TestTurnoutWithoutANeed(t *testing.T) {
	plan, pledges := oneTier(campaign.Tier{}, 1000)
	if got := plan.Turnout(pledges); got.Chance != 0 || got.Possible || got.Needed != 0 {
		t.Errorf("chance %v, needed %d (%v)", got.Chance, got.Needed, got.Possible)
	}
}

// Before the first pledge the first tier's assumptions say what it takes.
func TestPledgesNeededFromNothing(t *testing.T) {
	plan, _ := oneTier(campaign.Tier{Valid: 0.5, Show: campaign.Range{Low: 0.4, Likely: 0.5, High: 0.6}}, 0)
	plan.Need = 10_000
	within(t, "with a tier", float64(plan.Turnout(nil).Needed), 50_000, 0.01)
	plan.Tiers = nil
	within(t, "without", float64(plan.Turnout(nil).Needed), 10_000/0.89/0.35, 0.01)
	plan.WalkOns = campaign.Range{Low: 10_000, Likely: 10_000, High: 10_000}
	if got := plan.Turnout(nil); got.Needed != 0 || !got.Possible || got.Chance != 1 {
		t.Errorf("walk-ons meet the need alone: needed %d (%v), chance %v", got.Needed, got.Possible, got.Chance)
	}
}

func TestTiersOfATurnout(t *testing.T) {
	plan := campaign.Campaign{Name: "March", Tiers: []campaign.Tier{
		{Name: "Committed", Valid: 0.9}, {Name: "Keep me informed", Show: campaign.Range{Low: 0, Likely: 0.1, High: 0.2}},
	}}
	got := plan.Turnout([]campaign.Total{{Name: "committed", Total: 100}, {Name: "", Total: 10}, {Name: "Lukewarm", Total: 50}, {Name: "Keep me informed", Total: -5}})
	if got.Pledges != 160 || len(got.Tiers) != 3 {
		t.Fatalf("%d pledges in %d tiers, want 160 in 3", got.Pledges, len(got.Tiers))
	}
	first, second, third := got.Tiers[0], got.Tiers[1], got.Tiers[2]
	if first.Pledges != 110 || first.Valid != 0.9 || first.ValidDefault || !first.ShowDefault || first.Show != campaign.DefaultShow().Value {
		t.Errorf("pledges without a tier are the first one's: %+v", first)
	}
	if second.Pledges != 0 || !second.ValidDefault || second.ShowDefault {
		t.Errorf("a total below zero is none: %+v", second)
	}
	if third.Name != "Lukewarm" || third.Real != 50*0.89 || third.Likely != 50*0.89*0.5 || third.Counted != 50 {
		t.Errorf("a tier that the plan does not know: %+v", third)
	}
	if !got.ConfidenceDefault || got.Confidence != 0.9 || !got.WalkOnsDefault {
		t.Errorf("defaults are not marked: %+v", got)
	}
}

func TestTurnoutIsTheSameEveryTime(t *testing.T) {
	plan, totals := manyTiers(4)
	if a, b := plan.Turnout(totals), plan.Turnout(totals); !reflect.DeepEqual(a, b) {
		t.Errorf("%+v, then %+v", a, b)
	}
}

func TestHistogram(t *testing.T) {
	plan, pledges := oneTier(campaign.Tier{Valid: 1, Show: campaign.Range{Low: 0.3, Likely: 0.5, High: 0.6}}, 100_000)
	h := plan.Turnout(pledges).Histogram
	var sum, below float64
	for i, part := range h.Parts {
		sum += part
		if h.From+float64(i)*h.Width < 50_000 {
			below += part
		}
	}
	if math.Abs(sum-1) > 1e-9 || len(h.Parts) < 10 || len(h.Parts) > 60 {
		t.Errorf("%d parts that add up to %v", len(h.Parts), sum)
	}
	if math.Abs(below-0.5) > 0.05 {
		t.Errorf("%v of it lies below the median, want about half", below)
	}
	single := campaign.Campaign{Name: "March"}.Turnout(nil).Histogram
	if len(single.Parts) != 1 || math.Abs(single.Parts[0]-1) > 1e-9 {
		t.Errorf("nobody comes for sure: %+v", single)
	}
}

func manyTiers(n int) (campaign.Campaign, []campaign.Total) {
	plan := campaign.Campaign{Name: "March", Need: 100_000, WalkOns: campaign.Range{Likely: 5000, High: 20_000}}
	var totals []campaign.Total
	for i := range n {
		name := fmt.Sprint("tier ", i)
		plan.Tiers = append(plan.Tiers, campaign.Tier{Name: name, JoinsAt: int64(i) * 10_000})
		totals = append(totals, campaign.Total{Name: name, Total: int64(10_000 * (n - i))})
	}
	return plan, totals
}

func BenchmarkTurnoutOf10Tiers(b *testing.B) {
	plan, totals := manyTiers(10)
	for b.Loop() {
		plan.Turnout(totals)
	}
}

// TestTurnoutOfCorrections takes what was corrected without naming a tier off
// the first one, so that it is of as many pledges as there are.
func TestTurnoutOfCorrections(t *testing.T) {
	c := campaign.Campaign{Tiers: []campaign.Tier{{Name: "Committed"}, {Name: "Keep me informed"}}}
	got := c.Turnout([]campaign.Total{{Name: "Committed", Total: 100}, {Name: "Keep me informed", Total: 7}, {Total: -3}})
	if got.Pledges != 104 || got.Tiers[0].Pledges != 97 {
		t.Errorf("a turnout of %d pledges, %d of them committed", got.Pledges, got.Tiers[0].Pledges)
	}
	if got := c.Turnout([]campaign.Total{{Name: "Committed", Total: -3}, {Name: "Keep me informed", Total: 7}}); got.Pledges != 7 {
		t.Errorf("a turnout of %d pledges where a tier is below zero", got.Pledges)
	}
}
