// Package forecast says where a count may go: it turns irregular readings into
// many possible futures, and reads the range of totals at a date, the chance
// of a threshold by its deadline and the dates it may be reached from those
// same futures, so that no two of its answers disagree.
//
// How far the count may grow is a regression on how fast it grew lately,
// fitted on real sign-up series; see docs/forecast.md. The package is pure:
// no clock, no files, and the same readings and seed give the same answer.
package forecast

import (
	"errors"
	"slices"
	"time"
)

// What a forecast needs, and how far it goes.
const (
	MinReadings = 4   // fewer are refused
	MinDays     = 5   // of history, from the first reading to the last
	MaxDays     = 366 // ahead of the last reading
)

// ErrTooLittle is returned when there is too little history to forecast from.
var ErrTooLittle = errors.New("too little history")

// Method says in a few sentences what a forecast rests on.
const Method = "The daily rates of the last day, week and three weeks and of the whole history are " +
	"carried on, slowing after ten days, by a regression fitted on 56 real sign-up series; " +
	"the width of the range is how far such forecasts were off on series they had not seen. " +
	"It knows nothing of plans or events to come, and does not expect the count to fall."

// Reading says what the counter showed at a moment.
type Reading struct {
	At    time.Time
	Total int64
}

// Levels are the shares of futures below the quantiles of a fan: 0.05 to 0.95
// in steps of 0.05.
var Levels = func() (p [19]float64) {
	for i := range p {
		p[i] = float64(i+1) / 20
	}
	return p
}()

// New returns the futures of a count from its last reading until the given
// moment, at least a day and at most MaxDays ahead. The readings may come in
// any order, at any interval, and may fall. The seed picks the draw of futures.
// It returns ErrTooLittle, with a sentence that says what is missing, if there
// are fewer than MinReadings or less than MinDays of history.
func New(readings []Reading, until time.Time, seed uint64) (Futures, error) {
	history, err := NewHistory(readings)
	if err != nil {
		return Futures{}, err
	}
	return Shipped.Futures(history, until, seed), nil
}

// Futures returns what the model expects of a history; see New.
func (m Model) Futures(h History, until time.Time, seed uint64) Futures {
	ahead := until.Sub(h.origin).Hours() / 24
	days := min(max(int(ahead+0.999999), 1), MaxDays)
	f := Futures{origin: h.origin, paths: make([][]float64, draws)}
	flat := make([]float64, draws*(days+1))
	for j := range f.paths {
		f.paths[j] = flat[j*(days+1) : (j+1)*(days+1)]
		f.paths[j][0] = h.Total()
	}
	drivers := newDrivers(seed)
	for d := 1; d <= days; d++ {
		ranged := m.Range(h.Traits(float64(d)), h.Total())
		turn := drivers.turn(m.Wander, float64(d))
		for j, path := range f.paths {
			path[d] = max(path[d-1], ranged.Total(turn.place(j)))
		}
	}
	return f
}

// sorted returns the readings in order of time, copied only if they are not.
func sorted(readings []Reading) []Reading {
	byTime := func(a, b Reading) int { return a.At.Compare(b.At) }
	if slices.IsSortedFunc(readings, byTime) {
		return readings
	}
	readings = slices.Clone(readings)
	slices.SortStableFunc(readings, byTime)
	return readings
}
