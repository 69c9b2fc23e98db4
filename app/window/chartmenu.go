package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"muster/app/report"
	"muster/app/say"
)

// TappedSecondary implements fyne.SecondaryTappable.
func (v *chartView) TappedSecondary(e *fyne.PointEvent) { v.menuAt(e.AbsolutePosition) }

// openMenu opens the menu below the button for it, or on a chart without one.
func (v *chartView) openMenu() {
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(v)
	if driver.CanvasForObject(v.more) != nil {
		at = driver.AbsolutePositionForObject(v.more).AddXY(0, v.more.Size().Height+2)
	}
	v.menuAt(at)
}

func (v *chartView) menuAt(at fyne.Position) {
	if menu := v.menu(); len(menu.Items) > 0 {
		widget.ShowPopUpMenuAtPosition(menu, fyne.CurrentApp().Driver().CanvasForObject(v), at)
	}
}

// menu returns what can be done with the chart. Fyne's clipboard takes no
// pictures, so there is none to be copied.
func (v *chartView) menu() *fyne.Menu {
	menu := fyne.NewMenu("")
	frame, ok := v.picture.frame()
	if !ok {
		return menu
	}
	add := func(label string, can bool, do func()) {
		item := fyne.NewMenuItem(label, do)
		item.Disabled = !can
		menu.Items = append(menu.Items, item)
	}
	if _, _, least := frame.Whole(); least > 0 {
		add(say.Text("Zoom in"), true, func() { v.TypedRune('+') })
		add(say.Text("Zoom out"), v.zoomed(), func() { v.TypedRune('-') })
		add(say.Text("Show all"), v.zoomed(), v.reset)
		menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
	}
	add(say.Text("Copy as words"), true, v.copyWords)
	if v.keeper != nil {
		add(say.Text("Save as PNG…"), true, func() { v.keeper.ask(v, report.FormatPNG) })
		add(say.Text("Save as SVG…"), true, func() { v.keeper.ask(v, report.FormatSVG) })
	}
	return menu
}

// copyWords copies what the chart says.
func (v *chartView) copyWords() {
	fyne.CurrentApp().Clipboard().SetContent(v.AccessibilityLabel())
	if v.keeper != nil {
		v.keeper.w.toast(say.Text("Copied."), "", nil)
	}
}

// moreButton is the small button with three dots that opens a menu.
type moreButton struct{ pressable }

func newMoreButton(pressed func()) *moreButton {
	b := &moreButton{}
	b.pressed = pressed
	b.ExtendBaseWidget(b)
	return b
}

// AccessibilityLabel says what the dots mean.
func (b *moreButton) AccessibilityLabel() string { return say.Text("More to do with this chart") }

// CreateRenderer implements fyne.Widget.
func (b *moreButton) CreateRenderer() fyne.WidgetRenderer {
	r := &moreRenderer{button: b, ground: canvas.NewRectangle(nil)}
	for i := range r.dots {
		r.dots[i] = canvas.NewCircle(nil)
	}
	r.Refresh()
	return r
}

type moreRenderer struct {
	button *moreButton
	ground *canvas.Rectangle
	dots   [3]*canvas.Circle
}

func (r *moreRenderer) Destroy()           {}
func (r *moreRenderer) MinSize() fyne.Size { return fyne.NewSize(26, 20) }

func (r *moreRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.dots[0], r.dots[1], r.dots[2]}
}

func (r *moreRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	for i, dot := range r.dots {
		place(dot, size.Width/2-1.5+float32(i-1)*6, size.Height/2-1.5, 3, 3)
	}
}

func (r *moreRenderer) Refresh() {
	b := r.button
	r.ground.CornerRadius, r.ground.StrokeWidth = 6, 1
	r.ground.FillColor, r.ground.StrokeColor = themed(b, colorCard), themed(b, colorLine)
	if b.hovered || b.focused {
		r.ground.StrokeColor = themed(b, colorAccent)
	}
	for _, dot := range r.dots {
		dot.FillColor = themed(b, colorText)
	}
	canvas.Refresh(b)
}
