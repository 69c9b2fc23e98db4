package phrase

import (
	"strings"

	"muster/app/say"
	"muster/campaign"
)

// DayNeed is what is needed on the day, in words. What is asked for in two
// units is one need.
type DayNeed struct {
	Name   string
	Of     string // the name that it is built in under
	Amount string // 450,000 sq ft, 10.3 acres (42,000 sq m)
	Rules  []campaign.RuleOfThumb
}

// DayNeeds puts what is needed on the day into words.
func DayNeeds(needs []campaign.DayNeed) []DayNeed {
	var all []DayNeed
	for _, n := range needs {
		if last := len(all) - 1; last >= 0 && all[last].Of == n.Name {
			all[last].Amount += " (" + amount(n) + ")"
			continue
		}
		all = append(all, DayNeed{Built(n.Name), n.Name, amount(n), n.Rules})
	}
	return all
}

// amount rounds what is measured. What is counted in pieces is whole already,
// and its unit is what it is called. Long times are in hours.
func amount(n campaign.DayNeed) string {
	switch n.Unit {
	case "minutes":
		if n.Amount >= 90 {
			return say.Text("%s hours", say.Number("%.1f", n.Amount/60))
		}
		return say.Text("%s minutes", About(n.Amount))
	case "sq ft":
		if n.Amount >= acre {
			return say.Text("%s sq ft, %s acres", About(n.Amount), decimals(n.Amount/acre, 1))
		}
		return say.Text("%s sq ft", About(n.Amount))
	case "sq m", "m", "litres":
		return About(n.Amount) + " " + Built(n.Unit)
	}
	return Count(int64(n.Amount))
}

// acre is so many square feet.
const acre = 43_560

// Built returns the name or unit of something that is built in, which a plan
// may have given words of its own.
func Built(name string) string { return say.Text(name) }

// Rule returns a rule of thumb with its value: Seats in a coach, 56 people.
func Rule(r campaign.RuleOfThumb) string { return Built(r.Name) + ", " + RuleValue(r) }

// RuleValue returns the value of a rule of thumb with its unit: 14% of all, 10
// sq ft a person.
func RuleValue(r campaign.RuleOfThumb) string {
	return strings.TrimSpace(RuleFigure(r) + " " + Built(r.Unit))
}

// RuleFigure returns the value of a rule of thumb as it is typed: 14%, 4.5.
func RuleFigure(r campaign.RuleOfThumb) string {
	if r.Unit == "of all" {
		return Percent(r.Value)
	}
	return Figure(r.Value)
}
