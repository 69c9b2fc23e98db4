package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Tappable      = (*pressable)(nil)
	_ fyne.Focusable     = (*pressable)(nil)
	_ desktop.Hoverable  = (*pressable)(nil)
	_ desktop.Cursorable = (*pressable)(nil)
)

// pressable is what widgets embed that do one thing when they are clicked, or
// when space or Enter is pressed on them.
type pressable struct {
	widget.BaseWidget
	self             fyne.Widget // that embeds it
	pressed          func()
	hovered, focused bool
}

// ExtendBaseWidget implements fyne.Widget's way of embedding.
func (p *pressable) ExtendBaseWidget(self fyne.Widget) {
	p.self = self
	p.BaseWidget.ExtendBaseWidget(self)
}

// Tapped implements fyne.Tappable. The focus need not be shown to somebody who
// uses the pointer.
func (p *pressable) Tapped(*fyne.PointEvent) {
	p.focused = false
	p.Refresh()
	p.pressed()
}

// Cursor implements desktop.Cursorable.
func (p *pressable) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn implements desktop.Hoverable.
func (p *pressable) MouseIn(*desktop.MouseEvent) { p.hovered = true; p.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (p *pressable) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (p *pressable) MouseOut() { p.hovered = false; p.Refresh() }

// FocusGained implements fyne.Focusable.
func (p *pressable) FocusGained() {
	p.focused = true
	p.Refresh()
	reveal(p.self)
}

// FocusLost implements fyne.Focusable.
func (p *pressable) FocusLost() { p.focused = false; p.Refresh() }

// TypedRune implements fyne.Focusable.
func (p *pressable) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (p *pressable) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		p.pressed()
	default:
		passOn(p.self, e)
	}
}

// AccessibilityRole says that this can be pressed.
func (p *pressable) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
