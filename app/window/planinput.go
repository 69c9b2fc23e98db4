package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"muster/campaign"
)

// planInput is a field of the Plan screen, whatever the widget that it is
// typed into.
type planInput struct {
	*field
	focus fyne.Focusable
	fresh string // what a new one says
	get   func() string
	set   func(string) // without calling changed
}

// typedInput makes a field of a text entry.
func typedInput(title string, o fyne.Focusable, e *widget.Entry, changed, submitted func()) *planInput {
	before := e.OnChanged
	e.OnChanged = func(text string) {
		if before != nil {
			before(text)
		}
		changed()
	}
	if !e.MultiLine {
		e.OnSubmitted = func(string) { submitted() }
	}
	return &planInput{
		field: newField(title, o.(fyne.CanvasObject)),
		focus: o,
		get:   func() string { return e.Text },
		set: func(text string) {
			e.Text = text
			e.CursorRow, e.CursorColumn = 0, 0
			e.Refresh()
		},
	}
}

// figureInput makes a field for the figure of a threshold, which is written in
// words on screen.
func figureInput(title string, names func() []figureName, changed, submitted func()) *planInput {
	p := newPick("")
	input := typedInput(title, p, &p.Entry, changed, submitted)
	input.fresh = campaign.FigurePledges
	input.get = func() string {
		for _, n := range names() {
			if strings.EqualFold(n.word, strings.TrimSpace(p.Text)) {
				return n.figure
			}
		}
		return p.Text
	}
	show := input.set
	input.set = func(figure string) {
		word := figure
		for _, n := range names() {
			if n.figure == figure {
				word = n.word
			}
		}
		show(word)
		p.offer(namesOf(names(), func(n figureName) string { return n.word }))
	}
	return input
}
