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
	scene := c.Scene(figure.Style{})
	v.legend.show(scene.Series(), v.picture.view.Hidden, scene.Kinds())
	v.picture.named = !v.legend.Hidden
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
