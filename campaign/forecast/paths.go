package forecast

import (
	"slices"
	"time"
)

// Len returns how many futures there are.
func (f Futures) Len() int { return len(f.paths) }

// Each gives every path, the totals so many days after the origin, which must
// not be altered or kept.
func (f Futures) Each(do func(path []float64)) {
	for _, path := range f.paths {
		do(path)
	}
}

// Totals returns the total of each of the futures at a moment, in order of
// size. Before the origin and after the end it is that of the origin and the
// end.
func (f Futures) Totals(at time.Time) []float64 {
	totals := make([]float64, len(f.paths))
	f.totals(at, totals)
	slices.Sort(totals)
	return totals
}
