package persistence

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"muster/campaign"
)

var t0 = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

// openTest returns a store in a folder of its own, which is checked whole
// when the test ends.
func openTest(t testing.TB) *Store {
	t.Helper()
	s, err := Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { mustCheck(t, s) })
	return s
}

func mustCheck(t testing.TB, s *Store) CheckResult {
	t.Helper()
	r, err := s.Check()
	if err != nil {
		t.Errorf("check: %v", err)
	}
	for _, d := range r.Damage {
		t.Errorf("check: %s", d)
	}
	return r
}

func newCampaign(t testing.TB, s *Store, name, zone string) campaign.Campaign {
	t.Helper()
	c := campaign.Campaign{ID: testID(rand.Uint64()), Name: name, TimeZone: zone,
		Thresholds: []campaign.Threshold{{Name: "Hundred", Figure: campaign.FigurePledges, Target: 100}}}
	if err := s.Create(c, "", t0); err != nil {
		t.Fatal(err)
	}
	return c
}

func testID(n uint64) campaign.ID {
	var id campaign.ID
	for i := range 8 {
		id[8+i] = byte(n >> (8 * i))
	}
	id[6], id[0] = 0x70, byte(n)
	return id
}

// randomUpdates makes n updates over some days and cells, voids among them.
func randomUpdates(r *rand.Rand, n int) []campaign.Update {
	var updates []campaign.Update
	for i := range n {
		u := campaign.Update{
			ID: testID(r.Uint64()), At: t0.Add(time.Duration(r.IntN(10*24*60)) * time.Minute),
			Kind: campaign.Added, Count: int64(r.IntN(50) - 10),
			Cell: campaign.Cell{Measure: campaign.Pledges, Region: []string{"", "Ohio", "Utah"}[r.IntN(3)], Source: []string{"", "stall"}[r.IntN(2)]},
			By:   "Anna",
		}
		switch {
		case r.IntN(4) == 0:
			u.Kind, u.Count = campaign.Reading, int64(r.IntN(200))
		case i > 0 && r.IntN(6) == 0:
			u.Kind, u.Count, u.Cell = campaign.Void, 0, campaign.Cell{}
			u.Voids, u.Note = updates[r.IntN(len(updates))].ID, "entered twice"
		case r.IntN(8) == 0: // an id that tells its own moment
			ms := uint64(u.At.UnixMilli())
			for b := range 6 {
				u.ID[b] = byte(ms >> (8 * (5 - b)))
			}
		}
		updates = append(updates, u)
	}
	return updates
}

// TestInsertKeepsSumsInStep compares the stored tally with a fold of the same
// updates, whatever the order and batches in which they came.
func TestInsertKeepsSumsInStep(t *testing.T) {
	for seed := range uint64(40) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 1))
			s := openTest(t)
			c := newCampaign(t, s, "March", []string{"UTC", "America/New_York", "Asia/Kolkata"}[seed%3])
			updates := randomUpdates(r, 60)
			want := campaign.Fold(updates, c.Location())
			book, err := s.Read(c.ID)
			if err != nil {
				t.Fatal(err)
			}
			queue := append(slices.Clone(updates), updates[:20]...)
			r.Shuffle(len(queue), func(i, j int) { queue[i], queue[j] = queue[j], queue[i] })
			for len(queue) > 0 {
				n := min(len(queue), 1+r.IntN(8))
				change, err := s.Insert(c.ID, queue[:n]...)
				if err != nil {
					t.Fatal(err)
				}
				change.Apply(book.Tally)
				queue = queue[n:]
			}
			again, err := s.Read(c.ID)
			if err != nil {
				t.Fatal(err)
			}
			for _, at := range []time.Time{t0.AddDate(0, 0, 30), t0.Add(50 * time.Hour), t0} {
				wanted, _ := want.Standing(c, at)
				for name, tally := range map[string]*campaign.Tally{"kept in step": book.Tally, "read": again.Tally} {
					got, err := tally.Standing(c, at, s.Ledger(c.ID))
					if err != nil {
						t.Fatal(err)
					}
					if fmt.Sprint(got) != fmt.Sprint(wanted) {
						t.Errorf("%s, as of %s:\n got %+v\nwant %+v", name, at, got, wanted)
					}
				}
			}
		})
	}
}

