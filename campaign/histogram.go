package campaign

import "math"

// Histogram is how the draws of a turnout are spread, for a picture.
type Histogram struct {
	From, Width float64   // people: where the first bar begins, and how wide each is
	Parts       []float64 // the fraction of the draws in each bar
}

// histogramOf returns the histogram of values, which are in order. The bars are
// as wide as a round number, twenty to fifty from the 0.5th to the 99.5th
// percentile; what lies beyond belongs to the first and the last bar.
func histogramOf(sorted []float64) Histogram {
	low, high := quantile(sorted, 0.005), quantile(sorted, 0.995)
	h := Histogram{Width: roundUp((high - low) / 50)}
	h.From = math.Floor(low/h.Width) * h.Width
	h.Parts = make([]float64, int((high-h.From)/h.Width)+1)
	for _, v := range sorted {
		bar := int((v - h.From) / h.Width)
		h.Parts[min(max(bar, 0), len(h.Parts)-1)] += 1 / float64(len(sorted))
	}
	return h
}

// roundUp returns the least of 1, 2, 5, 10, 20, ... that is at least v.
func roundUp(v float64) float64 {
	for unit := 1.0; ; unit *= 10 {
		for _, step := range []float64{1, 2, 5} {
			if step*unit >= v {
				return step * unit
			}
		}
	}
}
