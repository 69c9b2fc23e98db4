package persistence

import (
	"errors"
	"reflect"
	"slices"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"muster/campaign"
)

// TestRunsAreForwarded has updates go by way of another device, in parts: they
// stay those of the first.
func TestRunsAreForwarded(t *testing.T) {
	first, second, third := openTest(t), openTest(t), openTest(t)
	c := newCampaign(t, first, "March", "UTC")
	updates := manyUpdates(10)
	for i := range updates[:4] {
		updates[i].By = "Anna"
	}
	insert(t, first, c.ID, updates...)
	merge(t, second, delivery(t, first, c.ID, Which{}))
	insert(t, second, c.ID, manyUpdates(11)[10:]...)
	for _, which := range []Which{{By: "Anna"}, {Since: updates[7].At}, {}} {
		merge(t, third, delivery(t, second, c.ID, which))
	}
	own, err := first.Own()
	if err != nil {
		t.Fatal(err)
	}
	if err := third.AcceptDevice(own.Device(), t0); err != nil {
		t.Fatal(err)
	}
	n := 0
	err = third.EachFrom(c.ID, time.Time{}, time.Time{}, func(u campaign.Update, from Origin) error {
		n++
		single, err := third.Origin(c.ID, u.ID)
		if isFirst := n <= 10; from.Own || isFirst != from.Verified || isFirst != (from.Device == own.Device()) || single != from {
			t.Errorf("update %d comes from %+v, or %+v", n, from, single)
		}
		return err
	})
	if err != nil || n != 11 {
		t.Fatal(n, err)
	}
	devices, err := third.Devices()
	if err != nil || len(devices) != 2 {
		t.Fatalf("devices %+v, %v", devices, err)
	}
}

// TestWhatCannotBeBelieved goes into quarantine, once, and does not count.
func TestWhatCannotBeBelieved(t *testing.T) {
	from, to := openTest(t), openTest(t)
	c := newCampaign(t, from, "March", "UTC")
	insert(t, from, c.ID, manyUpdates(3)...)
	own, err := from.Own()
	if err != nil {
		t.Fatal(err)
	}
	signed := func(updates ...campaign.Update) campaign.Run { return campaign.SignRun(own.Key, c.ID, updates) }
	changed := signed(manyUpdates(5)[3:]...)
	changed.Updates = slices.Clone(changed.Updates)
	changed.Updates[0].Count = 1000
	elsewhere := campaign.SignRun(own.Key, campaign.ID{9}, manyUpdates(6)[5:])
	other := manyUpdates(1)[0]
	other.Count = 7
	impossible := manyUpdates(8)[7]
	impossible.Count = campaign.MaxCount + 1
	good := manyUpdates(9)[8]

	merge(t, to, delivery(t, from, c.ID, Which{}))
	d := delivery(t, from, c.ID, Which{})
	d.Runs = runsOf([]campaign.Run{changed, elsewhere, signed(other, impossible, good)}, nil)
	if got := merge(t, to, d); got != (Merged{Added: 1, Quarantined: 5}) {
		t.Errorf("%+v", got)
	}
	if got := merge(t, to, d); got != (Merged{Duplicates: 1, Quarantined: 5}) {
		t.Errorf("again: %+v", got)
	}
	if book, err := to.Read(c.ID); err != nil || book.Tally.Total(campaign.Pledges) != 4 {
		t.Errorf("%d pledges, want 4", book.Tally.Total(campaign.Pledges))
	}
	kept, err := to.Quarantine(c.ID)
	if err != nil {
		t.Fatal(err)
	}
	var kinds []string
	for _, q := range kept {
		for _, kind := range []error{campaign.ErrSignature, campaign.ErrConflict, campaign.ErrInvalid} {
			if errors.Is(q.Why, kind) {
				kinds = append(kinds, kind.Error())
			}
		}
		if q.File != "x.muster" || q.Run.Device != own.Device() || !q.At.Equal(t0) {
			t.Errorf("%+v", q)
		}
	}
	slices.Sort(kinds)
	if want := []string{"conflict", "not possible", "wrong signature", "wrong signature"}; !slices.Equal(kinds, want) {
		t.Errorf("%q, want %q", kinds, want)
	}
	for _, q := range kept {
		if err := to.Discard(c.ID, q.ID); err != nil {
			t.Fatal(err)
		}
	}
	if kept, err := to.Quarantine(c.ID); err != nil || len(kept) > 0 {
		t.Errorf("%v are left, %v", kept, err)
	}
	delivery(t, to, c.ID, Which{}) // whose runs hold, though some of their updates are not here
}

