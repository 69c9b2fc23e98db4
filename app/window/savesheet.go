package window

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app/say"
)

// saveSheet asks under what name a file is to be saved, and in which folder. It
// writes nothing: what is in the place of the file stays until that is complete.
type saveSheet struct {
	w      *Window
	title  string
	ending string
	name   *entry
	named  *field
	folder *text
	popup  *widget.PopUp
	ready  func() bool // whether all else that is asked is in order; it says what is not
	then   func(path string)
}

// chooseTarget asks for a file to write, under a proposed name, whose ending
// stays. A file that is there is replaced only if that is wanted.
func (w *Window) chooseTarget(title, name string, then func(path string)) {
	s := newSaveSheet(w, title, name, then)
	s.lay()
	w.Canvas().Focus(s.name)
	s.name.selectAll()
}

func newSaveSheet(w *Window, title, name string, then func(path string)) *saveSheet {
	s := &saveSheet{w: w, title: title, ending: filepath.Ext(name), name: newEntry(), folder: newText("", sizeText, colorText),
		ready: func() bool { return true }, then: then}
	s.name.Text, s.name.OnSubmitted = name, func(string) { s.submit() }
	s.named = newField(say.Text("File name"), s.name)
	s.folder.shrinks, s.folder.middle = true, true
	s.folder.words = shortFolder(w.settings.folder())
	return s
}

// lay lays the sheet over the window, with what else is asked above the name.
func (s *saveSheet) lay(more ...fyne.CanvasObject) {
	change := newButton(say.Text("Change…"), func() {
		s.w.chooseFolder(s.title, say.Text("Choose"), func(path string) { s.folder.set(shortFolder(path)) })
	})
	content := container.New(column{gap: spaceM}, newProse(sizeTitle, colorText, run{words: s.title, bold: true}))
	for _, o := range append(more, s.named, newField(say.Text("Folder"), container.New(ends{gap: spaceXS}, s.folder, change)),
		container.New(beside{gap: spaceS}, newMainButton(say.Text("Save"), s.submit), newButton(say.Text("Cancel"), func() { s.popup.Hide() }))) {
		content.Add(o)
	}
	s.popup = s.w.lay(content, 520)
}

// propose puts another name into the field, unless one was typed.
func (s *saveSheet) propose(was, name string) {
	if s.name.Text == was {
		s.name.Text = name
		s.name.Refresh()
	}
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
	if !s.ready() {
		fit(s.popup)
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
