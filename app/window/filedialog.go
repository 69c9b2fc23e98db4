package window

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// chooseFile asks for a file with one of the endings. Only its path is passed
// on: what is done with the file is for whoever asked.
func (w *Window) chooseFile(title string, endings []string, then func(path string)) {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			w.fail(err)
		case file != nil:
			path := file.URI().Path()
			file.Close()
			w.settings.setFolder(filepath.Dir(path))
			then(path)
		}
	}, w.Window)
	d.SetFilter(storage.NewExtensionFileFilter(endings))
	w.showFileDialog(d, title)
}

// chooseFolder asks for a folder. There is no dialog for a file to write to:
// Fyne's would empty the file before what is to be in it is complete.
func (w *Window) chooseFolder(title, confirm string, then func(path string)) {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		switch {
		case err != nil:
			w.fail(err)
		case folder != nil:
			w.settings.setFolder(folder.Path())
			then(folder.Path())
		}
	}, w.Window)
	d.SetConfirmText(confirm)
	w.showFileDialog(d, title)
}

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
