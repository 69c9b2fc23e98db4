package phrase

import (
	"math"

	"muster/app/say"
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
	return Range(About(low), About(high))
}

// Chance returns a simulated chance, which knows nothing of the very rare.
func Chance(p float64) string {
	switch {
	case p < 0.001:
		return say.Text("under %s", withPercent(decimalSign("0.1")))
	case p > 0.999:
		return say.Text("over %s", withPercent(decimalSign("99.9")))
	case p > 0.99 || p < 0.01:
		return withPercent(say.Number("%.1f", math.Min(99.9, p*100)))
	}
	return withPercent(say.Number("%.0f", p*100))
}

// Expected returns who is expected to come: "Of 120,000 pledges, 31,000 to
// 58,000 people are expected to come (8 in 10)."
func Expected(t campaign.Turnout) string {
	come, waiting := expected(t), Waiting(t.Cascade)
	switch {
	case waiting != "" && t.Expected.P90 == 0:
		come = say.Text("%s: %s", come, waiting)
	case waiting != "":
		come = say.Text("%s; %s", come, waiting)
	}
	return come + "."
}

func expected(t campaign.Turnout) string {
	of := Pledges(t.Pledges)
	switch {
	case t.Expected.P90 == 0:
		return say.Text("Of %s, 0 are expected to come", of)
	case About(t.Expected.P10) == About(t.Expected.P90):
		return say.Text("Of %s, %s people are expected to come", of, About(t.Expected.P50))
	}
	return say.Text("Of %s, %s people are expected to come (8 in 10)", of, Between(t.Expected.P10, t.Expected.P90))
}

// WereExpected is Expected for an event that is over.
func WereExpected(t campaign.Turnout) string {
	return say.Text("Of %s, %s people were expected to come (8 in 10).", Pledges(t.Pledges), Between(t.Expected.P10, t.Expected.P90))
}

// Pledges returns so many pledges, such as 1 pledge or 12,000 pledges.
func Pledges(n int64) string { return say.Count("%s pledges", n, Count(n)) }

// People returns so many people, such as 1 person or 4,300 people.
func People(n int64) string { return say.Count("%s people", n, Count(n)) }

// Waiting returns which pledges do not count because of their condition; it is
// empty if none does not.
func Waiting(c campaign.Cascade) string {
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
	if c.Trusted == 0 {
		return say.Count("they count only once %s have pledged", waiting, Count(first))
	}
	return say.Count("%s of them count only once %s have pledged", waiting, Count(waiting), Count(first))
}

// MeetingNeed returns the chance of the need: "With these pledges alone, the
// chance that the 100,000 needed come is 12%." It is empty without a need.
func MeetingNeed(t campaign.Turnout) string {
	if t.Need == 0 {
		return ""
	}
	return say.Text("With these pledges alone, the chance that the %s needed come is %s.", Count(t.Need), Chance(t.Chance))
}

// Needed returns how many pledges would do: "To be 90% sure of 100,000 people,
// 286,000 pledges are needed." It is empty without a need.
func Needed(t campaign.Turnout) string {
	sure, people := Percent(t.Confidence), People(t.Need)
	switch {
	case t.Need == 0:
		return ""
	case !t.Possible:
		return say.Text("No number of pledges in this mix of tiers makes %s sure of %s.", sure, people)
	case t.Needed == 0:
		return say.Text("The walk-ons alone make %s sure of %s.", sure, people)
	case t.Needed <= t.Pledges:
		return say.Text("To be %s sure of %s, %s pledges are needed: they are there.", sure, people, AtLeast(t.Needed))
	}
	return say.Text("To be %s sure of %s, %s pledges are needed.", sure, people, AtLeast(t.Needed))
}

// MoreNeeded returns how many more than there are: "166,000 more than have
// pledged so far." It is empty where there are enough, or no number would do.
func MoreNeeded(t campaign.Turnout) string {
	if !t.Possible || t.Needed <= t.Pledges {
		return ""
	}
	gap := campaign.GapBetween(float64(t.Pledges), float64(t.Needed))
	return say.Text("%s more than have pledged so far.", AtLeast(int64(math.Ceil(gap.Short))))
}

// Came says how many came to an event that is over; it is empty until that is
// recorded.
func Came(e campaign.Event) string {
	switch {
	case e.Came == 0:
		return ""
	case e.Date.IsSet():
		return say.Count("%s people came on %s.", e.Came, Count(e.Came), Day(e.Date))
	}
	return say.Count("%s people came.", e.Came, Count(e.Came))
}

// Whole returns a number of people that is not whole only because of a rate.
func Whole(v float64) string { return Count(int64(math.Round(v))) }
