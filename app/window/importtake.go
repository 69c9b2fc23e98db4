package window

import (
	"context"
	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"path/filepath"
)

// importWord names the button that imports.
func importWord(found app.ImportResult) string {
	if len(found.Rejected) > 0 {
		return say.Text("Import only the others")
	}
	return say.Text("Import")
}

// take imports the good lines of the file.
func (a *assistant) take() {
	a.leaf.popup.Hide()
	w, o := a.w, a.said
	o.SkipBad = true
	name := filepath.Base(a.path)
	busy := w.layBusy(say.Text("Importing %s", name))
	o.Progress = func(rows int) { busy.tell(rows, a.found.Added+a.found.Duplicates) }
	var done app.ImportResult
	cancel := w.work(func(ctx context.Context) (err error) {
		done, err = a.desk.Import(ctx, a.path, o)
		return err
	}, func(err error) {
		busy.done()
		if err != nil {
			return
		}
		w.changed()
		said := say.Count("%s counts imported from %s.", int64(done.Added), phrase.Count(int64(done.Added)), name)
		if done.Number == 0 {
			w.toast(said, "", nil)
			return
		}
		w.toast(said, say.Text("Undo"), func() {
			w.undoImport(a.desk, done.Number, say.Text("The import of %s was undone", name), nil)
		})
	})
	busy.cancels(cancel)
}
