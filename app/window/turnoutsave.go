package window

import (
	"context"

	"muster/app"
	"muster/campaign"
)

// planChange changes the plan on disk. Done is what is said of it then; what is
// refused is told to whoever asked for it.
type planChange func(done string, change func(*campaign.Campaign), refuse func(error))

// save is the screen's planChange. It says what was done with a way back.
func (t *turnout) save(done string, change func(*campaign.Campaign), refuse func(error)) {
	w, desk := t.w, t.w.desk
	if desk == nil {
		return
	}
	var before campaign.Campaign
	var refused error
	w.work(func(context.Context) error {
		before = desk.Campaign()
		plan := before
		change(&plan)
		refused = desk.SavePlan(plan)
		return nil // said where it was asked for
	}, func(error) {
		if refused != nil {
			refuse(refused)
			t.Refresh()
			return
		}
		w.changed()
		w.toast(done, "Undo", func() { w.putPlanBack(desk, before) })
	})
}

// putPlanBack saves a plan as it was before.
func (w *Window) putPlanBack(desk *app.Desk, before campaign.Campaign) {
	w.work(func(context.Context) error { return desk.SavePlan(before) }, func(err error) {
		if err == nil {
			w.changed()
			w.toast("The plan is as it was before.", "", nil)
		}
	})
}
