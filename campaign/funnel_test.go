package campaign

import (
	"math"
	"testing"
)

func TestFunnel(t *testing.T) {
	c := Campaign{
		WalkOns: Range{0, 500, 1000},
		Tiers: []Tier{
			{Name: "Committed", Valid: 0.9, Show: Range{0.3, 0.5, 0.7}},
			{Name: "Waiting", JoinsAt: 50_000, Valid: 1, Show: Range{0.3, 0.5, 0.7}},
			{Name: "Informed", Valid: 0.5, Show: Range{0.05, 0.1, 0.2}},
		},
	}
	stages := c.Turnout([]Total{{"Committed", 1000}, {"Waiting", 3000}, {"Informed", 2000}}).Funnel()
	for i, want := range []struct {
		name   StageName
		total  float64
		byTier [3]float64
	}{
		{StagePledged, 6000, [3]float64{1000, 3000, 2000}},
		{StageJoining, 3000, [3]float64{1000, 0, 2000}},
		{StageValid, 1900, [3]float64{900, 0, 1000}},
		{StageExpected, 1050, [3]float64{450, 0, 100}}, // with 500 walk-ons
	} {
		got := stages[i]
		if got.Name != want.name || math.Abs(got.Total-want.total) > 1e-6 {
			t.Errorf("stage %d: %s of %v, want %s of %v", i, got.Name, got.Total, want.name, want.total)
		}
		for j := range want.byTier {
			if math.Abs(got.ByTier[j]-want.byTier[j]) > 1e-6 {
				t.Errorf("%s in tier %d: %v, want %v", got.Name, j, got.ByTier[j], want.byTier[j])
			}
		}
	}
	if informed, ok := c.Informed(); !ok || informed.Name != "Informed" {
		t.Errorf("the informed tier is %q", informed.Name)
	}
	c.Tiers = c.Tiers[:1]
	if stages := c.Turnout([]Total{{"Committed", 1000}}).Funnel(); len(stages) != 3 || stages[1].Name != StageValid {
		t.Errorf("without a condition there are %v", stages)
	}
	if _, ok := c.Informed(); ok {
		t.Error("the only tier is no informed one")
	}
}
