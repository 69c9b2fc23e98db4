package forecast

import "time"

// Uplift is how many more came by some day than was expected before a moment:
// the median, and the range that holds 80%. Low may be below 0: then the moment
// may have done nothing.
type Uplift struct {
	Low, Mid, High float64
}

// UpliftOf returns what came after a moment, up to the last reading until the
// given time, above what the readings before it led to expect. It returns ErrTooLittle if these are
// too few.
func UpliftOf(readings []Reading, moment, until time.Time) (Uplift, error) {
	readings = sorted(readings)
	var before []Reading
	var last Reading
	for _, r := range readings {
		if r.At.Before(moment) {
			before = append(before, r)
		}
		if !r.At.After(until) {
			last = r
		}
	}
	futures, err := New(before, last.At, 1)
	if err != nil {
		return Uplift{}, err
	}
	expected, actual := futures.At(last.At).Quantiles, float64(last.Total)
	return Uplift{Low: actual - expected[17], Mid: actual - expected[9], High: actual - expected[1]}, nil
}