func TestChangingTheTimeZoneSumsUpAnew(t *testing.T) {
	s := openTest(t)
	c := newCampaign(t, s, "March", "UTC")
	updates := randomUpdates(rand.New(rand.NewPCG(7, 7)), 200)
	if _, err := s.Insert(c.ID, updates...); err != nil {
		t.Fatal(err)
	}
	c.TimeZone = "Pacific/Auckland"
	if err := s.SavePlan(c, "Anna", t0); err != nil {
		t.Fatal(err)
	}
	book, err := s.Read(c.ID)
	if err != nil {
		t.Fatal(err)
	}
	want := campaign.Fold(updates, c.Location())
	if got, want := book.Tally.Daily(campaign.Pledges), want.Daily(campaign.Pledges); !slices.Equal(got, want) {
		t.Errorf("daily totals\n got %v\nwant %v", got, want)
	}
}

// importOf returns updates as an import hands them over.
func importOf(updates []campaign.Update, fail error) iter.Seq2[[]campaign.Update, error] {
	return func(yield func([]campaign.Update, error) bool) {
		for some := range slices.Chunk(updates, 1000) {
			if !yield(some, nil) {
				return
			}
		}
		if fail != nil {
			yield(nil, fail)
		}
	}
}

func manyUpdates(n int) []campaign.Update {
	updates := make([]campaign.Update, n)
	for i := range updates {
		updates[i] = campaign.Update{ID: testID(uint64(i) + 1), At: t0.Add(time.Duration(i) * time.Minute),
			Kind: campaign.Added, Count: 1, Cell: campaign.Cell{Measure: campaign.Pledges, Region: "Ohio"}}
	}
	return updates
}

func TestInsertAllIsAllOrNothing(t *testing.T) {
	broken := errors.New("line 3 is broken")
	for _, n := range []int{5, 25_000} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			s := openTest(t)
			c := newCampaign(t, s, "March", "UTC")
			kept := manyUpdates(n + 3)[n:]
			if _, err := s.Insert(c.ID, kept...); err != nil {
				t.Fatal(err)
			}
			updates := manyUpdates(n)
			if _, err := s.InsertAll(context.Background(), c.ID, Batch{File: "a.csv", At: t0}, importOf(updates, broken), nil); !errors.Is(err, broken) {
				t.Fatalf("got %v", err)
			}
			if r := mustCheck(t, s); r.Updates != len(kept) {
				t.Fatalf("%d updates after an import that failed, want %d", r.Updates, len(kept))
			}
			for _, want := range []int{n, 0} {
				added, err := s.InsertAll(context.Background(), c.ID, Batch{File: "a.csv", At: t0}, importOf(updates, nil), nil)
				if err != nil || added.Updates != want || (added.Number == 0) != (want == 0) {
					t.Fatalf("added %+v, %v; want %d", added, err, want)
				}
			}
			book, err := s.Read(c.ID)
			if err != nil || book.Tally.Total(campaign.Pledges) != int64(n+3) {
				t.Fatalf("total %d, %v; want %d", book.Tally.Total(campaign.Pledges), err, n+3)
			}
		})
	}
}

func TestCancelledImportStoresNothing(t *testing.T) {
	s := openTest(t)
	c := newCampaign(t, s, "March", "UTC")
	ctx, cancel := context.WithCancel(context.Background())
	_, err := s.InsertAll(ctx, c.ID, Batch{}, importOf(manyUpdates(25_000), nil), func(int) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v", err)
	}
	if r := mustCheck(t, s); r.Updates != 0 {
		t.Fatalf("%d updates are left", r.Updates)
	}
}

func TestConflictingContentIsRefused(t *testing.T) {
	s := openTest(t)
	c := newCampaign(t, s, "March", "UTC")
	u := manyUpdates(1)[0]
	if _, err := s.Insert(c.ID, u); err != nil {
		t.Fatal(err)
	}
	u.Count = 2
	if _, err := s.Insert(c.ID, u); !errors.Is(err, campaign.ErrConflict) {
		t.Fatalf("got %v", err)
	}
}

