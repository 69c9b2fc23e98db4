package campaign

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// ranges draws ranges in order within bounds, edges and equal figures included.
func ranges(least, most float64) *rapid.Generator[Range] {
	return rapid.Custom(func(t *rapid.T) Range {
		figure := rapid.OneOf(rapid.Float64Range(least, most), rapid.SampledFrom([]float64{least, most, (least + most) / 2}))
		three := []float64{figure.Draw(t, "a"), figure.Draw(t, "b"), figure.Draw(t, "c")}
		slices.Sort(three)
		return Range{three[0], three[1], three[2]}
	})
}

// The three percentiles are met for every range in order.
func TestDistributionMeetsItsPercentiles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := ranges(0, 1).Draw(t, "range")
		d := r.within(0, 1)
		for z, want := range map[float64]float64{-score90: r.Low, 0: r.Likely, score90: r.High} {
			if got := d.at(z); math.Abs(got-want) > 1e-9 {
				t.Errorf("%+v: at a score of %v it is %v, want %v", r, z, got, want)
			}
		}
	})
}

// It rises everywhere and stays within what is possible.
func TestDistributionRises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := ranges(0, 1).Draw(t, "range")
		d, last := r.within(0, 1), 0.0
		for z := -8.0; z <= 8; z += 0.01 {
			x := d.at(z)
			if x < last-1e-12 || x < 0 || x > 1 {
				t.Fatalf("%+v: %v at a score of %v, after %v", r, x, z, last)
			}
			last = x
		}
	})
}

// A symmetric range is a normal distribution.
func TestSymmetricRangeIsNormal(t *testing.T) {
	d := Range{Low: 10 - score90, Likely: 10, High: 10 + score90}.within(math.Inf(-1), math.Inf(1))
	for z := -4.0; z <= 4; z += 0.5 {
		if got := d.at(z); math.Abs(got-(10+z)) > 1e-9 {
			t.Errorf("at a score of %v: %v, want %v", z, got, 10+z)
		}
	}
}

func TestSumOf(t *testing.T) {
	near := func(name string, got, want float64) {
		t.Helper()
		if math.Abs(got-want) > 0.01*math.Max(1, want) {
			t.Errorf("%s: %v, want %v within 1%%", name, got, want)
		}
	}
	if got := SumOf(); got != (Quantiles{}) {
		t.Errorf("the sum of nothing is %v", got)
	}
	one := SumOf(Range{50, 120, 200})
	near("one low", one.P10, 50)
	near("one likely", one.P50, 120)
	near("one high", one.P90, 200)
	four := SumOf(Range{50, 100, 150}, Range{50, 100, 150}, Range{50, 100, 150}, Range{50, 100, 150})
	near("four low", four.P10, 300) // four times as many vary twice as much
	near("four likely", four.P50, 400)
	near("four high", four.P90, 500)
}

func TestNth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.SampledFrom([]float64{0, 1, 1, 2, 3, 5, math.Inf(1)}), 1, 40).Draw(t, "values")
		k := rapid.IntRange(0, len(values)-1).Draw(t, "k")
		sorted := slices.Sorted(slices.Values(values))
		if got := nth(values, k); got != sorted[k] {
			t.Errorf("the %d-th of %v is %v, want %v", k, sorted, got, sorted[k])
		}
	})
}
