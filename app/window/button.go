package window

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// button is Fyne's, but passes on the keys that it has no use for, and shows
// the focus by a ring: a colour alone is not seen on a button that has one.
type button struct {
	widget.Button
	label   string                      // of one that shows only a picture, to a screen reader
	other   func(key fyne.KeyName) bool // has a use for further keys; nil for none
	focused bool
}

// newButton returns a plain button on the surface of a card.
func newButton(label string, pressed func()) fyne.CanvasObject {
	b := makeButton(label, widget.LowImportance, pressed)
	return container.NewStack(newSurface(8), container.New(broad{12}, b))
}

// newMainButton returns the button of what is done most on a screen.
func newMainButton(label string, pressed func()) fyne.CanvasObject {
	return container.New(broad{16}, makeMainButton(label, pressed))
}

// makeMainButton is newMainButton for who gives it the focus.
func makeMainButton(label string, pressed func()) *button {
	return makeButton(label, widget.HighImportance, pressed)
}

// newRiskyButton returns the button of what is hard to take back.
func newRiskyButton(label string, pressed func()) fyne.CanvasObject {
	return container.New(broad{16}, makeButton(label, widget.DangerImportance, pressed))
}

func makeButton(label string, importance widget.Importance, pressed func()) *button {
	b := &button{Button: widget.Button{Text: label, Importance: importance, OnTapped: pressed}}
	b.ExtendBaseWidget(b)
	return b
}

// newIconButton returns a button that shows a picture, and says what it is for
// to who cannot see it.
func newIconButton(icon fyne.Resource, label string, pressed func()) *button {
	b := makeButton("", widget.LowImportance, pressed)
	b.Icon, b.label = icon, label
	return b
}

// AccessibilityLabel returns what the button is for. Fyne's panics on one
// without words and picture.
func (b *button) AccessibilityLabel() string { return cmp.Or(b.label, b.Text) }

// FocusGained implements fyne.Focusable.
func (b *button) FocusGained() {
	b.focused = true
	b.Button.FocusGained()
	reveal(b)
}

// FocusLost implements fyne.Focusable.
func (b *button) FocusLost() {
	b.focused = false
	b.Button.FocusLost()
}

// TypedKey implements fyne.Focusable: Enter presses as space does.
func (b *button) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		b.Button.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		if b.other == nil || !b.other(e.Name) {
			passOn(b, e)
		}
	}
}
