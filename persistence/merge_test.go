package persistence

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"muster/campaign"
)

// delivery returns what one store has for another. Each of its runs must hold.
func delivery(t *testing.T, from *Store, id campaign.ID, which Which) Delivery {
	t.Helper()
	own, err := from.Own()
	if err != nil {
		t.Fatal(err)
	}
	revisions, err := from.Revisions(id)
	if err != nil {
		t.Fatal(err)
	}
	var runs []campaign.Run
	for r, err := range from.Runs(id, own.Key, which) {
		if err != nil {
			t.Fatal(err)
		}
		if r.Signed() && r.Verify(id) != nil {
			t.Fatalf("a run of %d updates, %d left out, does not hold", len(r.Updates), len(r.Others))
		}
		runs = append(runs, r)
	}
	return Delivery{Batch: Batch{File: "x.muster", At: t0}, Campaign: id, Revisions: revisions, Runs: runsOf(runs, nil),
		Names: map[campaign.DeviceKey]string{own.Device(): "laptop"}}
}

func runsOf(runs []campaign.Run, fail error) iter.Seq2[campaign.Run, error] {
	return func(yield func(campaign.Run, error) bool) {
		for _, r := range runs {
			if !yield(r, nil) {
				return
			}
		}
		if fail != nil {
			yield(campaign.Run{}, fail)
		}
	}
}

func merge(t *testing.T, to *Store, d Delivery) Merged {
	t.Helper()
	would, err := to.WouldMerge(t.Context(), d)
	if err != nil {
		t.Fatal(err)
	}
	merged, err := to.Merge(t.Context(), d, nil)
	if err != nil {
		t.Fatal(err)
	}
	if would != merged {
		t.Errorf("it did %+v, and said before that it would do %+v", merged, would)
	}
	return merged
}

func insert(t *testing.T, s *Store, id campaign.ID, updates ...campaign.Update) {
	t.Helper()
	if _, err := s.Insert(id, updates...); err != nil {
		t.Fatal(err)
	}
}

// lines returns the ledger, and what it adds up to, as text.
func lines(t *testing.T, s *Store, c campaign.Campaign) string {
	t.Helper()
	book, err := s.Read(c.ID)
	if err != nil {
		t.Fatal(err)
	}
	return everything(t, s, c) + fmt.Sprint(book.Tally.Daily(campaign.Pledges), book.Campaign)
}

// TestMergeBringsACampaignAlong merges into an empty folder, then again.
func TestMergeBringsACampaignAlong(t *testing.T) {
	from, to := openTest(t), openTest(t)
	c := newCampaign(t, from, "March", "America/New_York")
	updates := randomUpdates(rand.New(rand.NewPCG(1, 1)), 3000)
	insert(t, from, c.ID, updates...)
	d := delivery(t, from, c.ID, Which{})
	want := Merged{Created: true, Added: 3000, Revisions: 1}
	if got := merge(t, to, d); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if got, want := lines(t, to, c), lines(t, from, c); got != want {
		t.Errorf("the copy differs")
	}
	before, err := to.Number(c.ID)
	if err != nil {
		t.Fatal(err)
	}
	if got := merge(t, to, d); got != (Merged{Duplicates: 3000}) {
		t.Errorf("again: %+v", got)
	}
	if after, _ := to.Number(c.ID); after != before {
		t.Error("a merge that brought nothing left a trace")
	}
	if got := merge(t, from, delivery(t, to, c.ID, Which{})); got != (Merged{Duplicates: 3000}) {
		t.Errorf("back home: %+v", got)
	}
}

