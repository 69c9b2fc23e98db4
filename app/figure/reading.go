package figure

import "gonum.org/v1/plot/vg"

// Reading is what a chart says at one of its stops: a day, a bar.
type Reading struct {
	Stop   int
	Name   string // of the stop: the date
	Values []Value
	box    vg.Rectangle // what it is read from; without width a line
	dots   []vg.Point   // on it
}

// Value is one thing that is read, with its name.
type Value struct{ Name, Says string }

// reader says what stands at the stops of a chart that is laid out. The words
// come from what the chart is made of, never from where it was drawn.
type reader interface {
	placed() *layout            // where it lies
	stops() (first, last int)   // in the part that is shown
	strides() (short, long int) // of the arrow keys, in stops
	usual() int                 // the stop that the keys begin at
	stopAt(at vg.Point) int     // the one that a point belongs to
	read(stop int) Reading
	reach() (from, to float64) // of the lower axis
	least() float64            // the smallest part worth looking at; 0 if only the whole is
}

// readerOf returns the reader of a chart, nil if nothing can be read from it.
func readerOf(f fitted) reader {
	switch f := f.(type) {
	case *layout:
		return days{f}
	case *bars:
		return f
	case *steps:
		return f
	case *swings:
		return f
	}
	return nil
}

func (l *layout) placed() *layout { return l }

// value returns the number at a place of the lower axis.
func (l *layout) value(x vg.Length) float64 {
	part := float64((x - l.area.Min.X) / l.area.Size().X)
	return l.plot.X.Min + part*(l.plot.X.Max-l.plot.X.Min)
}

// upTo returns the upright line at a number of the lower axis.
func (l *layout) upTo(at float64) vg.Rectangle {
	x := l.x(at)
	return vg.Rectangle{Min: vg.Point{X: x, Y: l.area.Min.Y}, Max: vg.Point{X: x, Y: l.area.Max.Y}}
}

// mark marks a number on the line of a reading, if it is in sight.
func (l *layout) mark(r *Reading, number float64) {
	at := vg.Point{X: r.box.Min.X, Y: l.y(number)}
	if at.Y >= l.area.Min.Y && at.Y <= l.area.Max.Y && !(l.log && number <= 0) {
		r.dots = append(r.dots, at)
	}
}
