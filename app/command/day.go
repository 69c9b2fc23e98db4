package command

import (
	"slices"
	"strings"

	"muster/app/phrase"
	"muster/campaign"
)

// printDay says what the day needs, and by which rules of thumb.
func (f *face) printDay(o outlook) {
	needs := phrase.DayNeeds(o.plan.DayNeeds(o.people))
	if o.people == 0 {
		return
	}
	many := plural(int64(o.people), "person needs", "people need")
	if o.people == o.Expected.P50 { // simulated
		many = "about " + phrase.About(o.people) + " people need"
	}
	f.printf("\nWhat %s on the day\n", many)
	lines := newTable()
	for _, n := range needs {
		lines.add("  "+n.Name, n.Amount)
	}
	f.printf("%s", lines)
	if coaches := o.plan.Coaches(o.people, o.standing.ByRegion); known(coaches) {
		var parts []string
		for _, c := range coaches {
			parts = append(parts, orNotGiven(c.Name)+" "+phrase.Count(c.Total))
		}
		f.printf("%s", indented("Coaches by region: "+strings.Join(parts, ", ")+"."))
	}
	f.printf("\nBy these rules of thumb (* built in, the plan may have its own)\n")
	rules := rulesOf(needs)
	for len(rules) > 0 {
		var same []string // rules of one source, one after the other
		source := rules[0].Source
		for len(rules) > 0 && rules[0].Source == source {
			same = append(same, phrase.Rule(rules[0])+star(isBuiltIn(rules[0])))
			rules = rules[1:]
		}
		f.printf("%s", indented(strings.TrimSuffix(strings.Join(same, "; ")+": "+source, ": ")))
	}
}

// rulesOf returns the rules of thumb behind some needs, each once.
func rulesOf(needs []phrase.DayNeed) []campaign.RuleOfThumb {
	var rules []campaign.RuleOfThumb
	seen := map[string]bool{}
	for _, n := range needs {
		for _, r := range n.Rules {
			if !seen[r.Name] {
				rules = append(rules, r)
			}
			seen[r.Name] = true
		}
	}
	return rules
}

func isBuiltIn(r campaign.RuleOfThumb) bool { return slices.Contains(campaign.BuiltInRules(), r) }
