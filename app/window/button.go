package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// button is Fyne's, but passes Escape on while it has the focus.
type button struct{ widget.Button }

// newButton returns a plain button on the surface of a card.
func newButton(label string, pressed func()) fyne.CanvasObject {
	b := makeButton(label, widget.LowImportance, pressed)
	return container.NewStack(newSurface(8), container.New(broad{12}, b))
}

// newMainButton returns the button of what is done most on a screen.
func newMainButton(label string, pressed func()) fyne.CanvasObject {
	return container.New(broad{16}, makeButton(label, widget.HighImportance, pressed))
}

func makeButton(label string, importance widget.Importance, pressed func()) *button {
	b := &button{widget.Button{Text: label, Importance: importance, OnTapped: pressed}}
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey implements fyne.Focusable.
func (b *button) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		passOn(b, e)
		return
	}
	b.Button.TypedKey(e)
}
