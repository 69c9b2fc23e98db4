package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app/figure"
	"muster/app/say"
)

// legend names the series of a chart. Pressed, a name switches its series off
// and on.
type legend struct {
	widget.BaseWidget
	items []*legendItem
	flow  *flow
}

func newLegend(hide func(figure.Series, bool)) *legend {
	l := &legend{flow: &flow{gap: spaceXS}}
	for _, s := range figure.AllSeries {
		item := &legendItem{series: s, on: true, word: newText(seriesName(s), sizeLabel, colorMuted), kinds: container.New(beside{gap: 10})}
		item.pressed = func() {
			item.on = !item.on
			item.Refresh()
			hide(s, !item.on)
		}
		item.ExtendBaseWidget(item)
		l.items = append(l.items, item)
		l.flow.rooms = append(l.flow.rooms, room{})
	}
	l.Hidden = true
	l.ExtendBaseWidget(l)
	return l
}

// seriesName returns what a series is called.
func seriesName(s figure.Series) string {
	switch s {
	case figure.Counted:
		return say.Text("counted")
	case figure.Foreseen:
		return say.Text("forecast")
	case figure.Levels:
		return say.Text("thresholds")
	}
	return say.Text("moments and activities")
}

// show shows the series that there are, and the kinds of moments among them.
// One alone needs no legend.
func (l *legend) show(has, hidden figure.Series, kinds []figure.Kind) {
	n := 0
	for i, item := range l.items {
		if item.series == figure.Moments {
			item.name(kinds)
		}
		l.flow.rooms[i].least = item.MinSize().Width
		item.Hidden = has&item.series == 0
		item.on = hidden&item.series == 0
		if !item.Hidden {
			n++
		}
	}
	l.Hidden = n < 2
	l.Refresh()
}

// hide switches a series off or on.
func (v *chartView) hide(s figure.Series, off bool) {
	v.picture.view.Hidden &^= s
	if off {
		v.picture.view.Hidden |= s
	}
	v.picture.changed()
	v.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (l *legend) CreateRenderer() fyne.WidgetRenderer {
	row := container.New(l.flow)
	for _, item := range l.items {
		row.Add(item)
	}
	return widget.NewSimpleRenderer(row)
}

// legendItem is the name of one series with a sample of how it is drawn.
type legendItem struct {
	pressable
	series figure.Series
	word   *text
	kinds  *fyne.Container // in place of the word: each mark with its name; of moments alone
	on     bool
}

// name shows which kinds of moments there are, each behind its mark.
func (i *legendItem) name(kinds []figure.Kind) {
	i.kinds.RemoveAll()
	for _, k := range kinds {
		mark, ok := momentGlyphs[k.Of]
		if !ok {
			mark = glyphActivity
		}
		drawn := newDrawing(mark, colorMuted, 12)
		drawn.filled = true // as on the chart
		i.kinds.Add(container.New(beside{gap: 5}, drawn, newText(k.Name, sizeLabel, colorText)))
	}
}

// AccessibilityLabel returns the name, and whether the series is shown.
func (i *legendItem) AccessibilityLabel() string {
	if i.on {
		return say.Text("%s, shown", i.word.words)
	}
	return say.Text("%s, hidden", i.word.words)
}

// CreateRenderer implements fyne.Widget.
func (i *legendItem) CreateRenderer() fyne.WidgetRenderer {
	r := &legendRenderer{item: i, ground: canvas.NewRectangle(nil), strike: canvas.NewRectangle(nil)}
	switch i.series {
	case figure.Counted:
		r.sample = []*canvas.Rectangle{canvas.NewRectangle(nil)}
	case figure.Foreseen:
		r.sample = []*canvas.Rectangle{canvas.NewRectangle(nil), canvas.NewRectangle(nil)}
	case figure.Levels:
		r.sample = []*canvas.Rectangle{canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil)}
	}
	r.Refresh()
	return r
}

// legendRenderer draws the sample: a line, bands, dashes or marks. A series that
// is off is struck through.
type legendRenderer struct {
	item   *legendItem
	ground *canvas.Rectangle
	sample []*canvas.Rectangle
	strike *canvas.Rectangle
}

const legendSample = 16 // width

func (r *legendRenderer) Destroy() {}

func (r *legendRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.ground}
	for _, s := range r.sample {
		all = append(all, s)
	}
	if r.item.series == figure.Moments {
		return append(all, r.item.kinds, r.strike)
	}
	return append(all, r.item.word, r.strike)
}

func (r *legendRenderer) MinSize() fyne.Size {
	if r.item.series == figure.Moments {
		return r.item.kinds.MinSize().Max(fyne.NewSize(0, r.item.word.MinSize().Height)).AddWidthHeight(2*6, 4)
	}
	return r.item.word.MinSize().AddWidthHeight(legendSample+6+2*6, 4)
}

func (r *legendRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	middle := size.Height / 2
	switch r.item.series {
	case figure.Counted:
		place(r.sample[0], 6, middle-1, legendSample, 2)
	case figure.Foreseen:
		place(r.sample[0], 6, middle-5, legendSample, 10)
		place(r.sample[1], 6, middle-2, legendSample, 4)
	case figure.Levels:
		for i, s := range r.sample {
			place(s, 6+float32(i)*6, middle-0.75, 4, 1.5)
		}
	}
	kinds := r.item.kinds.MinSize()
	place(r.item.kinds, 6, middle-kinds.Height/2, kinds.Width, kinds.Height)
	word := r.item.word.MinSize()
	place(r.item.word, 6+legendSample+6, middle-word.Height/2, word.Width, word.Height)
	place(r.strike, 4, middle-0.5, size.Width-8, 1)
}

func (r *legendRenderer) Refresh() {
	i := r.item
	i.word.colour = colorText
	if !i.on {
		i.word.colour = colorMuted
	}
	r.strike.Hidden, r.strike.FillColor = i.on, themed(i, colorMuted)
	accent := themed(i, colorAccent)
	if !i.on {
		accent = themed(i, colorLine)
	}
	for n, s := range r.sample {
		s.FillColor = accent
		if i.series == figure.Foreseen {
			s.FillColor = translucent(accent, []uint8{0x40, 0x70}[n])
		}
	}
	r.ground.CornerRadius, r.ground.StrokeWidth = 6, 1
	r.ground.FillColor, r.ground.StrokeColor = themed(i, colorCard), themed(i, colorCard)
	if i.hovered || i.focused {
		r.ground.StrokeColor = themed(i, colorAccent)
	}
	i.word.Refresh()
	i.kinds.Refresh()
	canvas.Refresh(i)
}
