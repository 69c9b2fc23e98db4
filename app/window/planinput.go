package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// planInput is a field of the Plan screen, whatever the widget that it is
// typed into.
type planInput struct {
	*field
	focus fyne.Focusable
	fresh string // what a new one says
	get   func() string
	set   func(string) // without calling changed
	renew func()       // takes new names over; nil if it offers none that change
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

// referInput makes a field for the name of something: a figure, a track. It
// gives back the value behind the name, and shows its new name when that
// changes. Where the thing is gone, it is emptied if clears is set.
func referInput(title, placeHolder string, names func() []figureName, clears bool, changed, submitted func()) *planInput {
	p := newPick(placeHolder)
	value, known := "", false
	input := typedInput(title, p, &p.Entry, func() {
		value, known = valueOf(names(), strings.TrimSpace(p.Text))
		changed()
	}, submitted)
	input.get = func() string { return value }
	show := input.set
	input.set = func(v string) {
		value = v
		p.offer(wordsOf(names()))
		word, ok := wordOf(names(), v)
		known = ok
		show(word)
	}
	input.renew = func() {
		p.offer(wordsOf(names()))
		word, ok := wordOf(names(), value)
		switch {
		case ok && !strings.EqualFold(word, strings.TrimSpace(p.Text)):
			show(word)
		case !ok && known && clears:
			value = ""
			show("")
		}
		known = ok
	}
	return input
}

// wordsOf returns what all are called on screen.
func wordsOf(names []figureName) []string {
	return slices.DeleteFunc(namesOf(names, func(n figureName) string { return n.word }), func(word string) bool { return word == "" })
}

// wordOf returns what a value is called on screen now.
func wordOf(names []figureName, value string) (string, bool) {
	for _, n := range names {
		if n.figure == value {
			return n.word, true
		}
	}
	return value, false
}

// valueOf returns the value that is called so on screen, or else the word.
func valueOf(names []figureName, word string) (string, bool) {
	for _, n := range names {
		if word != "" && strings.EqualFold(n.word, word) {
			return n.figure, true
		}
	}
	return word, false
}
