package phrase

import (
	"strings"
	"testing"

	"muster/campaign"
	"muster/campaign/scenario"
)

func TestChanges(t *testing.T) {
	r := campaign.Range{Low: 1000, Likely: 2000, High: 9000}
	got := strings.Join(Changes(campaign.Scenario{
		Place: "New York City", Need: 10_000, Deadline: campaign.NewDay(2027, 2, 1),
		Thresholds: []campaign.Aim{{Name: "On", Target: 10_000}},
		Tiers:      []campaign.Tier{{Name: "Committed", JoinsAt: 10_000, Show: campaign.Range{Low: 0.4, Likely: 0.5, High: 0.6}}},
		Growth:     campaign.Growth{Times: 1.5, From: campaign.NewDay(2027, 1, 1)},
		Moments:    []campaign.Push{{Name: "A film", Date: campaign.NewDay(2027, 1, 10), Expect: r}},
		Activities: []campaign.Push{{Name: "Fair"}},
		Ladder:     []campaign.Rung{{Name: "a first march", Reach: 5000, After: 60, Expect: r}},
		Brings:     campaign.Brings{Pledges: 0.2, After: 1},
	}), "\n")
	want := `in New York City
a need of 10,000
by 1 Feb 2027
On at 10,000
Committed from 10,000 pledges on
40–50–60% of Committed come
growth times 1.5 from 1 Jan 2027
A film on 10 Jan 2027 with 2,000 (1,000 to 9,000)
Fair
at 5,000 pledges a first march, which brings 2,000 (1,000 to 9,000)
each pledger brings 0.2 others after 1 day`
	if got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

// TestWays: what it takes is never said too low.
func TestWays(t *testing.T) {
	for _, c := range []struct {
		way          scenario.Way
		growth, week string
	}{
		{scenario.Way{Enough: true, HasGrowth: true, Growth: 1}, "enough as it is", ""},
		{scenario.Way{HasGrowth: true, Growth: 1.331, PerWeek: 23.2}, "growth times 1.34", "24 more a week"},
		{scenario.Way{HasGrowth: true, Growth: 250.2, PerWeek: 183_697.2}, "growth times 251", "184,000 more a week"},
		{scenario.Way{PerWeek: 7}, "no growth would do", "7 more a week"},
	} {
		if growth, week := WayGrowth(c.way), WayPerWeek(c.way); growth != c.growth || week != c.week {
			t.Errorf("%+v: %q, %q", c.way, growth, week)
		}
	}
}
