package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// newCard returns a rounded surface around some content.
func newCard(content fyne.CanvasObject) *fyne.Container {
	inside := container.New(around(spaceL), content)
	return container.NewStack(newSurface(cardRadius), inside)
}

// newTitledCard returns a card with a heading on top; the content below takes
// all the room there is.
func newTitledCard(heading fyne.CanvasObject, content fyne.CanvasObject) *fyne.Container {
	return newCard(container.New(column{gap: 10, grow: true}, heading, content))
}
