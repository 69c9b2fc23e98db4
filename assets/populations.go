package assets

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"muster/campaign"
)

//go:embed populations.csv
var populationsCSV string

// place is a line of populations.csv. Its name and its other names differ from
// those of every other place, whatever their case.
type place struct {
	campaign.Population
	kind string   // world, country, state, territory or city
	also []string // other names it is asked for by
}

// Populations returns the built-in populations, each with its year and source:
// the world, the member countries of the United Nations, the states of the US,
// and large cities. Where they come from is told in README.md beside the table.
func Populations() []campaign.Population {
	all := make([]campaign.Population, len(places()))
	for i, p := range places() {
		all[i] = p.Population
	}
	return all
}

// FindPopulation returns the built-in population of a name, whatever its case.
// A name that is not in the table finds the place that also goes by it ("UK"),
// or else the only one whose name begins with it.
func FindPopulation(name string) (campaign.Population, bool) {
	name = strings.TrimSpace(name)
	if name == "" {
		return campaign.Population{}, false
	}
	named := func(p place) bool { return strings.EqualFold(p.Name, name) }
	goesBy := func(p place) bool {
		return slices.ContainsFunc(p.also, func(other string) bool { return strings.EqualFold(other, name) })
	}
	for _, fits := range []func(place) bool{named, goesBy} {
		if i := slices.IndexFunc(places(), fits); i >= 0 {
			return places()[i].Population, true
		}
	}
	return onlyBeginning(strings.ToLower(name))
}

func onlyBeginning(prefix string) (found campaign.Population, ok bool) {
	for _, p := range places() {
		if !strings.HasPrefix(strings.ToLower(p.Name), prefix) {
			continue
		}
		if ok {
			return campaign.Population{}, false
		}
		found, ok = p.Population, true
	}
	return found, ok
}

// places returns the table. It is part of the program, so a fault in it is one
// of the program.
var places = sync.OnceValue(func() []place {
	table, err := readPlaces(populationsCSV)
	if err != nil {
		panic(err)
	}
	return table
})

// readPlaces reads lines of name, count, year, source, kind and other names,
// below a line of headings.
func readPlaces(text string) ([]place, error) {
	lines, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("populations.csv: %w", err)
	}
	var all []place
	for i, line := range lines[1:] {
		count, err := strconv.ParseInt(line[1], 10, 64)
		if err != nil {
			return nil, fmt.Errorf("populations.csv, line %d: %w", i+2, err)
		}
		year, err := strconv.Atoi(line[2])
		if err != nil {
			return nil, fmt.Errorf("populations.csv, line %d: %w", i+2, err)
		}
		p := place{kind: line[4]}
		p.Name, p.Count, p.Year, p.Source = line[0], count, year, line[3]
		if line[5] != "" {
			p.also = strings.Split(line[5], "|")
		}
		all = append(all, p)
	}
	return all, nil
}
