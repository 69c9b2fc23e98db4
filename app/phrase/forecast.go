package phrase

import (
	"math"
	"time"

	"muster/app/say"
	"muster/campaign"
	"muster/campaign/forecast"
)

// PerDay returns a daily rate to about 1%, with a decimal only where it is small.
func PerDay(v float64) string {
	if v < 0 {
		return "−" + PerDay(-v)
	}
	if v < 10 {
		return Figure(math.Round(v*10) / 10)
	}
	return About(v)
}

// Reach returns the day a target may be reached by; a zero time lies beyond
// the forecast.
func Reach(t time.Time, zone *time.Location) string {
	if t.IsZero() {
		return say.Text("not in sight")
	}
	return Day(campaign.DayOf(t, zone))
}

// Climb says in one line how likely a threshold is by its deadline and when it
// may be reached: "12% by 1 Mar 2027 · even chance by 3 May 2027".
func Climb(chance float64, hasChance bool, deadline time.Time, d forecast.Dates, zone *time.Location) string {
	when := say.Text("not in sight")
	switch {
	case !d.P50.IsZero():
		when = say.Text("even chance by %s", Reach(d.P50, zone))
	case !d.P10.IsZero():
		when = say.Text("1 in 10 by %s", Reach(d.P10, zone))
	}
	switch {
	case !hasChance:
		return Capital(when)
	case d.P10.IsZero(): // the chance says so
		return say.Text("Chance %s by %s", Chance(chance), Day(campaign.DayOf(deadline, zone)))
	}
	return say.Text("Chance %s by %s · %s", Chance(chance), Day(campaign.DayOf(deadline, zone)), when)
}
