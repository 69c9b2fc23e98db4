package persistence

import (
	"context"
	"errors"

	"go.etcd.io/bbolt"

	"muster/campaign"
)

// errDry undoes what was only tried.
var errDry = errors.New("it was only tried")

// WouldMerge says what Merge would do, and does nothing. Errors: those of
// Merge.
func (s *Store) WouldMerge(ctx context.Context, d Delivery) (merged Merged, err error) {
	m := &merging{intake: intake{id: d.Campaign}, delivery: d}
	if err := s.tryPlan(m); err != nil {
		return merged, err
	}
	merged = m.merged
	look := func(l *ledger) error { return merged.wouldTake(ctx, l, d) }
	if merged.Created {
		return merged, look(nil)
	}
	err = s.inLedger(d.Campaign, func(l ledger) error { return look(&l) })
	return merged, err
}

// tryPlan takes the plan in and undoes that.
func (s *Store) tryPlan(m *merging) error {
	var failed error
	err := s.update(func(tx *bbolt.Tx) error {
		if b := tx.Bucket(bucketCampaigns).Bucket(m.id[:]); b == nil {
			failed = m.create(tx)
		} else {
			m.merged.Revisions, failed = takeRevisions(b, m.id, m.delivery.Revisions)
		}
		return errDry
	})
	if errors.Is(err, errDry) {
		return failed
	}
	return err
}

// wouldTake counts what would become of updates. Without a ledger all are new.
func (m *Merged) wouldTake(ctx context.Context, l *ledger, d Delivery) error {
	seen := map[campaign.ID]bool{}
	for r, err := range Ahead(checked(d.Campaign, d.Runs)) {
		if err = errors.Join(err, ctx.Err()); err != nil {
			return err
		}
		if r.bad {
			m.Quarantined += len(r.Updates)
			continue
		}
		for _, u := range r.Updates {
			if err := m.wouldTakeOne(l, u, seen); err != nil {
				return err
			}
		}
	}
	return nil
}

func (m *Merged) wouldTakeOne(l *ledger, u campaign.Update, seen map[campaign.ID]bool) error {
	if u.Validate() != nil {
		m.Quarantined++
		return nil
	}
	there := seen[u.ID]
	seen[u.ID] = true
	if l != nil && !there {
		before, found, err := l.get(u.ID)
		if err != nil {
			return err
		}
		if found && !sameCount(before, u) {
			m.Quarantined++
			return nil
		}
		there = found
	}
	if there {
		m.Duplicates++
	} else {
		m.Added++
	}
	return nil
}