func TestCreateRenameDelete(t *testing.T) {
	s := openTest(t)
	a := newCampaign(t, s, "March", "UTC")
	b := newCampaign(t, s, "Petition", "UTC")
	b.Name = "march"
	if err := s.SavePlan(b, "", t0); !errors.Is(err, campaign.ErrNameTaken) {
		t.Fatalf("got %v", err)
	}
	if err := s.Delete(a.ID); err != nil {
		t.Fatal(err)
	}
	if err := s.SavePlan(b, "", t0); err != nil {
		t.Fatal(err)
	}
	all, err := s.Campaigns()
	if err != nil || len(all) != 1 || all[0].Name != "march" {
		t.Fatalf("got %v, %v", all, err)
	}
	if _, err := s.Read(a.ID); !errors.Is(err, campaign.ErrNoCampaign) {
		t.Fatalf("got %v", err)
	}
}

func TestBackupsAreDatedAndSevenAreKept(t *testing.T) {
	s := openTest(t)
	c := newCampaign(t, s, "March", "UTC")
	for i := range 10 {
		if err := s.BackupIfDue(t0.Add(time.Duration(i) * 25 * time.Hour)); err != nil {
			t.Fatal(err)
		}
		if err := s.BackupIfDue(t0.Add(time.Duration(i)*25*time.Hour + time.Hour)); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(s.datedBackups()); n != backupsKept {
		t.Errorf("%d backups are kept, want %d", n, backupsKept)
	}
	if want := t0.Add(9 * 25 * time.Hour); !s.LastBackup().Equal(want) {
		t.Errorf("last backup %s, want %s", s.LastBackup(), want)
	}
	if _, err := s.Insert(c.ID, manyUpdates(3)...); err != nil {
		t.Fatal(err)
	}
	last := filepath.Join(s.dir, backupFolder, s.datedBackups()[backupsKept-1])
	kept, err := s.Restore(last, t0.AddDate(0, 1, 0))
	if err != nil {
		t.Fatal(err)
	}
	if r := mustCheck(t, s); r.Updates != 0 || r.Campaigns != 1 {
		t.Errorf("after restoring: %+v", r)
	}
	if _, err := s.Restore(kept, t0.AddDate(0, 2, 0)); err != nil {
		t.Fatal(err)
	}
	if r := mustCheck(t, s); r.Updates != 3 {
		t.Errorf("after restoring what was kept: %+v", r)
	}
}

func TestRestoreRefusesWhatIsNoBackup(t *testing.T) {
	s := openTest(t)
	newCampaign(t, s, "March", "UTC")
	file := filepath.Join(t.TempDir(), "x.db")
	for what, content := range map[string][]byte{"nothing": nil, "text": []byte("hello\n"), "zeroes": make([]byte, 64<<10)} {
		if err := os.WriteFile(file, content, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Restore(file, t0); !errors.Is(err, campaign.ErrDamaged) {
			t.Errorf("%s: got %v", what, err)
		}
	}
	if all, err := s.Campaigns(); err != nil || len(all) != 1 {
		t.Errorf("the data is no longer as it was: %v, %v", all, err)
	}
}

func TestFind(t *testing.T) {
	s := openTest(t)
	c := newCampaign(t, s, "March", "UTC")
	updates := manyUpdates(300)
	if _, err := s.Insert(c.ID, updates...); err != nil {
		t.Fatal(err)
	}
	full := updates[7].ID.String()
	for _, prefix := range []string{full, full[:23] + full[24:], full[:35]} {
		if u, err := s.Find(c.ID, prefix); err != nil || u != updates[7] {
			t.Errorf("%s: %v, %v", prefix, u, err)
		}
	}
	for prefix, want := range map[string]error{full[:2]: campaign.ErrNoUpdate, "0100-0000-0000": campaign.ErrWhichUpdate,
		"xyzw": campaign.ErrNoUpdate, testID(9999).String(): campaign.ErrNoUpdate} {
		if _, err := s.Find(c.ID, prefix); !errors.Is(err, want) {
			t.Errorf("%s: got %v, want %v", prefix, err, want)
		}
	}
}
