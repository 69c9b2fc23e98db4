// Package campaign is the model of an advocacy campaign whose success depends
// on numbers: the plan, the ledger of updates, and the standing that follows
// from both. It holds pure values and functions: no files, no clock, no screen.
//
// The standing is a pure function of the plan and the set of updates. The
// order in which updates arrive, and how often, changes nothing.
package campaign

// Pledges is the name of the measure that every campaign has.
const Pledges = "Pledges"

// Campaign is the plan: what is asked, of whom, where, by when, and how much
// support is enough.
type Campaign struct {
	ID       ID     // stays the same in every copy
	Name     string // what the team calls it; unique in a data folder
	Ask      string // what is asked for, in a sentence
	TimeZone string // IANA name; empty means UTC

	Opens    Day   // first day that counts are expected; 0 if not set
	Deadline Day   // day at whose start it is decided; 0 if not set
	Event    Event // what the pledges are for

	Need       int64      // people who must be there; 0 if not set
	Confidence float64    // how sure the team wants to be that they are, below 1; 0 for the default
	Population Population // the population that shares are taken of

	Tiers      []Tier // the firmest first
	WalkOns    Range  // people who come without having pledged
	Regions    []Region
	Sources    []string
	Measures   []Measure
	Thresholds []Threshold

	Tracks       []string // the levers of the campaign, if it has several
	Moments      []Moment
	Activities   []Activity
	Scenarios    []Scenario
	RulesOfThumb []RuleOfThumb // in place of the built-in ones of the same name

	// Marks say of a figure whether it is stated, derived or assumed. The key
	// is the figure's path in the plan file, such as "need" or
	// "thresholds.The march is on".
	Marks map[string]Mark
}

// Event is the day that the pledges are for.
type Event struct {
	Date  Day
	Place string
	Came  int64 // people who were there, recorded afterwards; 0 if not
}

// Population is a count of residents with its year and source, since a count
// without them cannot be checked.
type Population struct {
	Name   string
	Count  int64 // people
	Year   int   // of the estimate or census
	Source string
}

// Region is a place that pledges come from. Population and Target are in
// people and pledges; 0 if not set.
type Region struct {
	Name       string
	Population int64
	Target     int64
}

// Measure is something counted over time besides pledges. OutOf is the most
// it can be, such as 435 seats; 0 if there is no such bound.
type Measure struct {
	Name  string
	OutOf int64
	Track string // one of the campaign's; empty if none
}

// Mark says where a figure of the plan comes from.
type Mark struct {
	Kind   MarkKind
	Ground string // the source, or how it was derived
}

// MarkKind is how well a figure of the plan is founded.
type MarkKind string

// The three kinds of mark.
const (
	Stated  MarkKind = "stated"  // somebody published it
	Derived MarkKind = "derived" // it follows from what was published
	Assumed MarkKind = "assumed" // somebody had to choose it
)

// MeasureNames returns the names of all measures, Pledges first.
func (c Campaign) MeasureNames() []string {
	names := []string{Pledges}
	for _, m := range c.Measures {
		names = append(names, m.Name)
	}
	return names
}

// Region returns what the plan says of a region, and whether it knows it.
func (c Campaign) Region(name string) (Region, bool) {
	for _, r := range c.Regions {
		if r.Name == name {
			return r, true
		}
	}
	return Region{}, false
}

// NeedShare returns the need as a share of the population.
func (c Campaign) NeedShare() Share { return Share{Count: c.Need, Of: c.Population.Count} }
