package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// entry is a text field that passes on the window's own shortcuts and Escape,
// which Fyne's would keep to itself while it has the focus. Undo is the
// window's while the field is empty: so it is after a count was recorded.
type entry struct{ widget.Entry }

func newEntry() *entry {
	e := &entry{}
	e.ExtendBaseWidget(e)
	return e
}

// TypedShortcut implements fyne.Shortcutable.
func (e *entry) TypedShortcut(s fyne.Shortcut) {
	_, own := s.(*desktop.CustomShortcut)
	_, undo := s.(*fyne.ShortcutUndo)
	if own || undo && e.Text == "" {
		passShortcutOn(e, s)
		return
	}
	e.Entry.TypedShortcut(s)
}

// TypedKey implements fyne.Focusable.
func (e *entry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		passOn(e, k)
		return
	}
	e.Entry.TypedKey(k)
}
