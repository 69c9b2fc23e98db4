package forecast_test

import (
	"testing"
	"time"

	"muster/campaign/forecast"
)

// BenchmarkYear is a year of history to a year ahead: a fan for every day and
// five thresholds. The goal is 150 ms on one core.
func BenchmarkYear(b *testing.B) {
	readings := course(365, 1, steady)
	end := after(730)
	var days []time.Time
	for d := range 365 {
		days = append(days, after(365+float64(d)))
	}
	for b.Loop() {
		f, err := forecast.New(readings, end, 1)
		if err != nil {
			b.Fatal(err)
		}
		f.Daily(days)
		for target := 8000.0; target <= 12_000; target += 1000 {
			f.Chance(target, end)
			f.Dates(target)
		}
	}
}

// BenchmarkManyReadings is the same with 100,000 readings, out of order. The
// goal is 500 ms.
func BenchmarkManyReadings(b *testing.B) {
	readings := course(365, 365.0/100_000, steady)
	for i := range readings {
		j := (i * 7919) % len(readings)
		readings[i], readings[j] = readings[j], readings[i]
	}
	for b.Loop() {
		f, err := forecast.New(readings, after(730), 1)
		if err != nil {
			b.Fatal(err)
		}
		f.At(after(500))
	}
}
