package window

import (
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

func (p *plan) tiers() *planList {
	valid, show := campaign.DefaultValid().Value, campaign.DefaultShow().Value
	rate := func(title string, byDefault float64) func() *planInput {
		return func() *planInput { return p.textInput(title, phrase.Percent(byDefault)) }
	}
	l := newPlanList(listTiers, say.Text("How firm a pledge is, such as Committed and Keep me informed. Without tiers all pledges are taken alike."), p.changed,
		planColumn{cell: "name", room: room{134, 3}, input: func() *planInput { return p.textInput(say.Text("Tier"), say.Text("Such as Committed")) }},
		planColumn{cell: "joins_at", room: room{84, 0.7}, input: func() *planInput { return p.textInput(say.Text("Joins at"), say.Text("At once")) }},
		planColumn{cell: "valid", room: room{62, 0.4}, input: rate(say.Text("Valid"), valid)},
		planColumn{cell: "show.low", room: room{82, 0.4}, input: rate(say.Text("Show, low"), show.Low)},
		planColumn{cell: "show.likely", room: room{62, 0.4}, input: rate(say.Text("Likely"), show.Likely)},
		planColumn{cell: "show.high", room: room{62, 0.4}, input: rate(say.Text("High"), show.High)})
	l.note = p.tierNote
	return l
}

func (p *plan) thresholds() *planList {
	l := newPlanList(listThresholds, say.Text("How many would be enough? Nothing is held against a target yet."), p.changed,
		planColumn{cell: "name", room: room{140, 2}, input: func() *planInput { return p.textInput(say.Text("Name"), say.Text("Such as The march is on")) }},
		planColumn{cell: "figure", room: room{132, 1}, input: p.figureInput},
		planColumn{cell: "target", room: room{96, 0.8}, input: func() *planInput { return p.textInput(say.Text("Target"), say.Text("How many")) }},
		planColumn{cell: "deadline", room: room{134, 0.4}, input: func() *planInput { return p.dayInput(say.Text("Deadline")) }},
		planColumn{cell: "regions.at_least", room: room{126, 0.1}, shown: func() bool { return p.listed(listRegions) },
			input: func() *planInput { return p.textInput(say.Text("Regions at target"), say.Text("Any")) }},
		planColumn{cell: "track", room: room{120, 0.7}, shown: func() bool { return p.listed(listTracks) }, input: p.trackInput})
	l.note = p.thresholdNote
	return l
}

func (p *plan) figureInput() *planInput {
	input := referInput(say.Text("On (a figure)"), "", p.figures, false, p.changed, p.keep)
	input.fresh = campaign.FigurePledges
	return input
}

func (p *plan) trackInput() *planInput {
	return referInput(say.Text("Track"), say.Text("None"), func() []figureName { return p.names(listTracks, p.saved.Tracks) }, true, p.changed, p.keep)
}

func (p *plan) measures() *planList {
	l := newPlanList(listMeasures, say.Text("What else is counted, such as representatives in favour."), p.changed,
		planColumn{cell: "name", room: room{160, 2}, input: func() *planInput { return p.textInput(say.Text("Name"), say.Text("Such as Representatives in favour")) }},
		planColumn{cell: "out_of", room: room{100, 1}, input: func() *planInput { return p.textInput(say.Text("Out of"), say.Text("No limit")) }},
		planColumn{cell: "track", room: room{120, 1}, shown: func() bool { return p.listed(listTracks) }, input: p.trackInput})
	l.note = p.measureNote
	return l
}

func (p *plan) tracks() *planList {
	return newPlanList(listTracks, say.Text("The levers of the campaign, if it has several. Thresholds, measures, moments and activities may belong to one."), p.changed,
		planColumn{cell: "", room: room{160, 1}, input: func() *planInput { return p.textInput(say.Text("Name"), say.Text("Such as Evidence")) }})
}

func (p *plan) regions() *planList {
	return newPlanList(listRegions, say.Text("Where pledges come from, if you count that. Their own targets are optional."), p.changed,
		planColumn{cell: "name", room: room{160, 2}, input: func() *planInput { return p.textInput(say.Text("Name"), say.Text("Such as Ohio")) }},
		planColumn{cell: "population", room: room{120, 1}, input: func() *planInput { return p.textInput(say.Text("Inhabitants"), say.Text("Optional")) }},
		planColumn{cell: "target", room: room{120, 1}, input: func() *planInput { return p.textInput(say.Text("Target"), say.Text("Optional")) }})
}

func (p *plan) sources() *planList {
	return newPlanList(listSources, say.Text("How pledges come: a stall, a website."), p.changed,
		planColumn{cell: "", room: room{160, 1}, input: func() *planInput { return p.textInput(say.Text("Name"), say.Text("Such as stall")) }})
}
