package report

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"strings"

	"github.com/jung-kurt/gofpdf"
	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"muster/app/figure/typeset"
)

// pdfCanvas draws vectors onto the current page of a PDF whose unit is the
// point. Its origin is the page's lower left corner.
type pdfCanvas struct {
	pdf    *gofpdf.Fpdf
	height float64 // of the page
	state  drawing
	stack  []drawing
}

// drawing is what Push keeps and Pop brings back.
type drawing struct {
	matrix     matrix
	width      vg.Length
	dashes     []vg.Length
	dashOffset vg.Length
	colour     color.Color
}

var _ vg.Canvas = (*pdfCanvas)(nil)

func newPDFCanvas(pdf *gofpdf.Fpdf) *pdfCanvas {
	_, height := pdf.GetPageSize()
	c := &pdfCanvas{pdf: pdf, height: height, state: drawing{matrix: matrix{a: 1, d: 1}}}
	vg.Initialize(c)
	return c
}

func (c *pdfCanvas) SetLineWidth(w vg.Length) { c.state.width = w }

func (c *pdfCanvas) SetLineDash(dashes []vg.Length, offset vg.Length) {
	c.state.dashes, c.state.dashOffset = dashes, offset
}

func (c *pdfCanvas) SetColor(clr color.Color) {
	if clr == nil {
		clr = color.Black
	}
	c.state.colour = clr
}

func (c *pdfCanvas) Rotate(rad float64) {
	sin, cos := math.Sincos(rad)
	c.state.matrix = c.state.matrix.times(matrix{a: cos, b: sin, c: -sin, d: cos})
}

func (c *pdfCanvas) Translate(pt vg.Point) {
	c.state.matrix = c.state.matrix.times(matrix{a: 1, d: 1, e: float64(pt.X), f: float64(pt.Y)})
}

func (c *pdfCanvas) Scale(x, y float64) {
	c.state.matrix = c.state.matrix.times(matrix{a: x, d: y})
}

func (c *pdfCanvas) Push() { c.stack = append(c.stack, c.state) }

func (c *pdfCanvas) Pop() {
	c.state = c.stack[len(c.stack)-1]
	c.stack = c.stack[:len(c.stack)-1]
}

func (c *pdfCanvas) Stroke(p vg.Path) {
	if c.state.width <= 0 {
		return
	}
	scale := c.state.matrix.scale()
	dashes := make([]float64, len(c.state.dashes))
	for i, d := range c.state.dashes {
		dashes[i] = float64(d) * scale
	}
	r, g, b := rgb(c.state.colour)
	c.pdf.SetDrawColor(r, g, b)
	c.pdf.SetLineWidth(float64(c.state.width) * scale)
	c.pdf.SetDashPattern(dashes, float64(c.state.dashOffset)*scale)
	c.outline(p)
	c.pdf.DrawPath("D")
}

func (c *pdfCanvas) Fill(p vg.Path) {
	r, g, b := rgb(c.state.colour)
	c.pdf.SetFillColor(r, g, b)
	c.outline(p)
	c.pdf.DrawPath("F")
}

// FillString sets text at its place; it follows the canvas's scale, and turns
// with it.
func (c *pdfCanvas) FillString(f font.Face, pt vg.Point, text string) {
	size := float64(f.Font.Size) * c.state.matrix.scale()
	if size <= 0 || text == "" {
		return
	}
	style := ""
	if f.Font.Weight >= xfont.WeightSemiBold {
		style = "B"
	}
	r, g, b := rgb(c.state.colour)
	c.pdf.SetTextColor(r, g, b)
	c.pdf.SetFont(typeset.Typeface, style, size)
	x, y := c.at(pt)
	if turn := c.state.matrix.turn(); turn != 0 {
		c.pdf.TransformBegin()
		c.pdf.TransformRotate(turn*180/math.Pi, x, y)
		defer c.pdf.TransformEnd()
	}
	c.pdf.Text(x, y, text)
}

// Spell implements typeset.Speller: the text lies over its outlines unseen, as
// wide as these.
func (c *pdfCanvas) Spell(f font.Face, pt vg.Point, width vg.Length, text string) {
	text = strings.Map(func(r rune) rune {
		if r > 0xffff { // which gofpdf cannot set
			return -1
		}
		return r
	}, text)
	c.pdf.SetFont(typeset.Typeface, "", float64(f.Font.Size)*c.state.matrix.scale())
	natural := c.pdf.GetStringWidth(text)
	if c.state.matrix.turn() != 0 || text == "" || natural <= 0 {
		return
	}
	x, y := c.at(pt)
	c.pdf.RawWriteStr(fmt.Sprintf("q 3 Tr %.2f Tz", 100*float64(width)*c.state.matrix.scale()/natural))
	c.pdf.Text(x, y, text)
	c.pdf.RawWriteStr("Q")
}

