package assets

import (
	"time"

	"muster/campaign"
)

// What the figures of the march rest on. Muster describes the campaign and
// takes no side.
const (
	essay     = "the essay that proposes the march"
	setByDate = "no date is stated: set relative to the day the example was made"
)

// smallerMarch is the scenario that the essay names.
const smallerMarch = "A first march in New York"

// The three levers of the campaign.
const (
	awaken   = "Awaken"
	evidence = "Evidence"
	enact    = "Ready to enact"
)

// march is the model case: a march that only happens if 100,000 people pledge
// to come, two orders of magnitude more than have pledged so far.
func march(today campaign.Day) Example {
	deadline := monthsFrom(today, 3)
	plan := campaign.Campaign{
		Name:       "March on Washington",
		Ask:        "A global ban on developing superintelligence until alignment research has been done",
		TimeZone:   "America/New_York",
		Opens:      monthsFrom(today, -14),
		Deadline:   deadline,
		Event:      campaign.Event{Date: monthsFrom(deadline, 2), Place: "Washington, DC"},
		Need:       100_000,
		Population: builtIn("Washington, DC"),
		Tiers: []campaign.Tier{
			{Name: "Committed if 100,000 do", JoinsAt: 100_000},
			{Name: "Keep me informed", JoinsAt: 100_000, Show: campaign.Range{Low: 0.02, Likely: 0.05, High: 0.15}},
		},
		Measures: []campaign.Measure{
			{Name: "Representatives in favour", OutOf: 435, Track: enact},
			{Name: "Senators in favour", OutOf: 100, Track: enact},
			{Name: "Proposed in the UN by a representative", OutOf: 1, Track: enact},
			{Name: "Copies of the book sold", Track: evidence},
		},
		Tracks: []string{awaken, evidence, enact},
		Moments: []campaign.Moment{
			{Date: campaign.NewDay(2023, time.March, 9), Kind: campaign.News, Track: evidence, Title: "xAI is founded"},
			{Date: campaign.NewDay(2025, time.July, 8), Kind: campaign.Evidence, Track: evidence, Title: "A model of xAI calls itself “MechaHitler”"},
			{Date: campaign.NewDay(2025, time.July, 9), Kind: campaign.News, Track: evidence, Title: "xAI releases the then most capable model"},
		},
		Thresholds: []campaign.Threshold{
			{Name: "The march is on", Figure: campaign.FigurePledges, Target: 100_000, Deadline: deadline, Track: awaken},
			{Name: "Half the House", Figure: "Representatives in favour", Target: 218},
			{Name: "Sixty senators", Figure: "Senators in favour", Target: 60},
			{Name: "Proposed in the UN", Figure: "Proposed in the UN by a representative", Target: 1},
		},
		Scenarios: []campaign.Scenario{{
			Name:       smallerMarch,
			Place:      "New York City",
			Population: builtIn("New York City"),
			Need:       10_000,
			Thresholds: []campaign.Aim{{Name: "The march is on", Target: 10_000}},
			Tiers:      []campaign.Tier{{Name: "Committed if 100,000 do", JoinsAt: 10_000}, {Name: "Keep me informed", JoinsAt: 10_000}},
		}},
		Marks: marchMarks(),
	}
	return Example{Plan: plan, Readings: []Reading{{
		Measure: campaign.Pledges,
		Count:   1000,
		Note:    "about 1,000: derived from two orders of magnitude; no count was found published",
	}}}
}

func marchMarks() map[string]campaign.Mark {
	stated := func(ground string) campaign.Mark { return campaign.Mark{Kind: campaign.Stated, Ground: ground} }
	derived := func(ground string) campaign.Mark { return campaign.Mark{Kind: campaign.Derived, Ground: ground} }
	assumed := func(ground string) campaign.Mark { return campaign.Mark{Kind: campaign.Assumed, Ground: ground} }
	hundredThousand := derived("every seventh person in the city, says " + essay +
		"; the public pledge page says 100,000, and a pledge binds only if 100,000 sign")
	popular := assumed(essay + " says only: popular enough among the Congress; none is known to be in favour")
	return map[string]campaign.Mark{
		"name":                          assumed(essay + " says only: the march, in Washington DC"),
		"ask":                           stated("shortened from " + essay),
		"opens":                         assumed(setByDate),
		"deadline":                      assumed(setByDate),
		"event.date":                    assumed(setByDate),
		"event.place":                   stated(essay),
		"need":                          hundredThousand,
		"population":                    stated("US Census Bureau, Vintage 2024, on 1 July 2024"),
		"tiers":                         stated("the two boxes of the public pledge page"),
		"tiers.Keep me informed":        assumed("few of those who only ask to be informed are taken to come; none was counted"),
		"tracks":                        stated(essay + ": awaken as many people as possible, provide as much evidence as possible, be ready to enact a ban once it is likely to succeed"),
		"moments":                       stated(essay),
		"thresholds.The march is on":    hundredThousand,
		"thresholds.Half the House":     popular,
		"thresholds.Sixty senators":     popular,
		"thresholds.Proposed in the UN": stated(essay),
		"scenarios." + smallerMarch: stated("10,000 in New York, says " + essay + ", could have been arranged by now, with less effect; " +
			"that pledges then bind from 10,000 on is assumed"),
		"measures.Representatives in favour":              popular,
		"measures.Senators in favour":                     popular,
		"measures.Proposed in the UN by a representative": stated(essay),
		"measures.Copies of the book sold":                assumed(essay + " names the book as part of the effort; no figure is known"),
	}
}
