package planfile

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"muster/campaign"
)

var monday = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

// saved returns a revision of a plan, so many hours after Monday morning.
func saved(t testing.TB, by string, hours int, plan campaign.Campaign, parents ...campaign.Revision) campaign.Revision {
	t.Helper()
	document, err := Encode(plan)
	if err != nil {
		t.Fatal(err)
	}
	r := campaign.Revision{Document: document, By: by, Saved: monday.Add(time.Duration(hours) * time.Hour)}
	for _, parent := range parents {
		r.Parents = append(r.Parents, parent.ID())
	}
	return r
}

// base is the plan that Anna and Ben part from.
func base() campaign.Campaign {
	return campaign.Campaign{
		Name: "March", TimeZone: "UTC", Need: 100_000, Sources: []string{"website", "stall"},
		Tiers:      []campaign.Tier{{Name: "Committed", Valid: 0.9}, {Name: "Keep me informed"}},
		Thresholds: []campaign.Threshold{{Name: "On", Figure: "pledges", Target: 100_000}, {Name: "Half", Figure: "pledges", Target: 50_000}},
		Activities: []campaign.Activity{{Name: "Stall", Date: campaign.NewDay(2026, 12, 5), Cost: 20}},
		Moments:    []campaign.Moment{{Date: campaign.NewDay(2026, 12, 1), Kind: campaign.News, Title: "A report"}},
		Scenarios:  []campaign.Scenario{{Name: "Smaller", Need: 10_000}},
		Marks:      map[string]campaign.Mark{"need": {Kind: campaign.Derived, Ground: "a seventh"}},
	}
}

// changes is one case of two people who change a plan apart from each other.
type changes struct {
	name      string
	anna, ben func(*campaign.Campaign) // Ben saves later
	want      func(*campaign.Campaign) // of base
	conflicts string                   // a line each: path, Anna's value | Ben's
}

func stallOn(day int, cost float64) campaign.Activity {
	return campaign.Activity{Name: "Stall", Date: campaign.NewDay(2026, 12, day), Cost: cost}
}

