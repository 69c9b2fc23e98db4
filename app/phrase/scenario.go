package phrase

import (
	"fmt"
	"math"

	"muster/campaign"
	"muster/campaign/scenario"
)

// ThePlan is what the plan as it is goes by beside scenarios.
const ThePlan = "The plan"

// ScenarioName returns the name of a scenario, or that of the plan as it is.
func ScenarioName(s campaign.Scenario) string {
	if s.Name == "" {
		return ThePlan
	}
	return s.Name
}

// Changes returns what a scenario changes, a few words each.
func Changes(s campaign.Scenario) []string {
	var all []string
	add := func(is bool, format string, args ...any) {
		if is {
			all = append(all, fmt.Sprintf(format, args...))
		}
	}
	add(s.Place != "", "in %s", s.Place)
	add(s.Date.IsSet(), "on %s", Day(s.Date))
	add(s.Population.Count > 0, "of the %s people of %s", Count(s.Population.Count), s.Population.Name)
	add(s.Need > 0, "a need of %s", Count(s.Need))
	add(s.Deadline.IsSet(), "by %s", Day(s.Deadline))
	for _, aim := range s.Thresholds {
		add(aim.Target > 0, "%s at %s", aim.Name, Figure(aim.Target))
		add(aim.Deadline.IsSet(), "%s by %s", aim.Name, Day(aim.Deadline))
	}
	for _, t := range s.Tiers {
		add(t.JoinsAt > 0, "%s from %s pledges on", TierName(t.Name), Count(t.JoinsAt))
		add(t.Valid > 0, "%s of %s valid", Percent(t.Valid), TierName(t.Name))
		add(t.Show != campaign.Range{}, "%s of %s come", Rates(t.Show), TierName(t.Name))
	}
	add(s.WalkOns != campaign.Range{}, "walk-ons %s", Yield(s.WalkOns))
	if s.Growth.Times > 0 {
		from := ""
		if s.Growth.From.IsSet() {
			from = " from " + Day(s.Growth.From)
		}
		add(true, "growth times %s%s", Times(s.Growth.Times), from)
	}
	for _, p := range append(s.Moments[:len(s.Moments):len(s.Moments)], s.Activities...) {
		add(true, "%s", pushed(p))
	}
	for _, r := range s.Ladder {
		add(true, "at %s pledges %s, which brings %s", Count(r.Reach), r.Name, Yield(r.Expect))
	}
	add(s.Brings.Pledges > 0, "each pledger brings %s others after %s", Times(s.Brings.Pledges), Plural(int64(s.Brings.After), "day", "days"))
	return all
}

func pushed(p campaign.Push) string {
	out := p.Name
	if p.Date.IsSet() {
		out += " on " + Day(p.Date)
	}
	if (p.Expect != campaign.Range{}) {
		out += " with " + Yield(p.Expect)
	}
	return out
}

// Times returns a factor to at most three digits: 1.5, 2, 0.25.
func Times(v float64) string {
	if v >= 100 {
		return About(v)
	}
	return fmt.Sprintf("%.3g", v)
}

// Assumed returns the name of an assumption that matters, and its low and
// high.
func Assumed(e scenario.Effect) (name, low, high string) {
	switch e.Kind {
	case scenario.ShowRate:
		return "Show rate of " + TierName(e.Name), Percent(e.Low), Percent(e.High)
	case scenario.WalkOns:
		return "Walk-ons", About(e.Low), About(e.High)
	case scenario.Pledges:
		return "Pledges by then", About(e.Low), About(e.High)
	}
	return e.Name, About(e.Low), About(e.High)
}

// WayGrowth returns what growth would do: "growth times 1.33".
func WayGrowth(w scenario.Way) string {
	switch {
	case w.Enough:
		return "enough as it is"
	case !w.HasGrowth:
		return "no growth would do"
	}
	unit := math.Pow(10, math.Floor(math.Log10(w.Growth))-2) // the third digit
	return fmt.Sprintf("growth times %.3g", math.Ceil(w.Growth/unit)*unit)
}

// WayPerWeek returns how many pledges more a week would do: "24 more a week".
func WayPerWeek(w scenario.Way) string {
	if w.Enough {
		return ""
	}
	return AtLeast(int64(math.Ceil(w.PerWeek))) + " more a week"
}

// OfPopulation returns a need and what share of a population it is: "100,000,
// 1 in 7.02 of Washington, DC". It is empty without a need.
func OfPopulation(need int64, of campaign.Population) string {
	if need == 0 {
		return ""
	}
	oneIn, ok := campaign.Share{Count: need, Of: of.Count}.OneIn()
	if !ok {
		return Count(need)
	}
	return Count(need) + ", " + OneInExactly(oneIn) + " of " + of.Name
}
