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

// Page is one sheet of a report, laid out once and drawn the same on paper and
// on screen.
type Page struct {
	width, height float64 // points
	strokes       []func(vg.Canvas)
	links         []link
	marks         []bookmark
}

// link is a place on a page that leads to a page, or out of the report.
type link struct {
	x, y, w, h float64
	page       int // from 1; 0 for an address
	top        float64
	address    string
}

// bookmark is an entry of the list of contents that a reader of PDF shows.
type bookmark struct {
	title string
	level int
	y     float64
}

// Size returns the width and the height of the page in points.
func (p *Page) Size() (width, height float64) { return p.width, p.height }

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
	dpi := max(1, int(float64(width)*72/p.width))
	c := vgimg.NewWith(vgimg.UseWH(vg.Length(p.width), vg.Length(p.height)), vgimg.UseDPI(dpi))
	p.Draw(c)
	return c.Image()
}

// ink is how text is set.
type ink struct {
	size   float64 // points
	bold   bool
	colour color.Color
}

func (i ink) width(s string) float64 { return typeset.Width(s, i.size, i.bold) }

// fitting returns the ink at the size, not above its own and not below the
// least, at which text fits into width.
func (i ink) fitting(s string, width, least float64) ink {
	if w := i.width(s); w > width {
		i.size = max(least, 0.99*i.size*width/w)
	}
	return i
}

// at returns the point of the canvas that lies x and y from the upper left
// corner.
func (p *Page) at(x, y float64) vg.Point {
	return vg.Point{X: vg.Length(x), Y: vg.Length(p.height - y)}
}

// text sets a line: its baseline is at y from the upper edge. Align says how
// much of it lies left of x: 0 none, 1 all.
func (p *Page) text(x, y float64, s string, i ink, align float64) {
	if align != 0 {
		x -= align * i.width(s)
	}
	p.strokes = append(p.strokes, func(c vg.Canvas) {
		c.SetColor(i.colour)
		typeset.Draw(c, s, i.size, i.bold, p.at(x, y))
	})
}

// line draws a straight line, width points wide, dashed if there are dashes.
func (p *Page) line(x0, y0, x1, y1, width float64, colour color.Color, dashes ...vg.Length) {
	p.strokes = append(p.strokes, func(c vg.Canvas) {
		whole := draw.NewCanvas(c, vg.Length(p.width), vg.Length(p.height))
		from, to := p.at(x0, y0), p.at(x1, y1)
		whole.StrokeLine2(draw.LineStyle{Color: colour, Width: vg.Length(width), Dashes: dashes}, from.X, from.Y, to.X, to.Y)
	})
}

// box fills a rectangle.
func (p *Page) box(x, y, w, h float64, colour color.Color) {
	p.strokes = append(p.strokes, func(c vg.Canvas) {
		c.SetColor(colour)
		c.Fill(vg.Rectangle{Min: p.at(x, y+h), Max: p.at(x+w, y)}.Path())
	})
}

// frame outlines a rectangle, width points wide.
func (p *Page) frame(x, y, w, h, width float64, colour color.Color) {
	p.strokes = append(p.strokes, func(c vg.Canvas) {
		c.SetColor(colour)
		c.SetLineWidth(vg.Length(width))
		c.SetLineDash(nil, 0)
		c.Stroke(vg.Rectangle{Min: p.at(x, y+h), Max: p.at(x+w, y)}.Path())
	})
}

// crowd draws the people of a share.
func (p *Page) crowd(x, y float64, crowd figure.Crowd) {
	p.strokes = append(p.strokes, func(c vg.Canvas) {
		from := p.at(x, y)
		crowd.Draw(c, from.X, from.Y, paper.Accent, paper.Line)
	})
}

// chart draws a scene.
func (p *Page) chart(x, y, w, h float64, scene *figure.Scene) {
	p.strokes = append(p.strokes, func(c vg.Canvas) {
		c.Push()
		defer c.Pop()
		c.Translate(p.at(x, y+h))
		scene.Draw(c, vg.Length(w), vg.Length(h))
	})
}
