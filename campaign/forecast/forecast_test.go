package forecast_test

import (
	"errors"
	"math"
	"os"
	"slices"
	"testing"
	"time"

	"muster/campaign/forecast"
	"muster/campaign/forecast/backtest"
)

var day0 = time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)

// course returns readings every so many days, of totals that f gives.
func course(days, every float64, f func(day float64) float64) []forecast.Reading {
	var readings []forecast.Reading
	for d := 0.0; d <= days; d += every {
		readings = append(readings, forecast.Reading{At: after(d), Total: int64(f(d))})
	}
	return readings
}

func after(days float64) time.Time {
	return day0.Add(time.Duration(days * 24 * float64(time.Hour)))
}

func steady(day float64) float64 { return 500 + 20*day }

func futures(t testing.TB, readings []forecast.Reading, days float64) forecast.Futures {
	t.Helper()
	f, err := forecast.New(readings, readings[len(readings)-1].At.Add(time.Duration(days*24*float64(time.Hour))), 1)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// petition returns the readings of UK petition 241584 before a day.
func petition(t testing.TB, before string) []forecast.Reading {
	t.Helper()
	file, err := os.Open("../../assets/examples/uk_241584.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	series, err := backtest.Read("uk_241584", file)
	if err != nil {
		t.Fatal(err)
	}
	end, err := time.Parse(time.DateOnly, before)
	if err != nil {
		t.Fatal(err)
	}
	n := slices.IndexFunc(series.Readings, func(r forecast.Reading) bool { return !r.At.Before(end) })
	return series.Readings[:n]
}

func TestTooLittleIsRefused(t *testing.T) {
	for _, c := range []struct {
		name     string
		readings []forecast.Reading
		want     string
	}{
		{"none", nil, "There is no reading yet: a forecast needs at least 4, over 5 days or more"},
		{"three", course(20, 10, steady), "There are 3 readings: a forecast needs at least 4, over 5 days or more"},
		{"four days", course(4, 0.5, steady), "The readings span 4.0 days: a forecast needs at least 5 days of history"},
		{"all at once", make([]forecast.Reading, 9), "The readings span 0.0 days: a forecast needs at least 5 days of history"},
		{"the petition before it rose", petition(t, "2019-03-19"), "There are 3 readings: a forecast needs at least 4, over 5 days or more"},
	} {
		_, err := forecast.New(c.readings, after(60), 1)
		if !errors.Is(err, forecast.ErrTooLittle) || err.Error() != c.want {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
	if _, err := forecast.New(course(5, 1.25, steady), after(60), 1); err != nil {
		t.Errorf("five readings over five days: %v", err)
	}
}

// histories are courses that real campaigns take.
func histories(t testing.TB) map[string][]forecast.Reading {
	burst := course(30, 1, steady)
	for i := range 50 {
		burst = append(burst, forecast.Reading{At: after(30).Add(time.Duration(i) * time.Second), Total: 1100 + int64(i)})
	}
	shuffled := course(30, 1, steady)
	slices.Reverse(shuffled)
	return map[string][]forecast.Reading{
		"steady":       course(100, 1, steady),
		"hourly":       course(60, 1.0/24, steady),
		"gaps":         append(course(10, 0.5, steady), course(80, 35, steady)[1:]...),
		"falling":      course(30, 1, func(d float64) float64 { return 1000 - 10*d }),
		"below zero":   course(30, 1, func(d float64) float64 { return -5 }),
		"zeros":        course(10, 1, func(float64) float64 { return 0 }),
		"stopped":      course(90, 1, func(d float64) float64 { return 1000 * min(d, 10) }),
		"explosion":    append(course(20, 1, steady), forecast.Reading{At: after(21), Total: 5_000_000}),
		"enormous":     course(30, 1, func(d float64) float64 { return 1e17 + 1e15*d }),
		"burst":        burst,
		"out of order": shuffled,
		"duplicates":   slices.Concat(course(30, 1, steady), course(30, 1, steady)),
		"petition":     petition(t, "2019-03-22"),
	}
}

func TestFansWidenUpwardsOnly(t *testing.T) {
	for name, readings := range histories(t) {
		last := slices.MaxFunc(readings, func(a, b forecast.Reading) int { return a.At.Compare(b.At) })
		f, err := forecast.New(readings, last.At.AddDate(1, 0, 0), 1)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if f.Total() != max(float64(last.Total), 0) && name != "duplicates" && name != "burst" {
			t.Errorf("%s starts at %g, not at the last reading, %d", name, f.Total(), last.Total)
		}
		before := f.At(f.Origin()).Quantiles
		for d := 1; d <= 365; d++ {
			now := f.At(f.Origin().AddDate(0, 0, d)).Quantiles
			for i, q := range now {
				if math.IsNaN(q) || math.IsInf(q, 0) || q < before[i] || i > 0 && q < now[i-1] {
					t.Fatalf("%s, day %d: %v after %v", name, d, now, before)
				}
			}
			before = now
		}
	}
}

func TestSameReadingsAndSeedSameForecast(t *testing.T) {
	at := after(150)
	one, other := course(100, 1, steady), course(100, 1, steady)
	slices.Reverse(other)
	a, _ := forecast.New(one, at, 7)
	b, _ := forecast.New(other, at, 7)
	c, _ := forecast.New(one, at, 8)
	if a.At(at) != b.At(at) {
		t.Errorf("the order of the readings changed the forecast: %v, %v", a.At(at), b.At(at))
	}
	for i, q := range c.At(at).Quantiles {
		if p := a.At(at).Quantiles[i]; math.Abs(p-q) > 0.01*q {
			t.Errorf("another seed moved the quantile %g from %g to %g", forecast.Levels[i], p, q)
		}
	}
}

func TestAnswersAgree(t *testing.T) {
	f := futures(t, course(60, 1, steady), 200)
	for _, ahead := range []int{1, 10, 60, 199} {
		at := f.Origin().AddDate(0, 0, ahead)
		for i, q := range f.At(at).Quantiles {
			chance, known := f.Chance(q, at)
			if want := 1 - forecast.Levels[i]; !known || math.Abs(chance-want) > 0.002 {
				t.Errorf("%d days ahead the chance of the quantile %g is %g, %t", ahead, forecast.Levels[i], chance, known)
			}
		}
		median := f.At(at).Quantiles[9]
		if d := f.Dates(median); d.P50.Sub(at).Abs() > 12*time.Hour {
			t.Errorf("the median of %s, %.1f, is reached by then with 50%%, not by %s", at, median, d.P50)
		}
	}
}

func TestDatesBeyondTheEndAreNotGiven(t *testing.T) {
	f := futures(t, course(60, 1, steady), 30)
	if d := f.Dates(1e9); d != (forecast.Dates{}) {
		t.Errorf("a target out of reach has dates: %v", d)
	}
	if chance, known := f.Chance(1800, f.Origin().AddDate(0, 0, 31)); known {
		t.Errorf("a chance of %g is known for a day the futures do not reach", chance)
	}
	d := f.Dates(f.Total())
	if d.P10 != f.Origin() || d.P90 != f.Origin() {
		t.Errorf("what is reached already is reached at %v, not now", d)
	}
	if d := f.Dates(1750); !d.P10.Before(d.P50) {
		t.Errorf("dates out of order: %v", d)
	}
	if end := futures(t, course(60, 1, steady), 5000).End(); end.After(after(60 + forecast.MaxDays)) {
		t.Errorf("the futures go to %s, further than %d days", end, forecast.MaxDays)
	}
}

func TestMovedInTimeAndSize(t *testing.T) {
	base := futures(t, course(60, 1, steady), 60)
	moved := course(60, 1, steady)
	for i := range moved {
		moved[i].At = moved[i].At.AddDate(3, 0, 0)
	}
	later := futures(t, moved, 60)
	if a, b := base.At(after(90)).Quantiles, later.At(after(90).AddDate(3, 0, 0)).Quantiles; a != b {
		t.Errorf("three years later the forecast is another: %v, %v", a, b)
	}
	big := futures(t, course(60, 1, func(d float64) float64 { return 10 * steady(d) }), 60)
	a, b := base.At(after(90)).Quantiles[9]-base.Total(), big.At(after(90)).Quantiles[9]-big.Total()
	if b < 5*a || b > 15*a {
		t.Errorf("ten times the sign-ups lead to %g more, not to some ten times %g", b, a)
	}
	fast := futures(t, course(60, 1, func(d float64) float64 { return 500 + 60*d }), 60)
	if c := fast.At(after(90)).Quantiles[9] - fast.Total(); c < 1.5*a {
		t.Errorf("three times the rate leads to %g more, hardly above %g", c, a)
	}
}

// TestPetition pins the forecast of a real series loosely, before and after
// 100,000 were passed. By 22 April it stood at 6,078,985.
func TestPetition(t *testing.T) {
	f := futures(t, petition(t, "2019-04-01"), 60)
	if f.Total() != 6_026_277 {
		t.Fatalf("the petition stood at %g", f.Total())
	}
	q := f.At(f.Origin().AddDate(0, 0, 21)).Quantiles
	for _, c := range []struct {
		what            string
		got, from, till float64
	}{
		{"0.05", q[0], 6_030_000, 6_110_000},
		{"0.50", q[9], 6_150_000, 6_550_000},
		{"0.95", q[18], 6_700_000, 9_000_000},
	} {
		if c.got < c.from || c.got > c.till {
			t.Errorf("three weeks on the quantile %s is %.0f, not from %.0f to %.0f", c.what, c.got, c.from, c.till)
		}
	}
	if chance, _ := f.Chance(7_000_000, f.Origin().AddDate(0, 0, 30)); chance < 0.08 || chance > 0.35 {
		t.Errorf("the chance of seven million within a month is %g", chance)
	}
	if chance, _ := f.Chance(100_000, f.Origin().AddDate(0, 0, 1)); chance != 1 {
		t.Errorf("the chance of what is long reached is %g", chance)
	}
}

func TestNeededPerDay(t *testing.T) {
	for _, c := range []struct{ total, target, days, want float64 }{
		{1000, 100_000, 99, 1000},
		{1000, 1000, 10, 0},
		{1000, 2000, 0, math.Inf(1)},
		{1000, 2000, -3, math.Inf(1)},
	} {
		if got := forecast.NeededPerDay(c.total, c.target, day0, after(c.days)); got != c.want {
			t.Errorf("from %g to %g in %g days %g a day are needed, want %g", c.total, c.target, c.days, got, c.want)
		}
	}
}

func TestChangedFutures(t *testing.T) {
	f := futures(t, course(60, 1, steady), 60)
	more := f.Changed(func(path []float64) {
		for d := 10; d < len(path); d++ {
			path[d] += 500
		}
	})
	at := f.Origin().AddDate(0, 0, 20)
	for i, q := range more.At(at).Quantiles {
		if off := q - f.At(at).Quantiles[i]; math.Abs(off-500) > 1e-6 {
			t.Errorf("a moment of 500 moves the quantile %g by %g", forecast.Levels[i], off)
		}
	}
	if a, b := f.Dates(2100), more.Dates(2100); !b.P50.Before(a.P50) {
		t.Errorf("with 500 more, 2,100 are not reached earlier: %v, %v", a, b)
	}
}

func TestUplift(t *testing.T) {
	readings := course(40, 1, steady)
	for i := range readings {
		if i > 30 {
			readings[i].Total += 1000
		}
	}
	up, err := forecast.UpliftOf(readings, after(30.5), after(35))
	if err != nil || up.Mid < 900 || up.Mid > 1100 || up.Low > up.Mid || up.High < up.Mid {
		t.Errorf("a moment that brought 1,000 shows an uplift of %v, %v", up, err)
	}
	if _, err := forecast.UpliftOf(readings, after(2), after(35)); !errors.Is(err, forecast.ErrTooLittle) {
		t.Errorf("an uplift over two days of history: %v", err)
	}
}
