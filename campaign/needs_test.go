package campaign_test

import (
	"math"
	"reflect"
	"testing"

	"muster/campaign"
)

// What a hundred thousand people need, worked out by hand.
func TestDayNeeds(t *testing.T) {
	type need struct{ name, unit string }
	want := map[need]float64{
		{campaign.RuleLight, "sq ft"}:       1_000_000,
		{campaign.RuleLight, "sq m"}:        92_903.04,
		{campaign.RuleDense, "sq ft"}:       450_000,
		{campaign.RuleDense, "sq m"}:        41_806.368,
		{campaign.RulePacked, "sq ft"}:      250_000,
		{campaign.RulePacked, "sq m"}:       23_225.76,
		{"Length of the column", "m"}:       100_000 / 30.5,
		{"Time to pass a point", "minutes"}: 100_000 / 30.5 / 0.9 / 60,
		{"Coaches", "coaches"}:              250,
		{"Marshals", "marshals"}:            2000,
		{"Toilets for women", "toilets"}:    500,
		{"Toilets for men", "toilets"}:      100,
		{"Urinals", "urinals"}:              334,
		{"Water points", "water points"}:    200,
		{"Drinking water", "litres"}:        200_000,
	}
	needs := campaign.Campaign{}.DayNeeds(100_000)
	if len(needs) != len(want) {
		t.Errorf("%d needs, want %d", len(needs), len(want))
	}
	for _, n := range needs {
		if amount, ok := want[need{n.Name, n.Unit}]; !ok || math.Abs(n.Amount-amount) > 1e-6*amount {
			t.Errorf("%s: %v %s, want %v", n.Name, n.Amount, n.Unit, amount)
		}
		if len(n.Rules) == 0 {
			t.Errorf("%s names no rule", n.Name)
		}
		for _, r := range n.Rules {
			if r.Source == "" || r.Unit == "" || r.Value <= 0 {
				t.Errorf("%s: the rule %+v lacks something", n.Name, r)
			}
		}
	}
}

func TestOwnRules(t *testing.T) {
	plan := campaign.Campaign{RulesOfThumb: []campaign.RuleOfThumb{{Name: "seats in a coach", Value: 50, Source: "the company we hire"}}}
	want := campaign.RuleOfThumb{Name: campaign.RuleSeats, Value: 50, Unit: "people", Source: "the company we hire"}
	rules, found := plan.Rules(), false
	for i, r := range rules {
		found = found || r == want
		if builtIn := campaign.BuiltInRules()[i]; r != want && r != builtIn {
			t.Errorf("%+v has changed to %+v", builtIn, r)
		}
	}
	if !found || len(rules) != len(campaign.BuiltInRules()) {
		t.Errorf("%+v is not among %v", want, rules)
	}
}

func TestCoaches(t *testing.T) {
	plan := campaign.Campaign{RulesOfThumb: []campaign.RuleOfThumb{{Name: campaign.RuleByCoach, Value: 1}, {Name: campaign.RuleSeats, Value: 50}}}
	got := plan.Coaches(1000, []campaign.Total{{Name: "Ohio", Total: 300}, {Name: "", Total: 99}, {Name: "Iowa", Total: 1}, {Name: "Utah", Total: -4}})
	if want := []campaign.Total{{Name: "Ohio", Total: 15}, {Name: "", Total: 5}, {Name: "Iowa", Total: 1}}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := plan.Coaches(1000, nil); got != nil {
		t.Errorf("no pledges, but coaches: %v", got)
	}
}

func TestCompare(t *testing.T) {
	got := campaign.Compare(100_000, campaign.Population{Name: "Washington, DC", Count: 702_250}, campaign.Population{Name: "United States", Count: 340_110_988}, campaign.Population{Name: "nowhere"})
	for i, want := range []struct {
		oneIn float64
		line  int64
	}{{7.0225, 24_579}, {3401.10988, 11_903_885}, {0, 0}} {
		oneIn, _ := got[i].Share.OneIn()
		if !near(oneIn, want.oneIn) || got[i].Line != want.line {
			t.Errorf("%s: one in %v, line at %d, want %v and %d", got[i].Population.Name, oneIn, got[i].Line, want.oneIn, want.line)
		}
	}
	if got := campaign.Compare(1, campaign.Population{Count: 1000})[0].Line; got != 35 {
		t.Errorf("3.5%% of 1,000 is %d", got)
	}
}

func TestPlanFor(t *testing.T) {
	for _, c := range []struct {
		need     int64
		expected float64
		want     float64
	}{{0, 445, 445}, {100_000, 445, 100_000}, {100, 445, 445}, {0, 0, 0}} {
		turnout := campaign.Turnout{Need: c.need, Expected: campaign.Quantiles{P50: c.expected}}
		if got := turnout.PlanFor(); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}
