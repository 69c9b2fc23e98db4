package window

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"muster/app/figure"
)

// peopleArray is the picture of "1 in N": a figure a person up to about 100, a
// field of dots beyond, and nothing where words must do.
type peopleArray struct {
	widget.BaseWidget
	n float64
}

// peopleHeight is the most room that the picture takes.
const peopleHeight = 66

func newPeopleArray() *peopleArray {
	p := &peopleArray{}
	p.ExtendBaseWidget(p)
	return p
}

// set shows one in n; 0 shows nobody.
func (p *peopleArray) set(n float64) {
	p.n = n
	p.Hidden = n < 1 || n > figure.MostDots
	p.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (p *peopleArray) CreateRenderer() fyne.WidgetRenderer {
	r := &peopleRenderer{people: p}
	r.Refresh()
	return r
}

type peopleRenderer struct {
	people  *peopleArray
	objects []fyne.CanvasObject
	height  float32 // of what is drawn
}

func (r *peopleRenderer) Destroy()                     {}
func (r *peopleRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *peopleRenderer) MinSize() fyne.Size           { return fyne.NewSize(60, r.height) }

func (r *peopleRenderer) Layout(size fyne.Size) {
	crowd := figure.OneIn(r.people.n, float64(size.Width), peopleHeight)
	r.height = float32(crowd.Height)
	r.objects = nil
	for _, p := range crowd.People {
		r.objects = append(r.objects, r.head(p), r.body(p))
	}
	if len(crowd.Dots) > 0 {
		field := canvas.NewRaster(r.field)
		field.Resize(fyne.NewSize(size.Width, peopleHeight))
		r.objects = append(r.objects, field)
	}
}

func (r *peopleRenderer) Refresh() {
	r.Layout(r.people.Size())
	canvas.Refresh(r.people)
}

func (r *peopleRenderer) colour(lit bool) color.Color {
	if lit {
		return themed(r.people, colorAccent)
	}
	return themed(r.people, colorLine)
}

func (r *peopleRenderer) head(p figure.Person) fyne.CanvasObject {
	head := canvas.NewCircle(r.colour(p.Lit))
	head.Resize(fyne.NewSquareSize(float32(2 * p.Head.R)))
	head.Move(fyne.NewPos(float32(p.Head.X-p.Head.R), float32(p.Head.Y-p.Head.R)))
	return head
}

func (r *peopleRenderer) body(p figure.Person) fyne.CanvasObject {
	body := canvas.NewRectangle(r.colour(p.Lit))
	body.TopLeftCornerRadius, body.TopRightCornerRadius = float32(p.Body.R), float32(p.Body.R)
	body.Resize(fyne.NewSize(float32(p.Body.W), float32(p.Body.H)))
	body.Move(fyne.NewPos(float32(p.Body.X), float32(p.Body.Y)))
	return body
}

// field draws the dots at device pixels: thousands of canvas objects would be
// slow.
func (r *peopleRenderer) field(width, height int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	for _, dot := range figure.OneIn(r.people.n, float64(width), float64(height)).Dots {
		c := color.NRGBAModel.Convert(r.colour(dot.Lit)).(color.NRGBA)
		for y := int(dot.Y - dot.R - 1); y <= int(dot.Y+dot.R+1); y++ {
			for x := int(dot.X - dot.R - 1); x <= int(dot.X+dot.R+1); x++ {
				cover := dot.R + 0.5 - math.Hypot(float64(x)+0.5-dot.X, float64(y)+0.5-dot.Y)
				if cover > 0 {
					c.A = uint8(255 * min(1, cover))
					img.SetNRGBA(x, y, c)
				}
			}
		}
	}
	return img
}
