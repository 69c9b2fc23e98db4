package window

import (
	"context"

	"muster/app"
	"muster/app/say"
	"muster/campaign"
)

// planChange changes the plan on disk. Done is what is said of it then; what is
// refused is told to whoever asked for it.
type planChange func(done string, change func(*campaign.Campaign), refuse func(error))

// save is the screen's planChange.
func (t *turnout) save(done string, change func(*campaign.Campaign), refuse func(error)) {
	t.w.changePlan(done, change, func(err error) {
		if err != nil {
			refuse(err)
			t.Refresh()
		}
	})
}

// changePlan changes the plan on disk and says through said whether that was
// refused. It says what was done with a way back.
func (w *Window) changePlan(done string, change func(*campaign.Campaign), said func(error)) {
	desk, by := w.desk, w.settings.by()
	if desk == nil {
		return
	}
	var before campaign.Campaign
	var refused error
	w.work(func(context.Context) error {
		before = desk.Campaign()
		plan := before
		change(&plan)
		refused = desk.SavePlan(plan, by)
		return nil // said where it was asked for
	}, func(error) {
		said(refused)
		if refused == nil {
			w.changed()
			w.toast(done, say.Text("Undo"), func() { w.putPlanBack(desk, before) })
		}
	})
}

// putPlanBack saves a plan as it was before.
func (w *Window) putPlanBack(desk *app.Desk, before campaign.Campaign) {
	by := w.settings.by()
	w.work(func(context.Context) error { return desk.SavePlan(before, by) }, func(err error) {
		if err == nil {
			w.changed()
			w.toast(say.Text("The plan is as it was before."), "", nil)
		}
	})
}
