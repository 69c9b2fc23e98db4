package window

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"muster/app/figure"
)

// charted is what a chart is drawn from.
type charted interface {
	Scene(figure.Style) *figure.Scene
}

// chartPicture shows a chart at device pixels in the colours of the theme. It is
// drawn away from the window's goroutine, one picture at a time; until that is
// done the last picture stays, stretched if need be, so that nothing flickers.
type chartPicture struct {
	widget.BaseWidget
	threads threads
	shown   charted
	view    figure.View
	named   bool    // a legend stands beside it
	version int     // of what is shown, and of the view
	wanted  picture // its image is not there yet
	drawn   picture
	busy    bool   // a picture is being drawn
	taken   func() // another picture is there
	raster  *canvas.Raster
}

// picture is a drawing of one version of a chart.
type picture struct {
	version       int
	width, height int
	palette       figure.Palette
	image         image.Image
	frame         figure.Frame
}

func newChartPicture(t threads, taken func()) *chartPicture {
	p := &chartPicture{threads: t, taken: taken}
	p.raster = canvas.NewRaster(p.paint)
	p.ExtendBaseWidget(p)
	return p
}

// scene returns what is shown, in the colours of a palette.
func (p *chartPicture) scene(of figure.Palette) *figure.Scene {
	view := p.view
	view.Named = p.named
	return p.shown.Scene(figure.Style{Palette: of, Text: float64(p.Theme().Size(sizeLabel))}).In(view)
}

// changed draws what is shown anew.
func (p *chartPicture) changed() {
	p.version++
	p.raster.Refresh()
}

// paint returns the picture for a size in device pixels, or the last one there
// is while a new one is being drawn.
func (p *chartPicture) paint(width, height int) image.Image {
	p.wanted = picture{version: p.version, width: width, height: height, palette: p.palette()}
	p.draw()
	if p.drawn.image == nil {
		return image.NewNRGBA(image.Rect(0, 0, 1, 1))
	}
	return p.drawn.image
}

// draw draws the picture that is wanted, unless it is there or another is being
// drawn: then that one is shown first, so that a chart that moves all the time
// is seen moving.
func (p *chartPicture) draw() {
	want := p.wanted
	if p.shown == nil || p.busy || p.drawn.same(want) {
		return
	}
	p.busy = true
	scene := p.scene(want.palette)
	scale := float64(want.width) / float64(max(1, p.Size().Width))
	p.threads.away(func() {
		want.image, want.frame = scene.Picture(want.width, want.height, scale)
		p.threads.ui(func() { p.take(want) })
	})
}

// take shows a picture that has been drawn.
func (p *chartPicture) take(drawn picture) {
	p.busy = false
	p.drawn = drawn
	p.raster.Refresh()
	p.taken()
}

// same reports whether two pictures show the same at the same size.
func (p picture) same(other picture) bool {
	return p.version == other.version && p.width == other.width && p.height == other.height && p.palette == other.palette
}

// unit returns how many pixels of the picture make a unit of the window, 0
// before there is a picture.
func (p *chartPicture) unit() float64 {
	if p.drawn.image == nil || p.Size().Width == 0 {
		return 0
	}
	return float64(p.drawn.width) / float64(p.Size().Width)
}

// frame tells what lies where on the picture, and whether there is one that can
// be read.
func (p *chartPicture) frame() (figure.Frame, bool) {
	return p.drawn.frame, p.unit() > 0 && p.drawn.frame.Readable()
}

// palette is the theme's as charts have it.
func (p *chartPicture) palette() figure.Palette {
	in := func(name fyne.ThemeColorName) color.NRGBA {
		return color.NRGBAModel.Convert(themed(p, name)).(color.NRGBA)
	}
	return figure.Palette{
		Background: in(colorCard), Sidebar: in(colorSidebar), Card: in(colorCard), Line: in(colorLine),
		Text: in(colorText), Secondary: in(colorMuted), Accent: in(colorAccent), Reached: in(colorReached),
	}
}

// CreateRenderer implements fyne.Widget.
func (p *chartPicture) CreateRenderer() fyne.WidgetRenderer { return &chartPictureRenderer{p} }

type chartPictureRenderer struct{ picture *chartPicture }

func (r *chartPictureRenderer) Destroy()              {}
func (r *chartPictureRenderer) MinSize() fyne.Size    { return fyne.NewSize(240, 180) }
func (r *chartPictureRenderer) Layout(size fyne.Size) { r.picture.raster.Resize(size) }
func (r *chartPictureRenderer) Refresh()              { r.picture.raster.Refresh() }
func (r *chartPictureRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.picture.raster}
}
