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
