package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// lay puts content over the window, on a surface of the given width, until it
// is hidden or Escape is pressed.
func (w *Window) lay(content fyne.CanvasObject, width float32) *widget.PopUp {
	inside := container.New(around(spaceL), container.New(wide{width}, content))
	popup := widget.NewModalPopUp(inside, w.Canvas())
	popup.Show()
	return popup
}

// fit makes what lies over the window as high as its content has become. What
// wraps is high only once it has its width. It stays in the middle.
func fit(popup *widget.PopUp) {
	for least := (fyne.Size{}); least != popup.MinSize(); {
		least = popup.MinSize()
		popup.Content.Refresh()
		popup.Resize(popup.MinSize())
	}
	room, size := popup.Canvas.Size(), popup.Size()
	popup.Move(fyne.NewPos((room.Width-size.Width)/2, (room.Height-size.Height)/2))
}
