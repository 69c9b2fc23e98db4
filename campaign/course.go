package campaign

import "slices"

// Course is the history of one cell: its day sums in order, with the total
// after each.
type Course struct {
	curve *curve // of the cell's measure, kept in step
	days  []courseDay
}

type courseDay struct {
	day   Day
	sum   DaySum
	total int64 // after the day
}

// Set puts the sum of one day, in place of what was there.
func (c *Course) Set(day Day, sum DaySum) {
	i, found := slices.BinarySearchFunc(c.days, day, func(e courseDay, d Day) int { return int(e.day - d) })
	before := c.before(i)
	if found {
		c.curve.take(c.days[i], before)
	} else {
		c.days = slices.Insert(c.days, i, courseDay{day: day, total: before})
	}
	old := c.days[i].total
	c.days[i].sum = sum
	c.days[i].total = sum.From(before)
	c.curve.put(c.days[i], before)
	c.carry(i, old)
}

// carry takes the changed total after day i on to the days that follow, up to
// the next reading: beyond it nothing changes.
func (c *Course) carry(i int, old int64) {
	for before := c.days[i].total; before != old && i+1 < len(c.days); before = c.days[i].total {
		i++
		c.curve.take(c.days[i], old)
		old = c.days[i].total
		c.days[i].total = c.days[i].sum.From(before)
		c.curve.put(c.days[i], before)
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

// curve sums the courses of one measure day by day, from the day first on.
type curve struct {
	first Day
	step  []int64 // what the total of all cells changed by over the day
	lift  []int64 // how far it may have stood above the day's start within the day
}

func (c *curve) put(e courseDay, before int64) {
	i := c.index(e.day)
	c.step[i] += e.total - before
	c.lift[i] += e.sum.lift(before)
}

func (c *curve) take(e courseDay, before int64) {
	i := c.index(e.day)
	c.step[i] -= e.total - before
	c.lift[i] -= e.sum.lift(before)
}

// index returns the place of day, making room for it.
func (c *curve) index(day Day) int {
	if len(c.step) == 0 {
		c.first = day
	}
	if day < c.first {
		room := make([]int64, c.first-day)
		c.step = append(slices.Clone(room), c.step...)
		c.lift = append(room, c.lift...)
		c.first = day
	}
	i := int(day - c.first)
	for len(c.step) <= i {
		c.step = append(c.step, 0)
		c.lift = append(c.lift, 0)
	}
	return i
}
