package window

import "fyne.io/fyne/v2"

// beneath returns where something of a size is laid that belongs to an object:
// below it, or above it where there is more room, and within the window. It
// covers the object only where neither is high enough.
func beneath(o fyne.CanvasObject, size fyne.Size) fyne.Position {
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(o)
	canvas := driver.CanvasForObject(o)
	if canvas == nil {
		return at
	}
	window := canvas.Size()
	top := at.Y + o.Size().Height + spaceXS
	if above := at.Y - spaceXS - size.Height; top+size.Height+spaceXS > window.Height && above >= 0 {
		top = above
	}
	return fyne.NewPos(max(0, min(at.X, window.Width-size.Width-spaceS)), max(0, min(top, window.Height-size.Height-spaceS)))
}

// roomBeside returns how high something can be that is laid beneath an object
// without covering it.
func roomBeside(o fyne.CanvasObject) float32 {
	driver := fyne.CurrentApp().Driver()
	canvas := driver.CanvasForObject(o)
	if canvas == nil {
		return 0
	}
	top := driver.AbsolutePositionForObject(o).Y
	return max(top, canvas.Size().Height-top-o.Size().Height) - 2*spaceS
}
