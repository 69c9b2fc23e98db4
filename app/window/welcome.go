package window

import (
	"context"
	"errors"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app/say"
	"muster/assets"
	"muster/campaign"
)

// welcome lays a greeting over the example: keep exploring, start a campaign,
// or look at a real series.
func (w *Window) welcome() {
	var popup *widget.PopUp
	then := func(do func()) func() {
		return func() {
			popup.Hide()
			do()
		}
	}
	buttons := inRows(spaceS,
		newMainButton(say.Text("Explore the example"), then(w.firstTour)),
		newButton(say.Text("Start your own campaign"), then(w.newCampaign)),
		newButton(say.Text("See a real petition"), then(w.openPetition)))
	content := container.New(column{gap: spaceM},
		container.New(beside{}, newBrand()),
		newProse(sizeTitle, colorText, run{words: say.Text("How many have promised to come, and how many must?"), bold: true}),
		newProse(sizeText, colorText,
			plain(say.Text("Muster counts pledges towards what a campaign needs, and says in plain words how far it is. "+
				"Everything stays on this computer; only counts are kept, never who pledged."))),
		newProse(sizeText, colorMuted,
			plain(say.Text("Behind this note is an example: a march that only happens if 100,000 people pledge to come, "+
				"and about 1,000 have. Small marks say whether a figure is stated, derived or assumed; press one to see why."))),
		container.New(padded{top: spaceXS}, buttons),
	)
	popup = w.lay(content, 640)
	w.Canvas().FocusNext() // the first button
}

// openPetition opens the example of a real petition, making it if it is not
// there.
func (w *Window) openPetition() {
	var c campaign.Campaign
	w.work(func(context.Context) (err error) {
		example, _ := assets.FindExample("petition", 0)
		if c, err = w.muster.Find(example.Plan.Name); errors.Is(err, campaign.ErrNoCampaign) {
			c, err = w.muster.CreateExample("petition")
		}
		return err
	}, func(err error) {
		if err == nil {
			w.open(c.ID)
		}
	})
}
