package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// showFileDialog opens a file dialog large enough to find something in, at the
// folder that was used last.
func (w *Window) showFileDialog(d *dialog.FileDialog, title string) {
	if at, err := storage.ListerForURI(storage.NewFileURI(w.settings.folder())); err == nil {
		d.SetLocation(at)
	}
	d.SetTitleText(title)
	d.Show()
	size := w.Canvas().Size() // only an open dialog can be resized
	d.Resize(fyne.NewSize(size.Width*0.8, size.Height*0.8))
}
