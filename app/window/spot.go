package window

import (
	"image/color"
	"math"

	"muster/app/say"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	spotReach   float32 = 6 // around what it shows
	bubbleWidth float32 = 360
)

// spot lies over the window and leaves one part of it clear, with a bubble
// beside it that says what that part is for.
type spot struct {
	widget.BaseWidget
	target fyne.CanvasObject
	bubble *fyne.Container
	ground *surface
}

func newSpot() *spot {
	s := &spot{ground: newSurface(cardRadius), bubble: container.NewStack()}
	s.ExtendBaseWidget(s)
	return s
}

// show goes to another part of the window.
func (s *spot) show(target, says fyne.CanvasObject) {
	s.target = target
	s.bubble.Objects = []fyne.CanvasObject{s.ground, container.New(around(spaceL), container.New(wide{bubbleWidth - 2*spaceL}, says))}
	s.Refresh()
}

// Tapped implements fyne.Tappable, so that nothing below is pressed.
func (s *spot) Tapped(*fyne.PointEvent) {}

// AccessibilityLabel returns what the bubble says, which is read out from its
// own parts.
func (s *spot) AccessibilityLabel() string { return say.Text("Tour") }

// AccessibilityRole says that this holds others.
func (s *spot) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer implements fyne.Widget.
func (s *spot) CreateRenderer() fyne.WidgetRenderer {
	r := &spotRenderer{spot: s, edge: canvas.NewRectangle(color.Transparent)}
	r.edge.StrokeWidth, r.edge.CornerRadius = 3, 10
	for i := range r.shades {
		r.shades[i] = canvas.NewRectangle(nil)
	}
	return r
}

type spotRenderer struct {
	spot   *spot
	shades [4]*canvas.Rectangle // above, below, left and right of the target
	edge   *canvas.Rectangle
}

func (r *spotRenderer) Destroy()           {}
func (r *spotRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *spotRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.shades[0], r.shades[1], r.shades[2], r.shades[3], r.edge, r.spot.bubble}
}

func (r *spotRenderer) Layout(size fyne.Size) {
	if r.spot.target == nil {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.spot.target).SubtractXY(spotReach, spotReach)
	clear := r.spot.target.Size().AddWidthHeight(2*spotReach, 2*spotReach)
	left, top := whole(max(0, at.X)), whole(max(0, at.Y)) // or seams are seen between the shades
	right, foot := whole(min(size.Width, at.X+clear.Width)), whole(min(size.Height, at.Y+clear.Height))
	place(r.shades[0], 0, 0, size.Width, top)
	place(r.shades[1], 0, foot, size.Width, size.Height-foot)
	place(r.shades[2], 0, top, left, foot-top)
	place(r.shades[3], right, top, size.Width-right, foot-top)
	place(r.edge, left, top, right-left, foot-top)
	bubble := fyne.NewSize(bubbleWidth, heightAt(r.spot.bubble, bubbleWidth))
	r.spot.bubble.Resize(bubble)
	r.spot.bubble.Move(besideTarget(left, top, right, foot, bubble, size))
}

func whole(v float32) float32 { return float32(math.Round(float64(v))) }

// besideTarget returns where a bubble has room: right of what is in the
// sidebar, otherwise below what it speaks of, right of it, above it, or at the
// foot of the window.
func besideTarget(left, top, right, foot float32, bubble, window fyne.Size) fyne.Position {
	x := max(spaceM, min(left, window.Width-bubble.Width-spaceM))
	y := max(spaceM, min(top, window.Height-bubble.Height-spaceM))
	switch {
	case right <= sidebarWidth+spotReach:
		return fyne.NewPos(right+spaceM, y)
	case foot+spaceM+bubble.Height+spaceM <= window.Height:
		return fyne.NewPos(x, foot+spaceM)
	case right+spaceM+bubble.Width+spaceM <= window.Width:
		return fyne.NewPos(right+spaceM, y)
	case top-spaceM-bubble.Height >= spaceM:
		return fyne.NewPos(x, top-spaceM-bubble.Height)
	}
	return fyne.NewPos((window.Width-bubble.Width)/2, window.Height-bubble.Height-spaceM)
}

func (r *spotRenderer) Refresh() {
	for _, shade := range r.shades {
		shade.FillColor = themed(r.spot, theme.ColorNameShadow)
		shade.Refresh()
	}
	r.edge.StrokeColor = themed(r.spot, colorAccent)
	r.edge.Refresh()
	r.Layout(r.spot.Size())
	r.spot.bubble.Refresh()
	canvas.Refresh(r.spot)
}
