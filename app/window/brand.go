package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// newBrand returns the name of the program beside its sign: three people, one
// of them lit.
func newBrand() fyne.CanvasObject {
	name := newText("Muster", sizeBrand, colorText)
	name.style.Bold = true
	sign := container.New(beside{gap: 1}, newPerson(colorMuted, 11), newPerson(colorAccent, 15), newPerson(colorMuted, 11))
	return container.New(beside{gap: 9}, sign, name)
}
