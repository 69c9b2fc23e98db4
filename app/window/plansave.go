package window

import (
	"context"
	"errors"

	"muster/app/say"
	"muster/campaign"
)

// keep saves the plan.
func (p *plan) keep() {
	desk, edited, before, by := p.w.desk, p.edited, p.saved, p.w.settings.by()
	if desk == nil || p.save.Disabled() || p.w.shell.front() != screen(p) {
		return
	}
	var refused error
	p.w.work(func(context.Context) error {
		refused = desk.SavePlan(edited, by)
		return nil // said at the fields
	}, func(error) {
		if refused != nil {
			p.refuse(refused)
			return
		}
		p.settle(edited)
		p.w.changed()
		p.w.toast(say.Text("The plan is saved."), say.Text("Undo"), func() { p.w.putPlanBack(desk, before) })
	})
}

// settle holds the fields against a plan that was saved. Rows that were new
// are its rows now, unless somebody typed on.
func (p *plan) settle(saved campaign.Campaign) {
	typed := p.read()
	now, _ := typed.plan(p.saved)
	p.saved, p.stale = saved, false
	if textOf(now).equal(textOf(saved)) {
		p.load(textOf(saved))
	}
	p.review()
}

// refuse says why the plan was not saved.
func (p *plan) refuse(err error) {
	switch {
	case errors.Is(err, campaign.ErrNameTaken):
		p.refused = campaign.Problems{{Path: "name", Why: campaign.Words{Format: "%s", Args: []any{err}}}}
	case !errors.As(err, &p.refused):
		p.w.fail(err)
	}
	p.review()
}

// reset goes back to the plan as it is saved.
func (p *plan) reset() {
	p.refused = nil
	p.saved, p.stale = p.newest.Campaign, false
	p.load(textOf(p.saved))
	p.review()
}
