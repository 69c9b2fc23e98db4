package window

import (
	"bytes"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage/repository"

	"muster/app/report"
)

// fileRepository is all that Fyne's own repository of files can do.
type fileRepository interface {
	repository.HierarchicalRepository
	repository.ListableRepository
	repository.AppendableRepository
	repository.CopyableRepository
	repository.MovableRepository
}

// wholeFiles is Fyne's repository of files with another way to write: Fyne's
// empties the chosen file as soon as a dialog to save closes. Here it stays as
// it was until the new one is complete.
type wholeFiles struct{ fileRepository }

// keepFilesWhole makes all file dialogs write whole files.
func keepFilesWhole() {
	const scheme = "file"
	files, err := repository.ForScheme(scheme)
	if err != nil {
		return // a system without files
	}
	if own, ok := files.(fileRepository); ok {
		if _, already := own.(wholeFiles); !already {
			repository.Register(scheme, wholeFiles{own})
		}
	}
}

// Writer implements repository.WritableRepository.
func (wholeFiles) Writer(at fyne.URI) (fyne.URIWriteCloser, error) { return &wholeFile{at: at}, nil }

// wholeFile keeps what is written in memory until it is closed.
type wholeFile struct {
	bytes.Buffer
	at fyne.URI
}

// URI implements fyne.URIWriteCloser.
func (f *wholeFile) URI() fyne.URI { return f.at }

// Close puts the file in its place.
func (f *wholeFile) Close() error {
	return report.Replace(f.at.Path(), func(w io.Writer) error { _, err := w.Write(f.Bytes()); return err })
}
