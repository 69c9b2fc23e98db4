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
	c := w.Canvas()
	command := func(key fyne.KeyName, do func()) {
		c.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault},
			func(fyne.Shortcut) {
				if c.Overlays().Top() == nil { // what lies on top comes first
					do()
				}
			})
	}
	command(fyne.KeyN, w.addPledges)
	c.AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { w.undo() }) // Fyne's name for Ctrl+Z
	for i := range w.shell.screens {
		command(fyne.KeyName(rune('1'+i)), func() { w.shell.bring(i) })
	}
	c.SetOnTypedKey(func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape {
			w.escape()
		}
	})
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
