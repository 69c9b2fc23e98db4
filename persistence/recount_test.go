package persistence

import (
	"context"
	"iter"
	"math/rand/v2"
	"testing"
	"time"

	"muster/campaign"
)

// TestRecountsInAnyOrder brings exports of a growing list into a store in every
// order, some by one at a time, one of them twice: the longest stands, and the
// ledger holds the same lines each time.
func TestRecountsInAnyOrder(t *testing.T) {
	day := time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)
	counted := func(day time.Time, place uint64, n int64) campaign.Update {
		return campaign.Update{ID: campaign.RecountID(day, place, uint32(n)), At: day, Kind: campaign.Added, Count: n,
			Cell: campaign.Cell{Measure: campaign.Pledges, Region: []string{"Ohio", "Texas"}[place%2]}}
	}
	exports := [][]campaign.Update{
		{counted(day, 2, 40)},
		{counted(day, 2, 100), counted(day, 3, 7)},
		{counted(day, 2, 100), counted(day, 3, 9), counted(day.AddDate(0, 0, 1), 2, 5)},
		{counted(day, 4, 1)}, // of another list
	}
	const want = 100 + 9 + 5 + 1
	var lines map[campaign.ID]bool
	random := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		store := openTest(t)
		c := newCampaign(t, store, "March", "UTC")
		book, err := store.Read(c.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range append(random.Perm(len(exports)), random.IntN(len(exports))) {
			if random.IntN(2) == 0 {
				var change Change
				if change, err = store.Insert(c.ID, exports[i]...); err == nil {
					change.Apply(book.Tally)
				}
			} else if _, err = store.InsertAll(context.Background(), c.ID, Batch{}, all(exports[i]), nil); err == nil {
				book, err = store.Read(c.ID)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		found := map[campaign.ID]bool{}
		if err := store.Each(c.ID, time.Time{}, time.Time{}, func(u campaign.Update) error { found[u.ID] = true; return nil }); err != nil {
			t.Fatal(err)
		}
		again, err := store.Read(c.ID)
		if err != nil {
			t.Fatal(err)
		}
		if open, read := book.Tally.Total(campaign.Pledges), again.Tally.Total(campaign.Pledges); open != want || read != want {
			t.Fatalf("%d in the open book, %d when read again, want %d", open, read, want)
		}
		if lines == nil {
			lines = found
		}
		if len(found) != len(lines) {
			t.Fatalf("%d lines, want %d", len(found), len(lines))
		}
		for id := range found {
			if !lines[id] {
				t.Fatalf("%s is there this time", id)
			}
		}
	}
}

func all(updates []campaign.Update) iter.Seq2[[]campaign.Update, error] {
	return func(yield func([]campaign.Update, error) bool) { yield(updates, nil) }
}
