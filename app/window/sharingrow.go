package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// newSharingRow returns a line of a card of the screen: what it is of, what is
// said of it, and what can be done with it. Empty words are left out.
func newSharingRow(icon fyne.CanvasObject, title string, words []string, tools ...fyne.CanvasObject) fyne.CanvasObject {
	body := container.New(column{gap: 2}, newProse(sizeText, colorText, run{words: title, bold: true}))
	for _, w := range words {
		if w != "" {
			body.Add(newProse(sizeLabel, colorMuted, plain(w)))
		}
	}
	return container.New(&iconLine{}, icon, body, container.New(beside{gap: spaceXS}, tools...))
}

// iconLine lays out a picture, words beside it that wrap, and tools at the end
// of the line, below the words where there is too little room beside them. Its
// height follows from its width.
type iconLine struct{ height float32 }

const (
	iconRoom   = 24  // the picture and the gap beside it
	leastWords = 200 // width
)

// MinSize implements fyne.Layout.
func (l *iconLine) MinSize(o []fyne.CanvasObject) fyne.Size {
	body, tools := o[1].MinSize(), o[2].MinSize()
	return fyne.NewSize(iconRoom+max(body.Width, tools.Width), max(l.height, body.Height, tools.Height))
}

// Layout implements fyne.Layout.
func (l *iconLine) Layout(o []fyne.CanvasObject, size fyne.Size) {
	tools := o[2].MinSize()
	width := size.Width - iconRoom
	beside := tools.Width > 0 && width-tools.Width-spaceM >= leastWords
	if beside {
		width -= tools.Width + spaceM
	}
	l.height = heightAt(o[1], width)
	place(o[0], 0, 3, 15, 15)
	place(o[1], iconRoom, 0, width, l.height)
	switch {
	case beside:
		place(o[2], size.Width-tools.Width, 0, tools.Width, tools.Height)
		l.height = max(l.height, tools.Height)
	case tools.Width > 0:
		place(o[2], iconRoom, l.height+spaceXS, tools.Width, tools.Height)
		l.height += spaceXS + tools.Height
	}
}

// listRows puts rows into a list with lines between them.
func listRows(list *fyne.Container, rows []fyne.CanvasObject) {
	list.RemoveAll()
	for i, row := range rows {
		if i > 0 {
			list.Add(widget.NewSeparator())
		}
		list.Add(row)
	}
	list.Hidden = len(rows) == 0
}
