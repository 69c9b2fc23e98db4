package window

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/say"
)

// sameAgain is the button that saves anew what was saved last, with the file
// that it writes. It is hidden where nothing was saved yet.
type sameAgain struct {
	button  *button
	file    *text
	content *fyne.Container
}

func newSameAgain(press func()) *sameAgain {
	s := &sameAgain{button: makeButton(say.Text("Same as last time"), widget.LowImportance, press), file: newText("", sizeLabel, colorMuted)}
	s.file.shrinks = true
	s.content = container.New(column{gap: spaceXS}, container.NewStack(newSurface(8), s.button), s.file)
	s.content.Hide()
	return s
}

// show says which file it writes.
func (s *sameAgain) show(last lastReport, now app.Snapshot) {
	s.content.Hidden = !last.again()
	if last.again() {
		s.file.set(filepath.Base(last.file(now)))
	}
}
