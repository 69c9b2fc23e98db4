package figure

import (
	"slices"
	"testing"

	"gonum.org/v1/plot"

	"muster/campaign"
)

func labels(ticks []plot.Tick) []string {
	var out []string
	for _, t := range ticks {
		out = append(out, t.Label)
	}
	return out
}

func TestLinearTicks(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		most   int
		want   []string
	}{
		{0, 10, 6, []string{"0", "2", "4", "6", "8", "10"}},
		{0, 1, 5, []string{"0", "1"}},
		{0, 6_400_000, 4, []string{"0", "2,000,000", "4,000,000", "6,000,000"}},
		{-700, 3200, 5, []string{"0", "1,000", "2,000", "3,000"}},
		{0, 1e12, 5, []string{"0", "200 billion", "400 billion", "600 billion", "800 billion", "1 trillion"}},
	} {
		if got := labels(linearTicks(c.lo, c.hi, c.most)); !slices.Equal(got, c.want) {
			t.Errorf("%v to %v: %q, not %q", c.lo, c.hi, got, c.want)
		}
	}
}

func TestLogTicks(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		most   int
		want   []string
	}{
		{100, 200_000, 8, []string{"100", "1,000", "10,000", "100,000"}},
		{10, 250, 8, []string{"10", "20", "50", "100", "200"}},
		{1, 2e12, 5, []string{"1", "1,000", "1 million", "1 billion", "1 trillion"}},
	} {
		if got := labels(logTicks(c.lo, c.hi, c.most)); !slices.Equal(got, c.want) {
			t.Errorf("%v to %v: %q, not %q", c.lo, c.hi, got, c.want)
		}
	}
}

// TestDayTicks holds for every length of time: few enough to be read, the
// first says its year, and every new year is said.
func TestDayTicks(t *testing.T) {
	for _, days := range []campaign.Day{1, 3, 9, 30, 90, 200, 500, 2000, 10_000, 73_000} {
		trend := Trend{Days: totals(1), From: today - days, Till: today}
		l := laidOut(trend)
		ticks := l.dayTicks(560)
		if len(ticks) < 1 || len(ticks) > 14 {
			t.Errorf("%d ticks on %d days: %q", len(ticks), days, labels(ticks))
		}
		year := 0
		for _, tick := range ticks {
			y, _, _ := campaign.Day(tick.Value).Date()
			if y != year && len(tick.Label) < 4 {
				t.Errorf("%q begins %d without saying so", tick.Label, y)
			}
			year = y
		}
	}
}

func TestCalendarNames(t *testing.T) {
	trend := Trend{Days: totals(1), From: campaign.NewDay(2025, 9, 23), Till: campaign.NewDay(2027, 3, 1)}
	l := laidOut(trend)
	want := []string{"Oct 2025", "Jan 2026", "Apr", "Jul", "Oct", "Jan 2027"}
	if got := labels(l.dayTicks(560)); !slices.Equal(got, want) {
		t.Errorf("%q, not %q", got, want)
	}
}

// laidOut returns a trend fitted to 600 by 300 points.
func laidOut(t Trend) *layout {
	return t.fit(Style{Palette: Light, Text: 12}, 600, 300, 0).(*layout)
}
