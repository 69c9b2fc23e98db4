package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"muster/app/figure"
)

// readout is the small box that says what stands at a stop: its name in bold,
// and below it each value with its name.
type readout struct {
	widget.BaseWidget
	read figure.Reading
}

func newReadout() *readout {
	o := &readout{}
	o.ExtendBaseWidget(o)
	return o
}

func (o *readout) show(r figure.Reading) {
	o.read = r
	o.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (o *readout) CreateRenderer() fyne.WidgetRenderer {
	r := &readoutRenderer{readout: o, ground: canvas.NewRectangle(nil), title: newText("", sizeLabel, colorText)}
	r.title.style.Bold, r.title.shrinks = true, true
	r.Refresh()
	return r
}

type readoutRenderer struct {
	readout *readout
	ground  *canvas.Rectangle
	title   *text
	names   []*text
	values  []*text
	rows    int
}

const (
	readoutPad  = 8
	readoutMost = 300 // width
)

func (r *readoutRenderer) Destroy() {}

func (r *readoutRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.ground, r.title}
	for i := range r.rows {
		all = append(all, r.names[i], r.values[i])
	}
	return all
}

// columns returns how wide the names and the values are.
func (r *readoutRenderer) columns() (names, values float32) {
	for i := range r.rows {
		name, value := r.names[i].MinSize().Width, r.whole(r.values[i])
		if r.names[i].words == "" {
			value -= names
		}
		names, values = max(names, name), max(values, value)
	}
	return names, values
}

// whole returns how wide a text is that may shrink.
func (r *readoutRenderer) whole(t *text) float32 {
	return fyne.MeasureText(t.words, r.readout.Theme().Size(t.size), t.style).Width
}

func (r *readoutRenderer) MinSize() fyne.Size {
	names, values := r.columns()
	width := max(r.whole(r.title), names+spaceS+values)
	height := r.title.MinSize().Height * float32(1+r.rows)
	return fyne.NewSize(min(width, readoutMost)+2*readoutPad, height+2*readoutPad-4)
}

func (r *readoutRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	line := r.title.MinSize().Height
	inner := size.Width - 2*readoutPad
	place(r.title, readoutPad, readoutPad-2, inner, line)
	for i := range r.rows {
		y := readoutPad - 2 + line*float32(1+i)
		name := r.names[i].MinSize().Width
		place(r.names[i], readoutPad, y, name, line)
		left := float32(0)
		if r.names[i].words != "" {
			left = name + spaceS
		}
		place(r.values[i], readoutPad+left, y, inner-left, line)
	}
}

func (r *readoutRenderer) Refresh() {
	o := r.readout
	r.ground.FillColor, r.ground.StrokeColor, r.ground.StrokeWidth, r.ground.CornerRadius = themed(o, colorCard), themed(o, colorMuted), 1, 6
	r.title.set(o.read.Name)
	for len(r.names) < len(o.read.Values) {
		value := newText("", sizeLabel, colorText)
		value.shrinks, value.align = true, fyne.TextAlignTrailing
		r.names, r.values = append(r.names, newText("", sizeLabel, colorMuted)), append(r.values, value)
	}
	r.rows = len(o.read.Values)
	for i, v := range o.read.Values {
		r.names[i].set(v.Name)
		r.values[i].align = fyne.TextAlignTrailing
		if v.Name == "" {
			r.values[i].align = fyne.TextAlignLeading
		}
		r.values[i].set(v.Says)
	}
	r.Layout(o.Size())
	canvas.Refresh(o)
}
