package campaign

import "slices"

// usual remembers the last few of some numbers, whose median is what is usual.
type usual struct {
	last [mostUsual]int64
	n    int // in all
}

func (u *usual) add(v int64) {
	u.last[u.n%mostUsual] = v
	u.n++
}

// median returns the middle one, and whether there are enough to say.
func (u *usual) median() (int64, bool) {
	if u.n < leastUsual {
		return 0, false
	}
	sorted := u.last
	few := sorted[:min(u.n, mostUsual)]
	slices.Sort(few)
	return few[len(few)/2], true
}

// exceeded reports whether a number is ten times the usual, and what that is. It
// is quick where it is not.
func (u *usual) exceeded(v int64) (int64, bool) {
	if u.n < leastUsual || v < timesUsual*slices.Min(u.last[:min(u.n, mostUsual)]) {
		return 0, false
	}
	median, _ := u.median()
	return median, median > 0 && v >= timesUsual*median
}

// rhythm is how often something is counted: the days between one day with counts
// and the next.
type rhythm struct {
	last Day
	days usual
}

// add takes a day in and returns how many days have passed since the one before
// it; 0 if it is the same day, or the first.
func (r *rhythm) add(d Day) int64 {
	passed := int64(0)
	if r.last.IsSet() {
		passed = int64(d - r.last)
	}
	if passed > 0 {
		r.days.add(passed)
	}
	r.last = d
	return passed
}

// broken reports whether so many days without a count are too many, and how many
// are usual.
func (r *rhythm) broken(passed, least int64) (int64, bool) {
	days, enough := r.days.median()
	return days, enough && passed > least && passed > timesSilence*days
}
