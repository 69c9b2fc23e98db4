package window

import (
	"context"
	"path/filepath"

	"muster/app"
	"muster/app/say"
)

// makeWay asks for another name of the campaign that is here and is called as
// that of a pack is, and then goes on with the pack.
func (w *Window) makeWay(path, passphrase string, found app.MergeResult) {
	by := w.settings.by()
	more := say.Text("%[1]s is of a campaign called %[2]s. Another one is here that is called so too, such as the example: give that one another name first.",
		filepath.Base(path), found.Name)
	w.askName(say.Text("What shall the %s that is here be called?", found.Name), more, say.Text("%s, here", found.Name), say.Text("Rename and go on"),
		func(name string, said func(error)) {
			var refused error
			w.work(func(context.Context) error {
				refused = w.rename(found.Name, name, by)
				return nil // said in the question
			}, func(error) {
				if said(refused); refused == nil {
					w.changed()
					w.lookAtPack(path, passphrase, func(err error) {
						if err != nil {
							w.refuseFile(path, err)
						}
					})
				}
			})
		})
}

// rename gives the campaign of a name another one.
func (w *Window) rename(old, name, by string) error {
	c, err := w.muster.Find(old)
	if err != nil {
		return err
	}
	desk, err := w.muster.Desk(c.ID)
	if err != nil {
		return err
	}
	plan := desk.Campaign()
	plan.Name = name
	return desk.SavePlan(plan, by)
}
