package typeset

import (
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	xfont "golang.org/x/image/font"
)

// Outline returns text as a path, for where its font may be missing; at is where
// its baseline begins. Its glyphs stand where Width has them.
func Outline(face font.Face, s string, at vg.Point) vg.Path {
	var (
		path  vg.Path
		buf   sfnt.Buffer
		em    = fixed.Int26_6(face.Face.UnitsPerEm())
		unit  = face.Font.Size / vg.Length(em)
		prev  sfnt.GlyphIndex
		place = func(p fixed.Point26_6) vg.Point {
			return vg.Point{X: at.X + vg.Length(p.X)*unit, Y: at.Y - vg.Length(p.Y)*unit}
		}
	)
	for i, r := range s {
		glyph, err := face.Face.GlyphIndex(&buf, r)
		if err != nil {
			continue
		}
		if kern, err := face.Face.Kern(&buf, prev, glyph, em, xfont.HintingNone); err == nil && i > 0 {
			at.X += vg.Length(kern) * unit
		}
		prev = glyph
		segments, err := face.Face.LoadGlyph(&buf, glyph, em, nil)
		if err == nil {
			path = append(path, glyphPath(segments, place)...)
		}
		if advance, err := face.Face.GlyphAdvance(&buf, glyph, em, xfont.HintingNone); err == nil {
			at.X += vg.Length(advance) * unit
		}
	}
	return path
}

func glyphPath(segments sfnt.Segments, place func(fixed.Point26_6) vg.Point) vg.Path {
	var path vg.Path
	for i, s := range segments {
		a := s.Args
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if i > 0 {
				path.Close()
			}
			path.Move(place(a[0]))
		case sfnt.SegmentOpLineTo:
			path.Line(place(a[0]))
		case sfnt.SegmentOpQuadTo:
			path.QuadTo(place(a[0]), place(a[1]))
		case sfnt.SegmentOpCubeTo:
			path.CubeTo(place(a[0]), place(a[1]), place(a[2]))
		}
	}
	if len(path) > 0 {
		path.Close()
	}
	return path
}
