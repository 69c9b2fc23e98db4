package phrase

import (
	"muster/app/say"
	"muster/campaign/forecast"
)

// Uplift says what came in so many days after a moment above what was forecast
// before it: "Brought 120 more than forecast before it (8 in 10: 40 to 210) in
// the 7 days after it."
func Uplift(u forecast.Uplift, days int) string {
	if u.Mid < 0.5 {
		return say.Count("No more came than forecast before it (8 in 10: %[2]s beyond that) in the %[1]s days after it.", int64(days),
			Count(int64(days)), Range(beyond(u.Low), beyond(u.High)))
	}
	return say.Count("Brought %[2]s more than forecast before it (8 in 10: %[3]s) in the %[1]s days after it.", int64(days),
		Count(int64(days)), beyond(u.Mid), Range(beyond(u.Low), beyond(u.High)))
}

// beyond rounds a number of pledges that may be below 0.
func beyond(v float64) string {
	if v < 0 {
		return "−" + About(-v)
	}
	return About(v)
}

// NoUplift says why it cannot be told what a moment brought.
func NoUplift(why error) string {
	return say.Text("What it brought cannot be told: %s.", Why(why))
}
