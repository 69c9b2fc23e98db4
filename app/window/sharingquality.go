package window

import (
	"fyne.io/fyne/v2"

	"muster/app/say"
	"muster/campaign"
)

// qualityCard is what wants a look before the figures are trusted. The whole
// ledger is read for it, so that it is asked anew only when that has changed.
type qualityCard struct {
	*fyne.Container
	panel  *qualityPanel
	of     campaign.ID
	number uint64 // of the writes to the campaign that it takes in
	day    campaign.Day
}

func newQualityCard(w *Window, again func()) *qualityCard {
	c := &qualityCard{panel: newQualityPanel(w)}
	c.panel.found = again
	c.Container = newTitledCard(newHeading(say.Text("Data quality")), c.panel)
	return c
}

func (c *qualityCard) card() *fyne.Container { return c.Container }

func (c *qualityCard) show(now shared) {
	day := dayOf(now.Snapshot)
	if c.of == now.Campaign.ID && c.number == now.Number && c.day == day {
		return
	}
	c.of, c.number, c.day = now.Campaign.ID, now.Number, day
	c.panel.show(now.Snapshot)
}