var twoPeople = []changes{
	{"neither changes anything", func(*campaign.Campaign) {}, func(*campaign.Campaign) {}, func(*campaign.Campaign) {}, ""},
	{"different fields", func(c *campaign.Campaign) { c.Need = 90_000 }, func(c *campaign.Campaign) { c.Event.Place = "Vermont" },
		func(c *campaign.Campaign) { c.Need, c.Event.Place = 90_000, "Vermont" }, ""},
	{"different fields of one threshold", func(c *campaign.Campaign) { c.Thresholds[0].Target = 1 }, func(c *campaign.Campaign) { c.Thresholds[0].Deadline = 740_000 },
		func(c *campaign.Campaign) { c.Thresholds[0].Target, c.Thresholds[0].Deadline = 1, 740_000 }, ""},
	{"the same field", func(c *campaign.Campaign) { c.Need = 90_000 }, func(c *campaign.Campaign) { c.Need = 80_000 },
		func(c *campaign.Campaign) { c.Need = 80_000 }, "need: 90000 | 80000"},
	{"the same field of one threshold", func(c *campaign.Campaign) { c.Thresholds[1].Target = 1 }, func(c *campaign.Campaign) { c.Thresholds[1].Target = 2 },
		func(c *campaign.Campaign) { c.Thresholds[1].Target = 2 }, "thresholds.Half.target: 1 | 2"},
	{"the same field to the same", func(c *campaign.Campaign) { c.Need = 80_000 }, func(c *campaign.Campaign) { c.Need = 80_000 },
		func(c *campaign.Campaign) { c.Need = 80_000 }, ""},
	{"one clears what another changes", func(c *campaign.Campaign) { c.Need = 0 }, func(c *campaign.Campaign) { c.Need = 80_000 },
		func(c *campaign.Campaign) { c.Need = 80_000 }, "need: <nil> | 80000"},
	{"different thresholds added", func(c *campaign.Campaign) {
		c.Thresholds = append(c.Thresholds, campaign.Threshold{Name: "A", Target: 1})
	},
		func(c *campaign.Campaign) {
			c.Thresholds = append(c.Thresholds, campaign.Threshold{Name: "B", Target: 2})
		},
		func(c *campaign.Campaign) {
			c.Thresholds = append(c.Thresholds, campaign.Threshold{Name: "A", Target: 1}, campaign.Threshold{Name: "B", Target: 2})
		}, ""},
	{"the same threshold added, with another target", func(c *campaign.Campaign) {
		c.Thresholds = append(c.Thresholds, campaign.Threshold{Name: "A", Target: 1})
	},
		func(c *campaign.Campaign) {
			c.Thresholds = append(c.Thresholds, campaign.Threshold{Name: "A", Target: 2})
		},
		func(c *campaign.Campaign) {
			c.Thresholds = append(c.Thresholds, campaign.Threshold{Name: "A", Target: 2})
		}, "thresholds.A.target: 1 | 2"},
	{"tiers added, one first", func(c *campaign.Campaign) { c.Tiers = slices.Insert(c.Tiers, 0, campaign.Tier{Name: "Sworn"}) },
		func(c *campaign.Campaign) { c.Tiers = append(c.Tiers, campaign.Tier{Name: "Curious"}) },
		func(c *campaign.Campaign) {
			c.Tiers = append(slices.Insert(c.Tiers, 0, campaign.Tier{Name: "Sworn"}), campaign.Tier{Name: "Curious"})
		}, ""},
	{"one turns the tiers round, another adds one", func(c *campaign.Campaign) { slices.Reverse(c.Tiers) },
		func(c *campaign.Campaign) { c.Tiers = append(c.Tiers, campaign.Tier{Name: "Curious"}) },
		func(c *campaign.Campaign) {
			slices.Reverse(c.Tiers)
			c.Tiers = slices.Insert(c.Tiers, 1, campaign.Tier{Name: "Curious"}) // behind the one it was added behind
		}, ""},
	{"a stall on another day each", func(c *campaign.Campaign) { c.Activities = append(c.Activities, stallOn(12, 20)) },
		func(c *campaign.Campaign) { c.Activities = append(c.Activities, stallOn(19, 20)) },
		func(c *campaign.Campaign) { c.Activities = append(c.Activities, stallOn(12, 20), stallOn(19, 20)) }, ""},
	{"one moves an activity, another changes its cost", func(c *campaign.Campaign) { c.Activities[0] = stallOn(6, 20) },
		func(c *campaign.Campaign) { c.Activities[0].Cost = 30 },
		func(c *campaign.Campaign) { c.Activities[0] = stallOn(6, 30) }, ""},
	{"both move an activity", func(c *campaign.Campaign) { c.Activities[0] = stallOn(6, 20) },
		func(c *campaign.Campaign) { c.Activities[0] = stallOn(7, 20) },
		func(c *campaign.Campaign) { c.Activities[0] = stallOn(7, 20) }, "activities.Stall 2026-12-07.date: 2026-12-06 | 2026-12-07"},
	{"different moments added", func(c *campaign.Campaign) {
		c.Moments = append(c.Moments, campaign.Moment{Date: 740_000, Kind: campaign.Ours, Title: "A"})
	}, func(c *campaign.Campaign) {
		c.Moments = append(c.Moments, campaign.Moment{Date: 740_000, Kind: campaign.News, Title: "B"})
	}, func(c *campaign.Campaign) {
		c.Moments = append(c.Moments, campaign.Moment{Date: 740_000, Kind: campaign.Ours, Title: "A"}, campaign.Moment{Date: 740_000, Kind: campaign.News, Title: "B"})
	}, ""},
	{"different scenarios added, one changed", func(c *campaign.Campaign) {
		c.Scenarios[0].Need = 5_000
		c.Scenarios = append(c.Scenarios, campaign.Scenario{Name: "A", Need: 1})
	}, func(c *campaign.Campaign) {
		c.Scenarios[0].Place = "Vermont"
		c.Scenarios = append(c.Scenarios, campaign.Scenario{Name: "B", Need: 2})
	}, func(c *campaign.Campaign) {
		c.Scenarios = []campaign.Scenario{{Name: "Smaller", Need: 5_000, Place: "Vermont"}, {Name: "A", Need: 1}, {Name: "B", Need: 2}}
	}, ""},
	{"one renames what another changes", func(c *campaign.Campaign) { c.Thresholds[1].Name = "Halfway" }, func(c *campaign.Campaign) { c.Thresholds[1].Target = 60_000 },
		func(c *campaign.Campaign) { c.Thresholds[1] = campaign.Threshold{Name: "Halfway", Target: 60_000} }, ""},
	{"both rename it", func(c *campaign.Campaign) { c.Thresholds[1].Name = "Halfway" }, func(c *campaign.Campaign) { c.Thresholds[1].Name = "Midway" },
		func(c *campaign.Campaign) { c.Thresholds[1].Name = "Midway" }, "thresholds.Midway.name: Halfway | Midway"},
	{"one deletes what another changes", func(c *campaign.Campaign) { c.Tiers = c.Tiers[1:] }, func(c *campaign.Campaign) { c.Tiers[0].Valid = 0.8 },
		func(c *campaign.Campaign) { c.Tiers[0].Valid = 0.8 }, "tiers.Committed: <nil> | {Committed 0 0.8 {0 0 0} 0}"},
	{"one changes what another deletes later", func(c *campaign.Campaign) { c.Tiers[0].Valid = 0.8 }, func(c *campaign.Campaign) { c.Tiers = c.Tiers[1:] },
		func(c *campaign.Campaign) { c.Tiers = c.Tiers[1:] }, "tiers.Committed: {Committed 0 0.8 {0 0 0} 0} | <nil>"},
	{"one deletes, another adds", func(c *campaign.Campaign) { c.Sources = c.Sources[:1] }, func(c *campaign.Campaign) { c.Sources = append(c.Sources, "letters") },
		func(c *campaign.Campaign) { c.Sources = []string{"website", "letters"} }, ""},
	{"one deletes the whole list, another adds", func(c *campaign.Campaign) { c.Sources = nil }, func(c *campaign.Campaign) { c.Sources = append(c.Sources, "letters") },
		func(c *campaign.Campaign) { c.Sources = []string{"letters"} }, ""},
	{"a figure and its ground together", func(c *campaign.Campaign) {
		c.Need, c.Marks = 90_000, map[string]campaign.Mark{"need": {Kind: campaign.Assumed, Ground: "Anna's"}}
	}, func(c *campaign.Campaign) {
		c.Need, c.Marks = 80_000, map[string]campaign.Mark{"need": {Kind: campaign.Assumed, Ground: "Ben's"}}
	}, func(c *campaign.Campaign) {
		c.Need, c.Marks = 80_000, map[string]campaign.Mark{"need": {Kind: campaign.Assumed, Ground: "Ben's"}}
	}, "need: 90000 | 80000"},
	{"a population is one thing", func(c *campaign.Campaign) {
		c.Population = campaign.Population{Name: "Vermont", Count: 648_493, Year: 2024}
	},
		func(c *campaign.Campaign) { c.Population = campaign.Population{Name: "Ohio", Count: 11_883_304} },
		func(c *campaign.Campaign) { c.Population = campaign.Population{Name: "Ohio", Count: 11_883_304} },
		"population: {Vermont 648493 2024 } | {Ohio 11883304 0 }"},
	{"it does not fit together", func(c *campaign.Campaign) { c.Opens = campaign.NewDay(2027, 3, 1) }, func(c *campaign.Campaign) { c.Deadline = campaign.NewDay(2027, 2, 1) },
		func(c *campaign.Campaign) { c.Deadline = campaign.NewDay(2027, 2, 1) }, "plan"},
}

