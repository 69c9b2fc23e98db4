package persistence

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"muster/campaign"
)

// TestLongLedgerIsReadWhileOthersWrite reads more than fits into memory, writes
// to the store meanwhile, and leaves no file behind.
func TestLongLedgerIsReadWhileOthersWrite(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	s := openTest(t)
	s.wait = time.Second // writing is refused sooner if reading holds it up
	c := newCampaign(t, s, "March", "UTC")
	note := strings.Repeat("a long note ", 200)
	var all []campaign.Update
	for i := range 2 * spoolHead / len(note) {
		all = append(all, campaign.Update{ID: testID(uint64(i + 1)), At: t0.Add(time.Duration(i) * time.Minute), Kind: campaign.Added, Count: 1,
			Cell: campaign.Cell{Measure: campaign.Pledges}, Note: note})
	}
	if _, err := s.Insert(c.ID, all...); err != nil {
		t.Fatal(err)
	}
	var read []campaign.Update
	err := s.Each(c.ID, time.Time{}, time.Time{}, func(u campaign.Update) error {
		if len(read)%1000 == 0 {
			late := campaign.Update{ID: testID(uint64(1_000_000 + len(read))), At: t0.Add(time.Hour), Kind: campaign.Added, Count: 1,
				Cell: campaign.Cell{Measure: campaign.Pledges}}
			if _, err := s.Insert(c.ID, late); err != nil {
				return err
			}
		}
		read = append(read, u)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(read, all) {
		t.Errorf("%d updates were read, want the %d there were", len(read), len(all))
	}
	if left, _ := os.ReadDir(os.Getenv("TMPDIR")); len(left) > 0 {
		t.Errorf("%d files are left behind", len(left))
	}
}

// TestReadingALongLedgerCanBeLeft ends at an error, in memory and in the file.
func TestReadingALongLedgerCanBeLeft(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	var all spool
	for i := range 3 {
		u := campaign.Update{ID: testID(uint64(i + 1)), At: t0, Kind: campaign.Added, Count: 1, Note: strings.Repeat("x", spoolHead/2)}
		key := ledgerKey(u.At, u.ID)
		if err := all.add(key, encodeUpdate(key, u, provenance{})); err != nil {
			t.Fatal(err)
		}
	}
	for leave := 1; leave <= 3; leave++ {
		n := 0
		if err := all.each(func(campaign.Update, provenance) error {
			if n++; n == leave {
				return errEnough
			}
			return nil
		}); err != errEnough || n != leave {
			t.Errorf("%d were read before %v", n, err)
		}
	}
	all.close()
	if left, _ := os.ReadDir(os.Getenv("TMPDIR")); len(left) > 0 {
		t.Errorf("%d files are left behind", len(left))
	}
}
