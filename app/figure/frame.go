package figure

import "gonum.org/v1/plot/vg"

// Frame tells what lies under a pixel of a scene's image, and where. Pixels
// count from the upper left corner. The zero Frame has nothing to tell.
type Frame struct {
	of     reader
	dots   float64 // pixels a point
	height float64 // of the image, in pixels
}

// Point is a place on an image, in pixels.
type Point struct{ X, Y float64 }

// Box is a part of an image, in pixels from its upper left to its lower right
// corner.
type Box struct{ Min, Max Point }

// Readable reports whether the chart says anything at its stops.
func (f Frame) Readable() bool { return f.of != nil }

// Area returns the part of the image that the chart itself is drawn in, without
// the labels around it.
func (f Frame) Area() Box { return f.box(f.of.placed().area) }

// X returns the column of a number of the lower axis.
func (f Frame) X(at float64) float64 { return float64(f.of.placed().x(at)) * f.dots }

// At returns the number of the lower axis under a column.
func (f Frame) At(x float64) float64 { return f.of.placed().value(vg.Length(x / f.dots)) }

// Y returns the row of a number of the upright axis.
func (f Frame) Y(total float64) float64 { return f.height - float64(f.of.placed().y(total))*f.dots }

// Whole returns all of the lower axis, and the smallest part of it worth
// looking at: 0 for a chart that is always seen whole.
func (f Frame) Whole() (from, to, least float64) {
	from, to = f.of.reach()
	least = f.of.least()
	if to-from <= least {
		least = 0
	}
	return from, to, least
}

// Stop returns the stop that a pixel belongs to.
func (f Frame) Stop(x, y float64) int {
	return f.of.stopAt(vg.Point{X: vg.Length(x / f.dots), Y: vg.Length((f.height - y) / f.dots)})
}

// Stops returns the first and the last stop in sight, and how many of them an
// arrow key goes: left and right by short, up and down by long.
func (f Frame) Stops() (first, last, short, long int) {
	first, last = f.of.stops()
	short, long = f.of.strides()
	return first, last, short, long
}

// Usual returns the stop that the keys begin at.
func (f Frame) Usual() int { return f.of.usual() }

// Read returns what stands at a stop.
func (f Frame) Read(stop int) Reading { return f.of.read(stop) }

// Box returns what a reading was read from: the outline of a bar, or an upright
// line.
func (f Frame) Box(r Reading) Box { return f.box(r.box) }

// Dots returns where the numbers of a reading lie.
func (f Frame) Dots(r Reading) []Point {
	var dots []Point
	for _, d := range r.dots {
		dots = append(dots, f.point(d))
	}
	return dots
}

func (f Frame) point(p vg.Point) Point {
	return Point{X: float64(p.X) * f.dots, Y: f.height - float64(p.Y)*f.dots}
}

func (f Frame) box(r vg.Rectangle) Box {
	low, high := f.point(r.Min), f.point(r.Max)
	return Box{Min: Point{low.X, high.Y}, Max: Point{high.X, low.Y}}
}
