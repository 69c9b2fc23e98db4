package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"muster/app/figure"
	"muster/campaign"
)

var (
	_ desktop.Hoverable = (*fanView)(nil)
	_ fyne.Focusable    = (*fanView)(nil)
	_ fyne.Tappable     = (*fanView)(nil)
)

// fanView is the chart of a forecast, on which the pointer or the arrow keys
// read a day.
type fanView struct {
	widget.BaseWidget
	view    *chartView
	chart   figure.Trend
	read    func(campaign.Day) // the day that is pointed at; 0 when none is
	day     campaign.Day
	focused bool
	framed  picture // what frame is of
	frame   figure.Frame
}

func newFanView(t threads, read func(campaign.Day)) *fanView {
	v := &fanView{view: newChartView(t), read: read}
	v.ExtendBaseWidget(v)
	return v
}

// set shows another chart.
func (v *fanView) set(chart figure.Trend) {
	v.chart, v.day = chart, 0
	v.view.draw(chart)
	v.Refresh()
}

// scale returns how many device pixels make a unit of the window, 0 before the
// chart is drawn.
func (v *fanView) scale() float64 {
	if v.view.drawn.image == nil || v.Size().Width == 0 {
		return 0
	}
	return float64(v.view.drawn.width) / float64(v.Size().Width)
}

// place returns where the chart has its days and totals, as it is drawn now.
func (v *fanView) place() (figure.Frame, bool) {
	drawn := v.view.drawn
	if v.scale() == 0 {
		return v.frame, false
	}
	if !v.framed.same(drawn) || v.framed.image == nil {
		style := figure.Style{Palette: drawn.palette, Text: float64(v.Theme().Size(sizeLabel))}
		v.frame = v.chart.Scene(style).Frame(drawn.width, drawn.height, v.scale())
		v.framed = drawn
	}
	return v.frame, true
}

// point reads a day; 0 is none.
func (v *fanView) point(day campaign.Day) {
	if v.day != day {
		v.day = day
		v.read(day)
		v.Refresh()
	}
}

// at reads the day under a place.
func (v *fanView) at(where fyne.Position) {
	if frame, ok := v.place(); ok {
		v.point(frame.Day(float64(where.X) * v.scale()))
	}
}

// MouseIn implements desktop.Hoverable.
func (v *fanView) MouseIn(e *desktop.MouseEvent) { v.at(e.Position) }

// MouseMoved implements desktop.Hoverable.
func (v *fanView) MouseMoved(e *desktop.MouseEvent) { v.at(e.Position) }

// MouseOut implements desktop.Hoverable.
func (v *fanView) MouseOut() { v.point(0) }

// Tapped implements fyne.Tappable: the arrow keys go on from where it was
// clicked.
func (v *fanView) Tapped(e *fyne.PointEvent) {
	fyne.CurrentApp().Driver().CanvasForObject(v).Focus(v)
	v.at(e.Position)
}

// FocusGained implements fyne.Focusable.
func (v *fanView) FocusGained() { v.focused = true; v.Refresh() }

// FocusLost implements fyne.Focusable.
func (v *fanView) FocusLost() { v.focused = false; v.point(0); v.Refresh() }

// TypedRune implements fyne.Focusable.
func (v *fanView) TypedRune(rune) {}

// TypedKey implements fyne.Focusable: left and right move by a day, up and down
// by a week.
func (v *fanView) TypedKey(k *fyne.KeyEvent) {
	step, ok := map[fyne.KeyName]campaign.Day{fyne.KeyLeft: -1, fyne.KeyRight: 1, fyne.KeyDown: -7, fyne.KeyUp: 7}[k.Name]
	if !ok {
		passOn(v, k)
		return
	}
	day := v.day
	if !day.IsSet() {
		day = v.chart.AsOf
	}
	v.point(min(max(day+step, v.chart.From), v.chart.Till))
}

// AccessibilityLabel says what this is.
func (v *fanView) AccessibilityLabel() string {
	return "Pledges and their forecast; the arrow keys read a day"
}

// CreateRenderer implements fyne.Widget.
func (v *fanView) CreateRenderer() fyne.WidgetRenderer {
	r := &fanRenderer{fan: v, line: canvas.NewLine(nil), ring: canvas.NewRectangle(nil)}
	for i := range r.dots {
		r.dots[i] = canvas.NewCircle(nil)
	}
	r.line.StrokeWidth, r.ring.StrokeWidth, r.ring.CornerRadius = 1, 1, 6
	r.Refresh()
	return r
}

// fanRenderer lays a line over the chart at the day that is read, with dots
// where the totals lie.
type fanRenderer struct {
	fan  *fanView
	line *canvas.Line
	dots [3]*canvas.Circle // high, middle, low
	ring *canvas.Rectangle
}

func (r *fanRenderer) Destroy()           {}
func (r *fanRenderer) MinSize() fyne.Size { return r.fan.view.MinSize() }

func (r *fanRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.fan.view, r.ring, r.line, r.dots[0], r.dots[1], r.dots[2]}
}

func (r *fanRenderer) Layout(size fyne.Size) {
	r.fan.view.Resize(size)
	place(r.ring, -4, -4, size.Width+8, size.Height+8)
	r.mark()
}

func (r *fanRenderer) Refresh() {
	r.ring.FillColor, r.ring.StrokeColor = nil, themed(r.fan, colorAccent)
	r.ring.Hidden = !r.fan.focused
	r.line.StrokeColor = themed(r.fan, colorText)
	for _, dot := range r.dots {
		dot.FillColor, dot.StrokeColor, dot.StrokeWidth = themed(r.fan, colorAccent), themed(r.fan, colorCard), 1
	}
	r.mark()
	canvas.Refresh(r.fan)
}

// mark puts the line and the dots where the day lies.
func (r *fanRenderer) mark() {
	v := r.fan
	frame, ok := v.place()
	read := ok && v.day.IsSet()
	r.line.Hidden = !read
	totals := v.totals()
	for i, dot := range r.dots {
		dot.Hidden = !read || i >= len(totals)
	}
	if !read {
		return
	}
	unit := v.scale()
	area := frame.Area()
	x := float32(frame.X(v.day) / unit)
	r.line.Position1 = fyne.NewPos(x, float32(float64(area.Min.Y)/unit))
	r.line.Position2 = fyne.NewPos(x, float32(float64(area.Max.Y)/unit))
	for i, total := range totals {
		place(r.dots[i], x-4, float32(frame.Y(total)/unit)-4, 8, 8)
	}
}

// totals returns the totals of the day that is read: the one that was counted,
// or the range that is forecast, with its middle.
func (v *fanView) totals() []float64 {
	if v.day <= v.chart.AsOf {
		if total, ok := v.chart.On(v.day); ok {
			return []float64{float64(total)}
		}
		return nil
	}
	if len(v.chart.Fan) == 0 {
		return nil
	}
	for i, day := range v.chart.Fan[0].Days {
		if day == v.day {
			return []float64{v.chart.Fan[0].High[i], v.chart.Median[i], v.chart.Fan[0].Low[i]}
		}
	}
	return nil
}
