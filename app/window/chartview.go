package window

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"muster/app/figure"
)

// charted is what a chartView shows.
type charted interface {
	Scene(figure.Style) *figure.Scene
}

// chartView shows a chart at device pixels in the colours of the theme. It is
// drawn away from the window's goroutine; until that is done the last picture
// stays, stretched if need be, so that nothing flickers.
type chartView struct {
	widget.BaseWidget
	shown   charted
	version int // of what is shown
	away    func(func())
	ui      func(func())
	drawn   picture
	asked   picture // being drawn; its image is not there yet
	raster  *canvas.Raster
}

// picture is a drawing of one version of a chart.
type picture struct {
	version       int
	width, height int
	palette       figure.Palette
	image         image.Image
}

func newChartView(t threads) *chartView {
	v := &chartView{}
	v.prepare(t)
	v.ExtendBaseWidget(v)
	return v
}

// prepare makes ready what a widget embeds.
func (v *chartView) prepare(t threads) {
	v.away, v.ui = t.away, t.ui
	v.raster = canvas.NewRaster(v.paint)
}

// draw shows another chart.
func (v *chartView) draw(c charted) {
	v.shown = c
	v.version++
	v.Refresh()
}

// paint returns the picture for a size in device pixels, or the last one there
// is while a new one is being drawn.
func (v *chartView) paint(width, height int) image.Image {
	want := picture{version: v.version, width: width, height: height, palette: v.palette()}
	if v.shown != nil && !v.drawn.same(want) && !v.asked.same(want) {
		v.asked = want
		scene := v.shown.Scene(figure.Style{Palette: want.palette, Text: float64(v.Theme().Size(sizeLabel))})
		scale := float64(width) / float64(max(1, v.Size().Width))
		v.away(func() {
			want.image = scene.Image(width, height, scale)
			v.ui(func() { v.take(want) })
		})
	}
	if v.drawn.image == nil {
		return image.NewNRGBA(image.Rect(0, 0, 1, 1))
	}
	return v.drawn.image
}

// take shows a picture that has been drawn, unless it is out of date.
func (v *chartView) take(p picture) {
	if !v.asked.same(p) {
		return
	}
	v.drawn = p
	v.raster.Refresh()
}

// same reports whether two pictures show the same at the same size.
func (p picture) same(other picture) bool {
	return p.version == other.version && p.width == other.width && p.height == other.height && p.palette == other.palette
}

// palette is the theme's as charts have it.
func (v *chartView) palette() figure.Palette {
	in := func(name fyne.ThemeColorName) color.NRGBA {
		return color.NRGBAModel.Convert(themed(v, name)).(color.NRGBA)
	}
	return figure.Palette{
		Background: in(colorCard), Sidebar: in(colorSidebar), Card: in(colorCard), Line: in(colorLine),
		Text: in(colorText), Secondary: in(colorMuted), Accent: in(colorAccent), Reached: in(colorReached),
	}
}

// CreateRenderer implements fyne.Widget.
func (v *chartView) CreateRenderer() fyne.WidgetRenderer { return &chartRenderer{v} }

type chartRenderer struct{ view *chartView }

func (r *chartRenderer) Destroy()                     {}
func (r *chartRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.view.raster} }
func (r *chartRenderer) MinSize() fyne.Size           { return fyne.NewSize(240, 180) }
func (r *chartRenderer) Layout(size fyne.Size)        { r.view.raster.Resize(size) }
func (r *chartRenderer) Refresh()                     { r.view.raster.Refresh() }
