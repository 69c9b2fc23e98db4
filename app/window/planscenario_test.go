package window

import (
	"reflect"
	"testing"

	"muster/campaign"
)

// TestScenariosFollowNames renames the first threshold, removes the second and
// adds one: scenarios change the same thresholds as before.
func TestScenariosFollowNames(t *testing.T) {
	saved := campaign.Campaign{
		Tiers:      []campaign.Tier{{Name: "Committed"}},
		Thresholds: []campaign.Threshold{{Name: "On"}, {Name: "Half"}},
		Scenarios: []campaign.Scenario{
			{Name: "Smaller", Thresholds: []campaign.Aim{{Name: "on", Target: 5}, {Name: "Half", Target: 2}, {Name: "Its own", Target: 1}},
				Tiers: []campaign.Tier{{Name: "Committed", JoinsAt: 5}}},
			{Name: "Faster", Growth: campaign.Growth{Times: 2}},
		},
	}
	now := saved
	now.Tiers = []campaign.Tier{{Name: "Sure"}}
	now.Thresholds = []campaign.Threshold{{Name: "New"}, {Name: "The march is on"}}
	text := planText{rows: map[string][]int{listThresholds: {-1, 0}, listTiers: {0}}}
	text.carryScenarios(saved, &now)
	want := []campaign.Scenario{
		{Name: "Smaller", Thresholds: []campaign.Aim{{Name: "The march is on", Target: 5}, {Name: "Its own", Target: 1}},
			Tiers: []campaign.Tier{{Name: "Sure", JoinsAt: 5}}},
		{Name: "Faster", Growth: campaign.Growth{Times: 2}},
	}
	if !reflect.DeepEqual(now.Scenarios, want) {
		t.Errorf("got  %+v\nwant %+v", now.Scenarios, want)
	}
	if saved.Scenarios[0].Thresholds[0].Name != "on" {
		t.Error("the saved plan was changed")
	}
}
