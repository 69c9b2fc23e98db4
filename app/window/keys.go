package window

import (
	"runtime"
	"strings"

	"muster/app/say"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// addKeys makes the window obey the keyboard: every action by its shortcut,
// Escape to close what lies on top.
func (w *Window) addKeys() {
	for _, a := range w.actions() {
		if a.key == nil || a.key.Modifier == 0 {
			continue // typed handles keys without Ctrl
		}
		s := fyne.Shortcut(a.key)
		if *a.key == *command(fyne.KeyZ) {
			s = &fyne.ShortcutUndo{} // Fyne's name for it
		}
		w.keys.AddShortcut(s, func(fyne.Shortcut) { w.perform(a) })
		w.Canvas().AddShortcut(s, w.keys.TypedShortcut)
	}
	w.Canvas().SetOnTypedKey(w.typed)
}

// typed obeys a key that nothing with the focus has a use for.
func (w *Window) typed(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		w.escape()
		return
	}
	if w.scroll(e.Name) {
		return
	}
	for _, a := range w.actions() {
		if a.key != nil && *a.key == *plainKey(e.Name) {
			w.perform(a)
			return
		}
	}
}

// command returns the shortcut of a key with Ctrl, or the command key on a Mac.
func command(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

// commandShift is command with Shift.
func commandShift(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

// plainKey returns the shortcut of a key alone.
func plainKey(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key}
}

// keyNames are how keys are written that are not called by their sign.
var keyNames = map[fyne.KeyName]say.Key{
	fyne.KeyBackspace: "Backspace", fyne.KeyDelete: "Delete (key)",
}

// keyName writes a shortcut as people do on this system: Ctrl+N, or ⌘N.
func keyName(s *desktop.CustomShortcut) string {
	if s == nil {
		return ""
	}
	name := string(s.KeyName)
	switch called, ok := keyNames[s.KeyName]; {
	case ok:
		name = called.Text()
	case s.KeyName == fyne.KeyComma:
		name = ","
	}
	ctrl, shift := say.Text("Ctrl+"), say.Text("Shift+")
	if runtime.GOOS == "darwin" {
		ctrl, shift = "⌘", "⇧"
	}
	var held strings.Builder
	if s.Modifier&fyne.KeyModifierShortcutDefault != 0 {
		held.WriteString(ctrl)
	}
	if s.Modifier&fyne.KeyModifierShift != 0 {
		held.WriteString(shift)
	}
	return held.String() + name
}

// addKeyName is how addPledges' shortcut is written on this system.
func addKeyName() string { return keyName(command(fyne.KeyN)) }

// escape closes what lies on top: a popup, then a toast.
func (w *Window) escape() {
	overlays := w.Canvas().Overlays()
	if top := overlays.Top(); top != nil {
		top.Hide()
		overlays.Remove(top)
		return
	}
	w.shell.toasts.dismiss()
}

// forWindow reports whether a key is the window's while a field or button has
// the focus, which would keep it to itself.
func forWindow(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF2:
		return true
	}
	return false
}

// passOn gives a key to the canvas that an object lies on: the object has the
// focus and no use for the key.
func passOn(o fyne.CanvasObject, e *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}

// passShortcutOn does the same with a shortcut.
func passShortcutOn(o fyne.CanvasObject, s fyne.Shortcut) {
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(o).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// addPledges brings the Pledges screen with the cursor in the count.
func (w *Window) addPledges() {
	w.shell.navigate("Pledges")
	if b, ok := w.shell.front().(beginner); ok {
		b.begin()
	}
}
