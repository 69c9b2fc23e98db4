package window

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"muster/app/figure"
)

// trend shows a chart at device pixels in the colours of the theme. It is
// drawn away from the window's goroutine; until that is done the last picture
// stays, stretched if need be, so that nothing flickers.
type trend struct {
	widget.BaseWidget
	chart   figure.Trend
	version int // of the chart
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

func newTrend(t threads) *trend {
	tr := &trend{away: t.away, ui: t.ui}
	tr.raster = canvas.NewRaster(tr.paint)
	tr.ExtendBaseWidget(tr)
	return tr
}

// set shows another chart.
func (t *trend) set(chart figure.Trend) {
	t.chart = chart
	t.version++
	t.Refresh()
}

// paint returns the picture for a size in device pixels, or the last one there
// is while a new one is being drawn.
func (t *trend) paint(width, height int) image.Image {
	want := picture{version: t.version, width: width, height: height, palette: t.palette()}
	if !t.drawn.same(want) && !t.asked.same(want) {
		t.asked = want
		scene := t.chart.Scene(figure.Style{Palette: want.palette, Text: float64(t.Theme().Size(sizeLabel))})
		scale := float64(width) / float64(max(1, t.Size().Width))
		t.away(func() {
			want.image = scene.Image(width, height, scale)
			t.ui(func() { t.take(want) })
		})
	}
	if t.drawn.image == nil {
		return image.NewNRGBA(image.Rect(0, 0, 1, 1))
	}
	return t.drawn.image
}

// take shows a picture that has been drawn, unless it is out of date.
func (t *trend) take(p picture) {
	if !t.asked.same(p) {
		return
	}
	t.drawn = p
	t.raster.Refresh()
}

// same reports whether two pictures show the same at the same size.
func (p picture) same(other picture) bool {
	return p.version == other.version && p.width == other.width && p.height == other.height && p.palette == other.palette
}

// palette is the theme's as charts have it.
func (t *trend) palette() figure.Palette {
	in := func(name fyne.ThemeColorName) color.NRGBA {
		return color.NRGBAModel.Convert(themed(t, name)).(color.NRGBA)
	}
	return figure.Palette{
		Background: in(colorCard), Sidebar: in(colorSidebar), Card: in(colorCard), Line: in(colorLine),
		Text: in(colorText), Secondary: in(colorMuted), Accent: in(colorAccent), Reached: in(colorReached),
	}
}

// CreateRenderer implements fyne.Widget.
func (t *trend) CreateRenderer() fyne.WidgetRenderer { return &trendRenderer{t} }

type trendRenderer struct{ trend *trend }

func (r *trendRenderer) Destroy()                     {}
func (r *trendRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.trend.raster} }
func (r *trendRenderer) MinSize() fyne.Size           { return fyne.NewSize(240, 180) }
func (r *trendRenderer) Layout(size fyne.Size)        { r.trend.raster.Resize(size) }
func (r *trendRenderer) Refresh()                     { r.trend.raster.Refresh() }
