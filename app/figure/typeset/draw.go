package typeset

import (
	"math"
	"slices"

	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	gonumtext "gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	ot "github.com/go-text/typesetting/font/opentype"
)

// Width returns how wide text is in a size.
func Width(s string, size float64, bold bool) float64 {
	return float64(width(s, Face(size, bold)))
}

func width(s string, face font.Face) vg.Length {
	if isPlain(s) {
		return face.Width(s)
	}
	var w vg.Length
	for _, p := range shape(Legible(s)) {
		w += p.width(face)
	}
	return w
}

func (p part) width(face font.Face) vg.Length {
	if p.plain {
		return face.Width(p.text)
	}
	return vg.Length(p.advance) * face.Font.Size
}

// Speller is a canvas on which text that is drawn as outlines can be found and
// copied all the same.
type Speller interface {
	// Spell puts text, in the order in which it is seen, over its outlines.
	Spell(face font.Face, at vg.Point, width vg.Length, text string)
}

// Draw draws text in the canvas's colour; at is where its baseline
// begins.
func Draw(c vg.Canvas, s string, size float64, bold bool, at vg.Point) {
	put(c, s, Face(size, bold), at)
}

func put(c vg.Canvas, s string, face font.Face, at vg.Point) {
	if isPlain(s) {
		c.FillString(face, at, s)
		return
	}
	for _, p := range shape(Legible(s)) {
		if p.plain {
			c.FillString(face, at, p.text)
		} else {
			p.draw(c, face, at)
		}
		at.X += p.width(face)
	}
}

// boldness is how much wider the strokes of outlines are made for bold, in ems.
const boldness = 0.035

func (p part) draw(c vg.Canvas, face font.Face, at vg.Point) {
	path := p.path(at, face.Font.Size)
	c.Fill(path)
	if face.Font.Weight >= xfont.WeightSemiBold {
		c.Push()
		c.SetLineWidth(boldness * face.Font.Size)
		c.SetLineDash(nil, 0)
		c.Stroke(path)
		c.Pop()
	}
	if s, ok := under(c).(Speller); ok {
		seen := []rune(p.text)
		if p.level%2 == 1 {
			slices.Reverse(seen)
		}
		s.Spell(face, at, p.width(face), string(seen))
	}
}

// under returns the canvas that a drawing goes to.
func under(c vg.Canvas) vg.Canvas {
	switch d := c.(type) {
	case *draw.Canvas:
		return under(d.Canvas)
	case draw.Canvas:
		return under(d.Canvas)
	}
	return c
}

func (p part) path(at vg.Point, size vg.Length) vg.Path {
	var path vg.Path
	point := func(a ot.SegmentPoint) vg.Point {
		return vg.Point{X: at.X + vg.Length(a.X)*size, Y: at.Y + vg.Length(a.Y)*size}
	}
	for i, s := range p.outline {
		a := s.Args
		switch s.Op {
		case ot.SegmentOpMoveTo:
			if i > 0 {
				path.Close()
			}
			path.Move(point(a[0]))
		case ot.SegmentOpLineTo:
			path.Line(point(a[0]))
		case ot.SegmentOpQuadTo:
			path.QuadTo(point(a[0]), point(a[1]))
		case ot.SegmentOpCubeTo:
			path.CubeTo(point(a[0]), point(a[1]), point(a[2]))
		}
	}
	if len(path) > 0 {
		path.Close()
	}
	return path
}

// Handler sets the texts of a plot.
func Handler() gonumtext.Handler { return handler{plain()} }

type handler struct{ gonumtext.Plain }

// Box implements text.Handler.
func (h handler) Box(txt string, f font.Font) (w, height, depth vg.Length) {
	_, height, depth = h.Plain.Box("", f)
	return width(txt, faceOf(f)), height, depth
}

// Draw implements text.Handler.
func (h handler) Draw(c vg.Canvas, txt string, sty gonumtext.Style, at vg.Point) {
	if isPlain(txt) {
		h.Plain.Draw(c, txt, sty, at)
		return
	}
	face := faceOf(sty.Font)
	c.Push()
	defer c.Pop()
	c.SetColor(sty.Color)
	c.Rotate(sty.Rotation)
	sin, cos := math.Sincos(sty.Rotation)
	at = vg.Point{X: at.Y*vg.Length(sin) + at.X*vg.Length(cos), Y: at.Y*vg.Length(cos) - at.X*vg.Length(sin)}
	at.X += vg.Length(sty.XAlign) * width(txt, face)
	at.Y += sty.Height(txt)*vg.Length(sty.YAlign) - face.Extents().Ascent + sty.Font.Size
	put(c, txt, face, at)
}
