package persistence

import (
	"time"

	"go.etcd.io/bbolt"

	"muster/campaign"
	"muster/persistence/planfile"
)

// Revisions returns every revision of a campaign's plan, in the order in which
// they were written here.
func (s *Store) Revisions(id campaign.ID) (revisions []campaign.Revision, err error) {
	err = s.view(func(tx *bbolt.Tx) error {
		b, err := bucketOf(tx, id)
		if err == nil {
			revisions, err = revisionsOf(b)
		}
		return err
	})
	return revisions, err
}

// revisionsOf reads all revisions of a campaign's plan. Of those that were
// written before revisions had parents, each follows the one before.
func revisionsOf(b *bbolt.Bucket) ([]campaign.Revision, error) {
	var all []campaign.Revision
	var before campaign.ID
	return all, b.Bucket(bucketPlans).ForEach(func(key, sealed []byte) error {
		r, told, err := decodeRevision(key, sealed)
		if err != nil {
			return err
		}
		if !told && !before.IsZero() {
			r.Parents = []campaign.ID{before}
		}
		before = r.ID()
		all = append(all, r)
		return nil
	})
}

// takeRevisions adds revisions of a campaign's plan that come from elsewhere
// and returns how many were new. The order in which they come does not matter.
// The days are summed up anew if the plan in force has another time zone.
// Errors: campaign.ErrInvalid, campaign.ErrNameTaken, campaign.ErrNewer.
func takeRevisions(b *bbolt.Bucket, id campaign.ID, revisions []campaign.Revision) (added int, err error) {
	all, err := revisionsOf(b)
	if err != nil {
		return 0, err
	}
	known := map[campaign.ID]bool{}
	for _, r := range all {
		known[r.ID()] = true
	}
	for _, r := range revisions {
		r.Saved = r.Saved.UTC().Truncate(time.Millisecond)
		if known[r.ID()] {
			continue
		}
		if err := checkRevision(r); err != nil {
			return added, err
		}
		known[r.ID()] = true
		if err := putRevision(b, r); err != nil {
			return added, err
		}
		all = append(all, r)
		added++
	}
	if added == 0 {
		return 0, nil
	}
	return added, putInForce(b, id, all)
}

// checkRevision refuses a revision that nobody could have saved, or that
// this version of Muster cannot read.
func checkRevision(r campaign.Revision) error {
	if err := r.Validate(); err != nil {
		return err
	}
	if _, err := planfile.DecodeStored(r.Document); err != nil {
		return campaign.Explain(campaign.ErrNewer,
			"a revision of the plan cannot be read, perhaps since a later version of Muster wrote it: update Muster and try again (%s)", err)
	}
	return nil
}
