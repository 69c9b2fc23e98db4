package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// walk visits an object and all that can be seen in it, with where it lies.
func walk(o fyne.CanvasObject, at fyne.Position, visit func(fyne.CanvasObject, fyne.Position)) {
	if !o.Visible() {
		return
	}
	visit(o, at)
	var parts []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		parts = o.Objects
	case fyne.Widget:
		parts = test.WidgetRenderer(o).Objects()
	}
	for _, part := range parts {
		walk(part, at.Add(part.Position()), visit)
	}
}

// shown returns all the words that can be seen in an object, in order.
func shown(o fyne.CanvasObject) string {
	var words []string
	walk(o, fyne.NewPos(0, 0), func(o fyne.CanvasObject, _ fyne.Position) {
		if t, ok := o.(*canvas.Text); ok {
			words = append(words, t.Text)
		}
	})
	return strings.Join(strings.Fields(strings.Join(words, " ")), " ")
}