// TestUnsignedRuns are counted, of nobody.
func TestUnsignedRuns(t *testing.T) {
	from, to := openTest(t), openTest(t)
	c := newCampaign(t, from, "March", "UTC")
	d := delivery(t, from, c.ID, Which{})
	d.Runs = runsOf([]campaign.Run{{Device: campaign.DeviceKey{1}, Updates: manyUpdates(3)}}, nil)
	if got := merge(t, to, d); got != (Merged{Created: true, Added: 3, Revisions: 1}) {
		t.Errorf("%+v", got)
	}
	for r, err := range delivery(t, to, c.ID, Which{By: ""}).Runs {
		if err != nil || r.Signed() || !r.Device.IsZero() || !reflect.DeepEqual(r.Updates, manyUpdates(3)) {
			t.Errorf("%+v, %v", r, err)
		}
	}
	if devices, err := to.Devices(); err != nil || len(devices) > 0 {
		t.Errorf("%v, %v", devices, err)
	}
	if from, err := to.Origin(c.ID, manyUpdates(1)[0].ID); err != nil || from != (Origin{}) {
		t.Errorf("%+v, %v", from, err)
	}
}

// TestCheckKnowsRuns damages what is stored of runs and of devices.
func TestCheckKnowsRuns(t *testing.T) {
	from := openTest(t)
	c := newCampaign(t, from, "March", "UTC")
	insert(t, from, c.ID, manyUpdates(3)...)
	for what, damage := range map[string]func(tx *bbolt.Tx, b *bbolt.Bucket) error{
		"a run is gone": func(_ *bbolt.Tx, b *bbolt.Bucket) error { return b.Bucket(bucketRuns).Delete(runKey(1)) },
		"a run has another count": func(_ *bbolt.Tx, b *bbolt.Bucket) error {
			r, err := storedRunOf(b, 1, true)
			r.count++
			return errors.Join(err, b.Bucket(bucketRuns).Put(runKey(1), r.encode(runKey(1))))
		},
		"a run is damaged": func(_ *bbolt.Tx, b *bbolt.Bucket) error {
			return b.Bucket(bucketRuns).Put(runKey(1), []byte("damaged"))
		},
		"a device is damaged": func(tx *bbolt.Tx, _ *bbolt.Bucket) error {
			return tx.Bucket(bucketDevices).Put(make([]byte, 32), []byte("damaged"))
		},
		"the quarantine is damaged": func(_ *bbolt.Tx, b *bbolt.Bucket) error {
			kept, err := b.CreateBucket(bucketQuarantine)
			return errors.Join(err, kept.Put(make([]byte, 32), []byte("damaged")))
		},
	} {
		t.Run(what, func(t *testing.T) {
			s, err := Open(t.TempDir())
			if err != nil {
				t.Fatal(err)
			}
			merge(t, s, delivery(t, from, c.ID, Which{}))
			err = s.update(func(tx *bbolt.Tx) error {
				b, err := bucketOf(tx, c.ID)
				return errors.Join(err, damage(tx, b))
			})
			if err != nil {
				t.Fatal(err)
			}
			if r, err := s.Check(); err == nil && len(r.Damage) == 0 {
				t.Error("the check found nothing")
			}
		})
	}
}
