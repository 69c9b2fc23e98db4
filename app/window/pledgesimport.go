package window

import (
	"context"
	"fmt"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
)

// chooseImport asks for a CSV file of counts that were kept elsewhere.
func (w *Window) chooseImport() {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			w.fail(err)
		case file != nil:
			path := file.URI().Path()
			file.Close()
			w.settings.setFolder(filepath.Dir(path))
			w.lookAtImport(path)
		}
	}, w.Window)
	d.SetFilter(storage.NewExtensionFileFilter([]string{".csv", ".tsv", ".txt"}))
	w.showFileDialog(d, "Import counts from a CSV file")
}

// lookAtImport says what importing a file would do, and does it when told to.
func (w *Window) lookAtImport(path string) {
	desk := w.desk
	if desk == nil {
		return
	}
	var found app.ImportResult
	w.work(func(ctx context.Context) (err error) {
		found, err = desk.Import(ctx, path, app.ImportOptions{DryRun: true, SkipBad: true, By: w.settings.by()})
		return err
	}, func(err error) {
		if err == nil {
			w.offerImport(desk, path, found)
		}
	})
}

// offerImport lays what an import would do over the window.
func (w *Window) offerImport(desk *app.Desk, path string, found app.ImportResult) {
	var popup *widget.PopUp
	title := newProse(sizeGap, colorText, run{words: filepath.Base(path) + ": " + phrase.Plural(int64(found.Rows), "line", "lines"), bold: true})
	content := container.New(column{gap: spaceM}, title, newProse(sizeText, colorText, plain(importSentence(found))))
	for _, bad := range found.Rejected[:min(rejectedShown, len(found.Rejected))] {
		content.Add(newProse(sizeLabel, colorMuted, plain(fmt.Sprintf("Line %s: %s", phrase.Count(int64(bad.Line)), fullStop(bad.Why)))))
	}
	buttons := container.New(beside{gap: spaceS})
	close := "Close"
	if found.Added > 0 {
		close = "Cancel"
		buttons.Add(newMainButton(importWord(found), func() {
			popup.Hide()
			w.takeImport(desk, path)
		}))
	}
	buttons.Add(newButton(close, func() { popup.Hide() }))
	content.Add(buttons)
	popup = w.lay(content, 520)
	w.Canvas().FocusNext()
}

// rejectedShown is how many lines that cannot be taken are named.
const rejectedShown = 5

// importSentence says what an import would do.
func importSentence(found app.ImportResult) string {
	said := "All of it is in the ledger already."
	if found.Added > 0 {
		said = phrase.Plural(int64(found.Added), "count is new", "counts are new")
		if found.Duplicates > 0 {
			said += ", " + phrase.Plural(int64(found.Duplicates), "is", "are") + " in the ledger already"
		}
		said += "."
	} else if found.Duplicates == 0 {
		said = "There is nothing in it to take."
	}
	if n := len(found.Rejected); n > 0 {
		said += " " + phrase.Plural(int64(n), "line cannot be taken:", "lines cannot be taken:")
	}
	return said
}

// importWord names the button that imports.
func importWord(found app.ImportResult) string {
	if len(found.Rejected) > 0 {
		return "Import only the others"
	}
	return "Import"
}

// takeImport imports the good lines of a file.
func (w *Window) takeImport(desk *app.Desk, path string) {
	var done app.ImportResult
	w.work(func(ctx context.Context) (err error) {
		done, err = desk.Import(ctx, path, app.ImportOptions{SkipBad: true, By: w.settings.by()})
		return err
	}, func(err error) {
		if err == nil {
			w.changed()
			w.toast(phrase.Plural(int64(done.Added), "count", "counts")+" imported from "+filepath.Base(path)+".", "", nil)
		}
	})
}
