package phrase

import (
	"fmt"
	"math"

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
	return fmt.Sprintf("%s (%s to %s)", Figure(r.Likely), Figure(r.Low), Figure(r.High))
}

// Planned says what the activities to come are expected to bring, against what
// is missing. It is empty if there are none.
func Planned(p campaign.Planned) string {
	if p.Activities == 0 {
		return ""
	}
	words := fmt.Sprintf("Still planned: %s, expected to bring %s pledges (8 in 10)",
		Plural(int64(p.Activities), "activity", "activities"), Between(p.Expect.P10, p.Expect.P90))
	if p.Cost > 0 {
		words += " at a cost of " + Figure(p.Cost)
	}
	switch {
	case p.Short == 0:
		return words + "."
	case p.Left == 0:
		return fmt.Sprintf("%s; that would close the gap of %s.", words, Figure(p.Short))
	}
	return fmt.Sprintf("%s; of the %s that are missing, %s would be left.", words, Figure(p.Short), Figure(math.Ceil(p.Left)))
}

// Upcoming returns something to come with its day: "23 Feb 2027, deadline: The
// march is on".
func Upcoming(u campaign.Upcoming) string {
	switch u.What {
	case campaign.ComingDeadline:
		return Day(u.Day) + ", deadline: " + u.Name
	default:
		return Day(u.Day) + ", " + u.Name
	}
}
