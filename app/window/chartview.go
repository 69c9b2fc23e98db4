package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"muster/app/figure"
)

var (
	_ desktop.Hoverable      = (*chartView)(nil)
	_ desktop.Mouseable      = (*chartView)(nil)
	_ desktop.Cursorable     = (*chartView)(nil)
	_ fyne.Draggable         = (*chartView)(nil)
	_ fyne.Tappable          = (*chartView)(nil)
	_ fyne.DoubleTappable    = (*chartView)(nil)
	_ fyne.SecondaryTappable = (*chartView)(nil)
	_ fyne.Focusable         = (*chartView)(nil)
	_ fyne.Accessible        = (*chartView)(nil)
)

// chartView is a chart that answers: pointed at, it says what stands there;
// dragged over, it shows that part alone; its legend switches series off; its
// menu saves it. All of that works from the keyboard too. What a chart can do
// follows from its scene.
type chartView struct {
	widget.BaseWidget
	picture *chartPicture
	legend  *legend
	more    *moreButton // opens the menu; where it stands is up to the card
	keeper  *chartKeeper
	wheel   *chartWheel
	says    string // the sentence of the chart

	reading  bool // a stop is read
	stop     int
	read     figure.Reading
	pointer  *fyne.Position // over the chart; none while the keys read
	focused  bool
	gesture  gesture
	selected [2]float32 // the columns between which the pointer was dragged, while it is
}

func newChartView(t threads) *chartView {
	v := &chartView{}
	v.picture = newChartPicture(t, v.settle)
	v.legend = newLegend(v.hide)
	v.more = newMoreButton(v.openMenu)
	v.wheel = newChartWheel(v.scroll)
	v.ExtendBaseWidget(v)
	return v
}

// draw shows another chart, or the same one as it now stands. The part that is
// looked at stays. The sentence is what the chart says to those who do not see it.
func (v *chartView) draw(c charted, sentence string) {
	v.says = sentence
	v.picture.shown = c
	v.legend.show(c.Scene(figure.Style{}).Series(), v.picture.view.Hidden)
	v.picture.changed()
	v.Refresh()
}

// settle brings what lies on the picture in line with a new one.
func (v *chartView) settle() {
	switch {
	case v.pointer != nil:
		v.pointAt(*v.pointer)
	case v.reading:
		v.readStop(v.stop)
	}
	v.Refresh()
}

// AccessibilityLabel returns the sentence of the chart, and what is read.
func (v *chartView) AccessibilityLabel() string {
	if !v.reading {
		return v.says
	}
	return v.says + " " + sayReading(v.read)
}

// AccessibilityRole says that the chart is read like text.
func (v *chartView) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Cursor implements desktop.Cursorable.
func (v *chartView) Cursor() desktop.Cursor {
	if _, ok := v.picture.frame(); ok {
		return desktop.CrosshairCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer implements fyne.Widget.
func (v *chartView) CreateRenderer() fyne.WidgetRenderer {
	r := &chartRenderer{
		view: v, line: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil), part: canvas.NewRectangle(nil), readout: newReadout(),
	}
	for i := range r.dots {
		r.dots[i] = canvas.NewCircle(nil)
	}
	r.Refresh()
	return r
}

// chartRenderer lays the crosshair, its readout, the part being dragged over and
// the ring of the focus over the picture, and the legend below it.
type chartRenderer struct {
	view    *chartView
	line    *canvas.Rectangle // or the outline of a bar
	dots    [4]*canvas.Circle
	part    *canvas.Rectangle
	ring    *canvas.Rectangle
	readout *readout
}

func (r *chartRenderer) Destroy() {}

func (r *chartRenderer) Objects() []fyne.CanvasObject {
	v := r.view
	return []fyne.CanvasObject{v.picture, r.ring, r.part, r.line, r.dots[0], r.dots[1], r.dots[2], r.dots[3], r.readout, v.wheel, v.legend}
}

// MinSize is as high as the legend needs at the present width.
func (r *chartRenderer) MinSize() fyne.Size {
	least := r.view.picture.MinSize()
	return fyne.NewSize(least.Width, least.Height+r.foot(max(least.Width, r.view.Size().Width)))
}

// foot returns the room that the legend takes at a width.
func (r *chartRenderer) foot(width float32) float32 {
	if r.view.legend.Hidden {
		return 0
	}
	return heightAt(r.view.legend, width) + spaceXS
}

func (r *chartRenderer) Layout(size fyne.Size) {
	foot := r.foot(size.Width)
	height := size.Height - foot
	place(r.view.picture, 0, 0, size.Width, height)
	place(r.view.wheel, 0, 0, size.Width, height)
	place(r.view.legend, 0, height+spaceXS, size.Width, max(0, foot-spaceXS))
	place(r.ring, -4, -4, size.Width+8, size.Height+8)
	r.mark()
}

func (r *chartRenderer) Refresh() {
	v := r.view
	r.ring.CornerRadius, r.ring.StrokeWidth, r.ring.StrokeColor = 6, 2, themed(v, colorAccent)
	r.ring.Hidden = !v.focused
	r.part.FillColor = translucent(themed(v, colorAccent), 0x30)
	for _, dot := range r.dots {
		dot.FillColor, dot.StrokeColor, dot.StrokeWidth = themed(v, colorAccent), themed(v, colorCard), 1
	}
	v.wheel.Hidden = !v.zoomed()
	r.Layout(v.Size())
	canvas.Refresh(v)
}

// mark puts the crosshair, the dots and the readout where the reading lies.
func (r *chartRenderer) mark() {
	v := r.view
	frame, ok := v.picture.frame()
	reads, drags := ok && v.reading && v.gesture != selecting, ok && v.gesture == selecting
	r.line.Hidden, r.readout.Hidden, r.part.Hidden = !reads, !reads, !drags
	for _, dot := range r.dots {
		dot.Hidden = true
	}
	unit := v.picture.unit()
	if drags {
		area := frame.Area()
		from, to := min(v.selected[0], v.selected[1]), max(v.selected[0], v.selected[1])
		top := float32(area.Min.Y / unit)
		place(r.part, from, top, to-from, float32(area.Max.Y/unit)-top)
	}
	if !reads {
		return
	}
	box := r.outline(frame.Box(v.read), unit)
	for i, p := range frame.Dots(v.read) {
		if i < len(r.dots) {
			r.dots[i].Hidden = false
			place(r.dots[i], float32(p.X/unit)-4, float32(p.Y/unit)-4, 8, 8)
		}
	}
	r.readout.show(v.read)
	size := r.readout.MinSize()
	size.Width = min(size.Width, v.Size().Width)
	r.readout.Resize(size)
	r.readout.Move(nextTo(box, size, v.picture.Size()))
}

// outline draws what is read: a line, or the outline of a bar. It returns where
// that is.
func (r *chartRenderer) outline(box figure.Box, unit float64) [2]fyne.Position {
	from := fyne.NewPos(float32(box.Min.X/unit), float32(box.Min.Y/unit))
	to := fyne.NewPos(float32(box.Max.X/unit), float32(box.Max.Y/unit))
	r.line.FillColor, r.line.StrokeColor, r.line.StrokeWidth = nil, themed(r.view, colorText), 1.5
	if to.X-from.X < 1 {
		r.line.FillColor, r.line.StrokeWidth = themed(r.view, colorText), 0
		from.X -= 0.5
		to.X = from.X + 1
	}
	place(r.line, from.X, from.Y, to.X-from.X, to.Y-from.Y)
	return [2]fyne.Position{from, to}
}
