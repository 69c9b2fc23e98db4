package window

import (
	"fyne.io/fyne/v2"

	"muster/app/phrase"
)

// order is how what a scenario says stands to what the plan says.
type order int

const (
	same order = iota
	more
	less
	other
)

// orderOf holds a cell against the plan's.
func orderOf(cell, plan phrase.Cell) order {
	switch {
	case cell.Words == plan.Words || cell.Words == "":
		return same
	case plan.Words == "" || cell.Value == plan.Value:
		return other
	case cell.Value > plan.Value:
		return more
	}
	return less
}

// glyph is the drawing that stands for it, so that nothing hangs on a colour.
func (o order) glyph() glyph {
	switch o {
	case more:
		return glyphMore
	case less:
		return glyphLess
	}
	return glyphOther
}

// indent lays a small drawing out before something that wraps beside it. It
// takes no room while it is hidden.
type indent struct{ by float32 }

// MinSize implements fyne.Layout.
func (l *indent) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[1].MinSize().AddWidthHeight(l.left(o), 0)
}

func (l *indent) left(o []fyne.CanvasObject) float32 {
	if !o[0].Visible() {
		return 0
	}
	return l.by
}

// Layout implements fyne.Layout.
func (l *indent) Layout(o []fyne.CanvasObject, size fyne.Size) {
	left := l.left(o)
	side := o[0].MinSize()
	line := min(o[1].MinSize().Height, 2*side.Height)
	place(o[0], 0, (line-side.Height)/2, side.Width, side.Height)
	place(o[1], left, 0, size.Width-left, heightAt(o[1], size.Width-left))
}
