package figure

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
)

// MostPeople and MostDots are how large a crowd is still drawn person by
// person, and dot by dot.
const (
	MostPeople = 100
	MostDots   = 5000
)

// Crowd is the picture of a share, "1 in 7": seven people, one lit. Lengths are
// in the unit of the size it was made for, y grows downwards. Beyond
// MostPeople it is a field of dots; beyond MostDots it is empty, and words
// must do.
type Crowd struct {
	People        []Person
	Dots          []Dot
	Width, Height float64 // of what was drawn, at most the size asked for
}

// Person is a head over a body whose upper corners are rounded.
type Person struct {
	Head Dot
	Body Body
	Lit  bool
}

// Dot is a filled circle.
type Dot struct {
	X, Y, R float64 // centre and radius
	Lit     bool
}

// Body is a rectangle whose two upper corners are quarters of a circle.
type Body struct {
	X, Y, W, H float64 // X and Y are the upper left corner
	R          float64 // of the upper corners
}

// OneIn returns the crowd of "1 in n" that fits into width by height. It is
// empty for n below 1 and for crowds too large to draw. Where n is below 2,
// and one in a whole number says too little, it is ten people of whom so many
// are lit.
func OneIn(n, width, height float64) Crowd {
	if !(n >= 1) || n > MostDots || width <= 0 || height <= 0 {
		return Crowd{}
	}
	count, lit := int(math.Round(n)), 1
	if n < 2 {
		count, lit = 10, int(math.Round(10/n))
	}
	if count > MostPeople {
		return dots(count, lit, width, height)
	}
	return people(count, lit, width, height)
}

// The proportions of a person, in widths of the body.
const (
	personHeight = 2.15
	personPitch  = 1.5 // from one person to the next
	rowPitch     = 2.5
	headRadius   = 0.32
	bodyTop      = 0.86
	bodyRadius   = 0.42
)

func people(count, lit int, width, height float64) Crowd {
	perRow, body := 1, 0.0
	for try := 1; try <= count; try++ {
		rows := math.Ceil(float64(count) / float64(try))
		fit := min(width/(float64(try-1)*personPitch+1), height/((rows-1)*rowPitch+personHeight))
		if fit > body {
			perRow, body = try, fit
		}
	}
	c := Crowd{People: make([]Person, count)}
	for i := range c.People {
		x := float64(i%perRow) * personPitch * body
		y := float64(i/perRow) * rowPitch * body
		c.People[i] = Person{
			Head: Dot{X: x + body/2, Y: y + headRadius*body, R: headRadius * body, Lit: i < lit},
			Body: Body{X: x, Y: y + bodyTop*body, W: body, H: (personHeight - bodyTop) * body, R: bodyRadius * body},
			Lit:  i < lit,
		}
		c.Width = max(c.Width, x+body)
		c.Height = max(c.Height, y+personHeight*body)
	}
	return c
}

func dots(count, lit int, width, height float64) Crowd {
	pitch := math.Sqrt(width * height / float64(count))
	for math.Floor(width/pitch)*math.Floor(height/pitch) < float64(count) {
		pitch *= 0.995
	}
	perRow := int(width / pitch)
	c := Crowd{Dots: make([]Dot, count)}
	for i := range c.Dots {
		x, y := (float64(i%perRow)+0.5)*pitch, (float64(i/perRow)+0.5)*pitch
		c.Dots[i] = Dot{X: x, Y: y, R: 0.34 * pitch, Lit: i < lit}
		c.Width, c.Height = max(c.Width, x+pitch/2), max(c.Height, y+pitch/2)
	}
	return c
}

// Draw fills the crowd on a canvas; left and top are where its upper left
// corner goes.
func (c Crowd) Draw(canvas vg.Canvas, left, top vg.Length, lit, unlit color.Color) {
	fill := func(isLit bool, p vg.Path) {
		canvas.SetColor(unlit)
		if isLit {
			canvas.SetColor(lit)
		}
		canvas.Fill(p)
	}
	for _, p := range c.People {
		fill(p.Lit, p.Head.path(left, top))
		fill(p.Lit, p.Body.path(left, top))
	}
	for _, d := range c.Dots {
		fill(d.Lit, d.path(left, top))
	}
}

func (d Dot) path(left, top vg.Length) vg.Path {
	var p vg.Path
	at, r := vg.Point{X: left + vg.Length(d.X), Y: top - vg.Length(d.Y)}, vg.Length(d.R)
	p.Move(vg.Point{X: at.X + r, Y: at.Y})
	p.Arc(at, r, 0, 2*math.Pi)
	p.Close()
	return p
}

func (b Body) path(left, top vg.Length) vg.Path {
	x, y, r := left+vg.Length(b.X), top-vg.Length(b.Y), vg.Length(b.R)
	w, h := vg.Length(b.W), vg.Length(b.H)
	var p vg.Path
	p.Move(vg.Point{X: x, Y: y - h})
	p.Line(vg.Point{X: x + w, Y: y - h})
	p.Line(vg.Point{X: x + w, Y: y - r})
	p.Arc(vg.Point{X: x + w - r, Y: y - r}, r, 0, math.Pi/2)
	p.Line(vg.Point{X: x + r, Y: y})
	p.Arc(vg.Point{X: x + r, Y: y - r}, r, math.Pi/2, math.Pi/2)
	p.Close()
	return p
}
