package phrase

import (
	"slices"
	"strconv"
	"strings"

	"muster/app/say"
	"muster/campaign"
)

// PlanValue returns what a version of a conflict in a plan says: a figure, a
// day, or what something in a list comes to.
func PlanValue(c campaign.Conflict, v campaign.Version, plan campaign.Campaign) string {
	switch {
	case len(c.Field) == 0:
		return say.Text("the whole plan as it was saved then")
	case v.Value == nil && c.Item:
		return say.Text("removed")
	case v.Value == nil:
		return say.Text("not set")
	}
	if said := groupValue(v.Value); said != "" {
		return said
	}
	switch last := c.Field[len(c.Field)-1]; value := v.Value.(type) {
	case campaign.Day:
		return Day(value)
	case campaign.MomentKind:
		return MomentKind(value)
	case string:
		if last == "figure" {
			return FigureName(value)
		}
		return value
	case int64:
		return Count(value)
	case float64:
		if last == "confidence" || last == "valid" || last == "target" && isShare(c.Field[1], plan) {
			return Percent(value)
		}
		return Figure(value)
	case campaign.Range:
		if last == "show" {
			return Rates(value)
		}
		return Yield(value)
	}
	return c.Field[len(c.Field)-1]
}

// isShare reports whether a threshold is on a share of the population.
func isShare(threshold string, plan campaign.Campaign) bool {
	return slices.ContainsFunc(plan.Thresholds, func(t campaign.Threshold) bool {
		return t.Name == threshold && t.Figure == campaign.FigureShare
	})
}

// groupValue sums up what has several keys: a population, something in a list.
func groupValue(value any) string {
	switch v := value.(type) {
	case campaign.Population:
		return fewWords(v.Name, Count(v.Count), yearOf(v), v.Source)
	case campaign.Tier:
		return fewWords(counted(say.Text("Joins at"), v.JoinsAt), rated(say.Text("Valid"), v.Valid), showRate(v.Show))
	case campaign.Region:
		return fewWords(counted(say.Text("Inhabitants"), v.Population), counted(say.Text("Target"), v.Target))
	case campaign.Measure:
		return fewWords(counted(say.Text("Out of"), v.OutOf), v.Track)
	case campaign.Threshold:
		return fewWords(labelled(FigureName(v.Figure), Amount(v, v.Target)), Day(v.Deadline), v.Track)
	case campaign.RegionCondition:
		return Count(int64(v.AtLeast))
	case campaign.Moment:
		return fewWords(Day(v.Date), MomentKind(v.Kind), v.Track, v.Link)
	case campaign.Activity:
		return fewWords(Day(v.Date), v.Owner, v.Source, counted(say.Text("Cost"), int64(v.Cost)), labelled(say.Text("Expected"), Yield(v.Expect)))
	case campaign.RuleOfThumb:
		return fewWords(RuleValue(v), v.Source)
	case campaign.Mark:
		return fewWords(Mark(v.Kind), v.Ground)
	}
	return scenarioValue(value)
}

// scenarioValue sums up a scenario, or what is in one.
func scenarioValue(value any) string {
	switch v := value.(type) {
	case campaign.Scenario:
		return fewWords(Changes(v)...)
	case campaign.Aim:
		return fewWords(labelled(say.Text("Target"), Figure(v.Target)), Day(v.Deadline))
	case campaign.Push:
		return pushed(v)
	case campaign.Rung:
		return fewWords(Count(v.Reach), Yield(v.Expect))
	case campaign.Growth:
		return growth(v)
	case campaign.Brings:
		return fewWords(Times(v.Pledges), Days(int64(v.After)))
	}
	return ""
}

func yearOf(p campaign.Population) string {
	if p.Year == 0 {
		return ""
	}
	return strconv.Itoa(p.Year)
}

func showRate(r campaign.Range) string {
	if r == (campaign.Range{}) {
		return ""
	}
	return labelled(say.Text("Show rate"), Rates(r))
}

func counted(label string, n int64) string {
	if n == 0 {
		return ""
	}
	return labelled(label, Count(n))
}

func rated(label string, fraction float64) string {
	if fraction == 0 {
		return ""
	}
	return labelled(label, Percent(fraction))
}

// labelled returns a value behind what it is; nothing where there is none.
func labelled(label, value string) string {
	if value == "" {
		return ""
	}
	return say.Text("%s: %s", label, value)
}

// fewWords joins those that say something.
func fewWords(words ...string) string {
	var said []string
	for _, w := range words {
		if w = strings.TrimSpace(w); w != "" {
			said = append(said, w)
		}
	}
	return strings.Join(said, ", ")
}
