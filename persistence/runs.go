package persistence

import (
	"crypto/ed25519"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"time"

	"go.etcd.io/bbolt"

	"muster/campaign"
)

// Which says which updates are to go into a pack. Zero fields choose all.
type Which struct {
	Since   time.Time // of that moment or later
	By      string    // entered by this person, whatever the case
	Pending *Pending  // that have not yet left by an outlet
}

func (w Which) chooses(u campaign.Update, from provenance) bool {
	switch {
	case u.At.Before(w.Since), w.By != "" && !strings.EqualFold(w.By, u.By):
		return false
	}
	return w.Pending == nil || w.Pending.Holds(ledgerKey(u.At, u.ID), from.batch)
}

// records calls take with the records that may be among those chosen.
func (w Which) records(l ledger, take func(key, record []byte) error) error {
	if w.Pending == nil || w.Pending.Whole || len(w.Pending.batches) > 0 {
		return l.records(w.Since, time.Time{}, take)
	}
	for _, key := range slices.Sorted(maps.Keys(w.Pending.keys)) {
		if record := l.updates.Get([]byte(key)); record != nil {
			if err := take([]byte(key), record); err != nil {
				return err
			}
		}
	}
	return nil
}

// Runs returns a campaign's updates as a pack holds them: those of this device
// signed with its key, those of others in the runs in which they came, with
// the digests of what is left out.
func (s *Store) Runs(id campaign.ID, key ed25519.PrivateKey, which Which) iter.Seq2[campaign.Run, error] {
	return func(yield func(campaign.Run, error) bool) {
		var all spool // so that others can write while the pack is written
		defer all.close()
		b := &bundler{store: s, id: id, key: key, which: which, open: map[uint64]*openRun{}, yield: yield}
		err := s.inLedger(id, func(l ledger) error { return which.records(l, all.add) })
		if err == nil {
			err = all.each(b.add)
		}
		if err == nil {
			err = b.rest()
		}
		if err != nil && !errors.Is(err, errEnough) {
			yield(campaign.Run{}, err)
		}
	}
}

// bundler puts updates back into runs.
type bundler struct {
	store *Store
	id    campaign.ID
	key   ed25519.PrivateKey
	which Which
	own   []campaign.Update   // of this device, not yet signed
	open  map[uint64]*openRun // by number
	yield func(campaign.Run, error) bool
}

// openRun is a run of another device of which not all updates have been seen.
type openRun struct {
	storedRun
	seen map[campaign.ID]bool
}

// add takes in an update, in the order of the ledger.
func (b *bundler) add(u campaign.Update, from provenance) error {
	chosen := b.which.chooses(u, from)
	if from.run == 0 {
		if !chosen {
			return nil
		}
		if b.own = append(b.own, u); len(b.own) == campaign.MaxRun {
			return b.sign()
		}
		return nil
	}
	r, err := b.run(from.run)
	if err != nil {
		return err
	}
	r.see(u, chosen)
	if len(r.seen) == r.count {
		delete(b.open, from.run)
		return b.hand(r.Run)
	}
	return nil
}

func (r *openRun) see(u campaign.Update, chosen bool) {
	switch {
	case r.seen[u.ID]:
		return
	case chosen:
		r.Updates = append(r.Updates, u)
	case r.Signed():
		r.Others = append(r.Others, u.Digest())
	}
	r.seen[u.ID] = true
}

// run returns the open run of a number.
func (b *bundler) run(number uint64) (*openRun, error) {
	if r, ok := b.open[number]; ok {
		return r, nil
	}
	r := &openRun{seen: map[campaign.ID]bool{}}
	err := b.store.inCampaign(b.id, func(bucket *bbolt.Bucket) (err error) {
		r.storedRun, err = storedRunOf(bucket, number, true)
		return err
	})
	b.open[number] = r
	return r, err
}

// sign hands on the updates of this device that were gathered.
func (b *bundler) sign() error {
	if len(b.own) == 0 {
		return nil
	}
	run := campaign.SignRun(b.key, b.id, b.own)
	b.own = nil
	return b.hand(run)
}

func (b *bundler) hand(r campaign.Run) error {
	if len(r.Updates) > 0 && !b.yield(r, nil) {
		return errEnough
	}
	return nil
}

// rest hands on what is left: updates of this device, and runs of which some
// updates were not among the records that were looked at.
func (b *bundler) rest() error {
	if err := b.sign(); err != nil {
		return err
	}
	for number, r := range b.open {
		if len(r.Updates) == 0 {
			delete(b.open, number)
		}
	}
	if err := b.leftOut(); err != nil {
		return err
	}
	for _, number := range slices.Sorted(maps.Keys(b.open)) {
		r := b.open[number]
		if len(r.seen) != r.count {
			return fmt.Errorf("%w: of run %d there are %d updates where there should be %d", errRecord, number, len(r.seen), r.count)
		}
		if err := b.hand(r.Run); err != nil {
			return err
		}
	}
	return nil
}

// leftOut looks for the updates of open runs that were not among the records.
func (b *bundler) leftOut() error {
	if len(b.open) == 0 {
		return nil
	}
	var first, last time.Time
	for _, r := range b.open {
		if first.IsZero() || r.first.Before(first) {
			first = r.first
		}
		if r.last.After(last) {
			last = r.last
		}
	}
	return b.store.inLedger(b.id, func(l ledger) error {
		return l.between(first, last.Add(time.Millisecond), func(u campaign.Update, from provenance) error {
			if r, ok := b.open[from.run]; ok {
				r.see(u, false)
			}
			return nil
		})
	})
}