// TestMergeConverges has stores pack random parts of what they hold for each
// other, in random order, some twice: all come to hold the same.
func TestMergeConverges(t *testing.T) {
	for seed := range uint64(10) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 3))
			stores := []*Store{openTest(t), openTest(t), openTest(t), openTest(t)}
			c := newCampaign(t, stores[0], "March", []string{"UTC", "Asia/Kolkata"}[seed%2])
			updates := randomUpdates(r, 120)
			for i := range updates {
				updates[i].By = []string{"Anna", "Ben"}[r.IntN(2)]
			}
			for i, s := range stores[1:] {
				merge(t, s, delivery(t, stores[i], c.ID, Which{}))
			}
			for len(updates) > 0 {
				n := min(len(updates), 1+r.IntN(9))
				insert(t, stores[r.IntN(4)], c.ID, updates[:n]...)
				updates = updates[n:]
				which := Which{By: []string{"", "anna", "Ben"}[r.IntN(3)]}
				if r.IntN(2) == 0 {
					which.Since = t0.Add(time.Duration(r.IntN(10*24)) * time.Hour)
				}
				merge(t, stores[r.IntN(4)], delivery(t, stores[r.IntN(4)], c.ID, which))
			}
			for _, i := range append(r.Perm(4), r.Perm(4)...) {
				for _, j := range r.Perm(4) {
					merge(t, stores[j], delivery(t, stores[i], c.ID, Which{}))
				}
			}
			want := lines(t, stores[0], c)
			for i, s := range stores[1:] {
				if got := lines(t, s, c); got != want {
					t.Errorf("store %d holds\n%s\nnot\n%s", i+1, got, want)
				}
			}
		})
	}
}

// TestMergeIsAllOrNothing breaks merges off, by an error and by a crash, into
// a campaign that is there and into one that is not.
func TestMergeIsAllOrNothing(t *testing.T) {
	from := openTest(t)
	c := newCampaign(t, from, "March", "UTC")
	insert(t, from, c.ID, manyUpdates(25_000)...)
	whole := delivery(t, from, c.ID, Which{})
	bad := campaign.SignRun(testOwn(t, from).Key, campaign.ID{1}, manyUpdates(30_000)[29_000:])
	broken := errors.New("line 3 is broken")
	for _, there := range []bool{true, false} {
		for what, merge := range map[string]func(s *Store, d Delivery){
			"an error": func(s *Store, d Delivery) {
				runs := slices.Concat([]campaign.Run{bad}, slices.Collect(firsts(whole.Runs)))
				d.Runs = runsOf(runs, broken)
				if _, err := s.Merge(t.Context(), d, nil); !errors.Is(err, broken) {
					t.Errorf("got %v", err)
				}
			},
			"a crash": func(s *Store, d Delivery) {
				defer func() { _ = recover() }()
				d.Runs = runsOf(slices.Concat([]campaign.Run{bad}, slices.Collect(firsts(whole.Runs))), nil)
				_, _ = s.Merge(t.Context(), d, func(int) { panic("the power failed") })
			},
		} {
			t.Run(fmt.Sprintf("%s, there: %v", what, there), func(t *testing.T) {
				s := openTest(t)
				if there {
					d := whole
					d.Runs = runsOf([]campaign.Run{campaign.SignRun(testOwn(t, from).Key, c.ID, manyUpdates(25_001)[25_000:])}, nil)
					if _, err := s.Merge(t.Context(), d, nil); err != nil {
						t.Fatal(err)
					}
				}
				merge(s, whole)
				r := mustCheck(t, s)
				if want := map[bool]int{true: 1}[there]; r.Updates != want || r.Campaigns != want {
					t.Errorf("after it there are %+v", r)
				}
				if !there {
					return
				}
				if kept, err := s.Quarantine(c.ID); err != nil || len(kept) > 0 {
					t.Errorf("%d are left in quarantine, %v", len(kept), err)
				}
				if runs := storedRuns(t, s, c.ID); runs != 1 {
					t.Errorf("%d runs are left", runs)
				}
			})
		}
	}
}

func firsts(runs iter.Seq2[campaign.Run, error]) iter.Seq[campaign.Run] {
	return func(yield func(campaign.Run) bool) {
		for r := range runs {
			if !yield(r) {
				return
			}
		}
	}
}

func testOwn(t *testing.T, s *Store) Own {
	t.Helper()
	own, err := s.Own()
	if err != nil {
		t.Fatal(err)
	}
	return own
}

