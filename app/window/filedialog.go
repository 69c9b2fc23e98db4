package window

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// All files and folders that there are already are asked for here. Only the path is passed on: what is
// done with the file is for whoever asked.

// chooseFile asks for a file with one of the endings, in the folder that was
// used last.
func (w *Window) chooseFile(title string, endings []string, then func(path string)) {
	w.chooseFileIn(w.settings.folder(), title, endings, func(path string) {
		w.settings.setFolder(filepath.Dir(path))
		then(path)
	})
}

// chooseFileIn asks for a file with one of the endings, in a folder of ours.
func (w *Window) chooseFileIn(folder, title string, endings []string, then func(path string)) {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			w.fail(err)
		case file != nil:
			file.Close()
			then(file.URI().Path())
		}
	}, w.Window)
	d.SetFilter(storage.NewExtensionFileFilter(endings))
	w.showFileDialog(d, title, folder)
}

// chooseFolder asks for the folder that files are saved in from now on.
func (w *Window) chooseFolder(title, confirm string, then func(path string)) {
	w.chooseFolderFor(title, confirm, func(path string) {
		w.settings.setFolder(path)
		then(path)
	})
}

// chooseFolderFor asks for a folder of another use.
func (w *Window) chooseFolderFor(title, confirm string, then func(path string)) {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		switch {
		case err != nil:
			w.fail(err)
		case folder != nil:
			then(folder.Path())
		}
	}, w.Window)
	d.SetConfirmText(confirm)
	w.showFileDialog(d, title, w.settings.folder())
}

// showFileDialog opens a file dialog on a folder, large enough to find something
// in.
func (w *Window) showFileDialog(d *dialog.FileDialog, title, folder string) {
	if at, err := storage.ListerForURI(storage.NewFileURI(folder)); err == nil {
		d.SetLocation(at)
	}
	d.SetTitleText(title)
	d.SetView(dialog.ListView) // icons cut long names
	d.Show()
	size := w.Canvas().Size() // only an open dialog can be resized
	d.Resize(fyne.NewSize(size.Width*0.8, size.Height*0.8))
}