func TestTwoPeople(t *testing.T) {
	for _, c := range twoPeople {
		t.Run(c.name, func(t *testing.T) {
			first := saved(t, "", 0, base())
			plans := map[string]campaign.Campaign{}
			for name, change := range map[string]func(*campaign.Campaign){"Anna": c.anna, "Ben": c.ben, "want": c.want} {
				plan := base()
				change(&plan)
				plans[name] = plan
			}
			anna, ben := saved(t, "Anna", 1, plans["Anna"], first), saved(t, "Ben", 2, plans["Ben"], first)
			merged, err := Merge([]campaign.Revision{ben, first, anna}, nil)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := written(t, merged.Plan), written(t, plans["want"]); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			if got := listed(merged.Conflicts); got != c.conflicts {
				t.Errorf("conflicts: got %q, want %q", got, c.conflicts)
			}
			for _, conflict := range merged.Conflicts {
				if v := conflict.Versions; len(v) != 2 || v[0].By != "Anna" || v[1].By != "Ben" || !v[0].Saved.Equal(anna.Saved) {
					t.Errorf("the versions are not Anna's and Ben's: %+v", v)
				}
				mine, err := Merge([]campaign.Revision{anna, first, ben}, map[string]campaign.ID{conflict.Path(): anna.ID()})
				if err != nil || written(t, mine.Plan) != written(t, plans["Anna"]) {
					t.Errorf("%v: with Anna's version kept, got\n%s\nwant\n%s", err, written(t, mine.Plan), written(t, plans["Anna"]))
				}
				if got := listed(mine.Conflicts); got != c.conflicts {
					t.Errorf("keeping a version changed the conflicts: got %q, want %q", got, c.conflicts)
				}
			}
		})
	}
}

func written(t *testing.T, c campaign.Campaign) string {
	t.Helper()
	document, err := Encode(c)
	if err != nil {
		t.Fatal(err)
	}
	return string(document)
}

func listed(conflicts []campaign.Conflict) string {
	var lines []string
	for _, c := range conflicts {
		line := c.Path()
		if len(c.Field) > 0 {
			line = fmt.Sprintf("%s: %v | %v", line, c.Versions[0].Value, c.Versions[len(c.Versions)-1].Value)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}
