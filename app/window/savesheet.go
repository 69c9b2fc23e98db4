package window

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app/say"
)

// saveSheet asks under what name a file is to be saved, and in which folder. It
// writes nothing: what is in the place of the file stays until that is complete.
type saveSheet struct {
	w      *Window
	ending string
	name   *entry
	named  *field
	folder *text
	popup  *widget.PopUp
	then   func(path string)
}

// chooseTarget asks for a file to write, under a proposed name, whose ending
// stays. A file that is there is replaced only if that is wanted.
func (w *Window) chooseTarget(title, name string, then func(path string)) {
	s := &saveSheet{w: w, ending: filepath.Ext(name), name: newEntry(), folder: newText("", sizeText, colorText), then: then}
	s.name.Text, s.name.OnSubmitted = name, func(string) { s.submit() }
	s.named = newField(say.Text("File name"), s.name)
	s.folder.shrinks, s.folder.middle = true, true
	s.folder.words = shortFolder(w.settings.folder())
	change := newButton(say.Text("Change…"), func() {
		w.chooseFolder(title, say.Text("Choose"), func(path string) { s.folder.set(shortFolder(path)) })
	})
	heading := newProse(sizeTitle, colorText, run{words: title, bold: true})
	s.popup = w.lay(container.New(column{gap: spaceM}, heading, s.named,
		newField(say.Text("Folder"), container.New(ends{gap: spaceXS}, s.folder, change)),
		container.New(beside{gap: spaceS}, newMainButton(say.Text("Save"), s.submit), newButton(say.Text("Cancel"), func() { s.popup.Hide() }))), 520)
	w.Canvas().Focus(s.name)
	s.name.selectAll()
}

// submit goes on with what is chosen, or says that there is no name.
func (s *saveSheet) submit() {
	name := strings.TrimSpace(cleanName(s.name.Text))
	if strings.EqualFold(filepath.Ext(name), s.ending) {
		name = strings.TrimSpace(strings.TrimSuffix(name, filepath.Ext(name)))
	}
	if name == "" {
		s.named.say(say.Text("Give the file a name."), "")
		fit(s.popup)
		s.w.Canvas().Focus(s.name)
		return
	}
	s.popup.Hide()
	path := filepath.Join(s.w.settings.folder(), name+s.ending)
	s.w.unlessTaken(path, func(string, os.FileInfo) bool { return false }, func() { s.then(path) })
}

// unlessTaken goes on at once where no file is in a place, or one that may be
// replaced unasked; otherwise it asks first.
func (w *Window) unlessTaken(path string, may func(string, os.FileInfo) bool, do func()) {
	taken := false
	w.work(func(context.Context) error {
		there, err := os.Stat(path)
		taken = err == nil && !may(path, there)
		return nil // what keeps the file from being written is said then
	}, func(error) {
		if !taken {
			do()
			return
		}
		w.ask(question{
			asks: say.Text("Replace %s?", filepath.Base(path)),
			more: say.Text("There is a file of that name in %s. It stays whole until the new one is complete.", shortFolder(filepath.Dir(path))),
			does: say.Text("Replace"), do: do,
		})
	})
}