func storedRuns(t *testing.T, s *Store, id campaign.ID) (n int) {
	t.Helper()
	err := s.inCampaign(id, func(b *bbolt.Bucket) error {
		return eachRun(b, func(uint64, storedRun) error { n++; return nil })
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestMergedRecounts brings two exports of a list together by packs: the
// longest stands, whichever came first.
func TestMergedRecounts(t *testing.T) {
	day := time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)
	counted := func(n int64) campaign.Update {
		return campaign.Update{ID: campaign.RecountID(day, 2, uint32(n)), At: day, Kind: campaign.Added, Count: n,
			Cell: campaign.Cell{Measure: campaign.Pledges, Region: "Ohio"}}
	}
	a, b := openTest(t), openTest(t)
	c := newCampaign(t, a, "March", "UTC")
	merge(t, b, delivery(t, a, c.ID, Which{}))
	insert(t, a, c.ID, counted(40))
	insert(t, b, c.ID, counted(100))
	fromA, fromB := delivery(t, a, c.ID, Which{}), delivery(t, b, c.ID, Which{})
	merge(t, a, fromB)
	merge(t, b, fromA)
	for _, s := range []*Store{a, b} {
		if book, err := s.Read(c.ID); err != nil || book.Tally.Total(campaign.Pledges) != 100 {
			t.Errorf("%d pledges, want 100", book.Tally.Total(campaign.Pledges))
		}
	}
	merge(t, a, delivery(t, b, c.ID, Which{}))
	if got, want := lines(t, a, c), lines(t, b, c); got != want {
		t.Errorf("they differ:\n%s\n%s", got, want)
	}
}

// TestMergeNeedsAPlan refuses updates of a campaign that nobody here knows, and
// one whose name another campaign has.
func TestMergeNeedsAPlan(t *testing.T) {
	from, to := openTest(t), openTest(t)
	c := newCampaign(t, from, "March", "UTC")
	d := delivery(t, from, c.ID, Which{})
	without := d
	without.Revisions = nil
	if _, err := to.Merge(t.Context(), without, nil); !errors.Is(err, campaign.ErrNoCampaign) {
		t.Errorf("got %v", err)
	}
	newCampaign(t, to, "march", "UTC")
	for _, merge := range []func() (Merged, error){
		func() (Merged, error) { return to.WouldMerge(t.Context(), d) },
		func() (Merged, error) { return to.Merge(t.Context(), d, nil) },
	} {
		if _, err := merge(); !errors.Is(err, campaign.ErrNameTaken) {
			t.Errorf("got %v", err)
		}
	}
	if all, err := to.Campaigns(); err != nil || len(all) != 1 {
		t.Errorf("%d campaigns, %v", len(all), err)
	}
}

// TestMergedPlanWithAnotherZone sums the days up anew.
func TestMergedPlanWithAnotherZone(t *testing.T) {
	a, b := openTest(t), openTest(t)
	c := newCampaign(t, a, "March", "UTC")
	merge(t, b, delivery(t, a, c.ID, Which{}))
	insert(t, b, c.ID, randomUpdates(rand.New(rand.NewPCG(4, 4)), 200)...)
	c.TimeZone = "Pacific/Auckland"
	if err := a.SavePlan(c, "Anna", t0.Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	insert(t, a, c.ID, manyUpdates(20)...)
	if got := merge(t, b, delivery(t, a, c.ID, Which{})); got != (Merged{Added: 20, Revisions: 1}) {
		t.Errorf("%+v", got)
	}
	merge(t, a, delivery(t, b, c.ID, Which{}))
	if got, want := lines(t, a, c), lines(t, b, c); got != want {
		t.Errorf("they differ:\n%s\n%s", got, want)
	}
}

// TestCancelledMergeStoresNothing ends a merge in the middle.
func TestCancelledMergeStoresNothing(t *testing.T) {
	from, to := openTest(t), openTest(t)
	c := newCampaign(t, from, "March", "UTC")
	insert(t, from, c.ID, manyUpdates(25_000)...)
	ctx, cancel := context.WithCancel(t.Context())
	if _, err := to.Merge(ctx, delivery(t, from, c.ID, Which{}), func(int) { cancel() }); !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v", err)
	}
	if r := mustCheck(t, to); r.Updates != 0 || r.Campaigns != 0 {
		t.Errorf("after it there are %+v", r)
	}
}
