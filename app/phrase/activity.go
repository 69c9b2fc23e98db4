package phrase

import (
	"math"

	"muster/app/say"
	"muster/campaign"
)

// Yield returns how many pledges something is expected to bring: 120 (50 to
// 200). It is empty where nothing is expected.
func Yield(r campaign.Range) string {
	switch {
	case r == campaign.Range{}:
		return ""
	case r.Low == r.High:
		return Figure(r.Likely)
	}
	return say.Text("%s (%s to %s)", Figure(r.Likely), Figure(r.Low), Figure(r.High))
}

// Planned says what the activities to come are expected to bring, against what
// is missing. It is empty if there are none.
func Planned(p campaign.Planned) string {
	if p.Activities == 0 {
		return ""
	}
	if p.Expect.P90 == 0 {
		return say.Text("Still planned: %s. What to expect of that is not filled in yet.", activities(p.Activities))
	}
	words := say.Text("Still planned: %s, expected to bring %s pledges (8 in 10)",
		activities(p.Activities), Between(p.Expect.P10, p.Expect.P90))
	if p.Cost > 0 {
		words = say.Text("%s at a cost of %s", words, Figure(p.Cost))
	}
	switch {
	case p.Short == 0:
		return words + "."
	case p.Left == 0:
		return say.Text("%s; that would close the gap of %s.", words, Figure(p.Short))
	}
	return say.Text("%s; of the %s that are missing, %s would be left.", words, Figure(p.Short), Figure(math.Ceil(p.Left)))
}

func activities(n int) string { return say.Count("%s activities", int64(n), Count(int64(n))) }

// Upcoming returns something to come with its day: "23 Feb 2027, deadline: The
// march is on".
func Upcoming(u campaign.Upcoming) string {
	switch u.What {
	case campaign.ComingDeadline:
		return say.Text("%s, deadline: %s", Day(u.Day), u.Name)
	default:
		return Day(u.Day) + ", " + u.Name
	}
}
