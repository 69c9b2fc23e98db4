package command

import (
	"fmt"
	"strings"

	"muster/app"
	"muster/app/phrase"
)

// printPast says what the campaign's own event taught, once it is over, and
// what show rates those of others suggest.
func (f *face) printPast(o outlook) {
	if lines := append(ownPast(o), learned(o)...); len(lines) > 0 {
		f.printf("\nPast events\n")
		for _, line := range lines {
			f.printf("%s", indented(line))
		}
	}
}

func ownPast(o outlook) []string {
	var lines []string
	for _, p := range o.past {
		if p.Event != o.plan.Name {
			continue
		}
		in := ""
		if p.Tier != "" {
			in = " in " + p.Tier
		}
		lines = append(lines, fmt.Sprintf("Here %s of %s valid pledges%s came: %s.",
			phrase.Count(p.Came), whole(p.Real), in, phrase.Percent(p.Rate())))
	}
	return lines
}

func learned(o outlook) []string {
	var lines []string
	for _, tier := range o.Tiers {
		show, from, ok := app.LearnShow(o.past, o.plan.Name, tier.Name)
		if !ok {
			continue
		}
		var rates []string
		for _, p := range from {
			rates = append(rates, p.Event+" "+phrase.Percent(p.Rate()))
		}
		of := ""
		if tier.Name != "" {
			of = " of " + tier.Name
		}
		lines = append(lines, fmt.Sprintf("They suggest a show rate%s of %s (%s).", of, phrase.Rates(show), strings.Join(rates, ", ")))
	}
	return lines
}
