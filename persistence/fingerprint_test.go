package persistence

import (
	"crypto/sha256"
	"encoding/binary"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"muster/campaign"
	"muster/persistence/planfile"
)

// TestFingerprintIsThatOfTheData puts the same updates into two stores in
// another order, some of them twice.
func TestFingerprintIsThatOfTheData(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 1))
	updates := randomUpdates(r, 80)
	plan := campaign.Campaign{Name: "March", Marks: map[string]campaign.Mark{
		"need": {Kind: campaign.Assumed}, "ask": {Kind: campaign.Stated, Ground: "the page"}, "name": {Kind: campaign.Assumed}}}
	store := func(id uint64, updates []campaign.Update) (*Store, campaign.Campaign) {
		s, c := openTest(t), plan
		c.ID = testID(id)
		if err := s.Create(c, "", t0); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Insert(c.ID, updates...); err != nil {
			t.Fatal(err)
		}
		return s, c
	}
	print := func(s *Store, c campaign.Campaign, until time.Time) Fingerprint {
		t.Helper()
		f, err := s.Fingerprint(c, until)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	shuffled := append(slices.Clone(updates), updates[:20]...)
	r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	a, ca := store(1, updates)
	b, cb := store(2, shuffled)
	all := print(a, ca, time.Time{})
	if all != print(b, cb, time.Time{}) {
		t.Error("the order of arrival changes it")
	}
	early := t0.AddDate(0, 0, 4)
	before := print(a, ca, early)
	if before == all || before != print(b, cb, early) {
		t.Error("that of an earlier moment is wrong")
	}
	late := campaign.Update{ID: testID(99), At: t0.AddDate(0, 0, 9), Kind: campaign.Added, Count: 1, Cell: campaign.Cell{Measure: campaign.Pledges}}
	void := campaign.Update{ID: testID(98), At: t0.AddDate(0, 0, 9), Kind: campaign.Void, Voids: updates[0].ID, Note: "twice"}
	if _, err := a.Insert(ca.ID, late); err != nil {
		t.Fatal(err)
	}
	if print(a, ca, early) != before || print(a, ca, time.Time{}) == all {
		t.Error("a later update counts for an earlier moment, or not for now")
	}
	if _, err := a.Insert(ca.ID, void); err != nil {
		t.Fatal(err)
	}
	if print(a, ca, early) == before {
		t.Error("a later void changes nothing")
	}
	empty, ce := store(3, nil)
	document, err := planfile.Encode(ce)
	if err != nil {
		t.Fatal(err)
	}
	if want := sha256.Sum256(append(binary.BigEndian.AppendUint64(nil, uint64(len(document))), document...)); print(empty, ce, time.Time{}) != want {
		t.Error("that of a plan alone is not what it is said to be")
	}
	ca.Need = 5
	if print(a, ca, time.Time{}) == all {
		t.Error("the plan changes nothing")
	}
}
