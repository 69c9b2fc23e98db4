package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app/phrase"
	"muster/campaign"
)

// whoComes is the card of all that the turnout follows from, and of that.
func (p *plan) whoComes() fyne.CanvasObject {
	tiers := p.tiers()
	p.lists = append(p.lists, tiers)
	again := func() { p.Refresh() }
	walkOns := newPlanFold("Walk-ons", "walk_ons", p.walkOnsSay, again,
		container.New(&flow{gap: 12, rooms: []room{{90, 1}, {90, 1}, {90, 1}}},
			p.text("walk_ons.low", "Low", "0"), p.text("walk_ons.likely", "Likely", "0"), p.text("walk_ons.high", "High", "0")))
	p.folds = append(p.folds, walkOns)
	valid, show, walk, sure := campaign.DefaultValid(), campaign.DefaultShow(), campaign.DefaultWalkOns(), campaign.DefaultConfidence()
	grounds := container.New(column{gap: spaceXS})
	for _, words := range []string{
		"What is left empty is a default, shown in grey. Low and high are passed 1 time in 10 each.",
		"Valid, " + phrase.Percent(valid.Value) + ": " + fullStop(valid.Source),
		"Show rate, " + phrase.Rates(show.Value) + ": " + fullStop(show.Source),
		"Walk-ons: " + fullStop(walk.Source),
		"How sure, " + phrase.Percent(sure.Value) + ": " + fullStop(sure.Source),
	} {
		grounds.Add(newProse(sizeLabel, colorMuted, plain(words)))
	}
	return newCard(container.New(column{gap: 12}, newCardTitle("From pledges to people"), tiers,
		container.New(beside{}, newButton("Add a tier", tiers.add)), walkOns, p.outcome,
		newOpening("Where do the defaults come from?", again, grounds)))
}

// walkOnsSay sums the walk-ons up.
func (p *plan) walkOnsSay() (string, bool) {
	r := p.edited.WalkOns
	empty := r == (campaign.Range{})
	for _, cell := range rangeCells {
		empty = empty && p.inputs["walk_ons"+cell].get() == ""
	}
	if empty {
		return "none who come without a pledge: the default", true
	}
	return phrase.Between(r.Low, r.High) + ", likely " + phrase.Whole(r.Likely), false
}
