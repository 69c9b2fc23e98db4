package window

import (
	"image"
	"image/draw"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
	xdraw "golang.org/x/image/draw"

	"muster/app/figure"
)

// sheet shows a piece of paper at device pixels: as wide as it is laid out,
// and as high as goes with that. It is drawn away from the window's goroutine.
type sheet struct {
	widget.BaseWidget
	threads threads
	ratio   float32               // height/width
	render  func(int) image.Image // about so many pixels wide
	raster  *canvas.Raster
	shelf   *shelf
	drawn   *image.RGBA
	asked   image.Point // size being drawn
}

func newSheet(t threads, ratio float32, on *shelf, render func(int) image.Image) *sheet {
	s := &sheet{threads: t, ratio: ratio, shelf: on, render: render}
	s.raster = canvas.NewRaster(s.paint)
	s.ExtendBaseWidget(s)
	return s
}

// paint returns the paper for a size in pixels, or what there is of it while
// it is being drawn.
func (s *sheet) paint(width, height int) image.Image {
	size := image.Pt(width, height)
	if s.asked != size {
		s.asked = size
		s.threads.away(func() {
			paper := edged(fitted(s.render(width), size))
			s.threads.ui(func() {
				if s.asked == size {
					s.drawn = paper
					s.shelf.keep(s)
					s.raster.Refresh()
				}
			})
		})
	}
	if s.drawn == nil {
		return image.White
	}
	s.shelf.keep(s)
	return s.drawn
}

// putAway forgets what was drawn.
func (s *sheet) putAway() { s.drawn, s.asked = nil, image.Point{} }

// fitted returns an image at a size exactly: on white if it is a little
// smaller, scaled if it is not.
func fitted(img image.Image, size image.Point) *image.RGBA {
	paper := image.NewRGBA(image.Rectangle{Max: size})
	draw.Draw(paper, paper.Bounds(), image.White, image.Point{}, draw.Src)
	if img == nil {
		return paper
	}
	if has := img.Bounds().Size(); has.X <= size.X && has.Y <= size.Y {
		at := size.Sub(has).Div(2)
		draw.Draw(paper, image.Rectangle{Min: at, Max: at.Add(has)}, img, img.Bounds().Min, draw.Over)
		return paper
	}
	xdraw.CatmullRom.Scale(paper, paper.Bounds(), img, img.Bounds(), draw.Over, nil)
	return paper
}

// edged draws a hairline around the paper, so that it stands out from a white
// card.
func edged(paper *image.RGBA) *image.RGBA {
	line, b := image.NewUniform(figure.Paper.Line), paper.Bounds()
	for _, side := range []image.Rectangle{
		{Min: b.Min, Max: image.Pt(b.Max.X, 1)}, {Min: b.Min, Max: image.Pt(1, b.Max.Y)},
		{Min: image.Pt(0, b.Max.Y-1), Max: b.Max}, {Min: image.Pt(b.Max.X-1, 0), Max: b.Max},
	} {
		draw.Draw(paper, side, line, image.Point{}, draw.Src)
	}
	return paper
}

// CreateRenderer implements fyne.Widget.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer { return &sheetRenderer{s} }

type sheetRenderer struct{ sheet *sheet }

func (r *sheetRenderer) Destroy()                     {}
func (r *sheetRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.sheet.raster} }
func (r *sheetRenderer) Layout(size fyne.Size)        { r.sheet.raster.Resize(size) }
func (r *sheetRenderer) Refresh()                     { r.sheet.raster.Refresh() }

func (r *sheetRenderer) MinSize() fyne.Size {
	return fyne.NewSize(120, max(120, r.sheet.Size().Width)*r.sheet.ratio)
}
