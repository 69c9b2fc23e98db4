package window

import (
	"maps"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// pastCard offers the show rates that past events of the team teach.
type pastCard struct {
	cardPart
	save    planChange
	offers  *fyne.Container
	trouble *prose
}

func newPastCard(save planChange) *pastCard {
	c := &pastCard{save: save, offers: container.New(column{gap: spaceS}), trouble: newProse(sizeText, colorError)}
	c.Container = newCard(container.New(column{gap: 10}, newHeading(say.Text("Show rates of your past events")), c.offers, c.trouble))
	return c
}

func (c *pastCard) show(o outlook) {
	c.trouble.Hide()
	c.offers.RemoveAll()
	for _, tier := range o.Campaign.Tiers {
		learned, from, ok := app.LearnShow(o.past, o.Campaign.Name, tier.Name)
		if !ok || tier.Show == rounded(learned) {
			continue
		}
		words := newProse(sizeText, colorText, plain(phrase.Learned(tier.Name, learned, from)))
		use := newButton(say.Text("Use it"), func() { c.use(tier.Name, rounded(learned), from) })
		c.offers.Add(container.New(&flow{gap: spaceM, rooms: []room{{300, 1}, {90, 0}}}, words, use))
	}
	c.Hidden = len(c.offers.Objects) == 0
}

// use makes a learned show rate the plan's, marked with where it comes from.
func (c *pastCard) use(tier string, show campaign.Range, from []campaign.PastShow) {
	ground := say.Text("past events: %s", phrase.PastRates(from))
	c.save(say.Text("The show rate of %s is now %s.", tier, phrase.Rates(show)), func(plan *campaign.Campaign) {
		plan.Tiers = slices.Clone(plan.Tiers)
		for i := range plan.Tiers {
			if plan.Tiers[i].Name == tier {
				plan.Tiers[i].Show = show
			}
		}
		plan.Marks = maps.Clone(plan.Marks)
		if plan.Marks == nil {
			plan.Marks = map[string]campaign.Mark{}
		}
		plan.Marks[showPath(tier)] = campaign.Mark{Kind: campaign.Derived, Ground: ground}
	}, func(err error) {
		c.trouble.set(plain(refusal(err)))
		c.trouble.Show()
	})
}

// showPath is where the plan marks the show rate of a tier.
func showPath(tier string) string { return "tiers." + tier + ".show" }

// rounded returns a learned rate as a person would write it into a plan.
func rounded(r campaign.Range) campaign.Range {
	thousandth := func(v float64) float64 { return math.Round(v*1000) / 1000 }
	return campaign.Range{Low: thousandth(r.Low), Likely: thousandth(r.Likely), High: thousandth(r.High)}
}
