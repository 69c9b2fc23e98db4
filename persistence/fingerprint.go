package persistence

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"time"

	"muster/campaign"
	"muster/persistence/planfile"
)

// Fingerprint is the SHA-256 of what figures are worked out from.
type Fingerprint [sha256.Size]byte

// Fingerprint returns that of a plan and of the updates before a moment, or of
// all for the zero moment. Two copies of a campaign have the same one if they
// hold the same plan and the same updates, in whatever order these came and
// however often, and otherwise another.
//
// It covers the plan file, then every update in order of time and id: its
// ledger key (the moment in milliseconds and the id) and its record in
// muster.proto without the batch. Before each stands its length in 8 bytes,
// the most significant first. Later voids are among them, since they change
// what counted earlier.
func (s *Store) Fingerprint(c campaign.Campaign, until time.Time) (f Fingerprint, err error) {
	document, err := planfile.EncodeStored(c)
	if err != nil {
		return f, fmt.Errorf("writing the plan: %w", err)
	}
	hash := sha256.New()
	put := func(b []byte) {
		var length [8]byte
		binary.BigEndian.PutUint64(length[:], uint64(len(b)))
		hash.Write(length[:])
		hash.Write(b)
	}
	put(document)
	var key, record []byte
	err = s.Each(c.ID, time.Time{}, time.Time{}, func(u campaign.Update) error {
		if !until.IsZero() && !u.At.Before(until) && u.Kind != campaign.Void {
			return nil
		}
		key = appendKey(key[:0], u.At, u.ID)
		record = appendUpdate(record[:0], key, u, 0)
		put(append(key, record[sealSize:]...))
		return nil
	})
	return Fingerprint(hash.Sum(nil)), err
}
