package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// choice is a row of words of which one is chosen, such as linear or log.
type choice struct {
	widget.BaseWidget
	options []*option
	chosen  func(i int)
}

func newChoice(words []string, chosen func(i int)) *choice {
	c := &choice{chosen: chosen}
	for i, word := range words {
		o := &option{word: newText(word, sizeLabel, colorMuted)}
		o.pressed = func() {
			c.mark(i)
			c.chosen(i)
		}
		o.ExtendBaseWidget(o)
		c.options = append(c.options, o)
	}
	c.ExtendBaseWidget(c)
	return c
}

// mark shows the i-th word as chosen.
func (c *choice) mark(i int) {
	for j, o := range c.options {
		o.selected = i == j
		o.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (c *choice) CreateRenderer() fyne.WidgetRenderer {
	row := container.New(beside{gap: 2})
	for _, o := range c.options {
		row.Add(o)
	}
	return widget.NewSimpleRenderer(row)
}

// option is one word of a choice.
type option struct {
	pressable
	word     *text
	selected bool
}

// AccessibilityLabel returns the word.
func (o *option) AccessibilityLabel() string { return o.word.words }

// CreateRenderer implements fyne.Widget.
func (o *option) CreateRenderer() fyne.WidgetRenderer {
	r := &optionRenderer{option: o, ground: canvas.NewRectangle(nil)}
	r.ground.CornerRadius = 6
	r.ground.StrokeWidth = 1
	r.Refresh()
	return r
}

type optionRenderer struct {
	option *option
	ground *canvas.Rectangle
}

func (r *optionRenderer) Destroy() {}

func (r *optionRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.option.word}
}

// MinSize is that of the word in bold, so that nothing moves when it is chosen.
func (r *optionRenderer) MinSize() fyne.Size {
	size := r.option.Theme().Size(sizeLabel)
	return fyne.MeasureText(r.option.word.words, size, fyne.TextStyle{Bold: true}).AddWidthHeight(14, 2)
}

func (r *optionRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.option.word.Resize(size)
	r.option.word.Move(fyne.NewPos(0, 1))
}

func (r *optionRenderer) Refresh() {
	o := r.option
	o.word.align = fyne.TextAlignCenter
	o.word.style.Bold = o.selected
	o.word.colour = colorMuted
	r.ground.FillColor = themed(o, colorCard)
	if o.selected {
		o.word.colour = colorText
		r.ground.FillColor = themed(o, colorLine)
	}
	r.ground.StrokeColor = r.ground.FillColor
	if o.hovered || o.focused {
		r.ground.StrokeColor = themed(o, colorAccent)
	}
	o.word.Refresh()
	canvas.Refresh(o)
}
