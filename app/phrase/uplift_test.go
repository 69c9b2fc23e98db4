package phrase_test

import (
	"errors"
	"testing"
	"time"

	"muster/app/phrase"
	"muster/campaign/forecast"
)

func TestUplift(t *testing.T) {
	for _, c := range []struct {
		uplift forecast.Uplift
		want   string
	}{
		{forecast.Uplift{Low: 40, Mid: 120, High: 210}, "Brought 120 more than forecast before it (8 in 10: 40 to 210) in the 7 days after it."},
		{forecast.Uplift{Low: -30, Mid: -2.2, High: 12}, "No more came than forecast before it (8 in 10: −30 to 12 beyond that) in the 7 days after it."},
	} {
		if got := phrase.Uplift(c.uplift, 7); got != c.want {
			t.Errorf("%q, not %q", got, c.want)
		}
	}
	if got := phrase.NoUplift(errors.New("nobody looked")); got != "What it brought cannot be told: nobody looked." {
		t.Error(got)
	}
}

func TestClimb(t *testing.T) {
	day := func(m time.Month) time.Time { return time.Date(2027, m, 1, 0, 0, 0, 0, time.UTC) }
	for _, c := range []struct {
		has   bool
		dates forecast.Dates
		want  string
	}{
		{true, forecast.Dates{P10: day(2), P50: day(5)}, "Chance 12% by 1 Mar 2027 · even chance by 1 May 2027"},
		{true, forecast.Dates{P10: day(2)}, "Chance 12% by 1 Mar 2027 · 1 in 10 by 1 Feb 2027"},
		{false, forecast.Dates{P10: day(2), P50: day(5)}, "Even chance by 1 May 2027"},
		{true, forecast.Dates{}, "Chance 12% by 1 Mar 2027"},
		{false, forecast.Dates{}, "Not in sight"},
	} {
		if got := phrase.Climb(0.12, c.has, day(3), c.dates, time.UTC); got != c.want {
			t.Errorf("%q, not %q", got, c.want)
		}
	}
}
