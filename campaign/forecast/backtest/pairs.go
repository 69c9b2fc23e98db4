package backtest

import (
	"math"
	"time"

	"muster/campaign/forecast"
)

// pair is one lesson for the fit: what a history looked like, and by how much
// ln(1+total) then grew.
type pair struct {
	series int
	anyDay bool // the target is a day, not the moment of a reading
	traits forecast.Traits
	growth float64
	weight float64
}

// origins are the parts of a series' span at whose last reading lessons begin:
// many more than the protocol's three, closer together early on.
var origins = func() (parts []float64) {
	for part := 0.04; part < 0.96; part *= 1.07 {
		parts = append(parts, part)
	}
	return parts
}()

// anyDays are the days ahead at which the total is taken whether or not there
// is a reading.
var anyDays = []float64{0.5, 1, 2, 3, 5, 7, 14, 30, 60, 90, 180, 365}

// minLessonAge is the days of history before a lesson begins.
const minLessonAge = forecast.MinDays

// pairs returns the lessons of all series.
func pairs(series []Series) []pair {
	var all []pair
	counted := lastMilestone(series)
	for i := range series {
		s := &series[i]
		n := s.upTo(maxSpan)
		before := -1
		for _, part := range origins {
			origin := s.upTo(part*s.days(n-1)) - 1
			if origin == before || origin+1 < minReadings || s.days(origin) < minLessonAge {
				continue
			}
			before = origin
			history, err := forecast.NewHistory(s.Readings[:origin+1])
			if err != nil {
				continue // a burst of readings: too little history
			}
			l := lesson{s, i, origin, history}
			all = append(all, l.toReadings(n)...)
			all = append(all, l.toAnyDay(counted)...)
		}
	}
	return all
}

// lastMilestone returns the last moment at which any series known by milestones
// was seen.
func lastMilestone(series []Series) time.Time {
	var last time.Time
	for _, s := range series {
		if at := s.Readings[len(s.Readings)-1].At; s.Kind() == milestones && at.After(last) {
			last = at
		}
	}
	return last
}

// lesson is what follows one origin.
type lesson struct {
	series  *Series
	index   int
	origin  int
	history forecast.History
}

// toReadings returns the lessons whose target is a reading of the first n: those
// of the protocol, and the nearest to 7, 14 and 30 days ahead for half as much.
func (l lesson) toReadings(n int) []pair {
	weight := map[int]float64{}
	for _, ahead := range []float64{7, 14, 30} {
		if i := l.nearest(ahead, n); i >= 0 {
			weight[i] = 0.5
		}
	}
	for _, i := range targets(l.series, l.origin, n) {
		weight[i] = 1
	}
	var all []pair
	from := l.series.days(l.origin)
	for i := l.origin; i < n; i++ {
		if w := weight[i]; w > 0 {
			all = append(all, l.pair(l.series.days(i)-from, float64(l.series.Readings[i].Total), w, false))
		}
	}
	return all
}

// nearest returns the reading, of the first n, that is nearest to so many days
// ahead on a log scale, within a quarter less and a third more; -1 if none is.
func (l lesson) nearest(ahead float64, n int) int {
	best, off := -1, math.Inf(1)
	from := l.series.days(l.origin)
	for i := l.origin + 1; i < n; i++ {
		days := l.series.days(i) - from
		if d := math.Abs(math.Log(days / ahead)); days > ahead*0.75 && days < ahead*1.3 && d < off {
			best, off = i, d
		}
	}
	return best
}

// toAnyDay returns the lessons whose target is a number of days ahead, as far
// as the series was watched.
func (l lesson) toAnyDay(counted time.Time) []pair {
	s := l.series
	watched := s.days(len(s.Readings) - 1)
	if s.Kind() == milestones {
		watched = counted.Sub(s.Readings[0].At).Hours() / 24
	}
	var all []pair
	for _, ahead := range anyDays {
		if day := s.days(l.origin) + ahead; day <= watched {
			all = append(all, l.pair(ahead, at(s.Readings, s, day), 1, true))
		}
	}
	return all
}

func (l lesson) pair(ahead, total, weight float64, anyDay bool) pair {
	return pair{
		series: l.index,
		anyDay: anyDay,
		traits: l.history.Traits(ahead),
		growth: math.Log1p(max(total, 0)) - math.Log1p(l.history.Total()),
		weight: weight,
	}
}

// weigh returns the lessons of the series that take part, with weights such
// that those to readings and those to any day count the same in all, that a
// kind of many series counts by the root of their number, and that a series of
// many lessons counts for little more than one of few.
func weigh(lessons []pair, series []Series, takesPart func(Series) bool) []pair {
	ofKind := map[string]float64{}
	for _, s := range series {
		if takesPart(s) {
			ofKind[s.Kind()]++
		}
	}
	type group struct {
		series int
		anyDay bool
	}
	ofSeries := map[group]float64{}
	for _, p := range lessons {
		ofSeries[group{p.series, p.anyDay}] += p.weight
	}
	var chosen []pair
	sum := map[bool]float64{}
	for _, p := range lessons {
		s := series[p.series]
		if !takesPart(s) {
			continue
		}
		p.weight *= math.Pow(ofSeries[group{p.series, p.anyDay}], -0.4) / math.Sqrt(ofKind[s.Kind()])
		sum[p.anyDay] += p.weight
		chosen = append(chosen, p)
	}
	for i := range chosen {
		chosen[i].weight /= 2 * sum[chosen[i].anyDay]
	}
	return chosen
}
