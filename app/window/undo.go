package window

import (
	"context"

	"muster/app"
	"muster/app/say"
	"muster/campaign"
)

// undo takes this person's last update out of the count.
func (w *Window) undo() {
	desk, by := w.desk, w.settings.by()
	if desk == nil {
		return
	}
	var line app.Line
	var found bool
	w.work(func(ctx context.Context) (err error) {
		line, found, err = lastBy(ctx, desk, by)
		return err
	}, func(err error) {
		switch {
		case err != nil:
		case !found:
			w.toast(say.Text("There is nothing of yours to undo."), "", nil)
		default:
			w.void(desk, line.Update)
		}
	})
}

// lastBy returns the newest update by a person that still counts.
func lastBy(ctx context.Context, desk *app.Desk, by string) (app.Line, bool, error) {
	var last app.Line
	found := false
	err := desk.Back(ctx, app.Filter{By: by}, func(line app.Line) bool {
		if found = line.Kind != campaign.Void && line.VoidedBy.IsZero() && line.By == by; found {
			last = line
		}
		return !found
	})
	return last, found, err
}

// void takes an update out of the count and offers to bring it back.
func (w *Window) void(desk *app.Desk, u campaign.Update) {
	var voids []campaign.Update
	w.work(func(context.Context) (err error) {
		voids, err = desk.Void(say.Text("Undone"), w.settings.by(), u.ID)
		return err
	}, func(err error) {
		if err != nil {
			return
		}
		w.changed()
		w.toast(say.Text("Undone: %s is out of the count.", describe(u)), say.Text("Bring it back"), func() { w.bringBack(desk, voids[0]) })
	})
}

// bringBack voids a void.
func (w *Window) bringBack(desk *app.Desk, void campaign.Update) {
	w.work(func(context.Context) error {
		_, err := desk.Void(say.Text("Brought back"), w.settings.by(), void.ID)
		return err
	}, func(err error) {
		if err == nil {
			w.changed()
			w.toast(say.Text("Back in the count."), "", nil)
		}
	})
}
