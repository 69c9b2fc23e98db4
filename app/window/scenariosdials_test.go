package window

import (
	"math"
	"testing"

	"muster/campaign"
)

// TestMoreAWeekCanBeTried: what the closer look says would do, does.
func TestMoreAWeekCanBeTried(t *testing.T) {
	_, s := onScenarios(t, usual, seeClimbing)
	basis, plan, zone := s.trial.of.Basis, s.trial.of.Outcomes[0], s.trial.of.Zone
	way, ok := basis.Seek(plan, plan.Thresholds[0], 0.8)
	if !ok || way.PerWeek == 0 {
		t.Fatalf("nothing is said to do for %+v", plan.Thresholds[0])
	}
	s.try(withWeekly(campaign.Scenario{}, way.PerWeek, campaign.DayOf(basis.AsOf, zone), campaign.DayOf(plan.Thresholds[0].By, zone)))
	tried := basis.Outcome(s.trial.scenario())
	if got := tried.Thresholds[0].Chance; got < 0.8 || got > 0.95 { // a day that has begun is counted whole
		t.Errorf("%v more a week give a chance of %v", way.PerWeek, got)
	}
	if l := s.trial.levers; math.Abs(l.weekly/way.PerWeek-1) > 0.01 {
		t.Errorf("the slider stands at %v, not %v", l.weekly, way.PerWeek)
	}
	s.trial.dials.groups[3][0].slider.SetValue(0)
	if s.trial.tries() {
		t.Errorf("taken back it still changes %+v", s.trial.scenario())
	}
}
