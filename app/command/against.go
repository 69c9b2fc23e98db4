package command

import (
	"fmt"
	"strings"

	"muster/app/phrase"
	"muster/campaign"
)

// populations finds what --against names.
func populations(named []string) ([]campaign.Population, error) {
	var all []campaign.Population
	for _, name := range named {
		p, err := population("against", name)
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, nil
}

// printAgainst puts the pledges and the need beside populations, with the 3.5%
// line of each.
func (f *face) printAgainst(s campaign.Standing, populations []campaign.Population) {
	if len(populations) == 0 {
		return
	}
	line := campaign.MassLine()
	t := newTable(1, 2, 3, 4)
	t.add("Against", "People", "Pledged", "Needed", line.Name)
	needed := campaign.Compare(s.Need, populations...)
	for i, c := range campaign.Compare(s.Pledges, populations...) {
		t.add(c.Population.Name, phrase.Count(c.Population.Count), shareOf(c.Share), shareOf(needed[i].Share), phrase.Count(c.Line))
	}
	f.printf("\n%s", t)
	f.printf("%s", indented("The "+line.Name+": "+line.Source+". "+campaign.MassCaveat))
	for _, p := range populations {
		if source := sourceOf(p); source != "" {
			f.printf("%s", indented(p.Name+": "+source+"."))
		}
	}
}

// shareOf returns 1 in 702 (0.14%).
func shareOf(s campaign.Share) string {
	n, ok := s.OneIn()
	if !ok {
		return "none"
	}
	return phrase.OneIn(n) + " (" + phrase.Percent(s.Fraction()) + ")"
}

// sourceOf returns where a population comes from, with its year.
func sourceOf(p campaign.Population) string {
	if year := fmt.Sprint(p.Year); p.Year != 0 && !strings.Contains(p.Source, year) {
		return strings.TrimPrefix(p.Source+", "+year, ", ")
	}
	return p.Source
}

// againstJSON is a count beside a population.
type againstJSON struct {
	populationJSON
	MassLine lineJSON `json:"mass_line"`
}

type lineJSON struct {
	Share  float64 `json:"share"`
	People int64   `json:"people"`
	Source string  `json:"source"`
	Caveat string  `json:"caveat"`
}

func jsonAgainst(s campaign.Standing, populations []campaign.Population) []againstJSON {
	all, line := []againstJSON{}, campaign.MassLine()
	needed := campaign.Compare(s.Need, populations...)
	for i, c := range campaign.Compare(s.Pledges, populations...) {
		of := *jsonPopulation(campaign.Standing{Population: c.Population, Need: s.Need, NeedShare: needed[i].Share, Share: c.Share})
		all = append(all, againstJSON{of, lineJSON{line.Value, c.Line, line.Source, campaign.MassCaveat}})
	}
	return all
}
