package phrase

import (
	"math"

	"muster/app/say"
	"muster/campaign"
	"muster/campaign/scenario"
)

// ThePlan is what the plan as it is goes by beside scenarios.
func ThePlan() string { return say.Text("The plan") }

// ScenarioName returns the name of a scenario, or that of the plan as it is.
func ScenarioName(s campaign.Scenario) string {
	if s.Name == "" {
		return ThePlan()
	}
	return s.Name
}

// Changes returns what a scenario changes, a few words each.
func Changes(s campaign.Scenario) []string {
	var all []string
	add := func(is bool, change string) {
		if is {
			all = append(all, change)
		}
	}
	add(s.Place != "", say.Text("in %s", s.Place))
	add(s.Date.IsSet(), say.Text("on %s", Day(s.Date)))
	add(s.Population.Count > 0, say.Text("of the %s people of %s", Count(s.Population.Count), s.Population.Name))
	add(s.Need > 0, say.Text("a need of %s", Count(s.Need)))
	add(s.Deadline.IsSet(), say.Text("by %s", Day(s.Deadline)))
	for _, aim := range s.Thresholds {
		add(aim.Target > 0, say.Text("%s at %s", aim.Name, Figure(aim.Target)))
		add(aim.Deadline.IsSet(), say.Text("%s by %s", aim.Name, Day(aim.Deadline)))
	}
	for _, t := range s.Tiers {
		add(t.JoinsAt > 0, say.Text("%s from %s pledges on", TierName(t.Name), Count(t.JoinsAt)))
		add(t.Valid > 0, say.Text("%s of %s valid", Percent(t.Valid), TierName(t.Name)))
		add(t.Show != campaign.Range{}, say.Text("%s of %s come", Rates(t.Show), TierName(t.Name)))
	}
	add(s.WalkOns != campaign.Range{}, say.Text("walk-ons %s", Yield(s.WalkOns)))
	if s.Growth.Times > 0 {
		all = append(all, growth(s.Growth))
	}
	for _, p := range append(s.Moments[:len(s.Moments):len(s.Moments)], s.Activities...) {
		all = append(all, pushed(p))
	}
	for _, r := range s.Ladder {
		all = append(all, say.Text("at %s pledges %s, which brings %s", Count(r.Reach), r.Name, Yield(r.Expect)))
	}
	add(s.Brings.Pledges > 0,
		say.Text("each pledger brings %s others after %s", Times(s.Brings.Pledges), Days(int64(s.Brings.After))))
	return all
}

func growth(g campaign.Growth) string {
	if g.From.IsSet() {
		return say.Text("growth times %s from %s", Times(g.Times), Day(g.From))
	}
	return say.Text("growth times %s", Times(g.Times))
}

func pushed(p campaign.Push) string {
	out := p.Name
	if p.Date.IsSet() {
		out = say.Text("%s on %s", out, Day(p.Date))
	}
	if (p.Expect != campaign.Range{}) {
		out = say.Text("%s with %s", out, Yield(p.Expect))
	}
	return out
}

// Days returns so many days, such as 1 day or 30 days.
func Days(n int64) string { return say.Count("%s days", n, Count(n)) }

// Times returns a factor to at most three digits: 1.5, 2, 0.25.
func Times(v float64) string {
	if v >= 100 {
		return About(v)
	}
	return say.Number("%.3g", v)
}

// Assumed returns the name of an assumption that matters, and its low and
// high.
func Assumed(e scenario.Effect) (name, low, high string) {
	switch e.Kind {
	case scenario.ShowRate:
		if e.Name == "" {
			return say.Text("Show rate"), Percent(e.Low), Percent(e.High)
		}
		return say.Text("Show rate of %s", TierName(e.Name)), Percent(e.Low), Percent(e.High)
	case scenario.WalkOns:
		return say.Text("Walk-ons"), About(e.Low), About(e.High)
	case scenario.Pledges:
		return say.Text("Pledges by then"), About(e.Low), About(e.High)
	}
	return e.Name, About(e.Low), About(e.High)
}

// WayGrowth returns what growth would do: "growth times 1.33".
func WayGrowth(w scenario.Way) string {
	switch {
	case w.Enough:
		return say.Text("enough as it is")
	case !w.HasGrowth:
		return say.Text("no growth would do")
	}
	unit := math.Pow(10, math.Floor(math.Log10(w.Growth))-2) // the third digit
	return say.Text("growth times %s", say.Number("%.3g", math.Ceil(w.Growth/unit)*unit))
}

// WayPerWeek returns how many pledges more a week would do: "24 more a week".
func WayPerWeek(w scenario.Way) string {
	if w.Enough {
		return ""
	}
	return say.Text("%s more a week", AtLeast(int64(math.Ceil(w.PerWeek))))
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
	return say.Text("%s, %s of %s", Count(need), OneInExactly(oneIn), of.Name)
}
