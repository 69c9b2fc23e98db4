package persistence

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"time"

	"go.etcd.io/bbolt"

	"muster/campaign"
)

// errUnfinished says that an import was interrupted and its updates must be
// taken back before anybody reads.
var errUnfinished = errors.New("an import was interrupted")

// errEnough ends a walk through the ledger.
var errEnough = errors.New("enough")

// markCreated ends the mark of an import that made its campaign.
var markCreated = []byte{1}

// markSize is the length of the mark of an import in progress: a campaign and
// the number of a batch.
const markSize = 16 + 8

// unfinished reports whether an import was interrupted.
func unfinished(tx *bbolt.Tx) bool { return tx.Bucket(bucketMeta).Get(keyUnfinished) != nil }

// takeBack removes every update of the import that was not finished. Its day
// sums were never written, so nothing counted them.
func takeBack(db *bbolt.DB) error {
	var from time.Time
	for more := true; more; {
		err := db.Update(func(tx *bbolt.Tx) error {
			meta := tx.Bucket(bucketMeta)
			mark := meta.Get(keyUnfinished)
			if len(mark) < markSize {
				more = false
				return meta.Delete(keyUnfinished)
			}
			key := mark[16:markSize]
			if bytes.Equal(mark[markSize:], markCreated) {
				more = false
				if err := tx.Bucket(bucketCampaigns).DeleteBucket(mark[:16]); err != nil {
					return err
				}
				return meta.Delete(keyUnfinished)
			}
			b, err := bucketOf(tx, campaign.ID(mark[:16]))
			if err != nil {
				return err
			}
			batch := binary.BigEndian.Uint64(key)
			from, more, err = takeBackChunk(b, batch, from)
			if err != nil || more {
				return err
			}
			if err := errors.Join(takeBackRuns(b, batch), takeBackQuarantine(b, batch)); err != nil {
				return err
			}
			if err := b.Bucket(bucketBatches).Delete(key); err != nil {
				return err
			}
			return meta.Delete(keyUnfinished)
		})
		if err != nil {
			return fmt.Errorf("taking back an import that was interrupted: %w", err)
		}
	}
	return nil
}

// takeBackChunk removes some updates of a batch, from a moment on. It returns
// where to go on and whether there may be more.
func takeBackChunk(b *bbolt.Bucket, batch uint64, from time.Time) (time.Time, bool, error) {
	l := ledgerOf(b, time.UTC)
	var found []campaign.Update
	err := l.between(from, time.Time{}, func(u campaign.Update, of provenance) error {
		if of.batch == batch {
			found = append(found, u)
			from = u.At
		}
		if len(found) == chunk {
			return errEnough
		}
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		return from, false, err
	}
	for _, u := range found {
		if err := l.remove(ledgerKey(u.At, u.ID), u); err != nil {
			return from, false, err
		}
	}
	return from, len(found) == chunk, nil
}
