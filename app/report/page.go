package report

import (
	"image"
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"

	"muster/app/figure"
	"muster/app/figure/typeset"
)

// The size of a page, A4, and its margins, in points.
const (
	pageWidth  = 595.28
	pageHeight = 841.89
	margin     = 45
	footer     = 62 // from the lower edge up to where the text may go
	column     = pageWidth - 2*margin
)

// Page is one sheet of a report, laid out once and drawn the same on paper and
// on screen.
type Page struct {
	strokes []func(vg.Canvas)
}

// Draw draws the page as vectors, in points from its lower left corner.
func (p *Page) Draw(c vg.Canvas) {
	for _, stroke := range p.strokes {
		stroke(c)
	}
}

// Image draws the page for a screen, about so many device pixels wide: as many
// as make a whole number an inch. It returns nil for a width without room.
func (p *Page) Image(width int) image.Image {
	if width < 1 {
		return nil
	}
	dpi := max(1, int(float64(width)*72/pageWidth))
	c := vgimg.NewWith(vgimg.UseWH(pageWidth, pageHeight), vgimg.UseDPI(dpi))
	p.Draw(c)
	return c.Image()
}

// ink is how text is set.
type ink struct {
	size   float64 // points
	bold   bool
	colour color.Color
}

func (i ink) width(s string) float64 {
	return typeset.Width(s, i.size, i.bold)
}

// fitting returns the ink at the size, not above its own and not below the
// least, at which text fits into width.
func (i ink) fitting(s string, width, least float64) ink {
	if w := i.width(s); w > width {
		i.size = max(least, 0.99*i.size*width/w)
	}
	return i
}

// text sets a line: its baseline is at y from the upper edge. Align says how
// much of it lies left of x: 0 none, 1 all.
func (p *Page) text(x, y float64, s string, i ink, align float64) {
	x -= align * i.width(s)
	p.strokes = append(p.strokes, func(c vg.Canvas) {
		c.SetColor(i.colour)
		typeset.Draw(c, s, i.size, i.bold, vg.Point{X: vg.Length(x), Y: vg.Length(pageHeight - y)})
	})
}

// line draws a straight line, width points wide.
func (p *Page) line(x0, y0, x1, y1, width float64, colour color.Color) {
	p.strokes = append(p.strokes, func(c vg.Canvas) {
		whole := draw.NewCanvas(c, pageWidth, pageHeight)
		whole.StrokeLine2(draw.LineStyle{Color: colour, Width: vg.Length(width)},
			vg.Length(x0), vg.Length(pageHeight-y0), vg.Length(x1), vg.Length(pageHeight-y1))
	})
}

// box fills a rectangle.
func (p *Page) box(x, y, w, h float64, colour color.Color) {
	p.strokes = append(p.strokes, func(c vg.Canvas) {
		c.SetColor(colour)
		r := vg.Rectangle{
			Min: vg.Point{X: vg.Length(x), Y: vg.Length(pageHeight - y - h)},
			Max: vg.Point{X: vg.Length(x + w), Y: vg.Length(pageHeight - y)},
		}
		c.Fill(r.Path())
	})
}

// crowd draws the people of a share.
func (p *Page) crowd(x, y float64, crowd figure.Crowd) {
	p.strokes = append(p.strokes, func(c vg.Canvas) {
		crowd.Draw(c, vg.Length(x), vg.Length(pageHeight-y), figure.Paper.Accent, figure.Paper.Line)
	})
}

// chart draws a scene.
func (p *Page) chart(x, y, w, h float64, scene *figure.Scene) {
	p.strokes = append(p.strokes, func(c vg.Canvas) {
		c.Push()
		defer c.Pop()
		c.Translate(vg.Point{X: vg.Length(x), Y: vg.Length(pageHeight - y - h)})
		scene.Draw(c, vg.Length(w), vg.Length(h))
	})
}
