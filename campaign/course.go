package campaign

import "slices"

// Course is the history of one cell: what each day did to it, in order.
type Course struct {
	curve *curve   // of the cell's measure, kept in step
	parts []*curve // of the parts of it that were asked for, likewise
	days  []courseDay
}

// courseDay is a DaySum in its place among the others: knowing the total
// before it, it need not hold what was added.
type courseDay struct {
	day   Day
	read  bool
	total int64 // after the day
	rise  int64 // DaySum.Rise
	peak  int64 // DaySum.Peak
}

func placed(day Day, sum DaySum, before int64) courseDay {
	return courseDay{day: day, read: sum.Read, total: sum.From(before), rise: sum.Rise, peak: sum.Peak}
}

// sum returns the day's sum, given the total before the day.
func (e courseDay) sum(before int64) DaySum {
	if e.read {
		return DaySum{Read: true, Total: e.total, Rise: e.rise, Peak: e.peak}
	}
	return DaySum{Added: e.total - before, Rise: e.rise}
}

// lift is how far the cell stood above before at its highest within the day,
// at least 0.
func (e courseDay) lift(before int64) int64 {
	if e.read {
		return max(e.rise, e.peak-before)
	}
	return e.rise
}

// Set puts the sum of one day, in place of what was there.
func (c *Course) Set(day Day, sum DaySum) {
	if n := len(c.days); n == 0 || c.days[n-1].day < day { // the usual case: the next day
		if n == cap(c.days) {
			c.days = slices.Grow(c.days, max(8, n)) // doubling copies less than append does
		}
		before := c.total()
		c.days = append(c.days, placed(day, sum, before))
		c.put(c.days[n], before)
		return
	}
	i := c.until(day)
	before := c.before(i)
	old := before
	if c.days[i].day == day {
		old = c.days[i].total
		c.take(c.days[i], before)
		c.days[i] = placed(day, sum, before)
	} else {
		c.days = slices.Insert(c.days, i, placed(day, sum, before))
	}
	c.put(c.days[i], before)
	c.carry(i, old)
}

// carry takes the changed total after the i-th day, which was old, on to the
// days that follow, up to the next reading: beyond it nothing changes.
func (c *Course) carry(i int, old int64) {
	for before := c.days[i].total; before != old && i+1 < len(c.days); before = c.days[i].total {
		i++
		e := c.days[i]
		c.take(e, old)
		c.days[i].total = e.sum(old).From(before)
		c.put(c.days[i], before)
		old = e.total
	}
}

// put adds a day to the curves, take takes it away.
func (c *Course) put(e courseDay, before int64) {
	c.curve.put(e, before)
	for _, of := range c.parts {
		of.put(e, before)
	}
}

func (c *Course) take(e courseDay, before int64) {
	c.curve.take(e, before)
	for _, of := range c.parts {
		of.take(e, before)
	}
}

// follow makes one more curve keep in step with the course.
func (c *Course) follow(of *curve) {
	c.parts = append(c.parts, of)
	for i, e := range c.days {
		of.put(e, c.before(i))
	}
}

// before returns the total before the i-th day.
func (c *Course) before(i int) int64 {
	if i == 0 {
		return 0
	}
	return c.days[i-1].total
}

// total returns the total after everything.
func (c *Course) total() int64 { return c.before(len(c.days)) }

// until returns how many of the days come before day.
func (c *Course) until(day Day) int {
	i, _ := slices.BinarySearchFunc(c.days, day, func(e courseDay, d Day) int { return int(e.day - d) })
	return i
}
