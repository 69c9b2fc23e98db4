package window

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// newBrand returns the name of the program beside its sign.
func newBrand() *fyne.Container {
	name := newText("Muster", sizeBrand, colorText)
	name.style.Bold = true
	s := &sign{}
	s.ExtendBaseWidget(s)
	return container.New(beside{gap: 9}, s, name)
}

// sign is three people, the one in front lit.
type sign struct{ widget.BaseWidget }

// CreateRenderer implements fyne.Widget.
func (s *sign) CreateRenderer() fyne.WidgetRenderer {
	r := &signRenderer{sign: s, image: canvas.NewImageFromResource(s.drawing())}
	r.image.FillMode = canvas.ImageFillContain
	return r
}

// drawing returns the sign in the colours of the theme.
func (s *sign) drawing() fyne.Resource {
	lit, others := hex(themed(s, colorAccent)), hex(themed(s, colorMuted))
	svg := fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="20" viewBox="0 0 24 20">`+
		`<g fill="%[1]s"><circle cx="4.5" cy="7" r="2.4"/><path d="M1 19 V14 A3.5 3.5 0 0 1 8 14 V19 Z"/>`+
		`<circle cx="19.5" cy="7" r="2.4"/><path d="M16 19 V14 A3.5 3.5 0 0 1 23 14 V19 Z"/></g>`+
		`<g fill="%[2]s"><circle cx="12" cy="4" r="3"/><path d="M7.6 19 V12.8 A4.4 4.4 0 0 1 16.4 12.8 V19 Z"/></g></svg>`, others, lit)
	return fyne.NewStaticResource("sign"+lit+".svg", []byte(svg))
}

type signRenderer struct {
	sign  *sign
	image *canvas.Image
}

func (r *signRenderer) Destroy()                     {}
func (r *signRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.image} }
func (r *signRenderer) MinSize() fyne.Size           { return fyne.NewSize(26, 22) }
func (r *signRenderer) Layout(size fyne.Size)        { r.image.Resize(size) }

func (r *signRenderer) Refresh() {
	r.image.Resource = r.sign.drawing()
	r.image.Refresh()
}

// hex returns a colour as an SVG writes it.
func hex(c color.Color) string {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	return fmt.Sprintf("#%02x%02x%02x", n.R, n.G, n.B)
}
