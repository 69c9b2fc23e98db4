package campaign_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"muster/campaign"
)

// A plan with nothing wrong may say everything or nothing but its name.
func TestGoodPlans(t *testing.T) {
	for _, c := range []campaign.Campaign{{Name: "March"}, march(), whole()} {
		if err := c.Validate(); err != nil {
			t.Errorf("%s: %v", c.Name, err)
		}
	}
}

// whole is a plan that says everything.
func whole() campaign.Campaign {
	c := march()
	c.Ask, c.Opens, c.Deadline = "An agreement", 1000, 2000
	c.Event = campaign.Event{Date: 2050, Place: "Washington, DC"}
	c.Population = campaign.Population{Name: "Washington, DC", Count: 702_250, Year: 2024, Source: "US Census Bureau, Vintage 2024"}
	c.Tiers = []campaign.Tier{{Name: "Committed"}, {Name: "Keep me informed"}}
	c.Regions = []campaign.Region{{Name: "Ohio", Population: 11_883_304, Target: 3500}, {Name: "Iowa"}}
	c.Sources = []string{"website", "stall"}
	c.Thresholds[0].Deadline = 2000
	c.Marks = map[string]campaign.Mark{"need": {Kind: campaign.Derived, Ground: "a seventh of the city"}}
	return c
}

func TestRefusedPlans(t *testing.T) {
	type plan = campaign.Campaign
	for _, c := range []struct {
		spoil func(c *plan)
		path  string
		says  string
	}{
		{func(c *plan) { c.Name = " " }, "name", "needs a name"},
		{func(c *plan) { c.Name = strings.Repeat("x", 201) }, "name", "too long"},
		{func(c *plan) { c.Ask = "a\x00" }, "ask", "NUL"},
		{func(c *plan) { c.TimeZone = "America/Nowhere" }, "time_zone", "America/New_York"},
		{func(c *plan) { c.TimeZone = "Local" }, "time_zone", "not a known time zone"},
		{func(c *plan) { c.TimeZone = "../etc/passwd" }, "time_zone", "not a known time zone"},
		{func(c *plan) { c.Deadline = c.Opens }, "deadline", "not after the opening day"},
		{func(c *plan) { c.Event.Date = c.Opens - 1 }, "event.date", "before the opening day"},
		{func(c *plan) { c.Event.Place = "a\nb" }, "event.place", "control character"},
		{func(c *plan) { c.Need = -1 }, "need", "between 0 and"},
		{func(c *plan) { c.Need = campaign.MaxCount + 1 }, "need", "between 0 and"},
		{func(c *plan) { c.Population.Name = "" }, "population.name", "needs a name"},
		{func(c *plan) { c.Population.Count = 0 }, "population.count", "above 0"},
		{func(c *plan) { c.Population.Year = 24 }, "population.year", "between 1900 and"},
		{func(c *plan) { c.Tiers[1].Name = " committed " }, "tiers[1].name", "two of the name"},
		{func(c *plan) { c.Regions[1].Name = "" }, "regions[1].name", "needs a name"},
		{func(c *plan) { c.Regions[1].Population = -1 }, "regions[1].population", "between 0 and"},
		{func(c *plan) { c.Regions[1].Target = -1 }, "regions[1].target", "between 0 and"},
		{func(c *plan) { c.Sources[1] = "WEBSITE" }, "sources[1]", "two of the name"},
		{func(c *plan) { c.Measures = append(c.Measures, campaign.Measure{Name: "pledges"}) }, "measures[1].name", "already counts pledges"},
		{func(c *plan) { c.Measures[0].OutOf = -1 }, "measures[0].out_of", "between 0 and"},
		{func(c *plan) { c.Thresholds[1].Name = "first" }, "thresholds[1].name", "two of the name"},
		{func(c *plan) { c.Thresholds[1].Target = 0 }, "thresholds[1].target", "above 0"},
		{func(c *plan) { c.Thresholds[1].Target = -1 }, "thresholds[1].target", "above 0"},
		{func(c *plan) { c.Thresholds[1].Target = math.NaN() }, "thresholds[1].target", "above 0"},
		{func(c *plan) { c.Thresholds[1].Target = math.Inf(1) }, "thresholds[1].target", "at most"},
		{func(c *plan) { c.Thresholds[1].Figure = "senators" }, "thresholds[1].figure", "no figure"},
		{func(c *plan) { c.Thresholds[0].Deadline = c.Opens }, "thresholds[0].deadline", "not after the opening day"},
		{func(c *plan) { c.Marks["need"] = campaign.Mark{Kind: "known"} }, "marks.need", "stated, derived or assumed"},
	} {
		plan := whole()
		c.spoil(&plan)
		err := plan.Validate()
		var problems campaign.Problems
		if !errors.As(err, &problems) || !errors.Is(err, campaign.ErrInvalid) {
			t.Errorf("%s: %v, want Problems", c.path, err)
			continue
		}
		if len(problems) != 1 || problems[0].Path != c.path || !strings.Contains(problems.At(c.path), c.says) {
			t.Errorf("%s: %v, want one about %q", c.path, problems, c.says)
		}
	}
}

func TestAllProblemsAreTold(t *testing.T) {
	plan := whole()
	plan.Name, plan.Need = "", -1
	plan.Marks = map[string]campaign.Mark{"b": {}, "a": {}}
	var problems campaign.Problems
	if !errors.As(plan.Validate(), &problems) || len(problems) != 4 {
		t.Fatalf("%v, want four problems", problems)
	}
	if problems[2].Path != "marks.a" || problems[3].Path != "marks.b" {
		t.Errorf("marks are told as %v, want them in order", problems[2:])
	}
	if got, want := problems.Error(), "name: the campaign needs a name (and 3 more)"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := problems.At("ask"); got != "" {
		t.Errorf("nothing is wrong with the ask, got %q", got)
	}
}

func TestLocation(t *testing.T) {
	for zone, want := range map[string]string{"": "UTC", "Nowhere": "UTC", "Local": "UTC", "America/New_York": "America/New_York"} {
		if got := (campaign.Campaign{TimeZone: zone}).Location().String(); got != want {
			t.Errorf("%q is %s, want %s", zone, got, want)
		}
	}
}
