package campaign

// Share is a count over a population.
type Share struct {
	Count, Of int64 // people
}

// Fraction returns count/of as a fraction from 0 up; it may pass 1. It is 0
// where the population is not known.
func (s Share) Fraction() float64 {
	if s.Of <= 0 {
		return 0
	}
	return float64(s.Count) / float64(s.Of)
}

// OneIn returns N of "1 in N", and whether there is such a number: there is
// none for a count of nobody or an unknown population.
func (s Share) OneIn() (float64, bool) {
	if s.Count <= 0 || s.Of <= 0 {
		return 0, false
	}
	return float64(s.Of) / float64(s.Count), true
}
