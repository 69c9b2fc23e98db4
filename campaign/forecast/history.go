package forecast

import (
	"math"
	"slices"
	"sort"
	"time"

	"muster/campaign"
)

// History is what a forecast sees of a count: at most a reading an hour, in
// days since the first.
type History struct {
	origin time.Time // of the last reading
	days   []float64
	totals []float64
}

// NewHistory sums up readings in any order. Of several within an hour the last
// counts: corrections and bursts of entries say nothing about the pace. A total
// below 0 counts as 0. It returns ErrTooLittle as New does.
func NewHistory(readings []Reading) (History, error) {
	readings = sorted(readings)
	n := len(readings)
	if n < MinReadings {
		return History{}, tooFew(n)
	}
	first, last := readings[0], readings[n-1]
	if age := last.At.Sub(first.At); age < MinDays*24*time.Hour {
		return History{}, campaign.Explain(ErrTooLittle,
			"The readings span %.1f days: a forecast needs at least %d days of history", age.Hours()/24, MinDays)
	}
	h := History{origin: last.At}
	kept := last.At.Add(time.Hour)
	for i := n - 1; i >= 0; i-- {
		r := readings[i]
		if kept.Sub(r.At) < time.Hour && (i > 0 || r.At.Equal(kept)) {
			continue
		}
		kept = r.At
		h.days = append(h.days, r.At.Sub(first.At).Hours()/24)
		h.totals = append(h.totals, max(float64(r.Total), 0))
	}
	slices.Reverse(h.days)
	slices.Reverse(h.totals)
	return h, nil
}

// tooFew says how few readings there are.
func tooFew(n int) error {
	switch n {
	case 0:
		return campaign.Explain(ErrTooLittle, "There is no reading yet: a forecast needs at least %d, over %d days or more", MinReadings, MinDays)
	case 1:
		return campaign.Explain(ErrTooLittle, "There is 1 reading: a forecast needs at least %d, over %d days or more", MinReadings, MinDays)
	}
	return campaign.Explain(ErrTooLittle, "There are %d readings: a forecast needs at least %d, over %d days or more", n, MinReadings, MinDays)
}

// Origin returns the moment of the last reading.
func (h History) Origin() time.Time { return h.origin }

// Total returns the last total.
func (h History) Total() float64 { return h.totals[len(h.totals)-1] }

// age returns the days from the first reading to the last.
func (h History) age() float64 { return h.days[len(h.days)-1] }

// ago returns the total so many days before the last reading, on a straight
// line between the readings around it; before the first, the first.
func (h History) ago(days float64) float64 {
	day := h.age() - days
	i := sort.SearchFloat64s(h.days, day)
	if i == 0 {
		return h.totals[0]
	}
	part := (day - h.days[i-1]) / (h.days[i] - h.days[i-1])
	return h.totals[i-1] + part*(h.totals[i]-h.totals[i-1])
}

// grown returns the Bend of the growth in the days ahead if the rate of the
// last window days goes on. A third of a sign-up is put on top, so that a
// window without any does not mean never again.
func (h History) grown(window, ahead float64) float64 {
	window = min(window, max(h.age(), 1))
	gained := max(h.Total()-h.ago(window), 0) + 0.3
	return Bend(math.Log1p(gained / window * ahead / (1 + h.Total())))
}
