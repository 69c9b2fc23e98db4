package campaign

import (
	"cmp"
	"slices"
)

// Cascade is what conditional pledges do to each other. Someone who pledged to
// join at N counts once at least N have pledged in all, among those whose own
// condition is met: an assurance contract (Tabarrok, Public Choice 96, 1998).
// How many would join follows from how many are expected to, and a number is
// consistent if it brings about itself: Granovetter's threshold model
// (American Journal of Sociology 83(6), 1978).
type Cascade struct {
	Pledged int64  // in all
	Steps   []Step // by the number they join at, those that join at once first
	Start   int64  // the least consistent number: nobody trusts the count
	Trusted int64  // the greatest: everybody trusts it
}

// Step is the pledges that join at one number.
type Step struct {
	JoinsAt int64
	Pledges int64
	Before  int64 // pledges that join at a lower number

	// How many more unconditional pledges would bring the step about, counting
	// those that bring about the steps below it: from a standing start, and if
	// everybody trusts the count. 0 if it comes about as it is.
	FromStart, IfTrusted int64
}

// After returns the pledges that join at the step's number or a lower one.
func (s Step) After() int64 { return s.Before + s.Pledges }

// cascadeOf works out the cascade of tiers of pledges.
func cascadeOf(tiers []TierTurnout) Cascade {
	at := map[int64]int64{}
	for _, t := range tiers {
		if t.Pledges > 0 {
			at[max(0, t.JoinsAt)] += t.Pledges
		}
	}
	var c Cascade
	for joinsAt, pledges := range at {
		c.Steps = append(c.Steps, Step{JoinsAt: joinsAt, Pledges: pledges})
	}
	slices.SortFunc(c.Steps, func(a, b Step) int { return cmp.Compare(a.JoinsAt, b.JoinsAt) })
	for i := range c.Steps {
		s := &c.Steps[i]
		s.Before = c.Pledged
		c.Pledged += s.Pledges
		s.FromStart = max(0, s.JoinsAt-s.Before)
		if i > 0 { // the steps below must have come about first
			s.FromStart = max(s.FromStart, c.Steps[i-1].FromStart)
		}
	}
	for i := len(c.Steps) - 1; i >= 0; i-- {
		s := &c.Steps[i]
		s.IfTrusted = max(0, s.JoinsAt-s.After())
		if i+1 < len(c.Steps) { // a step above brings those below it along
			s.IfTrusted = min(s.IfTrusted, c.Steps[i+1].IfTrusted)
		}
	}
	for _, s := range c.Steps {
		if s.FromStart == 0 {
			c.Start = s.After()
		}
		if s.IfTrusted == 0 {
			c.Trusted = s.After()
		}
	}
	return c
}

// WouldCome returns how many would join if so many were expected to.
func (c Cascade) WouldCome(expected int64) int64 {
	var joined int64
	for _, s := range c.Steps {
		if s.JoinsAt <= expected {
			joined = s.After()
		}
	}
	return joined
}

// StartWith returns the number that a standing start comes to with so many
// unconditional pledges more, these included.
func (c Cascade) StartWith(more int64) int64 {
	joined := more
	for _, s := range c.Steps {
		if s.FromStart <= more {
			joined = more + s.After()
		}
	}
	return joined
}

// Tips returns how many unconditional pledges more would carry a standing
// start to the number that trust would bring, or, where trust brings no more,
// to the next step. It is false when there is nothing left to tip.
func (c Cascade) Tips() (int64, bool) {
	var more int64
	for _, s := range c.Steps {
		if s.FromStart > 0 && (more == 0 || s.IfTrusted == 0) {
			more = s.FromStart
		}
	}
	return more, more > 0
}

// Point is a point of a picture.
type Point struct{ X, Y float64 }

// Curve returns the corners of the line of how many would come (Y) over how
// many are expected to (X), from nobody to a little beyond the last corner and
// the diagonal's meeting with it.
func (c Cascade) Curve() []Point {
	points := []Point{{0, float64(c.WouldCome(0))}}
	end := float64(c.Pledged)
	for _, s := range c.Steps {
		if x := float64(s.JoinsAt); x > 0 {
			points = append(points, Point{x, float64(s.Before)}, Point{x, float64(s.After())})
			end = max(end, x)
		}
	}
	return append(points, Point{end * 1.1, float64(c.Pledged)})
}
