package window

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
)

// importsShown is how many imports the list shows, the latest.
const importsShown = 50

// showImports lays the list of the files that were imported over the window.
func (w *Window) showImports() {
	desk := w.desk
	if desk == nil {
		return
	}
	var all []app.Import
	w.work(func(context.Context) (err error) {
		all, err = desk.Imports()
		return err
	}, func(err error) {
		if err == nil {
			w.layImports(desk, all)
		}
	})
}

// layImports lays a list of imports over the window, each with a button that
// takes it back or brings it back.
func (w *Window) layImports(desk *app.Desk, all []app.Import) {
	var l *leaf
	rows := container.New(column{gap: spaceM})
	for _, i := range all[:min(importsShown, len(all))] {
		rows.Add(w.importRow(desk, i, func() { l.popup.Hide() }))
	}
	if len(all) == 0 {
		rows.Add(newProse(sizeText, colorMuted, plain(say.Text("No file was imported yet. Import counts… in the menu Pledges takes one in, or drop a file on the window."))))
	}
	l = w.layLeaf(say.Text("Files that were imported"), 640, rows, newButton(say.Text("Close"), func() { l.popup.Hide() }))
}

// importRow shows one import. Away is called before something is done about it.
func (w *Window) importRow(desk *app.Desk, i app.Import, away func()) fyne.CanvasObject {
	name := newText(i.File, sizeText, colorText)
	name.style.Bold, name.shrinks, name.middle = true, true, true
	n := int64(i.Updates)
	came := say.Count("%s counts, %s", n, phrase.Count(n), phrase.Moment(i.At, zoneOf(w.snapshot)))
	if i.By != "" {
		came = say.Text("%s, by %s", came, i.By)
	}
	words := container.New(column{gap: 2}, name, newProse(sizeLabel, colorMuted, plain(came)))
	does := newButton(say.Text("Undo…"), func() {
		away()
		w.askUndoImport(desk, i)
	})
	if i.IsUndone() {
		words.Add(newProse(sizeLabel, colorMuted, plain(say.Text("Undone on %s: “%s”.", phrase.Moment(i.Undone.At, zoneOf(w.snapshot)), i.Undone.Why))))
		does = newButton(say.Text("Bring back"), func() {
			away()
			w.redoImport(desk, i.Number)
		})
	}
	return container.New(ends{gap: spaceM}, words, does)
}

// askUndoImport asks why an import is to be taken back, and does it.
func (w *Window) askUndoImport(desk *app.Desk, i app.Import) {
	n := int64(i.Updates)
	w.askWhy(say.Text("Take the import of %s back?", i.File),
		say.Count("%s counts leave the count. They stay in the ledger, with the reason, and one Undo brings them back.", n, phrase.Count(n)),
		say.Text("Take it back"), func(why string, said func(error)) { w.undoImport(desk, i.Number, why, said) })
}

// undoImport takes an import out of the count and offers to bring it back. Said,
// which may be nil, is told that it is done or why it cannot be.
func (w *Window) undoImport(desk *app.Desk, number uint64, why string, said func(error)) {
	by := w.settings.by()
	var undone app.Import
	busy := w.layBusy(say.Text("Taking an import back"))
	cancel := w.work(func(ctx context.Context) (err error) {
		undone, err = desk.UndoImport(ctx, number, why, by, nil)
		return err
	}, func(err error) {
		busy.done()
		if said != nil {
			said(err)
		}
		if err == nil {
			w.changed()
			w.toast(say.Text("The import of %s is out of the count.", undone.File), say.Text("Undo"), func() { w.redoImport(desk, number) })
		}
	})
	busy.cancels(cancel)
}

// redoImport brings an import back into the count.
func (w *Window) redoImport(desk *app.Desk, number uint64) {
	by := w.settings.by()
	var back app.Import
	w.work(func(ctx context.Context) (err error) {
		back, err = desk.RedoImport(ctx, number, say.Text("Brought back"), by, nil)
		return err
	}, func(err error) {
		if err == nil {
			w.changed()
			w.toast(say.Text("The import of %s counts again.", back.File), "", nil)
		}
	})
}
