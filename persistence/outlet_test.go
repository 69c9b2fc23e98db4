package persistence

import (
	"context"
	"crypto/sha256"
	"slices"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"muster/campaign"
	"muster/persistence/exchange/folder"
)

// leaving returns the counts of the updates that are to leave by an outlet.
func leaving(t *testing.T, s *Store, id campaign.ID, kind OutletKind, name string) (Pending, []int64) {
	t.Helper()
	p, err := s.Pending(id, kind, name)
	if err != nil {
		t.Fatal(err)
	}
	var counts []int64
	err = s.inLedger(id, func(l ledger) error {
		return l.records(time.Time{}, time.Time{}, func(key, record []byte) error {
			u, from, err := decodeUpdate(key, record, nil)
			if err == nil && p.Holds(key, from.batch) {
				counts = append(counts, u.Count)
			}
			return err
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(counts)
	return p, counts
}

// noted returns how many arrivals are kept; -1 if none are to be.
func noted(t *testing.T, s *Store, id campaign.ID) (n int) {
	t.Helper()
	err := s.inCampaign(id, func(b *bbolt.Bucket) error {
		if n = -1; b.Bucket(bucketArrivals) != nil {
			n = b.Bucket(bucketArrivals).Stats().KeyN
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// counted returns updates of the counts given.
func countsOf(counts ...int64) []campaign.Update {
	updates := make([]campaign.Update, len(counts))
	for i, n := range counts {
		updates[i] = campaign.Update{ID: testID(uint64(n)), At: t0.Add(time.Duration(n) * time.Minute), Kind: campaign.Added, Count: n,
			Cell: campaign.Cell{Measure: campaign.Pledges}}
	}
	return updates
}

func TestOutletsServeEachUpdateOnce(t *testing.T) {
	s := openTest(t)
	c := newCampaign(t, s, "March", "UTC")
	add := func(counts ...int64) {
		t.Helper()
		if _, err := s.Insert(c.ID, countsOf(counts...)...); err != nil {
			t.Fatal(err)
		}
	}
	leave := func(p Pending) {
		t.Helper()
		if left, err := s.Leave(c.ID, p, p.Outlet, FileChanges{}); err != nil || !left {
			t.Fatalf("left: %v, %v", left, err)
		}
	}
	add(1)
	if n := noted(t, s, c.ID); n != -1 {
		t.Fatalf("%d arrivals noted though there is no outlet", n)
	}
	for _, o := range []Outlet{{Kind: ByHand, Name: "Anna"}, {Kind: ByFolder, Folder: t.TempDir()}} {
		if err := s.OpenOutlet(c.ID, o); err != nil {
			t.Fatal(err)
		}
	}
	add(2)
	p, counts := leaving(t, s, c.ID, ByHand, "Anna")
	if !p.Whole || !slices.Equal(counts, []int64{1, 2}) {
		t.Fatalf("at first %v leave", counts)
	}
	add(3) // while the pack is written
	leave(p)
	if p, counts = leaving(t, s, c.ID, ByHand, "Anna"); !slices.Equal(counts, []int64{3}) {
		t.Fatalf("then %v leave", counts)
	}
	leave(p)
	if p, _ := leaving(t, s, c.ID, ByHand, "Anna"); !p.Nothing() {
		t.Fatal("something is left")
	}
	folderTakes(t, s, c.ID)
	add(7)
	if left, err := s.Leave(c.ID, p, p.Outlet, FileChanges{}); err != nil || left {
		t.Fatalf("an outlet was served twice: %v, %v", left, err)
	}
	if _, counts := leaving(t, s, c.ID, ByHand, "Anna"); !slices.Equal(counts, []int64{5, 6, 7}) {
		t.Fatalf("of what came from the folder and here, %v leave", counts)
	}
	for _, o := range []Outlet{{Kind: ByHand, Name: "Anna"}, {Kind: ByFolder}} {
		if err := s.CloseOutlet(c.ID, o.Kind, o.Name); err != nil {
			t.Fatal(err)
		}
	}
	if n := noted(t, s, c.ID); n != -1 {
		t.Fatalf("%d arrivals are left without an outlet", n)
	}
}

// folderTakes has 5 and 6 come by imports, 6 from the shared folder.
func folderTakes(t *testing.T, s *Store, id campaign.ID) {
	t.Helper()
	p, counts := leaving(t, s, id, ByFolder, "")
	if !slices.Equal(counts, []int64{1, 2, 3}) {
		t.Fatalf("into the folder go %v", counts)
	}
	after := p.Outlet
	after.Segment = 1
	own := folder.File{Name: "a.muster", Size: 7, Changed: t0, State: folder.Own, Sum: sha256.Sum256(nil), By: "stall"}
	if left, err := s.Leave(id, p, after, FileChanges{Put: []folder.File{own}}); err != nil || !left {
		t.Fatal(left, err)
	}
	if n := noted(t, s, id); n != 0 {
		t.Fatalf("%d arrivals are kept that have left by all outlets", n)
	}
	for n, fromFolder := range map[int64]bool{5: false, 6: true} {
		batch := Batch{File: "a.csv", At: t0, Folder: fromFolder}
		if _, err := s.InsertAll(context.Background(), id, batch, importOf(countsOf(n, 1), nil), nil); err != nil {
			t.Fatal(err)
		}
	}
	if _, counts := leaving(t, s, id, ByFolder, ""); !slices.Equal(counts, []int64{5}) {
		t.Fatalf("into the folder go %v, and 6 came from there", counts)
	}
	files, err := s.Files(id)
	if err != nil || len(files) != 1 || files[0] != own {
		t.Fatalf("of the files is remembered %+v, %v", files, err)
	}
	if err := s.KeepFiles(id, FileChanges{Drop: []string{"a.muster"}}); err != nil {
		t.Fatal(err)
	}
}

// TestAnImportThatFailedDoesNotLeave checks that what is taken back is not
// waited for.
func TestAnImportThatFailedDoesNotLeave(t *testing.T) {
	s := openTest(t)
	c := newCampaign(t, s, "March", "UTC")
	if err := s.OpenOutlet(c.ID, Outlet{Kind: ByHand, Name: "Anna"}); err != nil {
		t.Fatal(err)
	}
	p, _ := leaving(t, s, c.ID, ByHand, "Anna")
	if _, err := s.Leave(c.ID, p, p.Outlet, FileChanges{}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.InsertAll(context.Background(), c.ID, Batch{}, importOf(manyUpdates(3), context.Canceled), nil); err == nil {
		t.Fatal("the import did not fail")
	}
	again, err := Open(s.Dir())
	if err != nil {
		t.Fatal(err)
	}
	if p, counts := leaving(t, again, c.ID, ByHand, "Anna"); !p.Nothing() || len(counts) > 0 {
		t.Fatalf("%v wait to leave", counts)
	}
}