// DrawImage does nothing: a report has no pictures made of pixels.
func (c *pdfCanvas) DrawImage(vg.Rectangle, image.Image) {}

// at returns where a point lies on the page, from its upper left corner.
func (c *pdfCanvas) at(pt vg.Point) (x, y float64) {
	x, y = c.state.matrix.apply(float64(pt.X), float64(pt.Y))
	return x, c.height - y
}

func (c *pdfCanvas) outline(p vg.Path) {
	var last vg.Point
	for _, comp := range p {
		switch comp.Type {
		case vg.MoveComp:
			c.pdf.MoveTo(c.at(comp.Pos))
		case vg.LineComp:
			c.pdf.LineTo(c.at(comp.Pos))
		case vg.ArcComp:
			c.arc(comp)
			end := comp.Start + comp.Angle
			comp.Pos = onCircle(comp, end)
		case vg.CurveComp:
			c.curve(last, comp)
		case vg.CloseComp:
			c.pdf.ClosePath()
		}
		last = comp.Pos
	}
}

func (c *pdfCanvas) curve(from vg.Point, comp vg.PathComp) {
	c1, c2 := comp.Control[0], comp.Control[len(comp.Control)-1]
	if len(comp.Control) == 1 { // a quadratic curve as a cubic one
		c1 = from.Add(c1.Sub(from).Scale(2.0 / 3))
		c2 = comp.Pos.Add(c2.Sub(comp.Pos).Scale(2.0 / 3))
	}
	c.cubic(c1, c2, comp.Pos)
}

func (c *pdfCanvas) cubic(c1, c2, to vg.Point) {
	x1, y1 := c.at(c1)
	x2, y2 := c.at(c2)
	x, y := c.at(to)
	c.pdf.CurveBezierCubicTo(x1, y1, x2, y2, x, y)
}

// arc draws part of a circle as cubic curves of a quarter turn at most, with
// control points at 4/3 tan(angle/4) of the radius along the tangents.
func (c *pdfCanvas) arc(comp vg.PathComp) {
	n := max(1, int(math.Ceil(math.Abs(comp.Angle)/(math.Pi/2)-1e-9)))
	step := comp.Angle / float64(n)
	reach := vg.Length(4.0/3*math.Tan(step/4)) * comp.Radius
	c.pdf.LineTo(c.at(onCircle(comp, comp.Start)))
	for i := range n {
		from, to := comp.Start+float64(i)*step, comp.Start+float64(i+1)*step
		c1, c2 := onCircle(comp, from), onCircle(comp, to)
		c1.X, c1.Y = c1.X-reach*vg.Length(math.Sin(from)), c1.Y+reach*vg.Length(math.Cos(from))
		c2.X, c2.Y = c2.X+reach*vg.Length(math.Sin(to)), c2.Y-reach*vg.Length(math.Cos(to))
		c.cubic(c1, c2, onCircle(comp, to))
	}
}

func onCircle(comp vg.PathComp, angle float64) vg.Point {
	sin, cos := math.Sincos(angle)
	return comp.Pos.Add(vg.Point{X: comp.Radius * vg.Length(cos), Y: comp.Radius * vg.Length(sin)})
}

func rgb(c color.Color) (r, g, b int) {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	return int(n.R), int(n.G), int(n.B)
}

// matrix is an affine map: x' = ax + cy + e, y' = bx + dy + f.
type matrix struct{ a, b, c, d, e, f float64 }

// times returns the map that applies n first, then m.
func (m matrix) times(n matrix) matrix {
	return matrix{
		a: m.a*n.a + m.c*n.b, b: m.b*n.a + m.d*n.b,
		c: m.a*n.c + m.c*n.d, d: m.b*n.c + m.d*n.d,
		e: m.a*n.e + m.c*n.f + m.e, f: m.b*n.e + m.d*n.f + m.f,
	}
}

func (m matrix) apply(x, y float64) (float64, float64) {
	return m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f
}

func (m matrix) scale() float64 { return math.Hypot(m.a, m.b) }
func (m matrix) turn() float64  { return math.Atan2(m.b, m.a) }
