package campaign_test

import (
	"errors"
	"reflect"
	"testing"

	"muster/campaign"
)

func day(n int) campaign.Day { return campaign.NewDay(2027, 1, n) }

func planned() campaign.Campaign {
	return campaign.Campaign{
		Name: "March", Opens: day(1), Deadline: day(20), Need: 100,
		Tiers: []campaign.Tier{{Name: "Committed", JoinsAt: 100, Valid: 0.8}},
		Thresholds: []campaign.Threshold{
			{Name: "On", Figure: campaign.FigurePledges, Target: 100, Deadline: day(20)},
			{Name: "Half", Figure: campaign.FigurePledges, Target: 50, Deadline: day(10)},
		},
		Activities: []campaign.Activity{
			{Name: "Fair", Date: day(5), Source: "stall", Expect: campaign.Range{Low: 1, Likely: 2, High: 3}},
			{Name: "Market", Date: day(8), Source: "stall"},
		},
	}
}

func TestUnder(t *testing.T) {
	plan := planned()
	if got := plan.Under(campaign.Scenario{Name: "Same"}); !reflect.DeepEqual(got, plan) {
		t.Errorf("no change gives %+v", got)
	}
	got := plan.Under(campaign.Scenario{
		Place: "New York", Date: day(30), Need: 10, Deadline: day(25),
		Thresholds: []campaign.Aim{{Name: "half", Target: 5}, {Name: "First", Target: 7}},
		Tiers:      []campaign.Tier{{Name: "committed", JoinsAt: 10}, {Name: "Other", Valid: 0.5}},
	})
	want := planned()
	want.Event, want.Need, want.Deadline = campaign.Event{Place: "New York", Date: day(30)}, 10, day(25)
	want.Thresholds = []campaign.Threshold{
		{Name: "On", Figure: campaign.FigurePledges, Target: 100, Deadline: day(25)}, // as the campaign's
		{Name: "Half", Figure: campaign.FigurePledges, Target: 5, Deadline: day(10)}, // its own stays
		{Name: "First", Figure: campaign.FigurePledges, Target: 7},
	}
	want.Tiers = []campaign.Tier{{Name: "Committed", JoinsAt: 10, Valid: 0.8}, {Name: "Other", Valid: 0.5}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if !reflect.DeepEqual(plan, planned()) {
		t.Error("the plan itself was changed")
	}
}

func TestPushes(t *testing.T) {
	more := campaign.Range{Low: 4, Likely: 5, High: 6}
	got := planned().Pushes(campaign.Scenario{
		Moments:    []campaign.Push{{Name: "News", Date: day(3), Expect: more}},
		Activities: []campaign.Push{{Name: "fair"}, {Name: "Fair", Date: day(9), Expect: more}, {Name: "Stall", Date: day(6), Until: day(7), Expect: more}},
	})
	want := []campaign.Push{
		{Name: "News", Date: day(3), Until: day(3), Expect: more},
		{Name: "fair", Date: day(5), Until: day(7), Expect: campaign.Range{Low: 1, Likely: 2, High: 3}}, // the market begins
		{Name: "Fair", Date: day(9), Until: day(9), Expect: more},
		{Name: "Stall", Date: day(6), Until: day(7), Expect: more},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestScenariosAreChecked(t *testing.T) {
	some := campaign.Range{Likely: 1, High: 2}
	for path, s := range map[string]campaign.Scenario{
		"name":                 {},
		"need":                 {Name: "A", Need: -1},
		"deadline":             {Name: "A", Deadline: day(1)},
		"population.name":      {Name: "A", Population: campaign.Population{Count: 5}},
		"walk_ons":             {Name: "A", WalkOns: campaign.Range{Low: 2, Likely: 1, High: 3}},
		"tiers[0].show":        {Name: "A", Tiers: []campaign.Tier{{Name: "Committed", Show: campaign.Range{High: 2}}}},
		"thresholds[0].target": {Name: "A", Thresholds: []campaign.Aim{{Name: "Unheard of"}}},
		"thresholds[1].name":   {Name: "A", Thresholds: []campaign.Aim{{Name: "On", Target: 1}, {Name: "on", Target: 2}}},
		"growth.times":         {Name: "A", Growth: campaign.Growth{From: day(3)}},
		"moments[0].date":      {Name: "A", Moments: []campaign.Push{{Name: "News", Expect: some}}},
		"moments[0].expect":    {Name: "A", Moments: []campaign.Push{{Name: "News", Date: day(3)}}},
		"activities[0].date":   {Name: "A", Activities: []campaign.Push{{Name: "Unheard of"}}},
		"activities[0].until":  {Name: "A", Activities: []campaign.Push{{Name: "Stall", Date: day(3), Until: day(2), Expect: some}}},
		"ladder[0].reach":      {Name: "A", Ladder: []campaign.Rung{{Name: "First", After: 3}}},
		"ladder[0].after":      {Name: "A", Ladder: []campaign.Rung{{Name: "First", Reach: 3}}},
		"brings.pledges":       {Name: "A", Brings: campaign.Brings{After: 3, Pledges: 11}},
		"brings.after":         {Name: "A", Brings: campaign.Brings{Pledges: 0.2}},
	} {
		plan := planned()
		plan.Scenarios = []campaign.Scenario{s}
		var found campaign.Problems
		if err := plan.Validate(); !errors.As(err, &found) || len(found) != 1 || found[0].Path != "scenarios[0]."+path {
			t.Errorf("%s: %v", path, err)
		}
	}
	plan := planned()
	plan.Scenarios = []campaign.Scenario{{Name: "A", Activities: []campaign.Push{{Name: "Fair"}}, Growth: campaign.Growth{Times: 2}}, {Name: "B"}}
	if err := plan.Validate(); err != nil {
		t.Error(err)
	}
	if s, ok := plan.Scenario("b"); !ok || s.Name != "B" {
		t.Error("a scenario is not found by its name")
	}
}
