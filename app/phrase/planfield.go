package phrase

import (
	"strings"

	"muster/app/say"
)

// PlanField returns what a part of the plan is called, from the outside in:
// Threshold “The march is on” · Target. The names are those of campaign.Conflict.
func PlanField(names []string) string {
	if len(names) == 0 {
		return ThePlan()
	}
	var words []string
	for i := 0; i < len(names); i++ {
		switch {
		case names[i] == "event": // the field says that it is of the event
		case names[i] == "marks" && i+1 < len(names):
			return say.Text("Where the figure comes from: %s", names[i+1])
		case i+1 < len(names) && planItem(names[i], names[i+1]) != "":
			words = append(words, planItem(names[i], names[i+1]))
			i++
		default:
			words = append(words, planKey(names[i]))
		}
	}
	return strings.Join(words, " · ")
}

// planItem returns what something in a list of the plan is called; empty if
// that is no list.
func planItem(list, name string) string {
	switch list {
	case "tiers":
		return say.Text("Tier “%s”", name)
	case "regions":
		return say.Text("Region “%s”", name)
	case "sources":
		return say.Text("Source “%s”", name)
	case "measures":
		return say.Text("Measure “%s”", name)
	case "thresholds":
		return say.Text("Threshold “%s”", name)
	case "tracks":
		return say.Text("Track “%s”", name)
	case "moments":
		return say.Text("Moment “%s”", name)
	case "activities":
		return say.Text("Activity “%s”", name)
	case "scenarios":
		return say.Text("Scenario “%s”", name)
	case "ladder":
		return say.Text("March on the way “%s”", name)
	case "rules_of_thumb":
		return say.Text("Rule of thumb “%s”", Built(name))
	}
	return ""
}

// planKey returns what a key of the plan is called.
func planKey(key string) string {
	words := map[string]string{
		"name": say.Text("Name"), "ask": say.Text("What is asked for"), "time_zone": say.Text("Time zone"),
		"opens": say.Text("Opens"), "deadline": say.Text("Deadline"), "date": say.Text("Date"), "place": say.Text("Place"),
		"came": say.Text("Came"), "need": say.Text("People needed"), "confidence": say.Text("How sure"),
		"population": say.Text("Population"), "walk_ons": say.Text("Walk-ons"), "joins_at": say.Text("Joins at"),
		"valid": say.Text("Valid"), "show": say.Text("Show rate"), "target": say.Text("Target"), "out_of": say.Text("Out of"),
		"track": say.Text("Track"), "figure": say.Text("Figure"), "regions": say.Text("Regions at target"),
		"kind": say.Text("Kind"), "title": say.Text("What happened"), "link": say.Text("Link"), "until": say.Text("Last day"),
		"owner": say.Text("Who does it"), "source": say.Text("Source"), "cost": say.Text("Cost"), "expect": say.Text("Expected"),
		"growth": say.Text("Growth"), "reach": say.Text("Pledges that it takes"), "after": say.Text("Days until then"),
		"brings": say.Text("Who brings others"), "value": say.Text("Value"), "unit": say.Text("Unit"),
	}
	if word, ok := words[key]; ok {
		return word
	}
	return key
}

// PlanAuthor returns who saved a plan; not everybody gives a name.
func PlanAuthor(by string) string {
	if by == "" {
		return say.Text("somebody")
	}
	return by
}
