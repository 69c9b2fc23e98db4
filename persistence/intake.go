package persistence

import (
	"context"
	"iter"

	"go.etcd.io/bbolt"

	"muster/campaign"
)

// intake is an import or a merge in progress.
type intake struct {
	db       *bbolt.DB
	id       campaign.ID
	w        *writer
	batch    Batch
	seen     int
	progress func(int)

	finish func(*bbolt.Tx, *bbolt.Bucket) error // makes it count, in the last transaction
}

// begin notes that an import has begun, so that it can be taken back. A
// campaign that is not there is made by create, and taken back as a whole.
func (in *intake) begin(of Batch, create func(*bbolt.Tx) error) error {
	return in.db.Update(func(tx *bbolt.Tx) error {
		var created []byte
		if create != nil {
			if err := create(tx); err != nil {
				return err
			}
			created = markCreated
		}
		b, err := bucketOf(tx, in.id)
		if err != nil {
			return err
		}
		batches := b.Bucket(bucketBatches)
		in.batch = of
		if in.batch.Number, err = batches.NextSequence(); err != nil {
			return err
		}
		in.w = newWriter(b, zoneOf(b), in.batch.Number)
		in.w.new.folder = of.isThere()
		key := batchKey(in.batch.Number)
		if err := batches.Put(key, of.encode(key)); err != nil {
			return err
		}
		return tx.Bucket(bucketMeta).Put(keyUnfinished, append(append(in.id[:], key...), created...))
	})
}

// takeAll writes updates that come some at a time.
func (in *intake) takeAll(ctx context.Context, updates iter.Seq2[[]campaign.Update, error]) error {
	next, stop := iter.Pull2(updates)
	defer stop()
	in.finish = func(_ *bbolt.Tx, b *bbolt.Bucket) error {
		if _, err := in.w.flush(); err != nil {
			return err
		}
		return in.describe(b.Bucket(bucketBatches))
	}
	return in.take(ctx, func() (int, bool, error) {
		some, err, more := next()
		if err != nil || !more {
			return 0, false, err
		}
		for _, u := range some {
			if err := in.add(u); err != nil {
				return 0, false, err
			}
		}
		return len(some), true, nil
	})
}

// describe notes how many updates were new. An import that brought none leaves
// nothing.
func (in *intake) describe(batches *bbolt.Bucket) error {
	key := batchKey(in.batch.Number)
	if in.batch.Updates == 0 {
		in.batch.Number = 0
		return batches.Delete(key)
	}
	return batches.Put(key, in.batch.encode(key))
}

// take does step after step, in chunks; the last one makes them count. A step
// writes some updates and returns how many, and whether there may be more.
func (in *intake) take(ctx context.Context, step func() (int, bool, error)) error {
	for more := true; more; {
		err := in.db.Update(func(tx *bbolt.Tx) error {
			b, err := bucketOf(tx, in.id)
			if err != nil {
				return err
			}
			in.w.in(b)
			if more, err = chunked(ctx, step); err != nil || more {
				return err
			}
			if err := in.finish(tx, b); err != nil {
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

// chunked does the steps of one transaction and reports whether there may be
// more.
func chunked(ctx context.Context, step func() (int, bool, error)) (bool, error) {
	for n := 0; n < chunk; {
		if err := ctx.Err(); err != nil {
			return false, err
		}
		done, more, err := step()
		if err != nil || !more {
			return false, err
		}
		n += done
	}
	return true, nil
}

func (in *intake) add(u campaign.Update) error {
	if err := u.Validate(); err != nil {
		return err
	}
	isNew, err := in.w.take(u)
	in.seen++
	if isNew {
		in.batch.Updates++
	}
	return err
}
