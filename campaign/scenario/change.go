package scenario

import (
	"hash/fnv"
	"time"

	"muster/campaign"
	"muster/campaign/forecast"
)

// change is what a scenario does to the futures, in days after their origin.
type change struct {
	times, from float64 // growth, and from when on
	daily       float64 // pledges more a day, from the origin on
	pushes      []push
	rungs       []rung
	brings      float64
	after       int // days

	days   int
	gained []float64 // what came on each day, kept to see what it brings
	due    []float64 // what steps of the ladder bring on a day
}

// push adds some pledges evenly between two moments.
type push struct {
	from, to float64
	sizes    []float64 // by future
}

// rung adds some pledges so many days after the total first reached a number.
type rung struct {
	reach float64
	after int
	sizes []float64 // by future
}

// change makes a scenario ready to be applied to the basis's futures.
func (b Basis) change(s campaign.Scenario) change {
	f, zone := *b.Futures, b.Plan.Location()
	ahead := func(day campaign.Day) float64 { return day.Start(zone).Sub(f.Origin()).Hours() / 24 }
	c := change{times: 1, brings: s.Brings.Pledges, after: s.Brings.After}
	if s.Growth.Times > 0 {
		c.times = s.Growth.Times
	}
	if s.Growth.From.IsSet() {
		c.from = max(0, ahead(s.Growth.From))
	}
	for _, p := range b.Plan.Pushes(s) {
		c.pushes = append(c.pushes, push{ahead(p.Date), ahead(p.Until + 1), p.Expect.Sample(f.Len(), seed("push", p.Name))})
	}
	for _, r := range s.Ladder {
		c.rungs = append(c.rungs, rung{float64(r.Reach), r.After, r.Expect.Sample(f.Len(), seed("rung", r.Name))})
	}
	c.until(f, f.End())
	return c
}

// seed makes the draws of one assumption its own, whatever else there is.
func seed(kind, name string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(kind + "\x00" + name))
	return h.Sum64()
}

// until makes room for the days up to a moment.
func (c *change) until(f forecast.Futures, end time.Time) {
	c.days = int(end.Sub(f.Origin()).Hours()/24 + 0.999999)
	c.gained, c.due = make([]float64, c.days+1), make([]float64, c.days+1)
}

// futures returns the futures changed.
func (c change) futures(f forecast.Futures) forecast.Futures {
	j := 0
	return f.Changed(func(path []float64) {
		c.apply(j, path)
		j++
	})
}

// apply changes one future. What comes on top is kept apart from the path, so
// that a change that adds nothing leaves it exactly as it was.
func (c change) apply(j int, path []float64) {
	clear(c.due)
	for _, r := range c.rungs {
		if path[0] >= r.reach && r.after < len(c.due) {
			c.due[r.after] += r.sizes[j]
		}
	}
	extra, before, total := 0.0, path[0], path[0]
	for d := 1; d < len(path) && d <= c.days; d++ {
		came := path[d] - before
		before = path[d]
		more := (c.times-1)*came*part(c.from, float64(d)) + c.daily + c.due[d]
		for _, p := range c.pushes {
			more += p.on(float64(d)) * p.sizes[j]
		}
		if c.brings > 0 && d > c.after {
			more += c.brings * c.gained[d-c.after]
		}
		c.gained[d] = came + more
		extra += more
		last := total
		path[d] = min(path[d]+extra, max(path[d], campaign.MaxCount))
		total = path[d]
		for _, r := range c.rungs {
			if last < r.reach && total >= r.reach && d+r.after < len(c.due) {
				c.due[d+r.after] += r.sizes[j]
			}
		}
	}
}

// part returns how much of the day that ends at d lies after a moment.
func part(from, d float64) float64 { return min(max(d-from, 0), 1) }

// on returns which part of the push falls on the day that ends at d. What came
// before the origin is in the count already.
func (p push) on(d float64) float64 {
	return max(0, min(p.to, d)-max(p.from, d-1)) / (p.to - p.from)
}
