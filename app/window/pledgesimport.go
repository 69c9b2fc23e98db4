package window

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
)

// importEndings are those of the files that counts can be imported from.
var importEndings = []string{".csv", ".tsv", ".txt", ".xlsx", ".json"}

// chooseImport asks for a file of counts that were kept elsewhere.
func (w *Window) chooseImport() {
	w.chooseFile(say.Text("Import counts from a file"), importEndings, func(path string) {
		w.lookAtImport(path, func(err error) {
			if err != nil {
				w.fail(err)
			}
		})
	})
}

// lookAtImport says what importing a file would do, and does it when told to.
// Looked is called once that is said, or with the reason why it cannot be.
func (w *Window) lookAtImport(path string, looked func(error)) {
	desk := w.desk
	if desk == nil {
		return
	}
	var found app.ImportResult
	var refused error
	w.work(func(ctx context.Context) error {
		found, refused = desk.Import(ctx, path, app.ImportOptions{DryRun: true, SkipBad: true, By: w.settings.by()})
		return nil // said by whoever asked
	}, func(error) {
		if refused == nil {
			w.offerImport(desk, path, found)
		}
		looked(refused)
	})
}

// offerImport lays what an import would do over the window.
func (w *Window) offerImport(desk *app.Desk, path string, found app.ImportResult) {
	var popup *widget.PopUp
	title := newProse(sizeGap, colorText, run{words: filepath.Base(path) + ": " + lines(found.Rows), bold: true})
	content := container.New(column{gap: spaceM}, title, newProse(sizeText, colorText, plain(importSentence(found))))
	if found.List != "" {
		content.Add(newProse(sizeLabel, colorMuted, plain(say.Text("Each line is a person on the list “%s”. Only how many signed up on each day is kept, nothing about them.", found.List))))
	}
	for _, bad := range found.Rejected[:min(rejectedShown, len(found.Rejected))] {
		content.Add(newProse(sizeLabel, colorMuted, plain(say.Text("Line %s: %s", phrase.Count(int64(bad.Line)), phrase.FullStop(phrase.Why(bad.Why))))))
	}
	buttons := container.New(beside{gap: spaceS})
	close := say.Text("Close")
	if found.Added > 0 {
		close = say.Text("Cancel")
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

// lines returns so many lines.
func lines(n int) string { return say.Count("%s lines", int64(n), phrase.Count(int64(n))) }

// rejectedShown is how many lines that cannot be taken are named.
const rejectedShown = 5

// importSentence says what an import would do.
func importSentence(found app.ImportResult) string {
	said := say.Text("All of it is in the ledger already.")
	if found.Added > 0 {
		said = say.Count("%s counts are new", int64(found.Added), phrase.Count(int64(found.Added)))
		if found.Duplicates > 0 {
			said = say.Count("%s, %s are in the ledger already", int64(found.Duplicates), said, phrase.Count(int64(found.Duplicates)))
		}
		said += "."
	} else if found.Duplicates == 0 {
		said = say.Text("There is nothing in it to take.")
	}
	if n := len(found.Rejected); n > 0 {
		said += " " + say.Count("%s lines cannot be taken:", int64(n), phrase.Count(int64(n)))
	}
	return said
}

// importWord names the button that imports.
func importWord(found app.ImportResult) string {
	if len(found.Rejected) > 0 {
		return say.Text("Import only the others")
	}
	return say.Text("Import")
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
			w.toast(say.Count("%s counts imported from %s.", int64(done.Added), phrase.Count(int64(done.Added)), filepath.Base(path)), "", nil)
		}
	})
}
