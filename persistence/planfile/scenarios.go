package planfile

import (
	"strings"

	"muster/campaign"
)

// scenarioFile is a file that holds scenarios alone, as they stand in a plan.
type scenarioFile struct {
	Scenarios []campaign.Scenario
}

// EncodeScenarios returns scenarios as a YAML document, under the key that they
// have in a plan.
func EncodeScenarios(scenarios []campaign.Scenario) ([]byte, error) {
	return write(&scenarioFile{scenarios})
}

// DecodeScenarios returns the plan with the scenarios of a document put in the
// place of those of the same name, or added, and how many they are. Everything
// that is wrong is returned at once, as Problems that name the lines.
func DecodeScenarios(data []byte, plan campaign.Campaign) (campaign.Campaign, int, error) {
	var file scenarioFile
	root, problem := parse(data)
	if problem != nil {
		problem.Why = strings.ReplaceAll(problem.Why, `"name: March"`, `"scenarios:"`)
		return plan, 0, Problems{*problem}
	}
	r := reader{lines: map[string]int{"": root.Line}}
	r.read("", root, &file)
	if len(r.problems) == 0 && len(file.Scenarios) == 0 {
		r.add(root.Line, "scenarios", "there is no scenario here: write them under the key \"scenarios:\", as in a plan")
	}
	alone := plan
	alone.Scenarios = file.Scenarios // so that paths are those of the file
	r.check(alone)
	if len(r.problems) > 0 {
		return plan, 0, r.problems.sorted()
	}
	plan.Scenarios = merged(plan.Scenarios, file.Scenarios)
	return plan, len(file.Scenarios), nil
}

func merged(old, changed []campaign.Scenario) []campaign.Scenario {
	all := append([]campaign.Scenario(nil), old...)
next:
	for _, s := range changed {
		for i := range all {
			if strings.EqualFold(all[i].Name, s.Name) {
				all[i] = s
				continue next
			}
		}
		all = append(all, s)
	}
	return all
}
