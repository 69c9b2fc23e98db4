package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// ringReach is how far the ring stands off what has the focus.
const ringReach float32 = 3

// CreateRenderer implements fyne.Widget.
func (b *button) CreateRenderer() fyne.WidgetRenderer {
	r := &ringed{WidgetRenderer: b.Button.CreateRenderer(), button: b, ring: canvas.NewRectangle(color.Transparent)}
	r.ring.StrokeWidth = 2
	r.paint()
	return r
}

// ringed draws a button, and around it a ring while it has the focus.
type ringed struct {
	fyne.WidgetRenderer
	button *button
	ring   *canvas.Rectangle
}

func (r *ringed) Objects() []fyne.CanvasObject {
	return append(r.WidgetRenderer.Objects(), r.ring)
}

func (r *ringed) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	place(r.ring, -ringReach, -ringReach, size.Width+2*ringReach, size.Height+2*ringReach)
}

func (r *ringed) Refresh() {
	r.paint()
	r.WidgetRenderer.Refresh()
}

func (r *ringed) paint() {
	r.ring.Hidden = !r.button.focused
	r.ring.StrokeColor = themed(r.button, colorAccent)
	r.ring.CornerRadius = r.button.Theme().Size(theme.SizeNameButtonRadius) + ringReach
}
