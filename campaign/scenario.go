package campaign

import (
	"slices"
	"strings"
)

// Scenario is a named set of changes to the plan and to what is to come. What
// it leaves at zero stays as it is.
type Scenario struct {
	Name       string // unique in a plan
	Place      string // of the event
	Date       Day    // of the event
	Population Population
	Need       int64  // people
	Deadline   Day    // of the campaign, and of the thresholds that have the same
	Thresholds []Aim  // of the plan by name; those of another name are added
	Tiers      []Tier // of the plan by name; only what is set changes
	WalkOns    Range

	Growth     Growth
	Moments    []Push
	Activities []Push // those of the plan by name, or others
	Ladder     []Rung
	Brings     Brings
}

// Aim is what a scenario makes of a threshold.
type Aim struct {
	Name     string
	Target   float64 // in the threshold's unit; 0 for the plan's
	Deadline Day     // 0 for the plan's
}

// Growth multiplies the pledges of every day, from a day on.
type Growth struct {
	Times float64 // 1 changes nothing; 0 if not set
	From  Day     // 0 for at once
}

// Push is so many pledges more, evenly over some days: a moment of a given
// size, or what an activity yields.
type Push struct {
	Name   string
	Date   Day   // the first day; 0 for that of the plan's activity
	Until  Day   // the last day; 0 for the first one alone, or the plan's activity's
	Expect Range // pledges; zero for those of the plan's activity
}

// Rung is a smaller march on the way that feeds the next: once the pledges
// reach a number it is held, so many days later, and brings others.
type Rung struct {
	Name   string
	Reach  int64 // pledges
	After  int   // days
	Expect Range // pledges that it brings
}

// Brings says how many others each new pledger brings, who bring others in
// turn. Those who pledged before the forecast begins bring nobody more.
type Brings struct {
	Pledges float64 // on average
	After   int     // days
}

// Scenario returns the scenario of a name, whatever its case, and whether there
// is one.
func (c Campaign) Scenario(name string) (Scenario, bool) {
	for _, s := range c.Scenarios {
		if strings.EqualFold(s.Name, name) {
			return s, true
		}
	}
	return Scenario{}, false
}

// Under returns the plan with a scenario's changes made.
func (c Campaign) Under(s Scenario) Campaign {
	c.Event.Place = set(c.Event.Place, s.Place)
	c.Event.Date = set(c.Event.Date, s.Date)
	c.Population = set(c.Population, s.Population)
	c.Need = set(c.Need, s.Need)
	c.WalkOns = set(c.WalkOns, s.WalkOns)
	c.Thresholds = slices.Clone(c.Thresholds)
	if s.Deadline.IsSet() {
		for i, t := range c.Thresholds {
			if t.Deadline == c.Deadline {
				c.Thresholds[i].Deadline = s.Deadline
			}
		}
		c.Deadline = s.Deadline
	}
	for _, aim := range s.Thresholds {
		c.aim(aim)
	}
	c.Tiers = slices.Clone(c.Tiers)
	for _, tier := range s.Tiers {
		c.retier(tier)
	}
	return c
}

// set returns what is changed, or what was.
func set[T comparable](was, changed T) T {
	var zero T
	if changed == zero {
		return was
	}
	return changed
}

func (c *Campaign) aim(a Aim) {
	for i, t := range c.Thresholds {
		if strings.EqualFold(t.Name, a.Name) {
			c.Thresholds[i].Target = set(t.Target, a.Target)
			c.Thresholds[i].Deadline = set(t.Deadline, a.Deadline)
			return
		}
	}
	c.Thresholds = append(c.Thresholds, Threshold{Name: a.Name, Figure: FigurePledges, Target: a.Target, Deadline: a.Deadline})
}

func (c *Campaign) retier(changed Tier) {
	for i, t := range c.Tiers {
		if strings.EqualFold(t.Name, changed.Name) {
			t.JoinsAt, t.Valid, t.Show = set(t.JoinsAt, changed.JoinsAt), set(t.Valid, changed.Valid), set(t.Show, changed.Show)
			c.Tiers[i] = t
			return
		}
	}
	c.Tiers = append(c.Tiers, changed)
}

// Pushes returns what the scenario's moments and activities add, with their
// days and yields filled in from the plan's activities.
func (c Campaign) Pushes(s Scenario) []Push {
	pushes := slices.Clone(s.Moments)
	for _, a := range s.Activities {
		for i, planned := range c.Activities {
			if !strings.EqualFold(planned.Name, a.Name) {
				continue
			}
			if !a.Date.IsSet() {
				a.Date, a.Until = planned.Date, set(c.window(i), a.Until)
			}
			a.Expect = set(planned.Expect, a.Expect)
			break
		}
		pushes = append(pushes, a)
	}
	for i, p := range pushes {
		pushes[i].Until = set(p.Date, p.Until)
	}
	return pushes
}
