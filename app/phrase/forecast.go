package phrase

import (
	"math"
	"time"

	"muster/app/say"
	"muster/campaign"
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
