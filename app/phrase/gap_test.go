package phrase

import (
	"testing"

	"muster/campaign"
)

// of returns a standing without a condition on regions.
func of(figure string, value, target float64) campaign.ThresholdStanding {
	return campaign.ThresholdStanding{
		Threshold: campaign.Threshold{Name: "T", Figure: figure, Target: target},
		Value:     value, Progress: value / target, Held: value >= target, Gap: campaign.GapBetween(value, target),
	}
}

func inRegions(t campaign.ThresholdStanding, held, want int) campaign.ThresholdStanding {
	t.Regions, t.RegionsHeld = campaign.RegionCondition{AtLeast: want}, held
	t.Held = t.Held && held >= want
	return t
}

func TestHeadline(t *testing.T) {
	for _, c := range []struct {
		t    campaign.ThresholdStanding
		want string
	}{
		{of("pledges", 1000, 100_000), "1,000 of 100,000 pledges. 99,000 short: 2.0 orders of magnitude, 6.6 doublings."},
		{of("pledges", 0, 10), "0 of 10 pledges. 10 short."},
		{of("pledges", 25, 10), "25 of 10 pledges. Reached: 2.5 times the target."},
		{of("turnout", 445.4, 100_000), "445 of 100,000 people likely to come. 99,555 people short: 2.4 orders of magnitude, 7.8 doublings."},
		{of("share", 0.0014, 0.035), "0.14% of the population has pledged, of 3.5%. 3.4 percentage points short: 1.4 orders of magnitude, 4.6 doublings."},
		{of("Proposed in the UN", 0, 1), "Proposed in the UN: 0 of 1. 1 short."},
		{inRegions(of("pledges", 1_068_793, 1e6), 5, 7), "1,068,793 of 1,000,000 pledges. Enough in all, with 5 of 7 regions at their target."},
		{inRegions(of("pledges", 1_068_793, 1e6), 8, 7), "1,068,793 of 1,000,000 pledges. Reached: 107% of the target, 8 regions at their target."},
		{inRegions(of("pledges", 100_000, 1e6), 1, 7), "100,000 of 1,000,000 pledges. 900,000 short: 1.0 orders of magnitude, 3.3 doublings; 1 of 7 regions at their target."},
		{inRegions(of("pledges", 867_946, 1e6), 9, 7), "867,946 of 1,000,000 pledges. 132,054 short: 0.1 orders of magnitude, 0.2 doublings."},
	} {
		if got := Headline(c.t); got != c.want {
			t.Errorf("%q\nwant %q", got, c.want)
		}
	}
}

func TestMissingRegions(t *testing.T) {
	th := campaign.ThresholdStanding{RegionTotals: []campaign.RegionTotal{
		{Region: campaign.Region{Name: "Ohio", Target: 100}, Total: 10},
		{Region: campaign.Region{Name: "Iowa", Target: 10}, Total: 9},
		{Region: campaign.Region{Name: "Utah", Target: 10}, Total: 10, Held: true},
	}}
	if got := MissingRegions(th); len(got) != 2 || got[0].Name != "Iowa" || got[1].Name != "Ohio" {
		t.Errorf("%+v", got)
	}
}

func TestPlanned(t *testing.T) {
	for _, c := range []struct {
		p    campaign.Planned
		want string
	}{
		{campaign.Planned{}, ""},
		{campaign.Planned{Activities: 1, Short: 100, Left: 100}, "Still planned: 1 activity. What to expect of that is not filled in yet."},
		{campaign.Planned{Activities: 1, Expect: campaign.Quantiles{P10: 50, P50: 120, P90: 200}, Cost: 200, Short: 98_960, Left: 98_840},
			"Still planned: 1 activity, expected to bring 50 to 200 pledges (8 in 10) at a cost of 200; of the 98,960 that are missing, 98,840 would be left."},
		{campaign.Planned{Activities: 2, Expect: campaign.Quantiles{P10: 50, P50: 120, P90: 200}, Short: 100},
			"Still planned: 2 activities, expected to bring 50 to 200 pledges (8 in 10); that would close the gap of 100."},
		{campaign.Planned{Activities: 2, Expect: campaign.Quantiles{P10: 50, P50: 120, P90: 200}},
			"Still planned: 2 activities, expected to bring 50 to 200 pledges (8 in 10)."},
	} {
		if got := Planned(c.p); got != c.want {
			t.Errorf("%q\nwant %q", got, c.want)
		}
	}
}

func TestDayNeeds(t *testing.T) {
	words := map[string]string{}
	for _, n := range DayNeeds(campaign.Campaign{}.DayNeeds(100_000)) {
		words[n.Name] = n.Amount
		if len(n.Rules) == 0 || n.Rules[0].Source == "" {
			t.Errorf("%s rests on nothing", n.Name)
		}
	}
	for name, want := range map[string]string{
		campaign.RuleDense: "450,000 sq ft, 10.3 acres (42,000 sq m)", "Time to pass a point": "61 minutes", "Marshals": "2,000", "Urinals": "334",
	} {
		if words[name] != want {
			t.Errorf("%s: %q, want %q", name, words[name], want)
		}
	}
	if got := amount(campaign.DayNeed{Amount: 150, Unit: "minutes"}); got != "2.5 hours" {
		t.Errorf("%q", got)
	}
}

func TestAssumptionsNameWhatIsNotSet(t *testing.T) {
	open := campaign.Campaign{Need: 10, Tiers: []campaign.Tier{{Name: "Firm"}, {Name: "Loose", Show: campaign.Range{High: 0.1}}}}
	var names []string
	for _, a := range Assumptions(open.Turnout(nil)) {
		names = append(names, a.Name())
		if a.Source == "" || a.Value == "" {
			t.Errorf("%+v", a)
		}
	}
	want := []string{"Valid part of Firm, Loose", "Show rate of Firm", "Walk-ons", "Confidence"}
	for i := range max(len(names), len(want)) {
		if i >= len(names) || i >= len(want) || names[i] != want[i] {
			t.Fatalf("%q, want %q", names, want)
		}
	}
	set := campaign.Campaign{Confidence: 0.8, WalkOns: campaign.Range{High: 1}, Tiers: []campaign.Tier{{Name: "Firm", Valid: 1, Show: campaign.Range{High: 1}}}}
	if got := Assumptions(set.Turnout(nil)); len(got) > 0 {
		t.Errorf("%+v", got)
	}
	if got := Rates(campaign.Range{Low: 0.35, Likely: 0.5, High: 0.65}); got != "35–50–65%" {
		t.Error(got)
	}
}
