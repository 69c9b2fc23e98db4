package campaign

import (
	"math/rand/v2"
	"testing"
	"time"
)

// BenchmarkQuality compares looking through a million updates with folding them.
func BenchmarkQuality(b *testing.B) {
	const million = 1_000_000
	random := rand.New(rand.NewPCG(5, 6))
	people, regions := []string{"Anna", "Bert", "Cora"}, []string{"Ohio", "Texas", "Maine", ""}
	updates := make([]Update, million)
	for i := range updates {
		at := time.UnixMilli(1_700_000_000_000 + int64(i)*60_000).UTC()
		u := Update{ID: RecountID(at, uint64(i), 0), At: at, Kind: Added, Count: int64(random.IntN(40)), By: people[random.IntN(3)],
			Cell: Cell{Measure: Pledges, Region: regions[random.IntN(4)], Source: regions[random.IntN(4)]}}
		if i%100 == 0 {
			u.Kind, u.Count = Reading, int64(i)
		}
		u.ID[6] = 0x70
		updates[i] = u
	}
	asOf := updates[million-1].At
	var look, fold time.Duration
	for b.Loop() {
		start := time.Now()
		i := NewInspection(Campaign{}, Voids{}, asOf)
		for _, u := range updates {
			i.Look(u, true)
		}
		looked := i.Quality()
		look += time.Since(start)

		start = time.Now()
		folded := Fold(updates, time.UTC)
		fold += time.Since(start)
		if total := folded.Total(Pledges); total != looked.Pledges {
			b.Fatalf("%d and %d pledges", looked.Pledges, total)
		}
	}
	b.ReportMetric(look.Seconds()*1000/float64(b.N), "ms/look")
	b.ReportMetric(fold.Seconds()*1000/float64(b.N), "ms/fold")
	b.ReportMetric(look.Seconds()/fold.Seconds(), "of-folding(<=0.5)")
}
