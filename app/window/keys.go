package window

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// addKeys makes the window obey the keyboard: Ctrl+N to add pledges, Ctrl+1 to
// Ctrl+9 for the screens, Ctrl+Z to undo, Escape to close what lies on top. On
// a Mac it is the command key.
func (w *Window) addKeys() {
	w.addKey(command(fyne.KeyN), w.addPledges)
	w.addKey(&fyne.ShortcutUndo{}, w.undo) // Fyne's name for Ctrl+Z
	for i := range w.shell.screens {
		w.addKey(command(fyne.KeyName(rune('1'+i))), func() { w.shell.bring(i) })
	}
	w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape {
			w.escape()
		}
	})
}

// addKey makes the window do something on a shortcut, unless something lies
// on top: that comes first.
func (w *Window) addKey(s fyne.Shortcut, do func()) {
	w.keys.AddShortcut(s, func(fyne.Shortcut) {
		if w.Canvas().Overlays().Top() == nil {
			do()
		}
	})
	w.Canvas().AddShortcut(s, w.keys.TypedShortcut)
}

// command returns the shortcut of a key with Ctrl, or the command key on a Mac.
func command(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

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

// addKeyName is how addPledges' shortcut is written on this system.
func addKeyName() string {
	if runtime.GOOS == "darwin" {
		return "⌘N"
	}
	return "Ctrl+N"
}
