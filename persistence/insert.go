package persistence

import (
	"context"
	"encoding/binary"
	"errors"
	"iter"
	"time"

	"go.etcd.io/bbolt"
	"google.golang.org/protobuf/encoding/protowire"

	"muster/campaign"
	"muster/persistence/wire"
)

// chunk is how many updates one transaction takes at most. It bounds the
// memory of an import.
const chunk = 10_000

// Insert adds a few updates in one transaction that is on disk when Insert
// returns. Updates that are there already are passed over.
// Errors: campaign.ErrInvalid, campaign.ErrConflict, campaign.ErrNoCampaign.
func (s *Store) Insert(id campaign.ID, updates ...campaign.Update) (Change, error) {
	var change Change
	err := s.update(func(tx *bbolt.Tx) error {
		b, err := bucketOf(tx, id)
		if err != nil {
			return err
		}
		w := newWriter(b, zoneOf(b), 0)
		added := 0
		for _, u := range updates {
			if err := u.Validate(); err != nil {
				return err
			}
			isNew, err := w.add(u)
			if err != nil {
				return err
			}
			if isNew {
				added++
			}
		}
		change, err = w.flush()
		change.Added = added
		return err
	})
	return change, err
}

// Batch describes an import.
type Batch struct {
	File string // its name, without the folder
	By   string
	At   time.Time // when it was imported

	// Folder says that it came from the shared folder, where it need not go
	// again. That is not stored with the import.
	Folder bool
}

// InsertAll adds all updates of an import, which come some at a time, or none
// of them: an error from the sequence, the end of ctx or a crash takes back what was written. It returns
// how many were new; the others were there already. Progress is told how many
// updates have been looked at.
func (s *Store) InsertAll(ctx context.Context, id campaign.ID, of Batch, updates iter.Seq2[[]campaign.Update, error], progress func(int)) (added int, err error) {
	err = s.exclusive(func(db *bbolt.DB) error {
		in := intake{db: db, id: id, progress: progress}
		if err := in.begin(of); err != nil {
			return err
		}
		if err := in.take(ctx, updates); err != nil {
			return errors.Join(err, takeBack(db))
		}
		added = in.added
		return nil
	})
	return added, err
}

// Missing counts the updates that InsertAll would add.
func (s *Store) Missing(id campaign.ID, updates iter.Seq2[[]campaign.Update, error]) (missing int, err error) {
	err = s.inLedger(id, func(l ledger) error {
		seen := map[campaign.ID]bool{}
		for some, err := range updates {
			if err != nil {
				return err
			}
			for _, u := range some {
				if !seen[u.ID] && l.key(u.ID) == nil {
					missing++
				}
				seen[u.ID] = true
			}
		}
		return nil
	})
	return missing, err
}

// intake is an import in progress.
type intake struct {
	db       *bbolt.DB
	id       campaign.ID
	w        *writer
	seen     int
	added    int
	progress func(int)
}

// begin notes that an import has begun, so that it can be taken back.
func (in *intake) begin(of Batch) error {
	return in.db.Update(func(tx *bbolt.Tx) error {
		b, err := bucketOf(tx, in.id)
		if err != nil {
			return err
		}
		batches := b.Bucket(bucketBatches)
		number, err := batches.NextSequence()
		if err != nil {
			return err
		}
		in.w = newWriter(b, zoneOf(b), number)
		in.w.new.folder = of.Folder
		key := batchKey(number)
		record := wire.Text(newRecord(64), 1, of.File)
		record = wire.Text(record, 2, of.By)
		record = wire.Number(record, 3, uint64(of.At.UnixMilli()))
		if err := batches.Put(key, seal(key, record)); err != nil {
			return err
		}
		return tx.Bucket(bucketMeta).Put(keyUnfinished, append(in.id[:], key...))
	})
}

// take writes the updates in chunks; the last one makes them count.
func (in *intake) take(ctx context.Context, updates iter.Seq2[[]campaign.Update, error]) error {
	next, stop := iter.Pull2(updates)
	defer stop()
	for more := true; more; {
		err := in.db.Update(func(tx *bbolt.Tx) error {
			b, err := bucketOf(tx, in.id)
			if err != nil {
				return err
			}
			in.w.in(b)
			if more, err = in.chunk(ctx, next); err != nil || more {
				return err
			}
			if _, err := in.w.flush(); err != nil {
				return err
			}
			return tx.Bucket(bucketMeta).Delete(keyUnfinished)
		})
		if err != nil {
			return err
		}
		if in.progress != nil {
			in.progress(in.seen)
		}
	}
	return nil
}

// chunk writes the updates of one transaction and reports whether there are more.
func (in *intake) chunk(ctx context.Context, next func() ([]campaign.Update, error, bool)) (bool, error) {
	for n := 0; n < chunk; {
		if err := ctx.Err(); err != nil {
			return false, err
		}
		some, err, ok := next()
		if !ok || err != nil {
			return false, err
		}
		for _, u := range some {
			if err := in.add(u); err != nil {
				return false, err
			}
		}
		n += len(some)
	}
	return true, nil
}

func (in *intake) add(u campaign.Update) error {
	if err := u.Validate(); err != nil {
		return err
	}
	isNew, err := in.w.add(u)
	in.seen++
	if isNew {
		in.added++
	}
	return err
}

func batchKey(number uint64) []byte { return binary.BigEndian.AppendUint64(nil, number) }

// batchOf reads the Batch of muster.proto.
func batchOf(key, sealed []byte) (Batch, error) {
	var of Batch
	b, err := unseal(key, sealed)
	if err != nil {
		return of, err
	}
	err = wire.Fields(b, func(field protowire.Number, n uint64, b []byte) error {
		switch field {
		case 1:
			of.File = string(b)
		case 2:
			of.By = string(b)
		case 3:
			of.At = time.UnixMilli(int64(n)).UTC()
		}
		return nil
	})
	return of, err
}
