package phrase

import (
	"fmt"
	"math"

	"muster/campaign"
)

// About returns an uncertain number of people to about 1%: 31,000, 286,000.
func About(v float64) string { return Count(int64(math.Round(v/step(v)) * step(v))) }

// AtLeast returns a number that must not be too few to three digits, rounded
// up: 333,333 reads 334,000.
func AtLeast(n int64) string {
	unit := math.Pow(10, max(0, math.Floor(math.Log10(max(1, float64(n))))-2))
	return Count(int64(math.Ceil(float64(n)/unit) * unit))
}

// step returns the round number that v is a hundred to three hundred of, or
// thirty to a hundred; at least 1.
func step(v float64) float64 {
	if v < 100 {
		return 1
	}
	unit := math.Pow(10, math.Floor(math.Log10(v))-2)
	if v/unit >= 300 {
		unit *= 10
	}
	return max(1, unit)
}

// Between returns an uncertain range: 31,000 to 58,000, or one number where
// both are the same.
func Between(low, high float64) string {
	if About(low) == About(high) {
		return About(low)
	}
	return About(low) + " to " + About(high)
}

// Chance returns a simulated chance, which knows nothing of the very rare.
func Chance(p float64) string {
	switch {
	case p < 0.001:
		return "under 0.1%"
	case p > 0.999:
		return "over 99.9%"
	case p > 0.99 || p < 0.01:
		return fmt.Sprintf("%.1f%%", math.Min(99.9, p*100))
	}
	return fmt.Sprintf("%.0f%%", p*100)
}

// Expected returns who is expected to come: "Of 120,000 pledges, 31,000 to
// 58,000 people are expected to come (8 in 10)."
func Expected(t campaign.Turnout) string {
	of := "Of " + Plural(t.Pledges, "pledge", "pledges") + ", "
	if t.Expected.P90 == 0 {
		return of + "0 are expected to come" + Waiting(t.Cascade, ": ") + "."
	}
	come := Between(t.Expected.P10, t.Expected.P90) + " people are expected to come (8 in 10)"
	if About(t.Expected.P10) == About(t.Expected.P90) {
		come = About(t.Expected.P50) + " people are expected to come"
	}
	return of + come + Waiting(t.Cascade, "; ") + "."
}

// WereExpected is Expected for an event that is over.
func WereExpected(t campaign.Turnout) string {
	return "Of " + Plural(t.Pledges, "pledge", "pledges") + ", " + Between(t.Expected.P10, t.Expected.P90) +
		" people were expected to come (8 in 10)."
}

// Waiting returns which pledges do not count because of their condition, after
// a lead; it is empty if none does not.
func Waiting(c campaign.Cascade, lead string) string {
	waiting := c.Pledged - c.Trusted
	if waiting <= 0 {
		return ""
	}
	first := int64(math.MaxInt64)
	for _, s := range c.Steps {
		if s.IfTrusted > 0 {
			first = min(first, s.JoinsAt)
		}
	}
	who := Count(waiting) + " of them"
	if c.Trusted == 0 {
		who = Noun(waiting, "it", "they")
	}
	return lead + who + " " + Noun(waiting, "counts", "count") + " only once " + Count(first) + " have pledged"
}

// MeetingNeed returns the chance of the need: "The chance that the 100,000
// needed come is 12%." It is empty without a need.
func MeetingNeed(t campaign.Turnout) string {
	if t.Need == 0 {
		return ""
	}
	return fmt.Sprintf("The chance that the %s needed come is %s.", Count(t.Need), Chance(t.Chance))
}

// Needed returns how many pledges would do: "To be 90% sure of 100,000 people,
// 286,000 pledges are needed." It is empty without a need.
func Needed(t campaign.Turnout) string {
	sure := fmt.Sprintf("%s sure of %s", Percent(t.Confidence), Plural(t.Need, "person", "people"))
	switch {
	case t.Need == 0:
		return ""
	case !t.Possible:
		return "No number of pledges in this mix of tiers makes " + sure + "."
	case t.Needed == 0:
		return "The walk-ons alone make " + sure + "."
	case t.Needed <= t.Pledges:
		return fmt.Sprintf("To be %s, %s pledges are needed: they are there.", sure, AtLeast(t.Needed))
	}
	return fmt.Sprintf("To be %s, %s pledges are needed.", sure, AtLeast(t.Needed))
}

// MoreNeeded returns how many more than there are: "166,000 more than have
// pledged so far." It is empty where there are enough, or no number would do.
func MoreNeeded(t campaign.Turnout) string {
	if !t.Possible || t.Needed <= t.Pledges {
		return ""
	}
	gap := campaign.GapBetween(float64(t.Pledges), float64(t.Needed))
	return AtLeast(int64(math.Ceil(gap.Short))) + " more than have pledged so far."
}

// Came says how many came to an event that is over; it is empty until that is
// recorded.
func Came(e campaign.Event) string {
	switch {
	case e.Came == 0:
		return ""
	case e.Date.IsSet():
		return Plural(e.Came, "person", "people") + " came on " + Day(e.Date) + "."
	}
	return Plural(e.Came, "person", "people") + " came."
}

// Whole returns a number of people that is not whole only because of a rate.
func Whole(v float64) string { return Count(int64(math.Round(v))) }
