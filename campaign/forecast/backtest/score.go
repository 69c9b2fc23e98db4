package backtest

import (
	"fmt"
	"math"

	"muster/campaign/forecast"
)

// Forecaster returns the quantiles of the total, at forecast.Levels, that it
// expects at the target of a case.
type Forecaster func(Case) ([19]float64, error)

// Shipped forecasts as the app does.
func Shipped(c Case) ([19]float64, error) {
	at := c.Actual().At
	futures, err := forecast.New(c.Known(), at, 1)
	if err != nil {
		return [19]float64{}, err
	}
	return futures.At(at).Quantiles, nil
}

// NoMore expects no more sign-ups.
func NoMore(c Case) ([19]float64, error) {
	return all(float64(c.Known()[c.Origin].Total)), nil
}

// LastWeek expects the rate of the last seven days to go on.
func LastWeek(c Case) ([19]float64, error) {
	origin := c.Series.days(c.Origin)
	window := min(7, math.Floor(origin))
	last := at(c.Known(), c.Series, origin)
	rate := (last - at(c.Known(), c.Series, origin-window)) / window
	return all(last + rate*max(1, math.RoundToEven(c.Ahead()))), nil
}

func all(total float64) (q [19]float64) {
	for i := range q {
		q[i] = total
	}
	return q
}

// at returns the total of the known readings so many days after the first, on
// a straight line between the readings around it.
func at(known []forecast.Reading, s *Series, days float64) float64 {
	i := min(s.upTo(days), len(known)) - 1
	if i < 0 {
		return float64(known[0].Total)
	}
	here := float64(known[i].Total)
	if i+1 == len(known) {
		return here
	}
	step := s.days(i+1) - s.days(i)
	return here + (days-s.days(i))/step*(float64(known[i+1].Total)-here)
}

// CRPS returns the continuous ranked probability score of ln(1+total), from
// the quantiles at forecast.Levels: the mean of twice their pinball losses.
// Lower is better; for a single value it is the error of the logarithm.
func CRPS(quantiles [19]float64, actual float64) float64 {
	var sum float64
	y := math.Log1p(actual)
	for i, p := range forecast.Levels {
		q := math.Log1p(max(quantiles[i], 0))
		sum += 2 * max(p*(y-q), (1-p)*(q-y))
	}
	return sum / float64(len(quantiles))
}

// holds reports whether the total lies within the 80% range.
func holds(quantiles [19]float64, actual float64) bool {
	return actual >= quantiles[1] && actual <= quantiles[17]
}

// Score is how a forecaster did on some cases.
type Score struct {
	Cases int
	CRPS  float64 // mean over the cases
	Holds float64 // share of the cases within the 80% range
}

// Record is how a forecaster did on all series, and on each kind.
type Record struct {
	All   Score
	Kinds map[string]Score
}

// Test returns how a forecaster does on all cases of the series.
func Test(series []Series, f Forecaster) (Record, error) {
	var every []Case
	ofKind := map[string][]Case{}
	for i := range series {
		cases := Cases(&series[i])
		every = append(every, cases...)
		ofKind[series[i].Kind()] = append(ofKind[series[i].Kind()], cases...)
	}
	r := Record{Kinds: map[string]Score{}}
	var err error
	if r.All, err = score(every, f); err != nil {
		return Record{}, err
	}
	for kind, cases := range ofKind {
		if r.Kinds[kind], err = score(cases, f); err != nil {
			return Record{}, err
		}
	}
	return r, nil
}

// score returns how a forecaster does on the cases.
func score(cases []Case, f Forecaster) (Score, error) {
	s := Score{Cases: len(cases)}
	n := float64(max(len(cases), 1))
	for _, c := range cases {
		q, err := f(c)
		if err != nil {
			return Score{}, fmt.Errorf("%s, reading %d: %w", c.Series.Name, c.Origin+1, err)
		}
		actual := float64(c.Actual().Total)
		s.CRPS += CRPS(q, actual) / n
		if holds(q, actual) {
			s.Holds += 1 / n
		}
	}
	return s, nil
}
