package persistence

import (
	"maps"
	"testing"

	"muster/campaign"
)

// TestBatches: what came together is told apart by its number; what brought
// nothing new leaves nothing.
func TestBatches(t *testing.T) {
	store := openTest(t)
	c := newCampaign(t, store, "March", "UTC")
	updates := manyUpdates(30)
	first := Batch{File: "a.csv", By: "Anna", At: t0}
	var numbers []uint64
	for i, some := range [][]campaign.Update{updates[:10], updates[:10], updates[5:]} {
		first.Undoes, first.Why = uint64(i/2), []string{"", "", "wrong"}[i]
		got, err := store.InsertAll(t.Context(), c.ID, first, all(some), nil)
		if want := []int{10, 0, 20}[i]; err != nil || got.Updates != want || (got.Number == 0) != (want == 0) {
			t.Fatalf("%d: %+v, %v", i, got, err)
		}
		numbers = append(numbers, got.Number)
	}
	batches, err := store.Batches(c.ID)
	if err != nil || len(batches) != 2 || batches[0].Number != numbers[0] || batches[1].Why != "wrong" || batches[1].Undoes != 1 || !batches[1].At.Equal(t0) {
		t.Errorf("%+v, %v", batches, err)
	}
	n := 0
	if err := store.OfBatch(c.ID, numbers[2], func(campaign.Update) error { n++; return nil }); err != nil || n != 20 {
		t.Errorf("%d came with the last, %v", n, err)
	}
}

// TestHabits keeps what is said of sources of files, each by itself.
func TestHabits(t *testing.T) {
	store := openTest(t)
	c := newCampaign(t, store, "March", "UTC")
	kept := Habit{Columns: map[string]string{"at": "Tag", "region": ""}, Dates: "day-first", Sheet: "March", List: "stall", Parts: "country"}
	if err := store.KeepHabits(c.ID, map[string]Habit{"a": {Dates: "month-first"}, "b": kept}); err != nil {
		t.Fatal(err)
	}
	if err := store.KeepHabits(c.ID, map[string]Habit{"a": kept}); err != nil {
		t.Fatal(err)
	}
	for _, source := range []string{"a", "b"} {
		got, err := store.Habit(c.ID, source)
		if err != nil || !maps.Equal(got.Columns, kept.Columns) || got.Dates != kept.Dates || got.Sheet != kept.Sheet || got.List != kept.List || got.Parts != kept.Parts {
			t.Errorf("%s: %+v, %v", source, got, err)
		}
	}
	if got, err := store.Habit(c.ID, "another"); err != nil || len(got.Columns) > 0 || got.Dates != "" {
		t.Errorf("of another source: %+v, %v", got, err)
	}
	if r, err := store.Check(); err != nil || len(r.Damage) > 0 {
		t.Errorf("%v, %v", r.Damage, err)
	}
}
