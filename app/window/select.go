package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// selection is Fyne's menu to choose from, but passes on the window's keys and
// tells a screen reader what it is for.
type selection struct {
	widget.Select
	label string
}

func newSelect(label string, chosen func(string)) *selection {
	s := &selection{label: label}
	s.OnChanged = chosen
	s.ExtendBaseWidget(s)
	return s
}

// FocusGained implements fyne.Focusable.
func (s *selection) FocusGained() {
	s.Select.FocusGained()
	reveal(s)
}

// TypedKey implements fyne.Focusable.
func (s *selection) TypedKey(k *fyne.KeyEvent) {
	if forWindow(k) {
		passOn(s, k)
		return
	}
	s.Select.TypedKey(k)
}

// AccessibilityLabel returns what is chosen here, and what is now.
func (s *selection) AccessibilityLabel() string { return s.label + ": " + s.Selected }

// AccessibilityRole says that this can be pressed.
func (s *selection) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
