package forecast

import (
	"math"
	"sort"

	"gonum.org/v1/gonum/stat/distuv"
)

// Model is a fitted calibration. The Bend of the growth in the days ahead has
// the quantiles centre + width × Spread, where the centre is Growth times the
// traits and the width Stretch × exp(Width times three of them).
type Model struct {
	Growth  Traits
	Width   [NumWidths]float64 // of the traits in Widths
	Spread  [19]float64        // one for each of Levels, increasing
	Stretch float64            // so that the 80% range holds 80% on series not seen
	Wander  float64            // how fast a future changes its place in the fan; see drivers
}

// NumWidths is how many traits the width depends on.
const NumWidths = 3

// Widths are the traits that the width depends on.
var Widths = [NumWidths]int{One, Size, Gap}

// Range is the distribution of the total at one moment.
type Range struct {
	total, centre, width float64
	spread               *[19]float64
}

// Range returns the distribution of the total, given the last one and the
// traits for so many days ahead.
func (m *Model) Range(t Traits, total float64) Range {
	var centre, width float64
	for i, x := range t {
		centre += m.Growth[i] * x
	}
	for i, trait := range Widths {
		width += m.Width[i] * t[trait]
	}
	return Range{total, centre, m.Stretch * math.Exp(width), &m.Spread}
}

// bend is between a growth that compounds (0) and one that adds up (1). It
// costs next to nothing in score and keeps the upper end of a steep rise nearer
// the ground.
const bend = 1.0 / 3

// maxBent bounds the bent growth: a total may multiply by some 7,000, which no
// series of the fit came near.
const maxBent = 4

// Bend returns growth, of ln(1+total), on the scale that the model is linear
// on: that of its logarithm when small, of the growth itself when large.
func Bend(growth float64) float64 { return math.Log(math.Expm1(bend*growth) / bend) }

// Unbend is the inverse of Bend. It also returns its derivative.
func Unbend(x float64) (growth, slope float64) {
	x = min(x, maxBent)
	e := math.Exp(x)
	return math.Log1p(bend*e) / bend, e / (1 + bend*e)
}

// Total returns the total at a place in the range, which is a standard normal
// score: 0 is the median, 1.28 the 0.9 quantile.
func (r Range) Total(place float64) float64 {
	growth, _ := Unbend(r.centre + r.width*along(&places, r.spread, place))
	return (1+r.total)*math.Exp(growth) - 1
}

// Quantiles returns the totals at Levels.
func (r Range) Quantiles() (q [19]float64) {
	for i, place := range places {
		q[i] = r.Total(place)
	}
	return q
}

// Place returns where in the range a total is; the inverse of Total.
func (r Range) Place(total float64) float64 {
	growth := math.Max(math.Log1p(total)-math.Log1p(r.total), 1e-6)
	return along(r.spread, &places, (Bend(growth)-r.centre)/r.width)
}

// places are the standard normal scores of Levels.
var places = func() (z [19]float64) {
	for i, p := range Levels {
		z[i] = distuv.UnitNormal.Quantile(p)
	}
	return z
}()

// along returns y at x on the line through the points (xs, ys), carried on
// straight beyond its ends. xs increase.
func along(xs, ys *[19]float64, x float64) float64 {
	i := min(max(sort.SearchFloat64s(xs[:], x), 1), len(xs)-1)
	part := (x - xs[i-1]) / (xs[i] - xs[i-1])
	return ys[i-1] + part*(ys[i]-ys[i-1])
}
