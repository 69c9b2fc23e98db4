package window

import (
	"muster/app"
	"muster/campaign"
)

// createExample adds an example campaign to a data folder.
func createExample(m *app.Muster, name string) (campaign.Campaign, error) {
	return m.Create(campaign.Campaign{Name: "March on Washington"})
}

func (w *Window) welcome()     {}
func (w *Window) newCampaign() {}
