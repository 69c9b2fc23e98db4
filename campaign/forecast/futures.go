package forecast

import (
	"math"
	"slices"
	"time"
)

// Futures are the possible courses of a count, all equally likely: its total a
// whole number of days after the last reading. In between it moves straight.
type Futures struct {
	origin time.Time
	paths  [][]float64 // from the origin on
}

// Fan is the range of totals at one moment.
type Fan struct {
	At        time.Time
	Quantiles [19]float64 // at Levels, never falling
}

// Origin returns the moment of the last reading, which all futures start from.
func (f Futures) Origin() time.Time { return f.origin }

// Total returns the last total.
func (f Futures) Total() float64 { return f.paths[0][0] }

// End returns the last moment that the futures go to.
func (f Futures) End() time.Time { return f.moment(float64(len(f.paths[0]) - 1)) }

// At returns the range of totals at a moment. Before the origin and after the
// end it is that of the origin and the end.
func (f Futures) At(at time.Time) Fan {
	totals := make([]float64, len(f.paths))
	return f.fan(at, totals)
}

// Daily returns the range of totals at each of the moments, such as the days'
// ends up to a deadline.
func (f Futures) Daily(moments []time.Time) []Fan {
	fans := make([]Fan, len(moments))
	totals := make([]float64, len(f.paths))
	for i, at := range moments {
		fans[i] = f.fan(at, totals)
	}
	return fans
}

func (f Futures) fan(at time.Time, totals []float64) Fan {
	f.totals(at, totals)
	slices.Sort(totals)
	fan := Fan{At: at}
	for i, p := range Levels {
		fan.Quantiles[i] = quantile(totals, p)
	}
	return fan
}

// totals puts the total of each of the futures at a moment into totals.
func (f Futures) totals(at time.Time, totals []float64) {
	last := len(f.paths[0]) - 1
	ahead := bound(f.ahead(at), 0, float64(last))
	day := min(int(ahead), last-1)
	part := ahead - float64(day)
	for j, path := range f.paths {
		totals[j] = path[day] + part*(path[day+1]-path[day])
	}
}

// Chance returns the share of futures that have reached the target by the
// deadline, and whether the futures go that far. A target that the last total
// reaches is certain.
func (f Futures) Chance(target float64, deadline time.Time) (chance float64, known bool) {
	ahead := f.ahead(deadline)
	var reached int
	for _, path := range f.paths {
		if reach(path, target) <= max(ahead, 0) {
			reached++
		}
	}
	return float64(reached) / float64(len(f.paths)), !deadline.After(f.End())
}

// Dates are when a target may be reached: with 10, 50 and 90% chance by then.
// A zero time lies beyond the futures' end.
type Dates struct {
	P10, P50, P90 time.Time
}

// Dates returns when the target is first reached.
func (f Futures) Dates(target float64) Dates {
	ahead := make([]float64, len(f.paths))
	for j, path := range f.paths {
		ahead[j] = reach(path, target)
	}
	slices.Sort(ahead)
	date := func(p float64) time.Time {
		days := ahead[int(math.Ceil(p*float64(len(ahead))))-1]
		if math.IsInf(days, 1) {
			return time.Time{}
		}
		return f.moment(days)
	}
	return Dates{date(0.1), date(0.5), date(0.9)}
}

// Changed returns other futures: change is given each path, the totals so many
// days after the origin, and may alter all but the first.
func (f Futures) Changed(change func(path []float64)) Futures {
	out := Futures{origin: f.origin, paths: make([][]float64, len(f.paths))}
	for j, path := range f.paths {
		out.paths[j] = slices.Clone(path)
		change(out.paths[j])
	}
	return out
}

// NeededPerDay returns how many a day are missing from a total at a moment to
// the target at the deadline; 0 if none are, infinity if there is no time left.
func NeededPerDay(total, target float64, from, deadline time.Time) float64 {
	short := target - total
	if short <= 0 {
		return 0
	}
	return short / max(deadline.Sub(from).Hours()/24, 0)
}

func (f Futures) ahead(at time.Time) float64 { return at.Sub(f.origin).Hours() / 24 }

func (f Futures) moment(days float64) time.Time {
	return f.origin.Add(time.Duration(days * 24 * float64(time.Hour)))
}

// reach returns after how many days the path first reaches the target, infinity
// if it does not.
func reach(path []float64, target float64) float64 {
	for d, total := range path {
		if total < target {
			continue
		}
		if d == 0 {
			return 0
		}
		return float64(d) - (total-target)/(total-path[d-1])
	}
	return math.Inf(1)
}

// quantile returns the value below which the share p of the sorted values lies,
// each of them standing for the middle of its share.
func quantile(sorted []float64, p float64) float64 {
	at := bound(p*float64(len(sorted))-0.5, 0, float64(len(sorted)-1))
	i := min(int(at), len(sorted)-2)
	return sorted[i] + (at-float64(i))*(sorted[i+1]-sorted[i])
}
