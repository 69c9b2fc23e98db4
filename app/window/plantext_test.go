package window

import (
	"reflect"
	"strings"
	"testing"

	"muster/assets"
	"muster/campaign"
)

// wellFurnished is a plan with every kind of figure, and some that the screen
// shows rounded.
func wellFurnished() campaign.Campaign {
	c := climbing()
	c.Regions = []campaign.Region{{Name: "Ohio", Population: 11_883_304, Target: 5000}, {Name: "Maryland"}}
	c.Sources = []string{"stall", "website"}
	c.Tiers = []campaign.Tier{{Name: "Committed", JoinsAt: 1000}}
	c.Thresholds = append(c.Thresholds,
		campaign.Threshold{Name: "A share", Figure: campaign.FigureShare, Target: 0.0354321, Regions: campaign.RegionCondition{AtLeast: 1}},
		campaign.Threshold{Name: "Half", Figure: campaign.FigurePledges, Target: 1234.5678})
	return c
}

func TestPlanOutlivesItsText(t *testing.T) {
	march, _ := assets.FindExample("march", campaign.NewDay(2026, 11, 23))
	for name, c := range map[string]campaign.Campaign{
		"furnished": wellFurnished(), "example": march.Plan, "bare": {Name: "Library"}, "long": long(),
	} {
		got, problems := textOf(c).plan(c)
		if !reflect.DeepEqual(got, c) || len(problems) > 0 {
			t.Errorf("%s: %v\n got %+v\nwant %+v", name, problems, got, c)
		}
	}
}

func TestPlanTakesWhatIsTyped(t *testing.T) {
	for _, c := range []struct {
		path, text string
		want       func(campaign.Campaign) bool
	}{
		{"name", " The march ", func(c campaign.Campaign) bool { return c.Name == "The march" }},
		{"need", "120 000", func(c campaign.Campaign) bool { return c.Need == 120_000 }},
		{"need", "", func(c campaign.Campaign) bool { return c.Need == 0 }},
		{"deadline", "2027-06-01", func(c campaign.Campaign) bool { return c.Deadline == campaign.NewDay(2027, 6, 1) }},
		{"opens", "", func(c campaign.Campaign) bool { return !c.Opens.IsSet() }},
		{"population.year", "2025", func(c campaign.Campaign) bool { return c.Population.Year == 2025 }},
		{"regions[1].population", "6,180,253", func(c campaign.Campaign) bool {
			return c.Regions[1].Population == 6_180_253 && c.Regions[0].Target == 5000
		}},
		{"sources[0]", "fair", func(c campaign.Campaign) bool { return c.Sources[0] == "fair" }},
		{"thresholds[0].target", "90,000", func(c campaign.Campaign) bool { return c.Thresholds[0].Target == 90_000 }},
		{"thresholds[4].target", "4%", func(c campaign.Campaign) bool { return c.Thresholds[4].Target == 0.04 }},
		{"thresholds[4].target", "3.5", func(c campaign.Campaign) bool { return c.Thresholds[4].Target == 0.035 }},
		{"thresholds[4].name", "Another", func(c campaign.Campaign) bool {
			return c.Thresholds[4].Target == 0.0354321 && c.Thresholds[4].Regions.AtLeast == 1
		}},
	} {
		text := textOf(wellFurnished())
		text.cells[c.path] = c.text
		if got, problems := text.plan(wellFurnished()); len(problems) > 0 || !c.want(got) {
			t.Errorf("%s = %q: %v, %+v", c.path, c.text, problems, got)
		}
	}
}

func TestPlanSaysWhatIsWrongAtItsPath(t *testing.T) {
	for _, c := range []struct{ path, text, want string }{
		{"name", " ", "needs a name"},
		{"time_zone", "Ohio", "not a known time zone"},
		{"need", "many", "not a whole number"},
		{"need", "-5", "must be between"},
		{"deadline", "1.3.2027", "not a date"},
		{"deadline", "2024-01-01", "not after the opening day"},
		{"event.date", "2024-01-01", "before the opening day"},
		{"population.year", "last", "not a year"},
		{"population.count", "", "must be above 0"},
		{"population.name", "", "needs a name"},
		{"regions[1].name", "ohio", "two of the name"},
		{"sources[1]", "", "needs a name"},
		{"thresholds[1].target", "", "type a target"},
		{"thresholds[1].target", "0", "above 0"},
		{"thresholds[1].target", "1.234", "not a whole number for certain"},
		{"thresholds[4].target", "x%", "not a percentage"},
		{"thresholds[4].target", "350%", "between 0% and 100%"},
		{"thresholds[0].figure", "cats", "no figure"},
		{"thresholds[0].deadline", "soon", "not a date"},
	} {
		text := textOf(wellFurnished())
		text.cells[c.path] = c.text
		if _, problems := text.plan(wellFurnished()); !strings.Contains(problems.At(c.path).String(), c.want) {
			t.Errorf("%s = %q: %v", c.path, c.text, problems)
		}
	}
}

// TestMarksFallWithWhatTheyStandFor: a figure that somebody changed no longer
// rests on the ground that the old one had.
func TestMarksFallWithWhatTheyStandFor(t *testing.T) {
	saved := march()
	saved.Marks["need"] = campaign.Mark{Kind: campaign.Derived, Ground: "a seventh of the city"}
	for _, c := range []struct{ path, text, gone, stays string }{
		{"need", "90,000", "need", "population"},
		{"need", "100000", "", "need"},
		{"population.count", "700,000", "population", "need"},
		{"thresholds[0].name", "Go", "thresholds.The march is on", "thresholds.Go"},
		{"thresholds[0].target", "90,000", "thresholds.The march is on", "need"},
		{"ask", "Something else", "", "population"},
	} {
		text := textOf(saved)
		text.cells[c.path] = c.text
		got, _ := text.plan(saved)
		if _, ok := got.Marks[c.gone]; ok {
			t.Errorf("%s = %q leaves the mark of %s", c.path, c.text, c.gone)
		}
		if _, ok := got.Marks[c.stays]; !ok {
			t.Errorf("%s = %q loses the mark of %s", c.path, c.text, c.stays)
		}
	}
	if len(saved.Marks) != 3 {
		t.Error("the saved plan was changed")
	}
}
