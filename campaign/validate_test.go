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
	c.Confidence, c.Event.Came, c.WalkOns = 0.9, 700, campaign.Range{Likely: 5000, High: 20_000}
	c.Tiers[0] = campaign.Tier{Name: "Committed", JoinsAt: 100_000, Valid: 0.89, Show: campaign.Range{Low: 0.35, Likely: 0.5, High: 0.65}, Came: 600}
	c.Tracks = []string{"Awaken", "Ready to enact"}
	c.Measures[0].Track = "Ready to enact"
	c.Thresholds = append(c.Thresholds,
		campaign.Threshold{Name: "There", Figure: campaign.FigureTurnout, Target: 50_000, Track: "Awaken"},
		campaign.Threshold{Name: "Share", Figure: campaign.FigureShare, Target: 0.035},
		campaign.Threshold{Name: "Everywhere", Figure: campaign.FigurePledges, Target: 10, Regions: campaign.RegionCondition{AtLeast: 7, Each: "target"}})
	c.Moments = []campaign.Moment{{Date: 1500, Kind: campaign.Evidence, Track: "Awaken", Title: "A report", Link: "https://example.org/report"}}
	c.Activities = []campaign.Activity{{Name: "Book fair", Date: 1600, Until: 1601, Owner: "outreach", Source: "stall", Track: "Awaken", Cost: 200, Expect: campaign.Range{Low: 50, Likely: 120, High: 200}}}
	c.RulesOfThumb = []campaign.RuleOfThumb{{Name: campaign.RuleSeats, Value: 50, Source: "the company we hire"}, {Name: campaign.RuleByCoach, Value: 0}}
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
		{func(c *plan) { c.Population.Count = 0; c.Thresholds = nil }, "population.count", "above 0"},
		{func(c *plan) { c.Population.Year = 24 }, "population.year", "between 1900 and"},
		{func(c *plan) { c.Tiers[1].Name = " committed " }, "tiers[1].name", "two of the name"},
		{func(c *plan) { c.Regions[1].Name = "" }, "regions[1].name", "needs a name"},
		{func(c *plan) { c.Regions[1].Population = -1 }, "regions[1].population", "between 0 and"},
		{func(c *plan) { c.Regions[1].Target = -1 }, "regions[1].target", "between 0 and"},
		{func(c *plan) { c.Sources = append(c.Sources, "WEBSITE") }, "sources[2]", "two of the name"},
		{func(c *plan) { c.Measures = append(c.Measures, campaign.Measure{Name: "pledges"}) }, "measures[1].name", "already counts pledges"},
		{func(c *plan) { c.Measures[0].OutOf = -1 }, "measures[0].out_of", "between 0 and"},
		{func(c *plan) { c.Thresholds[1].Name = "first" }, "thresholds[1].name", "two of the name"},
		{func(c *plan) { c.Thresholds[1].Target = 0 }, "thresholds[1].target", "above 0"},
		{func(c *plan) { c.Thresholds[1].Target = -1 }, "thresholds[1].target", "above 0"},
		{func(c *plan) { c.Thresholds[1].Target = math.NaN() }, "thresholds[1].target", "above 0"},
		{func(c *plan) { c.Thresholds[1].Target = math.Inf(1) }, "thresholds[1].target", "at most"},
		{func(c *plan) { c.Thresholds[1].Figure = "senators" }, "thresholds[1].figure", "no figure"},
		{func(c *plan) { c.Thresholds[0].Deadline = c.Opens }, "thresholds[0].deadline", "not after the opening day"},
		{func(c *plan) { c.Event.Came = -1 }, "event.came", "between 0 and"},
		{func(c *plan) { c.Confidence = 1 }, "confidence", "between 0 and 1"},
		{func(c *plan) { c.Confidence = math.NaN() }, "confidence", "between 0 and 1"},
		{func(c *plan) { c.WalkOns.Low = 6000 }, "walk_ons", "must rise"},
		{func(c *plan) { c.WalkOns.Low = -1 }, "walk_ons", "between 0"},
		{func(c *plan) { c.Tiers[0].JoinsAt = -1 }, "tiers[0].joins_at", "between 0"},
		{func(c *plan) { c.Tiers[0].Valid = 1.1 }, "tiers[0].valid", "between 0 and 1"},
		{func(c *plan) { c.Tiers[0].Show.High = 1.1 }, "tiers[0].show", "between 0 and 1"},
		{func(c *plan) { c.Tiers[0].Show.Likely = math.NaN() }, "tiers[0].show", "must rise"},
		{func(c *plan) { c.Tiers[0].Came = -1 }, "tiers[0].came", "between 0"},
		{func(c *plan) { c.Tracks[1] = "awaken"; c.Measures[0].Track = "" }, "tracks[1]", "two of the name"},
		{func(c *plan) { c.Measures[0].Track = "Nowhere" }, "measures[0].track", "Awaken, Ready to enact"},
		{func(c *plan) { c.Measures = append(c.Measures, campaign.Measure{Name: "Turnout"}) }, "measures[1].name", "another name"},
		{func(c *plan) { c.Thresholds[4].Track = "Nowhere" }, "thresholds[4].track", "no track"},
		{func(c *plan) { c.Thresholds[5].Target = 3.5 }, "thresholds[5].target", "fraction"},
		{func(c *plan) { c.Population = campaign.Population{} }, "thresholds[5].figure", "needs a population"},
		{func(c *plan) { c.Thresholds[3].Target = 101 }, "thresholds[3].target", "there are only 100"},
		{func(c *plan) { c.Thresholds[6].Regions.AtLeast = -1 }, "thresholds[6].regions.at_least", "say how many"},
		{func(c *plan) { c.Thresholds[6].Regions.AtLeast = 0 }, "thresholds[6].regions.at_least", "say how many"},
		{func(c *plan) { c.Thresholds[6].Regions.Each = "half" }, "thresholds[6].regions.each", "not known"},
		{func(c *plan) { c.Moments[0].Date = 0 }, "moments[0].date", "needs a date"},
		{func(c *plan) { c.Moments[0].Kind = "rumour" }, "moments[0].kind", "evidence, argument, news or ours"},
		{func(c *plan) { c.Moments[0].Title = "" }, "moments[0].title", "needs a name"},
		{func(c *plan) { c.Moments[0].Track = "Nowhere" }, "moments[0].track", "no track"},
		{func(c *plan) { c.Activities[0].Name = "" }, "activities[0].name", "needs a name"},
		{func(c *plan) { c.Activities[0].Date = 0 }, "activities[0].date", "needs a date"},
		{func(c *plan) { c.Activities[0].Until = 1599 }, "activities[0].until", "before the first"},
		{func(c *plan) { c.Activities[0].Source = "stalls" }, "activities[0].source", "website, stall"},
		{func(c *plan) { c.Activities[0].Track = "Nowhere" }, "activities[0].track", "no track"},
		{func(c *plan) { c.Activities[0].Cost = math.Inf(1) }, "activities[0].cost", "0 or more"},
		{func(c *plan) { c.Activities[0].Expect.High = 60 }, "activities[0].expect", "must rise"},
		{func(c *plan) { c.RulesOfThumb[0].Name = "Seats" }, "rules_of_thumb[0].name", "no rule of thumb"},
		{func(c *plan) { c.RulesOfThumb[0].Value = 0 }, "rules_of_thumb[0].value", "above 0"},
		{func(c *plan) { c.RulesOfThumb[1].Value = 1.5 }, "rules_of_thumb[1].value", "between 0 and 1"},
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
		if len(problems) != 1 || problems[0].Path != c.path || !strings.Contains(problems.At(c.path).String(), c.says) {
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
	if got := problems.At("ask").String(); got != "" {
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
