package campaign

import "fmt"

// The figures that a threshold can be on, besides the name of a measure.
const (
	FigurePledges = "pledges" // the total of pledges
	FigureTurnout = "turnout" // the likely number of people there
	FigureShare   = "share"   // pledges as a fraction of the population, such as 0.035
)

// Threshold is a target on a figure, perhaps with a deadline, perhaps with a
// condition on regions.
type Threshold struct {
	Name     string
	Figure   string  // one of the figures above, or a measure's name
	Target   float64 // above 0, in the figure's unit
	Deadline Day     // 0 if not set
	Regions  RegionCondition
	Track    string // one of the campaign's; empty if none
}

// RegionCondition asks that so many regions reach a count of their own. Zero
// asks nothing. Counted is the threshold's measure; for a threshold on turnout
// or share, pledges.
type RegionCondition struct {
	AtLeast int    // how many regions
	Each    string // EachTarget, or empty for the same
}

// EachTarget asks of each region that it reaches its own target.
const EachTarget = "target"

// IsSet reports whether anything is asked of regions.
func (r RegionCondition) IsSet() bool { return r.AtLeast > 0 }

// Measure returns the name of the measure that the threshold counts.
func (t Threshold) Measure() string {
	switch t.Figure {
	case FigurePledges, FigureTurnout, FigureShare:
		return Pledges
	}
	return t.Figure
}

func (p *Problems) thresholds(c Campaign) {
	p.named("thresholds[%d].name", "threshold", len(c.Thresholds), func(i int) string { return c.Thresholds[i].Name })
	for i, t := range c.Thresholds {
		path := fmt.Sprintf("thresholds[%d]", i)
		p.target(path, t, c)
		if t.Deadline.IsSet() && c.Opens.IsSet() && t.Deadline <= c.Opens {
			p.add(path+".deadline", "the deadline %s is not after the opening day %s", t.Deadline, c.Opens)
		}
		p.condition(path+".regions", t.Regions)
		p.track(path, t.Track, c.Tracks)
	}
}

// target checks a threshold's figure and target.
func (p *Problems) target(path string, t Threshold, c Campaign) {
	switch most, known := c.mostOf(t.Figure); {
	case !known:
		p.add(path+".figure", "there is no figure %q: it is %s, %s, %s or the name of a measure of this plan",
			t.Figure, FigurePledges, FigureTurnout, FigureShare)
	case t.Figure == FigureShare && c.Population.Count == 0:
		p.add(path+".figure", "a share needs a population: set the population of the plan")
	case !(t.Target > 0 && t.Target <= float64(MaxCount)):
		p.add(path+".target", "the target of a threshold must be above 0 and at most %d, not %v", int64(MaxCount), t.Target)
	case t.Figure == FigureShare && t.Target > most:
		p.add(path+".target", "a share is a fraction, such as 0.035 for 3.5%%: it cannot be %v", t.Target)
	case t.Target > most:
		p.add(path+".target", "the target %v of %s cannot be reached: there are only %v", t.Target, t.Figure, most)
	}
}

// mostOf returns the most that a figure can be, and whether there is such a
// figure.
func (c Campaign) mostOf(figure string) (float64, bool) {
	switch figure {
	case FigureShare:
		return 1, true
	case FigurePledges, FigureTurnout:
		return MaxCount, true
	}
	for _, m := range c.Measures {
		if m.Name == figure && m.OutOf > 0 {
			return float64(m.OutOf), true
		} else if m.Name == figure {
			return MaxCount, true
		}
	}
	return 0, false
}

// condition checks what is asked of regions. That the plan has fewer regions is
// no mistake: they may be added later.
func (p *Problems) condition(path string, r RegionCondition) {
	switch {
	case r.Each != "" && r.Each != EachTarget:
		p.add(path+".each", "%q is not known here: write %q, for the region's own target", r.Each, EachTarget)
	case r.AtLeast < 0 || r.AtLeast == 0 && r.Each != "":
		p.add(path+".at_least", "say how many regions, 1 or more, not %d", r.AtLeast)
	}
}
