package window

import (
	"context"

	"muster/app"
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
			w.toast("There is nothing of yours to undo.", "", nil)
		default:
			w.void(desk, line.Update)
		}
	})
}

// lastBy returns the newest update by a person that still counts.
func lastBy(ctx context.Context, desk *app.Desk, by string) (app.Line, bool, error) {
	rows, err := desk.Rows(ctx, app.Filter{By: by})
	if err != nil {
		return app.Line{}, false, err
	}
	for i := range rows.Len() {
		line, err := rows.At(i)
		if err != nil {
			return app.Line{}, false, err
		}
		if line.Kind != campaign.Void && line.VoidedBy.IsZero() && line.By == by {
			return line, true, nil
		}
	}
	return app.Line{}, false, ctx.Err()
}

// void takes an update out of the count and offers to bring it back.
func (w *Window) void(desk *app.Desk, u campaign.Update) {
	var voids []campaign.Update
	w.work(func(context.Context) (err error) {
		voids, err = desk.Void("Undone", w.settings.by(), u.ID)
		return err
	}, func(err error) {
		if err != nil {
			return
		}
		w.changed()
		w.toast("Undone: "+describe(u)+" is out of the count.", "Bring it back", func() { w.bringBack(desk, voids[0]) })
	})
}

// bringBack voids a void.
func (w *Window) bringBack(desk *app.Desk, void campaign.Update) {
	w.work(func(context.Context) error {
		_, err := desk.Void("Brought back", w.settings.by(), void.ID)
		return err
	}, func(err error) {
		if err == nil {
			w.changed()
			w.toast("Back in the count.", "", nil)
		}
	})
}
