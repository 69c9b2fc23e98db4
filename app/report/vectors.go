package report

import (
	"bytes"
	"fmt"
	"io"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgsvg"
)

// measured is an SVG canvas that keeps how wide each text is.
type measured struct {
	*vgsvg.Canvas
	widths []vg.Length
}

// FillString implements vg.Canvas.
func (m *measured) FillString(face font.Face, at vg.Point, text string) {
	m.widths = append(m.widths, face.Width(text))
	m.Canvas.FillString(face, at, text)
}

// vectors writes a page as SVG. Text stays text; where a reader's machine lacks
// our font, it is set as wide as ours, so that nothing runs into anything else.
func vectors(w io.Writer, p *Page) error {
	c := &measured{Canvas: vgsvg.New(vg.Length(p.width), vg.Length(p.height))}
	p.Draw(c)
	var plain bytes.Buffer
	if _, err := c.WriteTo(&plain); err != nil {
		return err
	}
	svg := bytes.ReplaceAll(plain.Bytes(), []byte(`style="font-family:Noto Sans;`), []byte(`style="font-family:Noto Sans,sans-serif;`))
	parts := bytes.Split(svg, []byte("<text "))
	for i, part := range parts {
		if i > 0 {
			begin := "<text "
			if len(c.widths) == len(parts)-1 && c.widths[i-1] > 0 {
				begin = fmt.Sprintf(`<text textLength="%.2f" lengthAdjust="spacingAndGlyphs" `, c.widths[i-1].Points())
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
