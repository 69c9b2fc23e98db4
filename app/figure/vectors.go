package figure

import (
	"bytes"
	"fmt"
	"io"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgsvg"

	"muster/app/figure/typeset"
)

// SVG writes what is drawn as vectors, width by height points. Text is drawn as
// outlines, so that it looks the same where our font is missing; over them lies
// the text itself, unseen and just as wide, to be found, copied and read aloud.
func SVG(w io.Writer, width, height float64, draw func(vg.Canvas)) error {
	c := &outlined{Canvas: vgsvg.New(vg.Length(width), vg.Length(height))}
	draw(c)
	var plain bytes.Buffer
	if _, err := c.WriteTo(&plain); err != nil {
		return err
	}
	svg := bytes.ReplaceAll(plain.Bytes(), []byte(`style="font-family:Noto Sans;`), []byte(`style="font-family:Noto Sans,sans-serif;`))
	parts := bytes.Split(svg, []byte("<text "))
	for i, part := range parts {
		if i > 0 {
			begin := `<text opacity="0" `
			if len(c.widths) == len(parts)-1 && c.widths[i-1] > 0 {
				begin += fmt.Sprintf(`textLength="%.2f" lengthAdjust="spacingAndGlyphs" `, c.widths[i-1].Points())
			}
			if _, err := io.WriteString(w, begin); err != nil {
				return err
			}
		}
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}

// SVG writes the scene as vectors, width by height points.
func (s *Scene) SVG(w io.Writer, width, height float64) error {
	return SVG(w, width, height, func(c vg.Canvas) { s.Draw(c, vg.Length(width), vg.Length(height)) })
}

// outlined is an SVG canvas that draws text as outlines and keeps how wide each
// text is.
type outlined struct {
	*vgsvg.Canvas
	widths []vg.Length
}

// FillString implements vg.Canvas.
func (o *outlined) FillString(face font.Face, at vg.Point, text string) {
	if path := typeset.Outline(face, text, at); len(path) > 0 {
		o.Fill(path)
	}
	o.widths = append(o.widths, face.Width(text))
	o.Canvas.FillString(face, at, text)
}
