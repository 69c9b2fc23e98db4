package assets

import (
	"strings"
	"time"

	"muster/campaign"
)

// Example is a campaign to explore, and what its ledger begins with.
type Example struct {
	Plan     campaign.Campaign // without an id
	Readings []Reading         // to be recorded at the moment the example is made
	Series   []byte            // CSV with the columns at and total, to be imported; nil if there is none
}

// Reading is a count of one measure that an example begins with.
type Reading struct {
	Measure string
	Count   int64
	Note    string // how the count is founded
}

// Examples returns the names of the examples.
func Examples() []string { return []string{"march", "petition"} }

// FindExample returns the example of a name, whatever its case, with dates set
// relative to today where none is known.
func FindExample(name string, today campaign.Day) (Example, bool) {
	switch strings.ToLower(strings.TrimSpace(name)) {
	case "march":
		return march(today), true
	case "petition":
		return petition(), true
	}
	return Example{}, false
}

// builtIn returns a population that the examples rely on.
func builtIn(name string) campaign.Population {
	p, ok := FindPopulation(name)
	if !ok {
		panic("populations.csv lacks " + name)
	}
	return p
}

// monthsFrom returns the same day of a later or earlier month, or the last day
// of that month if it is shorter.
func monthsFrom(day campaign.Day, months int) campaign.Day {
	y, m, d := day.Date()
	first := time.Date(y, m+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return campaign.NewDay(first.Year(), first.Month(), min(d, last))
}
