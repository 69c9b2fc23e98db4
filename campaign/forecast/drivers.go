package forecast

import "math"

// draws is how many futures there are. They are spread evenly, so that their
// quantiles are those of the model to the third digit.
const draws = 1000

// golden turns each point of a spiral against the one before, so that they
// never line up.
var golden = math.Pi * (3 - math.Sqrt(5))

// drivers are what sets the futures apart: points of a plane spread as two
// independent standard normals, on a spiral instead of at random. Seen from any
// side they are standard normal; as the days go by they are seen from a side
// that turns slowly, so that a future keeps its place in the fan for long, but
// not for ever, and its total does not jump.
type drivers struct {
	x, y [draws]float64
}

func newDrivers(seed uint64) *drivers {
	d := new(drivers)
	start := 2 * math.Pi * float64(seed%1_000_003) / 1_000_003
	for j := range draws {
		radius := math.Sqrt(-2 * math.Log((float64(j)+0.5)/draws))
		d.y[j], d.x[j] = math.Sincos(start + float64(j)*golden)
		d.x[j] *= radius
		d.y[j] *= radius
	}
	return d
}

// turn is the side that the drivers are seen from.
type turn struct {
	*drivers
	sin, cos float64
}

// turn returns the side for so many days ahead. The places of a future at two
// times have the correlation cos(wander × ln(later/earlier)).
func (d *drivers) turn(wander, ahead float64) turn {
	sin, cos := math.Sincos(wander * math.Log(ahead))
	return turn{d, sin, cos}
}

// place returns the standard normal score of future j.
func (t turn) place(j int) float64 { return t.cos*t.x[j] + t.sin*t.y[j] }
