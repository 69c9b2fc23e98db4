package window

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"muster/app/phrase"
	"muster/app/say"
)

// Take asks of files, one after another, whether the counts in them are to be
// imported or the backup is to be restored.
func (w *Window) Take(files []string) {
	w.files = append(w.files, files...)
	w.nextFile()
}

// dropped takes files that were dropped on the window.
func (w *Window) dropped(_ fyne.Position, files []fyne.URI) {
	var paths []string
	for _, f := range files {
		paths = append(paths, f.Path())
	}
	w.Take(paths)
}

// betweenLooks is how often it is looked whether the next file can be asked of.
const betweenLooks = 200 * time.Millisecond

// nextFile looks at the next file that waits, once nothing lies over the window.
func (w *Window) nextFile() {
	ready := w.desk != nil || w.shell.instead.failed()
	switch {
	case len(w.files) == 0:
		return
	case ready && !w.looking && w.Canvas().Overlays().Top() == nil:
		path := w.files[0]
		w.files = w.files[1:]
		w.openFile(path)
	}
	w.threads.after(betweenLooks, w.nextFile)
}

// backupEnding is that of a file which holds everything.
const backupEnding = ".db"

// openFile asks what is to become of a file, as its name says what it is.
func (w *Window) openFile(path string) {
	ending := strings.ToLower(filepath.Ext(path))
	switch {
	case ending == backupEnding:
		w.offerRestore(path)
	case ending == packEnding:
		w.lookAtFile(path, func(looked func(error)) { w.lookAtPack(path, "", looked) })
	case !slices.Contains(importEndings, ending):
		w.refuseFile(path, errors.New(say.Text("Counts are imported from files that end in %[1]s, packs (%[2]s) are merged, and backups (%[3]s) are restored.",
			strings.Join(importEndings, ", "), packEnding, backupEnding)))
	case w.desk == nil:
		w.refuseFile(path, errors.New(say.Text("Counts can only be imported once a campaign is open.")))
	default:
		w.lookAtFile(path, func(looked func(error)) { w.lookAtImport(path, looked) })
	}
}

// lookAtFile has a file looked at before the next one, and says why if it
// cannot be.
func (w *Window) lookAtFile(path string, look func(looked func(error))) {
	w.looking = true
	look(func(err error) {
		w.looking = false
		if err != nil {
			w.refuseFile(path, err)
		}
	})
}

// refuseFile says why nothing can be done with a file.
func (w *Window) refuseFile(path string, why error) {
	var l *leaf
	l = w.layLeaf(say.Text("%s cannot be opened", filepath.Base(path)), 460,
		newProse(sizeText, colorText, plain(phrase.Sentence(why))), newButton(say.Text("Close"), func() { l.popup.Hide() }))
}
