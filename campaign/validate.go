package campaign

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"time"
)

// Problem is one thing that is wrong with a plan. Path is where it stands in
// the plan file, such as "thresholds[1].target".
type Problem struct {
	Path string
	Why  string // a sentence without a full stop
}

// Problems are all that is wrong with a plan. As an error they wrap ErrInvalid.
type Problems []Problem

// Error returns the first problem, and how many more there are.
func (p Problems) Error() string {
	first := fmt.Sprintf("%s: %s", p[0].Path, p[0].Why)
	if len(p) > 1 {
		return fmt.Sprintf("%s (and %d more)", first, len(p)-1)
	}
	return first
}

// Is reports whether target is ErrInvalid.
func (p Problems) Is(target error) bool { return target == ErrInvalid }

// At returns what is wrong at a path, or nothing.
func (p Problems) At(path string) string {
	for _, problem := range p {
		if problem.Path == path {
			return problem.Why
		}
	}
	return ""
}

func (p *Problems) add(path, format string, args ...any) {
	*p = append(*p, Problem{Path: path, Why: fmt.Sprintf(format, args...)})
}

// MaxTexts is how long the longer texts of a plan may be, in bytes.
const MaxTexts = MaxNoteLen

// Validate returns nil, or all that is wrong with the plan as Problems.
func (c Campaign) Validate() error {
	var p Problems
	p.name("name", "campaign", c.Name)
	p.text("ask", "ask", c.Ask, MaxTexts)
	p.text("event.place", "place", c.Event.Place, MaxNameLen)
	if _, err := time.LoadLocation(c.TimeZone); err != nil || c.TimeZone == "Local" {
		p.add("time_zone", "%q is not a known time zone: write it like America/New_York or UTC", c.TimeZone)
	}
	if c.Opens.IsSet() && c.Deadline.IsSet() && c.Deadline <= c.Opens {
		p.add("deadline", "the deadline %s is not after the opening day %s", c.Deadline, c.Opens)
	}
	if c.Opens.IsSet() && c.Event.Date.IsSet() && c.Event.Date < c.Opens {
		p.add("event.date", "the event on %s is before the opening day %s", c.Event.Date, c.Opens)
	}
	p.count("need", "need", c.Need)
	p.population(c.Population)
	p.regions(c.Regions)
	p.named("tiers[%d].name", "tier", len(c.Tiers), func(i int) string { return c.Tiers[i].Name })
	p.named("sources[%d]", "source", len(c.Sources), func(i int) string { return c.Sources[i] })
	p.measures(c.Measures)
	p.thresholds(c)
	p.marks(c.Marks)
	if len(p) > 0 {
		return p
	}
	return nil
}

func (p *Problems) text(path, what, text string, most int) {
	if err := validateText(what, text, most); err != nil {
		p.add(path, "%s", err)
	}
}

func (p *Problems) name(path, what, name string) {
	if strings.TrimSpace(name) == "" {
		p.add(path, "the %s needs a name", what)
		return
	}
	p.text(path, what, name, MaxNameLen)
}

func (p *Problems) count(path, what string, n int64) {
	if n < 0 || n > MaxCount {
		p.add(path, "the %s must be between 0 and %d, not %d", what, int64(MaxCount), n)
	}
}

// named checks the names of a list, which must differ in more than case. At is
// the path of one, with %d for its place in the list.
func (p *Problems) named(at, what string, n int, name func(int) string) {
	seen := map[string]bool{}
	for i := range n {
		path := fmt.Sprintf(at, i)
		p.name(path, what, name(i))
		key := strings.ToLower(strings.TrimSpace(name(i)))
		if seen[key] && key != "" {
			p.add(path, "there are two of the name %q", name(i))
		}
		seen[key] = true
	}
}

func (p *Problems) population(pop Population) {
	p.text("population.name", "population's name", pop.Name, MaxNameLen)
	p.text("population.source", "population's source", pop.Source, MaxNoteLen)
	p.count("population.count", "population", pop.Count)
	if pop.Count > 0 && pop.Name == "" {
		p.add("population.name", "the population needs a name, such as Washington, DC")
	}
	if pop.Name != "" && pop.Count == 0 {
		p.add("population.count", "the population of %s must be above 0", pop.Name)
	}
	if pop.Year != 0 && (pop.Year < MinYear || pop.Year > MaxYear) {
		p.add("population.year", "the year of the population must be between %d and %d, not %d", MinYear, MaxYear, pop.Year)
	}
}

func (p *Problems) regions(regions []Region) {
	p.named("regions[%d].name", "region", len(regions), func(i int) string { return regions[i].Name })
	for i, r := range regions {
		p.count(fmt.Sprintf("regions[%d].population", i), "population", r.Population)
		p.count(fmt.Sprintf("regions[%d].target", i), "target", r.Target)
	}
}

func (p *Problems) measures(measures []Measure) {
	p.named("measures[%d].name", "measure", len(measures), func(i int) string { return measures[i].Name })
	for i, m := range measures {
		if strings.EqualFold(m.Name, Pledges) {
			p.add(fmt.Sprintf("measures[%d].name", i), "every campaign already counts pledges: leave this one out")
		}
		p.count(fmt.Sprintf("measures[%d].out_of", i), "most it can be", m.OutOf)
	}
}

func (p *Problems) thresholds(c Campaign) {
	p.named("thresholds[%d].name", "threshold", len(c.Thresholds), func(i int) string { return c.Thresholds[i].Name })
	for i, t := range c.Thresholds {
		path := fmt.Sprintf("thresholds[%d]", i)
		if !(t.Target > 0) || t.Target > MaxCount || math.IsInf(t.Target, 0) {
			p.add(path+".target", "the target of a threshold must be above 0 and at most %d, not %v", int64(MaxCount), t.Target)
		}
		if !c.counts(t.Figure) {
			p.add(path+".figure", "there is no figure %q: it is %q or the name of a measure of this plan", t.Figure, FigurePledges)
		}
		if t.Deadline.IsSet() && c.Opens.IsSet() && t.Deadline <= c.Opens {
			p.add(path+".deadline", "the deadline %s is not after the opening day %s", t.Deadline, c.Opens)
		}
	}
}

// counts reports whether a figure is one that the campaign counts.
func (c Campaign) counts(figure string) bool {
	for _, m := range c.Measures {
		if m.Name == figure {
			return true
		}
	}
	return figure == FigurePledges
}

func (p *Problems) marks(marks map[string]Mark) {
	for _, path := range slices.Sorted(maps.Keys(marks)) {
		m := marks[path]
		if m.Kind != Stated && m.Kind != Derived && m.Kind != Assumed {
			p.add("marks."+path, "%q is not a mark: it is stated, derived or assumed", m.Kind)
		}
		p.text("marks."+path, "ground", m.Ground, MaxNoteLen)
	}
}
