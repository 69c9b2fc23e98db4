package persistence

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"muster/campaign"
	"muster/persistence/planfile"
)

// byDefinition works a fingerprint out from the updates, as docs/report.md says.
func byDefinition(t *testing.T, c campaign.Campaign, updates []campaign.Update, until time.Time) Fingerprint {
	t.Helper()
	part := func(into, b []byte) []byte {
		return append(binary.BigEndian.AppendUint64(into, uint64(len(b))), b...)
	}
	document, err := planfile.EncodeStored(c)
	if err != nil {
		t.Fatal(err)
	}
	whole := part(nil, document)
	days := map[campaign.Day][]byte{}
	var order []campaign.Day
	for _, u := range slices.SortedFunc(slices.Values(updates), campaign.Update.Compare) {
		if !until.IsZero() && !u.At.Before(until) && u.Kind != campaign.Void {
			continue
		}
		key := ledgerKey(u.At, u.ID)
		d := campaign.DayOf(u.At, c.Location())
		if _, there := days[d]; !there {
			order = append(order, d)
		}
		days[d] = part(days[d], append(key, encodeUpdate(key, u, provenance{})[sealSize:]...))
	}
	for _, d := range order {
		sum := sha256.Sum256(days[d])
		whole = part(whole, sum[:])
	}
	return sha256.Sum256(whole)
}

// TestFingerprintFollowsItsDefinition asks for it again and again while
// updates come in, in any order, late ones and voids among them, and while the
// time zone changes.
func TestFingerprintFollowsItsDefinition(t *testing.T) {
	zones := []string{"UTC", "America/New_York", "Asia/Kolkata"}
	for seed := range uint64(12) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 7))
			s := openTest(t)
			c := newCampaign(t, s, "March", zones[seed%3])
			queue := randomUpdates(r, 60)
			r.Shuffle(len(queue), func(i, j int) { queue[i], queue[j] = queue[j], queue[i] })
			var there []campaign.Update
			for len(queue) > 0 {
				n := 1 + r.IntN(min(8, len(queue)))
				if _, err := s.Insert(c.ID, queue[:n]...); err != nil {
					t.Fatal(err)
				}
				there, queue = append(there, queue[:n]...), queue[n:]
				if r.IntN(6) == 0 {
					c.TimeZone = zones[r.IntN(3)]
					if err := s.SavePlan(c, "", t0); err != nil {
						t.Fatal(err)
					}
				}
				for _, until := range []time.Time{{}, t0.AddDate(0, 0, 20), t0.Add(time.Duration(r.IntN(10*24*60)) * time.Minute), there[0].At} {
					got, err := s.Fingerprint(c, until)
					if want := byDefinition(t, c, there, until); err != nil || got != want {
						t.Fatalf("of %d updates until %v: %x, want %x, %v", len(there), until, got, want, err)
					}
				}
			}
		})
	}
}

// TestFingerprintOfARestoredLedger goes back to a backup and on from there to
// as many updates as there were, but others.
func TestFingerprintOfARestoredLedger(t *testing.T) {
	s := openTest(t)
	c := newCampaign(t, s, "March", "UTC")
	one := campaign.Update{ID: testID(1), At: t0, Kind: campaign.Added, Count: 1, Cell: campaign.Cell{Measure: campaign.Pledges}}
	other := campaign.Update{ID: testID(2), At: t0, Kind: campaign.Added, Count: 2, Cell: campaign.Cell{Measure: campaign.Pledges}}
	backup, err := s.Backup(filepath.Join(t.TempDir(), "before.db"), t0)
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range []campaign.Update{one, other} {
		if _, err := s.Restore(backup, t0); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Insert(c.ID, u); err != nil {
			t.Fatal(err)
		}
		got, err := s.Fingerprint(c, time.Time{})
		if want := byDefinition(t, c, []campaign.Update{u}, time.Time{}); err != nil || got != want {
			t.Errorf("%x, want %x, %v", got, want, err)
		}
	}
}
