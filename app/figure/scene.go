package figure

import (
	"image"
	"image/png"
	"io"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

// Style is how a scene looks. Text is the size of its labels: in points on
// paper, in the window's own unit on screen; 12 if not set.
type Style struct {
	Palette Palette
	Text    float64
}

// usualText is the size of the labels where none is set.
const usualText = 12

// Scene is a chart ready to be drawn on any surface at any size. It does not
// change, so several goroutines may draw it.
type Scene struct {
	chart chart
	style Style
}

// chart is what a scene shows.
type chart interface {
	// fit lays the chart out for one size. Dot is a device pixel, 0 where there
	// are none.
	fit(style Style, width, height, dot vg.Length) fitted
}

// fitted is a chart laid out for one size, to be drawn once.
type fitted interface{ draw(draw.Canvas) }

// Scene returns the trend's chart. Names in the trend need not be clean: they
// are made legible and cut to what fits.
func (t Trend) Scene(style Style) *Scene { return newScene(t, style) }

func newScene(c chart, style Style) *Scene {
	if style.Text <= 0 {
		style.Text = usualText
	}
	return &Scene{chart: c, style: style}
}

// Image draws the scene for a screen, width by height device pixels, of which
// scale make one unit (1 on a plain screen, 2 on a fine one). It returns nil
// for a size without room.
func (s *Scene) Image(width, height int, scale float64) image.Image {
	img, _ := s.Picture(width, height, scale)
	return img
}

// Picture is Image, with what tells where on it everything lies.
func (s *Scene) Picture(width, height int, scale float64) (image.Image, Frame) {
	if width < 1 || height < 1 {
		return nil, Frame{}
	}
	dpi := dpiOf(scale)
	dot := vg.Inch / vg.Length(dpi)
	w, h := vg.Length(width)*dot, vg.Length(height)*dot
	c := vgimg.NewWith(vgimg.UseWH(w, h), vgimg.UseDPI(dpi), vgimg.UseBackgroundColor(s.style.Palette.Card))
	f := s.chart.fit(s.style, w, h, dot)
	f.draw(draw.New(c))
	return c.Image(), Frame{of: readerOf(f), dots: float64(dpi) / 72, height: float64(height)}
}

// dpiOf returns the pixels an inch at which one point is scale pixels.
func dpiOf(scale float64) int {
	if !(scale > 0) {
		scale = 1
	}
	return max(1, int(math.Round(72*scale)))
}

// Draw draws the scene onto a canvas, filling width by height from its lower
// left corner, as vectors.
func (s *Scene) Draw(c vg.Canvas, width, height vg.Length) {
	s.chart.fit(s.style, width, height, 0).draw(draw.NewCanvas(c, width, height))
}

// PNG writes the scene as an image, width by height pixels.
func (s *Scene) PNG(w io.Writer, width, height int, scale float64) error {
	return png.Encode(w, s.Image(width, height, scale))
}
