package window

import (
	"muster/app/phrase"
	"muster/campaign"
)

func (p *plan) tiers() *planList {
	valid, show := campaign.DefaultValid().Value, campaign.DefaultShow().Value
	rate := func(title string, byDefault float64) func() *planInput {
		return func() *planInput { return p.textInput(title, phrase.Percent(byDefault)) }
	}
	l := newPlanList(listTiers, "How firm a pledge is, such as Committed and Keep me informed. Without tiers all pledges are taken alike.", p.changed,
		planColumn{cell: "name", room: room{134, 3}, input: func() *planInput { return p.textInput("Tier", "Such as Committed") }},
		planColumn{cell: "joins_at", room: room{84, 0.7}, input: func() *planInput { return p.textInput("Joins at", "At once") }},
		planColumn{cell: "valid", room: room{62, 0.4}, input: rate("Valid", valid)},
		planColumn{cell: "show.low", room: room{82, 0.4}, input: rate("Show, low", show.Low)},
		planColumn{cell: "show.likely", room: room{62, 0.4}, input: rate("Likely", show.Likely)},
		planColumn{cell: "show.high", room: room{62, 0.4}, input: rate("High", show.High)})
	l.note = p.tierNote
	return l
}

func (p *plan) thresholds() *planList {
	l := newPlanList(listThresholds, "How many would be enough? Nothing is held against a target yet.", p.changed,
		planColumn{cell: "name", room: room{140, 2}, input: func() *planInput { return p.textInput("Name", "Such as The march is on") }},
		planColumn{cell: "figure", room: room{132, 1}, input: p.figureInput},
		planColumn{cell: "target", room: room{96, 0.8}, input: func() *planInput { return p.textInput("Target", "How many") }},
		planColumn{cell: "deadline", room: room{134, 0.4}, input: func() *planInput { return p.dayInput("Deadline") }},
		planColumn{cell: "regions.at_least", room: room{126, 0.1}, shown: func() bool { return p.listed(listRegions) },
			input: func() *planInput { return p.textInput("Regions at target", "Any") }},
		planColumn{cell: "track", room: room{120, 0.7}, shown: func() bool { return p.listed(listTracks) }, input: p.trackInput})
	l.note = p.thresholdNote
	return l
}

func (p *plan) figureInput() *planInput {
	input := referInput("On", "", p.figures, false, p.changed, p.keep)
	input.fresh = campaign.FigurePledges
	return input
}

func (p *plan) trackInput() *planInput {
	return referInput("Track", "None", func() []figureName { return p.names(listTracks, p.saved.Tracks) }, true, p.changed, p.keep)
}

func (p *plan) measures() *planList {
	l := newPlanList(listMeasures, "What else is counted, such as representatives in favour.", p.changed,
		planColumn{cell: "name", room: room{160, 2}, input: func() *planInput { return p.textInput("Name", "Such as Representatives in favour") }},
		planColumn{cell: "out_of", room: room{100, 1}, input: func() *planInput { return p.textInput("Out of", "No limit") }},
		planColumn{cell: "track", room: room{120, 1}, shown: func() bool { return p.listed(listTracks) }, input: p.trackInput})
	l.note = p.measureNote
	return l
}

func (p *plan) tracks() *planList {
	return newPlanList(listTracks, "The levers of the campaign, if it has several. Thresholds, measures, moments and activities may belong to one.", p.changed,
		planColumn{cell: "", room: room{160, 1}, input: func() *planInput { return p.textInput("Name", "Such as Evidence") }})
}

func (p *plan) regions() *planList {
	return newPlanList(listRegions, "Where pledges come from, if you count that. Their own targets are optional.", p.changed,
		planColumn{cell: "name", room: room{160, 2}, input: func() *planInput { return p.textInput("Name", "Such as Ohio") }},
		planColumn{cell: "population", room: room{120, 1}, input: func() *planInput { return p.textInput("Inhabitants", "Optional") }},
		planColumn{cell: "target", room: room{120, 1}, input: func() *planInput { return p.textInput("Target", "Optional") }})
}

func (p *plan) sources() *planList {
	return newPlanList(listSources, "How pledges come: a stall, a website.", p.changed,
		planColumn{cell: "", room: room{160, 1}, input: func() *planInput { return p.textInput("Name", "Such as stall") }})
}
