package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// personHeight is how many times as high as wide a person is drawn.
const personHeight = 2.1

// person is a figure of a head and shoulders, as wide as it is told.
type person struct {
	widget.BaseWidget
	colour fyne.ThemeColorName
	width  float32
}

func newPerson(colour fyne.ThemeColorName, width float32) *person {
	p := &person{colour: colour, width: width}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *person) CreateRenderer() fyne.WidgetRenderer {
	r := &personRenderer{person: p, head: canvas.NewCircle(nil), body: canvas.NewRectangle(nil)}
	r.paint()
	return r
}

type personRenderer struct {
	person *person
	head   *canvas.Circle
	body   *canvas.Rectangle
}

func (r *personRenderer) Destroy()                     {}
func (r *personRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.head, r.body} }

func (r *personRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.person.width, r.person.width*personHeight)
}

// Layout draws the figure at its own width, at the foot of the room it has.
func (r *personRenderer) Layout(size fyne.Size) {
	w := r.person.width
	h := w * personHeight
	x, y := (size.Width-w)/2, size.Height-h
	head := w * 0.66
	r.head.Resize(fyne.NewSquareSize(head))
	r.head.Move(fyne.NewPos(x+(w-head)/2, y))
	body := h - head - w*0.14
	r.body.Resize(fyne.NewSize(w, body))
	r.body.Move(fyne.NewPos(x, y+h-body))
	r.body.TopLeftCornerRadius, r.body.TopRightCornerRadius = w/2, w/2
}

func (r *personRenderer) Refresh() {
	r.paint()
	r.Layout(r.person.Size())
	canvas.Refresh(r.person)
}

func (r *personRenderer) paint() {
	r.head.FillColor = themed(r.person, r.person.colour)
	r.body.FillColor = themed(r.person, r.person.colour)
}
