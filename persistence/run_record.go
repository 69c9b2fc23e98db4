package persistence

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"time"

	"go.etcd.io/bbolt"
	"google.golang.org/protobuf/encoding/protowire"

	"muster/campaign"
	"muster/persistence/wire"
)

// storedRun is a run that came from another device, without its updates, which
// are in the ledger under its number.
type storedRun struct {
	campaign.Run           // Others are those of its updates that are not in the ledger under its number
	count        int       // how many are
	first, last  time.Time // of those
	batch        uint64    // the merge that it came with
}

// holds takes in an update that is in the ledger under its number.
func (r *storedRun) holds(u campaign.Update) {
	if r.count == 0 || u.At.Before(r.first) {
		r.first = u.At
	}
	if r.count == 0 || u.At.After(r.last) {
		r.last = u.At
	}
	r.count++
}

func runKey(number uint64) []byte { return binary.BigEndian.AppendUint64(nil, number) }

// encode writes the Run of muster.proto, sealed under its key.
func (r storedRun) encode(key []byte) []byte {
	others := make([]byte, 0, len(r.Others)*digestSize)
	for i := range r.Others {
		others = append(others, r.Others[i][:]...)
	}
	b := newRecord(len(others) + 160)
	if !r.Device.IsZero() {
		b = wire.Bytes(b, 1, r.Device[:])
	}
	if r.Signed() {
		b = wire.Bytes(b, 2, r.Signature[:])
	}
	b = wire.Number(b, 3, uint64(r.count))
	b = wire.Signed(b, 4, r.first.UnixMilli())
	b = wire.Signed(b, 5, r.last.UnixMilli())
	b = wire.Number(b, 6, r.batch)
	if len(others) > 0 {
		b = wire.Bytes(b, 7, others)
	}
	return seal(key, b)
}

// digestSize is the length of the digest of an update.
const digestSize = sha256.Size

// decodeStoredRun reads what encode wrote; the digests only if they are wanted.
func decodeStoredRun(key, sealed []byte, digests bool) (r storedRun, err error) {
	b, err := unseal(key, sealed)
	if err != nil {
		return r, err
	}
	r.first, r.last = time.UnixMilli(0).UTC(), time.UnixMilli(0).UTC() // which is not written
	err = wire.Fields(b, func(field protowire.Number, n uint64, b []byte) error {
		switch {
		case field == 1 && len(b) == len(r.Device):
			copy(r.Device[:], b)
		case field == 2 && len(b) == len(r.Signature):
			copy(r.Signature[:], b)
		case field == 3:
			r.count = int(n)
		case field == 4:
			r.first = time.UnixMilli(protowire.DecodeZigZag(n)).UTC()
		case field == 5:
			r.last = time.UnixMilli(protowire.DecodeZigZag(n)).UTC()
		case field == 6:
			r.batch = n
		case field == 7 && len(b)%digestSize != 0, field == 1, field == 2:
			return fmt.Errorf("%w: field %d of a run has %d bytes", errRecord, field, len(b))
		case field == 7 && digests:
			for ; len(b) > 0; b = b[digestSize:] {
				r.Others = append(r.Others, [digestSize]byte(b))
			}
		}
		return nil
	})
	return r, err
}

// storedRunOf reads the run of a number.
func storedRunOf(b *bbolt.Bucket, number uint64, digests bool) (storedRun, error) {
	key := runKey(number)
	runs := b.Bucket(bucketRuns)
	if runs == nil || runs.Get(key) == nil {
		return storedRun{}, fmt.Errorf("%w: run %d is not there", errRecord, number)
	}
	return decodeStoredRun(key, runs.Get(key), digests)
}

// eachRun calls take with every run, without the digests of others.
func eachRun(b *bbolt.Bucket, take func(number uint64, r storedRun) error) error {
	runs := b.Bucket(bucketRuns)
	if runs == nil {
		return nil
	}
	return runs.ForEach(func(key, sealed []byte) error {
		r, err := decodeStoredRun(key, sealed, false)
		if err == nil && len(key) != 8 {
			err = fmt.Errorf("%w: a run's key has %d bytes", errRecord, len(key))
		}
		if err != nil {
			return err
		}
		return take(binary.BigEndian.Uint64(key), r)
	})
}

// takeBackRuns removes the runs of a merge that was not finished, which are the
// last.
func takeBackRuns(b *bbolt.Bucket, batch uint64) error {
	if runs := b.Bucket(bucketRuns); runs != nil {
		c := runs.Cursor()
		for key, sealed := c.Last(); key != nil; key, sealed = c.Last() {
			if r, err := decodeStoredRun(key, sealed, false); err != nil || r.batch != batch {
				return err
			}
			if err := c.Delete(); err != nil {
				return err
			}
		}
	}
	return nil
}
