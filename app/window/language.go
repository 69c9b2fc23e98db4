package window

import (
	"slices"

	"fyne.io/fyne/v2"

	"muster/app/say"
)

// speak uses the language of the settings: that of the system where none is
// chosen, or one that Muster does not know.
func (w *Window) speak() {
	code := w.settings.language()
	if !slices.ContainsFunc(say.Languages(), func(l say.Language) bool { return l.Code == code }) {
		code = ""
	}
	if err := say.Use(code); err != nil {
		fyne.LogError("Muster goes on in the language that it spoke before", err)
	}
}

// chooseLanguage changes the language at once and remembers it. All texts are
// made with the window, so it is put together anew. A plan that is being edited
// is gone on with.
func (w *Window) chooseLanguage(code string) {
	for _, s := range w.shell.made() {
		if p, ok := s.(*plan); ok {
			p.interrupt()
		}
	}
	w.settings.setLanguage(code)
	w.speak()
	front := w.shell.now
	w.shell = newShell(w, seats())
	w.SetContent(w.shell)
	w.layMenus()
	w.shell.bring(front)
	w.changed()
}

// languageSetting is the language of the window.
func (w *Window) languageSetting(changed func()) fyne.CanvasObject {
	codes, words := []string{""}, []string{say.Text("As the system")}
	for _, l := range say.Languages() {
		codes, words = append(codes, l.Code), append(words, l.Name)
	}
	return w.choiceSetting(say.Text("Language"), "", words, max(0, slices.Index(codes, w.settings.language())), func(i int) {
		w.chooseLanguage(codes[i])
		changed()
	})
}
