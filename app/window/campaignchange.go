package window

import (
	"context"
	"path/filepath"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// renameCampaign asks for another name of the campaign.
func (w *Window) renameCampaign() {
	desk, by := w.desk, w.settings.by()
	old := desk.Campaign().Name
	w.askName(say.Text("What shall %s be called?", old), "", old, say.Text("Rename"), func(name string, said func(error)) {
		var refused error
		w.work(func(context.Context) error {
			plan := desk.Campaign()
			plan.Name = name
			refused = desk.SavePlan(plan, by)
			return nil // said in the dialog
		}, func(error) {
			if said(refused); refused == nil {
				w.changed()
				w.toast(say.Text("%s is now called %s.", old, name), "", nil)
			}
		})
	})
}

// duplicatePlan asks for the name of a new campaign with the plan of this one.
func (w *Window) duplicatePlan() {
	plan := w.desk.Campaign()
	more := say.Text("It begins with the plan of %s and an empty ledger.", plan.Name)
	w.askName(say.Text("What shall the new campaign be called?"), more, say.Text("%s, again", plan.Name), say.Text("Duplicate"),
		func(name string, said func(error)) {
			var made campaign.Campaign
			var refused error
			w.work(func(context.Context) error {
				plan.Name = name
				made, refused = w.muster.Create(plan)
				return nil // said in the dialog
			}, func(error) {
				if said(refused); refused == nil {
					w.open(made.ID)
					w.toast(say.Text("%s is set up with the same plan.", made.Name), "", nil)
				}
			})
		})
}

// deleteCampaign asks whether the campaign is to be deleted, and opens another.
func (w *Window) deleteCampaign() {
	plan := w.desk.Campaign()
	n := int64(w.present.Standing.Updates)
	w.ask(question{
		asks: say.Text("Delete %s?", plan.Name),
		more: say.Count("It goes with its %s updates. Everything is backed up first, and the backup can be restored.", n, phrase.Count(n)),
		does: say.Text("Delete"), risky: true,
		do: func() {
			var kept string
			w.work(func(context.Context) (err error) {
				kept, err = w.muster.Delete(plan.ID)
				return err
			}, func(err error) {
				if err != nil {
					return
				}
				w.leave()
				w.start()
				w.toast(say.Text("%s is deleted. A backup is kept as %s.", plan.Name, filepath.Base(kept)), "", nil)
			})
		},
	})
}

// leave closes the campaign that is open.
func (w *Window) leave() {
	w.unwatch()
	w.unwatch = func() {}
	w.desk = nil
}
