package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// surface is the ground of cards and plain buttons: a rounded rectangle with a
// hairline around it.
type surface struct {
	widget.BaseWidget
	radius float32
}

func newSurface(radius float32) *surface {
	s := &surface{radius: radius}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer implements fyne.Widget.
func (s *surface) CreateRenderer() fyne.WidgetRenderer {
	r := &surfaceRenderer{surface: s, ground: canvas.NewRectangle(nil)}
	r.ground.CornerRadius = s.radius
	r.ground.StrokeWidth = 1
	r.paint()
	return r
}

type surfaceRenderer struct {
	surface *surface
	ground  *canvas.Rectangle
}

func (r *surfaceRenderer) Destroy()                     {}
func (r *surfaceRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.ground} }
func (r *surfaceRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *surfaceRenderer) Layout(size fyne.Size)        { r.ground.Resize(size) }
func (r *surfaceRenderer) Refresh()                     { r.paint(); canvas.Refresh(r.surface) }

func (r *surfaceRenderer) paint() {
	r.ground.FillColor = themed(r.surface, colorCard)
	r.ground.StrokeColor = themed(r.surface, colorLine)
}
