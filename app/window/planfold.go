package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/campaign"
)

// planFold is a part of the plan that few campaigns need. Where it is empty,
// one line stands for it until it is pressed.
type planFold struct {
	widget.BaseWidget
	line    *openingLine
	inside  *fyne.Container
	paths   string                // what its problems begin with
	says    func() (string, bool) // what is in it, and whether that is nothing
	touched bool                  // opened or closed by hand
}

func newPlanFold(title, paths string, says func() (string, bool), again func(), inside fyne.CanvasObject) *planFold {
	f := &planFold{paths: paths, says: says, inside: container.New(padded{top: 10}, inside)}
	f.line = newOpeningLine(title, func() {
		f.touched = true
		f.open(!f.line.open)
		again()
	})
	f.line.words.size, f.line.words.style.Bold = sizeGap, true
	f.line.value.colour, f.line.value.style.Bold = colorMuted, false
	f.inside.Hide()
	f.ExtendBaseWidget(f)
	return f
}

func (f *planFold) open(yes bool) {
	f.line.open, f.inside.Hidden = yes, !yes
	f.line.Refresh()
}

// renew sums up what is in the fold, and opens it if there is something, or
// something to mend. It reports whether anything changed.
func (f *planFold) renew(problems campaign.Problems) bool {
	words, empty := f.says()
	wrong := false
	for _, p := range problems {
		wrong = wrong || strings.HasPrefix(p.Path, f.paths)
	}
	open := f.line.open || wrong
	if !f.touched && !wrong {
		open = !empty
	}
	if f.line.value.words == words && f.line.open == open {
		return false
	}
	f.line.value.words = words
	f.open(open)
	return true
}

// CreateRenderer implements fyne.Widget.
func (f *planFold) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(column{}, f.line, f.inside))
}
