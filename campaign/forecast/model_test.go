package forecast

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestBendAndPlaceAreUndone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		growth := math.Exp(rapid.Float64Range(-12, 2).Draw(t, "growth"))
		if back, _ := Unbend(Bend(growth)); math.Abs(back-growth) > 1e-9*growth+1e-12 {
			t.Fatalf("%g comes back as %g", growth, back)
		}
		r := Shipped.Range(Traits{One: 1, Week: rapid.Float64Range(-6, 0).Draw(t, "week")}, 1000)
		place := rapid.Float64Range(-3, 3).Draw(t, "place")
		if back := r.Place(r.Total(place)); math.Abs(back-place) > 1e-6 {
			t.Fatalf("the place %g comes back as %g", place, back)
		}
	})
}

// TestDrawsAreTheModel holds the futures against the distribution that they
// are drawn from.
func TestDrawsAreTheModel(t *testing.T) {
	var readings []Reading
	start := time.Date(2027, 3, 1, 0, 0, 0, 0, time.UTC)
	for d := range 61 {
		readings = append(readings, Reading{start.AddDate(0, 0, d), int64(1000 * math.Sqrt(float64(d)))})
	}
	history, err := NewHistory(readings)
	if err != nil {
		t.Fatal(err)
	}
	futures := Shipped.Futures(history, start.AddDate(1, 0, 0), 3)
	for _, ahead := range []int{1, 7, 30, 90, 300} {
		want := Shipped.Range(history.Traits(float64(ahead)), history.Total()).Quantiles()
		got := futures.At(history.Origin().AddDate(0, 0, ahead)).Quantiles
		for i := range want {
			if grown := want[i] - history.Total(); math.Abs(got[i]-want[i]) > 0.05*grown {
				t.Errorf("%d days ahead the quantile %g is %.1f, the model's %.1f", ahead, Levels[i], got[i], want[i])
			}
		}
	}
}

func TestDriversLookNormalFromEverySide(t *testing.T) {
	d := newDrivers(5)
	for _, ahead := range []float64{1, 7, 50, 366} {
		turn := d.turn(0.35, ahead)
		var below [3]int
		for j := range draws {
			for i, p := range []int{1, 9, 17} { // 0.1, 0.5, 0.9
				if turn.place(j) < places[p] {
					below[i]++
				}
			}
		}
		for i, want := range []int{100, 500, 900} {
			if off := below[i] - want; off < -4 || off > 4 {
				t.Errorf("%g days ahead %d of %d futures lie below the quantile %d", ahead, below[i], draws, want)
			}
		}
	}
}

func TestHistoryKeepsOneReadingAnHour(t *testing.T) {
	start := time.Date(2027, 3, 1, 0, 0, 0, 0, time.UTC)
	minute := func(m int, total int64) Reading {
		return Reading{start.Add(time.Duration(m) * time.Minute), total}
	}
	h, err := NewHistory([]Reading{minute(0, 10), minute(20, 11), minute(5*1440, 50), minute(6*1440, 70), minute(6*1440+10, 75), minute(6*1440+59, 80)})
	if err != nil {
		t.Fatal(err)
	}
	want := []float64{10, 11, 50, 80}
	if len(h.totals) != len(want) {
		t.Fatalf("kept %v, want %v", h.totals, want)
	}
	for i := range want {
		if h.totals[i] != want[i] {
			t.Fatalf("kept %v, want %v", h.totals, want)
		}
	}
	if got := h.ago(h.age()); got != 10 {
		t.Errorf("at the start the total was %g", got)
	}
	if got := h.ago(h.age() + 5); got != 10 {
		t.Errorf("before the start the total was %g", got)
	}
}

// FuzzForecast feeds the forecast readings as they come: none may break it.
func FuzzForecast(f *testing.F) {
	f.Add([]byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, int64(86400))
	f.Add([]byte{0, 0, 255, 255, 0, 0, 128, 1}, int64(400000))
	f.Add([]byte{9, 0, 8, 0, 7, 0, 6, 0}, int64(1))
	f.Fuzz(func(t *testing.T, data []byte, step int64) {
		at := time.Unix(1_700_000_000, 0)
		var readings []Reading
		for i := 0; i+1 < len(data); i += 2 {
			at = at.Add(time.Duration(int64(data[i])*(step%1_000_000)) * time.Second)
			total := int64(int8(data[i+1]))
			readings = append(readings, Reading{at, total * total * total * total * total})
		}
		futures, err := New(readings, at.AddDate(0, 1, 0), uint64(step))
		if err != nil {
			return
		}
		fan := futures.At(at.AddDate(0, 0, 9)).Quantiles
		for i, q := range fan {
			if math.IsNaN(q) || math.IsInf(q, 0) || q < 0 || i > 0 && q < fan[i-1] {
				t.Fatalf("%v from %v", fan, readings)
			}
		}
	})
}
