package campaign

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// goal is what has to hold of some totals for a threshold to be reached. More
// of any total never takes it further away, which is what lets a search pass
// over the days whose highest totals together would not do.
type goal struct {
	id      string // goals with the same id have the same answer
	measure string
	sums    []partSum                    // the totals it looks at
	value   func(totals []int64) float64 // of the threshold's figure
	target  float64
	regions []Region // whose targets count; their totals come last
	atLeast int      // how many regions must reach theirs
}

// partSum is the total of one part of the goal's measure.
type partSum struct {
	part Part
	name string
}

// goal returns what a threshold of the plan asks of the tally's totals.
func (t *Tally) goal(c Campaign, th Threshold) goal {
	g := goal{measure: th.Measure(), target: th.Target}
	switch th.Figure {
	case FigureTurnout:
		t.turnoutGoal(c, &g)
	case FigureShare:
		g.sums = []partSum{{part: Whole}}
		g.value = func(totals []int64) float64 { return Share{Count: totals[0], Of: c.Population.Count}.Fraction() }
		g.id = fmt.Sprint(c.Population.Count)
	default:
		g.sums = []partSum{{part: Whole}}
		g.value = func(totals []int64) float64 { return float64(totals[0]) }
	}
	if th.Regions.IsSet() {
		g.atLeast = th.Regions.AtLeast
		for _, r := range c.Regions {
			if r.Target > 0 {
				g.regions = append(g.regions, r)
				g.sums = append(g.sums, partSum{ByRegion, r.Name})
			}
		}
	}
	g.id = strings.Join([]string{g.measure, th.Figure, fmt.Sprint(g.target), g.id, fmt.Sprint(g.atLeast, g.regions)}, "\x00")
	return g
}

// turnoutGoal makes the goal look at the likely turnout of the tiers that have
// pledges.
func (t *Tally) turnoutGoal(c Campaign, g *goal) {
	for _, name := range slices.Sorted(maps.Keys(t.parts(Pledges, ByTier))) {
		g.sums = append(g.sums, partSum{ByTier, name})
	}
	byTier := make([]Total, len(g.sums))
	g.value = func(totals []int64) float64 {
		for i := range byTier {
			byTier[i] = Total{Name: g.sums[i].name, Total: totals[i]}
		}
		return c.likelyTurnout(byTier).Likely
	}
	g.id = fmt.Sprint(c.Tiers, c.WalkOns, g.sums)
}

// met reports whether the totals reach the goal.
func (g goal) met(totals []int64) bool {
	return g.held(totals) >= g.atLeast && g.value(totals) >= g.target
}

// held returns how many regions reach their own target.
func (g goal) held(totals []int64) int {
	n := 0
	for i, total := range g.ofRegions(totals) {
		if total >= g.regions[i].Target {
			n++
		}
	}
	return n
}

// ofRegions returns the totals of the goal's regions.
func (g goal) ofRegions(totals []int64) []int64 { return totals[len(totals)-len(g.regions):] }
