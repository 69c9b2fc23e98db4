package campaign

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// Problem is one thing that is wrong with a plan. Path is where it stands in
// the plan file, such as "thresholds[1].target".
type Problem struct {
	Path string
	Why  Words // a sentence without a full stop
}

// Problems are all that is wrong with a plan. As an error they wrap ErrInvalid.
type Problems []Problem

// Error returns the first problem, and how many more there are.
func (p Problems) Error() string {
	return p.Words().String()
}

// Words returns that sentence as it was put together.
func (p Problems) Words() Words {
	return Words{"%s: %s%s", []any{p[0].Path, p[0].Why, More(len(p) - 1)}}
}

// Is reports whether target is ErrInvalid.
func (p Problems) Is(target error) bool { return target == ErrInvalid }

// At returns what is wrong at a path, or no words.
func (p Problems) At(path string) Words {
	for _, problem := range p {
		if problem.Path == path {
			return problem.Why
		}
	}
	return Words{}
}

func (p *Problems) add(path, format string, args ...any) {
	*p = append(*p, Problem{Path: path, Why: Words{format, args}})
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
	p.count("event.came", "number who came", c.Event.Came)
	p.count("need", "need", c.Need)
	if !(c.Confidence >= 0 && c.Confidence < 1) {
		p.add("confidence", "the confidence must be between 0 and 1, such as 0.9 for nine times out of ten, not %v", c.Confidence)
	}
	p.population(c.Population)
	p.regions(c.Regions)
	p.tiers(c.Tiers)
	p.within("walk_ons", c.WalkOns, 0, MaxCount)
	p.named("sources[%d]", "source", len(c.Sources), func(i int) string { return c.Sources[i] })
	p.measures(c)
	p.thresholds(c)
	p.named("tracks[%d]", "track", len(c.Tracks), func(i int) string { return c.Tracks[i] })
	p.moments(c)
	p.activities(c)
	p.scenarios(c)
	p.rules(c.RulesOfThumb)
	p.marks(c.Marks)
	if len(p) > 0 {
		return p
	}
	return nil
}

func (p *Problems) text(path string, what Term, text string, most int) {
	if err := validateText(what, text, most); err != nil {
		p.add(path, "%s", err)
	}
}

func (p *Problems) name(path string, what Term, name string) {
	if strings.TrimSpace(name) == "" {
		p.add(path, "the %s needs a name", what)
		return
	}
	p.text(path, what, name, MaxNameLen)
}

func (p *Problems) count(path string, what Term, n int64) {
	if n < 0 || n > MaxCount {
		p.add(path, "the %s must be between 0 and %d, not %d", what, int64(MaxCount), n)
	}
}

// within checks an uncertain figure.
func (p *Problems) within(path string, r Range, least, most float64) {
	if !r.isOrdered() || r.Low < least || r.High > most {
		p.add(path, "low, likely and high must rise and lie between %v and %v, not %v, %v and %v",
			least, int64(most), r.Low, r.Likely, r.High)
	}
}

// track checks that something belongs to a track that there is, or to none.
func (p *Problems) track(path, track string, tracks []string) {
	if track != "" && !slices.Contains(tracks, track) {
		p.add(path+".track", "there is no track %q: the plan's tracks are %s", track, listed(tracks))
	}
}

// listed returns names for a sentence.
func listed(names []string) any {
	if len(names) == 0 {
		return Term("not set")
	}
	return strings.Join(names, ", ")
}

// named checks the names of a list, which must differ in more than case. At is
// the path of one, with %d for its place in the list.
func (p *Problems) named(at string, what Term, n int, name func(int) string) {
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

func (p *Problems) measures(c Campaign) {
	p.named("measures[%d].name", "measure", len(c.Measures), func(i int) string { return c.Measures[i].Name })
	for i, m := range c.Measures {
		path := fmt.Sprintf("measures[%d]", i)
		switch strings.ToLower(m.Name) {
		case strings.ToLower(Pledges):
			p.add(path+".name", "every campaign already counts pledges: leave this one out")
		case FigureTurnout, FigureShare:
			p.add(path+".name", "%s is a figure that Muster works out itself: choose another name", strings.ToLower(m.Name))
		}
		p.count(path+".out_of", "most it can be", m.OutOf)
		p.track(path, m.Track, c.Tracks)
	}
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
