package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// entry is a text field that passes the window's own shortcuts on, which
// Fyne's would swallow while it has the focus. Escape closes what lies on top.
type entry struct {
	widget.Entry
	w *Window
}

func newEntry(w *Window) *entry {
	e := &entry{w: w}
	e.ExtendBaseWidget(e)
	return e
}

// TypedShortcut implements fyne.Shortcutable.
func (e *entry) TypedShortcut(s fyne.Shortcut) {
	if _, own := s.(*desktop.CustomShortcut); own {
		e.w.obey(s)
		return
	}
	e.Entry.TypedShortcut(s)
}

// TypedKey implements fyne.Focusable.
func (e *entry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		e.w.escape()
		return
	}
	e.Entry.TypedKey(k)
}
