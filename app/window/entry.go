package window

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// entry is a text field that passes on the window's own shortcuts and Escape,
// which Fyne's would keep to itself while it has the focus. Undo is the
// window's while the field is empty: so it is after a count was recorded.
type entry struct {
	widget.Entry
	label string // what it is for, to a screen reader; its placeholder if empty
}

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

// FocusGained implements fyne.Focusable.
func (e *entry) FocusGained() {
	e.Entry.FocusGained()
	reveal(e)
}

// TypedKey implements fyne.Focusable.
func (e *entry) TypedKey(k *fyne.KeyEvent) {
	if forWindow(k) {
		passOn(e, k)
		return
	}
	e.Entry.TypedKey(k)
}

// selectAll selects what is in the field, so that typing replaces it.
func (e *entry) selectAll() { e.Entry.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// labelled is a field that can be told what it is for.
type labelled interface{ labelAs(what string) }

func (e *entry) labelAs(what string) { e.label = what }

// AccessibilityLabel returns what the field is for.
func (e *entry) AccessibilityLabel() string { return cmp.Or(e.label, e.PlaceHolder) }

// AccessibilityRole says that this is text.
func (e *entry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
