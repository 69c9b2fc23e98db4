package persistence

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"slices"
	"time"

	"go.etcd.io/bbolt"
	"google.golang.org/protobuf/encoding/protowire"

	"muster/campaign"
	"muster/persistence/exchange/pack"
	"muster/persistence/wire"
)

// Quarantined are updates that came in a pack and cannot be believed. They are
// kept as they came but never counted.
type Quarantined struct {
	ID   [sha256.Size]byte // of its content
	Run  campaign.Run
	File string    // the pack that it came in
	At   time.Time // when it came
	Why  error     // a sentence; wraps campaign.ErrSignature, campaign.ErrConflict or campaign.ErrInvalid

	batch uint64
}

// encode writes the Quarantined of muster.proto. The key is the SHA-256 of the
// run, so that what comes again is kept once.
func (q Quarantined) encode() (key, record []byte) {
	run := pack.AppendRun(nil, q.Run)
	sum := sha256.Sum256(run)
	b := wire.Bytes(newRecord(len(run)+64), 1, run)
	b = wire.Text(b, 2, q.File)
	b = wire.Number(b, 3, uint64(q.At.UnixMilli()))
	b = wire.Number(b, 4, q.batch)
	return sum[:], seal(sum[:], b)
}

// decodeQuarantined reads what encode wrote, without the reason.
func decodeQuarantined(key, sealed []byte) (q Quarantined, err error) {
	b, err := unseal(key, sealed)
	if err != nil {
		return q, err
	}
	copy(q.ID[:], key)
	err = wire.Fields(b, func(field protowire.Number, n uint64, b []byte) (err error) {
		switch field {
		case 1:
			q.Run, err = pack.DecodeRun(b)
		case 2:
			q.File = string(b)
		case 3:
			q.At = time.UnixMilli(int64(n)).UTC()
		case 4:
			q.batch = n
		}
		return err
	})
	return q, err
}

// why returns what is wrong with a run: with its signature if it has one, else
// with one of its updates.
func why(of campaign.ID, r campaign.Run) error {
	if r.Signed() {
		if err := r.Verify(of); err != nil {
			return err
		}
	}
	for _, u := range r.Updates {
		if err := u.Validate(); err != nil {
			return err
		}
	}
	for _, u := range r.Updates {
		return conflict(u)
	}
	return nil
}

// quarantine keeps updates out of the count, unless they are kept there
// already. It reports whether they were new.
func quarantine(b *bbolt.Bucket, q Quarantined) (bool, error) {
	kept, err := b.CreateBucketIfNotExists(bucketQuarantine)
	if err != nil {
		return false, err
	}
	key, record := q.encode()
	if kept.Get(key) != nil {
		return false, nil
	}
	return true, kept.Put(key, record)
}

// Quarantine returns what is in quarantine in a campaign, in the order in which
// it came.
func (s *Store) Quarantine(id campaign.ID) (all []Quarantined, err error) {
	err = s.inCampaign(id, func(b *bbolt.Bucket) error {
		all, err = allOf(b.Bucket(bucketQuarantine), decodeQuarantined)
		return err
	})
	for i := range all {
		all[i].Why = why(id, all[i].Run)
	}
	sortQuarantined(all)
	return all, err
}

// Discard removes what is in quarantine under an id, for good.
// Error: campaign.ErrNoUpdate.
func (s *Store) Discard(id campaign.ID, which [sha256.Size]byte) error {
	return s.update(func(tx *bbolt.Tx) error {
		b, err := bucketOf(tx, id)
		if err != nil {
			return err
		}
		kept := b.Bucket(bucketQuarantine)
		if kept == nil || kept.Get(which[:]) == nil {
			return campaign.Explain(campaign.ErrNoUpdate, "that is not in quarantine any more")
		}
		if err := kept.Delete(which[:]); err != nil {
			return err
		}
		_, err = changed(b)
		return err
	})
}

// takeBackQuarantine removes what a merge that was not finished brought.
func takeBackQuarantine(b *bbolt.Bucket, batch uint64) error {
	kept := b.Bucket(bucketQuarantine)
	if kept == nil {
		return nil
	}
	c := kept.Cursor()
	for key, sealed := c.First(); key != nil; {
		q, err := decodeQuarantined(key, sealed)
		if err != nil {
			return err
		}
		if q.batch != batch {
			key, sealed = c.Next()
			continue
		}
		if err := c.Delete(); err != nil {
			return err
		}
		key, sealed = c.Seek(bytes.Clone(key))
	}
	return nil
}

// sortQuarantined puts what came first first.
func sortQuarantined(all []Quarantined) {
	slices.SortFunc(all, func(a, b Quarantined) int {
		return cmp.Or(a.At.Compare(b.At), bytes.Compare(a.ID[:], b.ID[:]))
	})
}
