package campaign

import (
	"fmt"
	"slices"
	"strings"
)

// The most that a scenario may ask of what is to come.
const (
	MaxTimes = 1000 // the growth
	MaxAfter = 3660 // days
	maxBring = 10   // others by each pledger: more than any campaign has seen
)

func (p *Problems) scenarios(c Campaign) {
	p.named("scenarios[%d].name", "scenario", len(c.Scenarios), func(i int) string { return c.Scenarios[i].Name })
	for i, s := range c.Scenarios {
		path := fmt.Sprintf("scenarios[%d]", i)
		p.scenarioPlan(path, s, c)
		p.scenarioFuture(path, s, c)
	}
}

// scenarioPlan checks what a scenario makes of the plan.
func (p *Problems) scenarioPlan(path string, s Scenario, c Campaign) {
	var own Problems
	own.text("place", "place", s.Place, MaxNameLen)
	own.count("need", "need", s.Need)
	own.population(s.Population)
	own.tiers(s.Tiers)
	own.within("walk_ons", s.WalkOns, 0, MaxCount)
	own.named("thresholds[%d].name", "threshold", len(s.Thresholds), func(i int) string { return s.Thresholds[i].Name })
	if s.Deadline.IsSet() && c.Opens.IsSet() && s.Deadline <= c.Opens {
		own.add("deadline", "the deadline %s is not after the opening day %s", s.Deadline, c.Opens)
	}
	for i, aim := range s.Thresholds {
		at := fmt.Sprintf("thresholds[%d]", i)
		known := slices.IndexFunc(c.Thresholds, func(t Threshold) bool { return strings.EqualFold(t.Name, aim.Name) })
		switch {
		case !(aim.Target >= 0 && aim.Target <= MaxCount):
			own.add(at+".target", "the target of a threshold must be above 0 and at most %d, not %v", int64(MaxCount), aim.Target)
		case known < 0 && aim.Target == 0 && aim.Name != "": // a name comes first
			own.add(at+".target", "the plan has no threshold %q: give the new one a target", aim.Name)
		case known >= 0 && c.Thresholds[known].Figure == FigureShare && aim.Target > 1:
			own.add(at+".target", "a share is a fraction, such as 0.035 for 3.5%%: it cannot be %v", aim.Target)
		}
	}
	p.inside(path, own)
}

// scenarioFuture checks what a scenario makes of the days to come.
func (p *Problems) scenarioFuture(path string, s Scenario, c Campaign) {
	var own Problems
	if g := s.Growth; g != (Growth{}) && !(g.Times > 0 && g.Times <= MaxTimes) {
		own.add("growth.times", "growth is multiplied by a number above 0, at most %d, such as 1.5: not %v", MaxTimes, g.Times)
	}
	own.pushes("moments", "moment", s.Moments, nil)
	own.pushes("activities", "activity", s.Activities, c.Activities)
	for i, rung := range s.Ladder {
		at := fmt.Sprintf("ladder[%d]", i)
		own.name(at+".name", "step of the ladder", rung.Name)
		if rung.Reach < 1 || rung.Reach > MaxCount {
			own.add(at+".reach", "say at how many pledges it is held, 1 or more, not %d", rung.Reach)
		}
		own.after(at+".after", rung.After)
		own.within(at+".expect", rung.Expect, 0, MaxCount)
	}
	if b := s.Brings; b != (Brings{}) {
		own.after("brings.after", b.After)
		if !(b.Pledges > 0 && b.Pledges <= maxBring) {
			own.add("brings.pledges", "say how many others each pledger brings, above 0 and at most %d, such as 0.2: not %v", maxBring, b.Pledges)
		}
	}
	p.inside(path, own)
}

// pushes checks the moments or the activities of a scenario.
func (p *Problems) pushes(key string, what Term, pushes []Push, planned []Activity) {
	for i, push := range pushes {
		at := fmt.Sprintf("%s[%d]", key, i)
		p.name(at+".name", what, push.Name)
		p.within(at+".expect", push.Expect, 0, MaxCount)
		known := slices.ContainsFunc(planned, func(a Activity) bool { return strings.EqualFold(a.Name, push.Name) })
		switch {
		case !push.Date.IsSet() && key == "activities" && !known:
			p.add(at+".date", "the plan has no activity %q: give this one a date, or the name of one that it has", push.Name)
		case !push.Date.IsSet() && !known:
			p.add(at+".date", "the %s needs a date", what)
		case push.Date.IsSet() && push.Until.IsSet() && push.Until < push.Date:
			p.add(at+".until", "the last day %s is before the first, %s", push.Until, push.Date)
		case push.Expect == Range{} && !known:
			p.add(at+".expect", "say how many pledges it brings: low, likely and high")
		}
	}
}

func (p *Problems) after(path string, days int) {
	if days < 1 || days > MaxAfter {
		p.add(path, "say after how many days, from 1 to %d, not %d", MaxAfter, days)
	}
}

// inside adds the problems of something that stands at a path.
func (p *Problems) inside(path string, own Problems) {
	for _, problem := range own {
		*p = append(*p, Problem{path + "." + problem.Path, problem.Why})
	}
}
