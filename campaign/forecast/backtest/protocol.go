package backtest

import (
	"math"

	"muster/campaign/forecast"
)

// Case is one forecast of the protocol: what was known up to the origin, and
// the reading that came.
type Case struct {
	Series *Series
	Origin int // the last reading known
	Target int // the reading asked for
}

// Known returns the readings up to the origin.
func (c Case) Known() []forecast.Reading { return c.Series.Readings[:c.Origin+1] }

// Actual returns the reading asked for.
func (c Case) Actual() forecast.Reading { return c.Series.Readings[c.Target] }

// Ahead returns the days from the origin to the target.
func (c Case) Ahead() float64 { return c.Series.days(c.Target) - c.Series.days(c.Origin) }

// The protocol: origins at parts of the span, which is cut at maxSpan days,
// with minAge days and minReadings before them.
const (
	maxSpan     = 180
	minAge      = 6
	minReadings = 4
)

var parts = []float64{0.3, 0.5, 0.7}

// Cases returns the forecasts that the protocol asks of a series: from the last
// reading before 30, 50 and 70% of its span, for the reading nearest to 7 days
// ahead (5 to 10), and for the last one within 60 days. The same origin and
// target count once.
func Cases(s *Series) []Case {
	n := s.upTo(maxSpan)
	span := s.days(n - 1)
	var cases []Case
	seen := map[Case]bool{}
	for _, part := range parts {
		origin := s.upTo(part*span) - 1
		if s.days(origin) < minAge || origin+1 < minReadings {
			continue
		}
		for _, target := range targets(s, origin, n) {
			c := Case{s, origin, target}
			if !seen[c] {
				seen[c] = true
				cases = append(cases, c)
			}
		}
	}
	return cases
}

// targets returns the readings, of the first n, that a forecast is asked for.
func targets(s *Series, origin, n int) []int {
	week, last := -1, -1
	from := s.days(origin)
	for i := origin; i < n; i++ {
		ahead := s.days(i) - from
		switch {
		case ahead >= 5 && ahead <= 10:
			if week < 0 || math.Abs(ahead-7) < math.Abs(s.days(week)-from-7) {
				week = i
			}
		case ahead > 10 && ahead <= 60:
			last = i
		}
	}
	var found []int
	for _, i := range []int{week, last} {
		if i >= 0 {
			found = append(found, i)
		}
	}
	return found
}
