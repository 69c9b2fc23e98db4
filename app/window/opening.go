package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app/say"
)

// opening is a line that opens what belongs to it, below it, when it is
// pressed: how a figure is worked out, or a rule to change.
type opening struct {
	widget.BaseWidget
	line    *openingLine
	inside  *fyne.Container
	toggled func()
}

// newOpening returns a closed opening. Toggled is called when it has been
// opened or closed, so that what is around it makes room.
func newOpening(words string, toggled func(), inside fyne.CanvasObject) *opening {
	o := &opening{toggled: toggled, inside: container.New(padded{left: 20, top: 2, bottom: 6}, inside)}
	o.line = newOpeningLine(words, o.toggle)
	o.inside.Hide()
	o.ExtendBaseWidget(o)
	return o
}

// newHow returns the opening that says how a figure is worked out.
func newHow(toggled func(), words ...string) *opening {
	answer := container.New(column{gap: spaceXS})
	for _, paragraph := range words {
		answer.Add(newProse(sizeLabel, colorMuted, plain(paragraph)))
	}
	return newOpening(say.Text("How is this worked out?"), toggled, answer)
}

func (o *opening) toggle() {
	o.line.open = !o.line.open
	o.inside.Hidden = !o.line.open
	o.line.Refresh()
	o.toggled()
}

// CreateRenderer implements fyne.Widget.
func (o *opening) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(column{}, o.line, o.inside))
}

// openingLine is the line that is pressed, with a value on its right.
type openingLine struct {
	pressable
	words, value *text
	open         bool
}

func newOpeningLine(words string, pressed func()) *openingLine {
	l := &openingLine{words: newText(words, sizeLabel, colorMuted), value: newText("", sizeText, colorText)}
	l.pressed = pressed
	l.words.shrinks = true
	l.value.style.Bold = true
	l.ExtendBaseWidget(l)
	return l
}

// AccessibilityLabel returns what is written on the line.
func (l *openingLine) AccessibilityLabel() string {
	if l.value.words == "" {
		return l.words.words
	}
	return l.words.words + ": " + l.value.words
}

// CreateRenderer implements fyne.Widget.
func (l *openingLine) CreateRenderer() fyne.WidgetRenderer {
	r := &openingRenderer{line: l, ground: canvas.NewRectangle(nil), chevron: newDrawing(glyphRight, colorMuted, 14)}
	r.ground.CornerRadius, r.ground.StrokeWidth = 6, 1
	r.Refresh()
	return r
}

type openingRenderer struct {
	line    *openingLine
	ground  *canvas.Rectangle
	chevron *drawing
}

func (r *openingRenderer) Destroy() {}

func (r *openingRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.chevron, r.line.words, r.line.value}
}

func (r *openingRenderer) MinSize() fyne.Size {
	words, value := r.line.words.MinSize(), r.line.value.MinSize()
	return fyne.NewSize(20+words.Width+spaceS+value.Width, max(words.Height, value.Height)+4)
}

func (r *openingRenderer) Layout(size fyne.Size) {
	reach := float32(6) // beyond the words, so that they stay in line with others
	place(r.ground, -reach, 0, size.Width+2*reach, size.Height)
	place(r.chevron, 0, (size.Height-14)/2, 14, 14)
	words, value := r.line.words, r.line.value
	right := value.MinSize()
	place(value, size.Width-right.Width, (size.Height-right.Height)/2, right.Width, right.Height)
	height := words.MinSize().Height
	place(words, 20, (size.Height-height)/2, size.Width-20-right.Width-spaceXS, height)
}

func (r *openingRenderer) Refresh() {
	l := r.line
	r.chevron.glyph = glyphRight
	if l.open {
		r.chevron.glyph = glyphDown
	}
	r.chevron.colour, l.words.colour = colorMuted, colorMuted
	if l.value.words != "" || l.hovered || l.focused {
		l.words.colour = colorText
	}
	r.ground.FillColor, r.ground.StrokeColor = themed(l, colorCard), themed(l, colorCard)
	if l.hovered || l.focused {
		r.ground.StrokeColor = themed(l, colorAccent)
	}
	r.chevron.Refresh()
	l.words.Refresh()
	l.value.Refresh()
	r.Layout(l.Size())
	canvas.Refresh(l)
}
