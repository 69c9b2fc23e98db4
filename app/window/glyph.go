package window

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// glyph is a line drawing on a field of 24 by 24, as the inside of an SVG.
type glyph struct{ name, paths string }

// The glyphs of the window.
var (
	glyphOverview  = glyph{"overview", `<path d="M4 11 L12 4 L20 11 M6 10 V20 H18 V10"/>`}
	glyphPledges   = glyph{"pledges", `<path d="M12 5 V19 M5 12 H19"/>`}
	glyphPlan      = glyph{"plan", `<path d="M5 6 H19 M5 12 H15 M5 18 H11"/>`}
	glyphTimeline  = glyph{"timeline", `<path d="M3 12 H21 M8 8 V16 M16 8 V16"/>`}
	glyphReports   = glyph{"reports", `<path d="M6 3 H14 L19 8 V21 H6 Z M14 3 V8 H19"/>`}
	glyphSharing   = glyph{"sharing", `<path d="M4 9 H19 M15 5 L19 9 L15 13 M20 16 H5 M9 12 L5 16 L9 20"/>`}
	glyphOut       = glyph{"out", `<path d="M12 15 V4 M7 9 L12 4 L17 9 M4 15 V20 H20 V15"/>`}
	glyphFolder    = glyph{"folder", `<path d="M3 6 H10 L12 9 H21 V19 H3 Z"/>`}
	glyphDevice    = glyph{"device", `<path d="M5 5 H19 V15 H5 Z M2.5 19 H21.5"/>`}
	glyphTrend     = glyph{"trend", `<path d="M4 4 V20 H20 M7 15 L11 11 L14 13 L20 6"/>`}
	glyphTurnout   = glyph{"turnout", `<path d="M6 8 A3 3 0 1 0 12 8 A3 3 0 1 0 6 8 M3 20 V18 A4 4 0 0 1 7 14 H11 A4 4 0 0 1 15 18 V20 M16 5 A3 3 0 0 1 16 11 M18 14 A4 4 0 0 1 21 18 V20"/>`}
	glyphForecast  = glyph{"forecast", `<path d="M3 17 L9 11 L13 14 L20 6 M15 6 H20 V11"/>`}
	glyphScenarios = glyph{"scenarios", `<path d="M5 6 V20 M12 11 V20 M19 15 V20"/>`}
	glyphMore      = glyph{"more", `<path d="M12 19 V5 M6 11 L12 5 L18 11" stroke-width="3"/>`}
	glyphLess      = glyph{"less", `<path d="M12 5 V19 M6 13 L12 19 L18 13" stroke-width="3"/>`}
	glyphOther     = glyph{"other", `<path d="M5 9 H19 M5 15 H19 M16 4 L8 20" stroke-width="2.5"/>`} // not equal
	glyphEvidence  = glyph{"evidence", `<path d="M12 5 L20 19 H4 Z"/>`}                              // the shapes that mark moments on the trend
	glyphArgument  = glyph{"argument", `<path d="M12 4 L20 12 L12 20 L4 12 Z"/>`}
	glyphNews      = glyph{"news", `<path d="M5 5 H19 V19 H5 Z"/>`}
	glyphOurs      = glyph{"ours", `<path d="M5 12 A7 7 0 1 0 19 12 A7 7 0 1 0 5 12"/>`}
	glyphActivity  = glyph{"activity", `<path d="M12 5 V19 M5 12 H19" stroke-width="4"/>`}
	glyphRight     = glyph{"right", `<path d="M9 6 L15 12 L9 18"/>`}
	glyphDown      = glyph{"down", `<path d="M6 9 L12 15 L18 9"/>`}
	glyphCheck     = glyph{"check", `<path d="M5 13 L10 18 L19 7"/>`}
	glyphWarning   = glyph{"warning", `<path d="M12 4 L21 20 H3 Z M12 10 V14 M12 17 V17.5"/>`}
	glyphCalendar  = glyph{"calendar", `<path d="M4 6 H20 V20 H4 Z M4 10.5 H20 M8.5 3.5 V7 M15.5 3.5 V7"/>`}
	glyphSaved     = glyph{"saved", `<path d="M4 12 A8 8 0 1 0 20 12 A8 8 0 1 0 4 12 M8.5 12.5 L11 15 L15.5 9.5"/>`}
)

// in returns the drawing in a colour: its lines, or filled.
func (g glyph) in(c color.Color, filled bool) fyne.Resource {
	fill, name := "none", g.name+hex(c)
	if filled {
		fill, name = hex(c), "filled-"+name
	}
	svg := fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">`+
		`<g fill="%s" stroke="%s" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">%s</g></svg>`, fill, hex(c), g.paths)
	return fyne.NewStaticResource(name+".svg", []byte(svg))
}

// drawing shows a glyph in a colour of the theme.
type drawing struct {
	widget.BaseWidget
	glyph  glyph
	colour fyne.ThemeColorName
	side   float32
	filled bool
}

func newDrawing(g glyph, colour fyne.ThemeColorName, side float32) *drawing {
	d := &drawing{glyph: g, colour: colour, side: side}
	d.ExtendBaseWidget(d)
	return d
}

// CreateRenderer implements fyne.Widget.
func (d *drawing) CreateRenderer() fyne.WidgetRenderer {
	r := &drawingRenderer{drawing: d, image: canvas.NewImageFromResource(d.glyph.in(themed(d, d.colour), d.filled))}
	r.image.FillMode = canvas.ImageFillContain
	return r
}

type drawingRenderer struct {
	drawing *drawing
	image   *canvas.Image
}

func (r *drawingRenderer) Destroy()                     {}
func (r *drawingRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.image} }
func (r *drawingRenderer) MinSize() fyne.Size           { return fyne.NewSquareSize(r.drawing.side) }

func (r *drawingRenderer) Layout(size fyne.Size) {
	r.image.Resize(fyne.NewSquareSize(r.drawing.side))
	r.image.Move(fyne.NewPos((size.Width-r.drawing.side)/2, (size.Height-r.drawing.side)/2))
}

func (r *drawingRenderer) Refresh() {
	r.image.Resource = r.drawing.glyph.in(themed(r.drawing, r.drawing.colour), r.drawing.filled)
	r.image.Refresh()
}
