package persistence

import (
	"context"
	"errors"
	"iter"

	"go.etcd.io/bbolt"

	"muster/campaign"
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
			isNew, err := w.take(u)
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

// InsertAll adds all updates of an import, which come some at a time, or none
// of them: an error from the sequence, the end of ctx or a crash takes back what was written. It returns
// the batch with its number and how many were new; the others were there
// already, and a batch of which nothing was new has no number. Progress is told
// how many updates have been looked at.
func (s *Store) InsertAll(ctx context.Context, id campaign.ID, of Batch, updates iter.Seq2[[]campaign.Update, error], progress func(int)) (Batch, error) {
	in := intake{id: id, progress: progress}
	err := s.exclusive(func(db *bbolt.DB) error {
		in.db = db
		if err := in.begin(of, nil); err != nil {
			return err
		}
		if err := in.takeAll(ctx, updates); err != nil {
			return errors.Join(err, takeBack(db))
		}
		return nil
	})
	if err != nil {
		return of, err
	}
	return in.batch, nil
}
