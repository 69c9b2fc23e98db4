package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// whoComes is the card of all that the turnout follows from, and of that.
func (p *plan) whoComes() fyne.CanvasObject {
	tiers := p.tiers()
	p.lists = append(p.lists, tiers)
	again := func() { p.Refresh() }
	walkOns := newPlanFold(say.Text("Walk-ons"), "walk_ons", p.walkOnsSay, again,
		container.New(&flow{gap: 12, rooms: []room{{90, 1}, {90, 1}, {90, 1}}},
			p.text("walk_ons.low", say.Text("Low"), "0"), p.text("walk_ons.likely", say.Text("Likely"), "0"), p.text("walk_ons.high", say.Text("High"), "0")))
	p.folds = append(p.folds, walkOns)
	valid, show, walk, sure := campaign.DefaultValid(), campaign.DefaultShow(), campaign.DefaultWalkOns(), campaign.DefaultConfidence()
	grounds := container.New(column{gap: spaceXS})
	for _, words := range []string{
		say.Text("What is left empty is a default, shown in grey. Low and high are passed 1 time in 10 each."),
		say.Text("Valid, %s: %s", phrase.Percent(valid.Value), phrase.FullStop(valid.Source)),
		say.Text("Show rate, %s: %s", phrase.Rates(show.Value), phrase.FullStop(show.Source)),
		say.Text("Walk-ons: %s", phrase.FullStop(walk.Source)),
		say.Text("How sure, %s: %s", phrase.Percent(sure.Value), phrase.FullStop(sure.Source)),
	} {
		grounds.Add(newProse(sizeLabel, colorMuted, plain(words)))
	}
	return newCard(container.New(column{gap: 12}, newCardTitle(say.Text("From pledges to people")), tiers,
		container.New(beside{}, newButton(say.Text("Add a tier"), tiers.add)), walkOns, p.outcome,
		newOpening(say.Text("Where do the defaults come from?"), again, grounds)))
}

// walkOnsSay sums the walk-ons up.
func (p *plan) walkOnsSay() (string, bool) {
	r := p.edited.WalkOns
	empty := r == (campaign.Range{})
	for _, cell := range rangeCells {
		empty = empty && p.inputs["walk_ons"+cell].get() == ""
	}
	if empty {
		return say.Text("none who come without a pledge: the default"), true
	}
	return say.Text("%s, likely %s", phrase.Between(r.Low, r.High), phrase.Whole(r.Likely)), false
}
