package campaign

import "slices"

// curve sums the courses of one measure day by day, from the day first on.
type curve struct {
	first Day
	step  []int64 // what the total of all cells changed by over the day
	lift  []int64 // how far it may have stood above the day's start within the day
}

func (c *curve) put(e courseDay, before int64) {
	i := c.index(e.day)
	c.step[i] += e.total - before
	c.lift[i] += e.lift(before)
}

func (c *curve) take(e courseDay, before int64) {
	i := c.index(e.day)
	c.step[i] -= e.total - before
	c.lift[i] -= e.lift(before)
}

// on returns what the total changed by over a day, and how far it may have
// stood above the day's start within it.
func (c *curve) on(day Day) (step, lift int64) {
	if i := int(day - c.first); i >= 0 && i < len(c.step) {
		return c.step[i], c.lift[i]
	}
	return 0, 0
}

// change returns what the total changed by from one day to another, both of
// them included.
func (c *curve) change(from, to Day) int64 {
	var n int64
	for day := max(from, c.first); day <= min(to, c.first+Day(len(c.step))-1); day++ {
		n += c.step[day-c.first]
	}
	return n
}

// daily returns the total at the end of every day.
func (c *curve) daily() []DayTotal {
	days := make([]DayTotal, len(c.step))
	var total int64
	for i, step := range c.step {
		total += step
		days[i] = DayTotal{Day: c.first + Day(i), Total: total}
	}
	return days
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
	if i >= len(c.step) {
		room := make([]int64, i+1-len(c.step))
		c.step = append(c.step, room...)
		c.lift = append(c.lift, room...)
	}
	return i
}
