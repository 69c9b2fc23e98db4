package campaign

import (
	"math"
	"testing"
)

// TestApproximationIsNear holds the formulas against the simulation.
func TestApproximationIsNear(t *testing.T) {
	for name, c := range map[string]Campaign{
		"defaults":     {Need: 50_000},
		"two tiers":    {Need: 40_000, Tiers: []Tier{{Name: "firm", Valid: 0.95, Show: Range{0.5, 0.6, 0.75}}, {Name: "loose", Show: Range{0.1, 0.2, 0.35}}}},
		"walk-ons":     {Need: 60_000, WalkOns: Range{2000, 5000, 9000}},
		"easy":         {Need: 20_000, Confidence: 0.95},
		"hardly known": {Need: 45_000, Tiers: []Tier{{Name: "firm", Show: Range{0.2, 0.5, 0.8}}}},
	} {
		turnout := c.Turnout([]Total{{"firm", 70_000}, {"loose", 50_000}})
		a := turnout.Approximation()
		near := func(what string, got, want, within float64) {
			if math.Abs(got-want) > within {
				t.Errorf("%s: %s is about %v, simulated %v", name, what, got, want)
			}
		}
		near("low", a.Low, turnout.Expected.P10, 0.03*turnout.Likely)
		near("high", a.High, turnout.Expected.P90, 0.03*turnout.Likely)
		near("chance", a.Chance, turnout.Chance, 0.04)
		near("needed", a.Needed, float64(turnout.Needed), 0.1*float64(turnout.Needed))
		low, high := turnout.Extremes()
		if !a.Possible || low > a.Low || high < a.High {
			t.Errorf("%s: %+v, the extremes %v and %v", name, a, low, high)
		}
	}
}

// TestNeededAtLikely: so many pledges bring the need about, one fewer do not.
func TestNeededAtLikely(t *testing.T) {
	c := Campaign{Need: 10_001, WalkOns: Range{0, 100, 300}, Tiers: []Tier{{Name: "firm", Show: Range{0.5, 0.7, 0.9}}}}
	needed, ok := c.Turnout([]Total{{"firm", 300}}).NeededAtLikely()
	if !ok {
		t.Fatal("it is not known")
	}
	enough, fewer := c.Turnout([]Total{{"firm", int64(needed)}}), c.Turnout([]Total{{"firm", int64(needed) - 1}})
	if enough.Likely < 10_001 || fewer.Likely >= 10_001 {
		t.Errorf("%v pledges bring %v, one fewer %v", needed, enough.Likely, fewer.Likely)
	}
	for name, unknown := range map[string]Campaign{"no need": {}, "conditions": {Need: 5, Tiers: []Tier{{Name: "firm", JoinsAt: 10}}}} {
		if n, ok := unknown.Turnout([]Total{{"firm", 300}}).NeededAtLikely(); ok {
			t.Errorf("%s: %v", name, n)
		}
	}
	if _, ok := (Campaign{Need: 5}).Turnout(nil).NeededAtLikely(); ok {
		t.Error("without pledges there is no mix")
	}
}

// TestApproximationOfLittle: nothing divides by what is not there.
func TestApproximationOfLittle(t *testing.T) {
	if a := (Campaign{}).Turnout(nil).Approximation(); a != (Approximation{}) {
		t.Errorf("of nothing: %+v", a)
	}
	walked := Campaign{Need: 100, WalkOns: Range{500, 600, 700}}.Turnout([]Total{{"", 3}}).Approximation()
	if !walked.Possible || walked.Needed != 0 || walked.Chance < 0.999 {
		t.Errorf("walk-ons that are enough: %+v", walked)
	}
	if a := (Campaign{Need: 5}).Turnout(nil).Approximation(); a.Chance != 0 || a.Possible {
		t.Errorf("without pledges: %+v", a)
	}
}
