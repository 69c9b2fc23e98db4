package persistence

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"time"

	"go.etcd.io/bbolt"

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
// It covers the plan file, then the SHA-256 of every day that has updates, in
// the time zone of the plan. That of a day covers its updates in order of time
// and id: the ledger key (the moment in milliseconds and the id) and the record
// in muster.proto without the batch. Before each part stands its length in 8
// bytes, the most significant first. Later voids are among the updates, since
// they change what counted earlier.
func (s *Store) Fingerprint(c campaign.Campaign, until time.Time) (f Fingerprint, err error) {
	document, err := planfile.EncodeStored(c)
	if err != nil {
		return f, fmt.Errorf("writing the plan: %w", err)
	}
	whole := newFingerprinting()
	whole.put(document)
	s.prints.holdFor(s.path())
	err = s.view(func(tx *bbolt.Tx) error {
		b, err := bucketOf(tx, c.ID)
		if err != nil {
			return err
		}
		return s.prints.each(b, c.ID, until, func(day Fingerprint) { whole.put(day[:]) })
	})
	return whole.sum(), err
}

// fingerprinting is a fingerprint in the making.
type fingerprinting struct {
	hash        hash.Hash
	key, record []byte // room for those of an update
}

func newFingerprinting() *fingerprinting { return &fingerprinting{hash: sha256.New()} }

// put takes in a part after its length.
func (f *fingerprinting) put(part []byte) {
	var length [8]byte
	binary.BigEndian.PutUint64(length[:], uint64(len(part)))
	f.hash.Write(length[:])
	f.hash.Write(part)
}

// update takes in an update, as it is whatever import it came with.
func (f *fingerprinting) update(u campaign.Update) {
	f.key = appendKey(f.key[:0], u.At, u.ID)
	f.record = appendUpdate(f.record[:0], f.key, u, provenance{})
	f.put(append(f.key, f.record[sealSize:]...))
}

func (f *fingerprinting) sum() Fingerprint { return Fingerprint(f.hash.Sum(nil)) }
