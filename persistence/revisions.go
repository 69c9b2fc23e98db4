package persistence

import (
	"encoding/binary"
	"errors"
	"fmt"
	"time"

	"go.etcd.io/bbolt"
	"google.golang.org/protobuf/encoding/protowire"

	"muster/campaign"
	"muster/persistence/planfile"
	"muster/persistence/wire"
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

// isDivided reports whether the plan in force is not simply the last revision:
// several have none that follows them.
func isDivided(b *bbolt.Bucket) bool { return b.Get(keyDivided) != nil }

// mergedOf works out the plan in force from all revisions. Keep is that of planfile.Merge.
func mergedOf(b *bbolt.Bucket, keep map[string]int) (planfile.Merged, error) {
	all, err := revisionsOf(b)
	if err != nil {
		return planfile.Merged{}, err
	}
	merged, err := planfile.Merge(all, keep)
	if err != nil {
		err = fmt.Errorf("%w: %w", errRecord, err)
	}
	return merged, err
}

// headsOf returns the revisions that no other one follows.
func headsOf(b *bbolt.Bucket) ([]campaign.ID, error) {
	if !isDivided(b) {
		if last, told, err := lastRevision(b); told || err != nil {
			return []campaign.ID{last.ID()}, err
		}
	}
	merged, err := mergedOf(b, nil)
	return merged.Heads, err
}

// lastRevision reads the revision that was written last, and whether it tells
// its parents.
func lastRevision(b *bbolt.Bucket) (campaign.Revision, bool, error) {
	key, sealed := b.Bucket(bucketPlans).Cursor().Last()
	if key == nil {
		return campaign.Revision{}, false, fmt.Errorf("%w: a campaign has no plan", errRecord)
	}
	return decodeRevision(key, sealed)
}

// putInForce works out which plan is in force now that there are other
// revisions, and brings along what goes by it.
func putInForce(b *bbolt.Bucket, id campaign.ID, all []campaign.Revision) error {
	merged, err := planfile.Merge(all, nil)
	if err != nil {
		return err
	}
	if len(merged.Heads) > campaign.MaxParents {
		return campaign.Explain(campaign.ErrInvalid,
			"the plan would have %d versions side by side, %d at most: save one of them first, then try again", len(merged.Heads), campaign.MaxParents)
	}
	if len(merged.Heads) == 1 && merged.Heads[0] == all[len(all)-1].ID() {
		err = b.Delete(keyDivided)
	} else {
		err = b.Put(keyDivided, []byte{1})
	}
	if err != nil {
		return err
	}
	merged.Plan.ID = id
	switch err := checkName(b.Tx(), merged.Plan); {
	case errors.Is(err, campaign.ErrNameTaken):
		return campaign.Explain(campaign.ErrNameTaken,
			"another campaign in this data folder is called %q too: rename one of the two first, then try again", merged.Plan.Name)
	case err != nil:
		return campaign.Explain(err, "the plan that comes with it is not possible: %s", err)
	}
	return follow(b, merged.Plan)
}

// follow sums the days up anew if a plan has another time zone than they, and
// counts the change.
func follow(b *bbolt.Bucket, c campaign.Campaign) error {
	before, after := zoneOf(b), c.Location()
	if err := b.Put(keyZone, []byte(after.String())); err != nil {
		return err
	}
	if before.String() == after.String() {
		_, err := changed(b)
		return err
	}
	return sumUpAnew(b, after)
}

// putRevision writes the Plan of muster.proto as the last one.
func putRevision(b *bbolt.Bucket, r campaign.Revision) error {
	plans := b.Bucket(bucketPlans)
	number, err := plans.NextSequence()
	if err != nil {
		return err
	}
	key := binary.BigEndian.AppendUint64(nil, number)
	record := wire.Text(newRecord(len(r.Document)+64), 1, string(r.Document))
	record = wire.Text(record, 2, r.By)
	record = wire.Number(record, 3, uint64(r.Saved.UnixMilli()))
	var parents []byte
	for _, parent := range r.Parents {
		parents = append(parents, parent[:]...)
	}
	record = wire.Bytes(record, 4, parents)
	if err := plans.Put(key, seal(key, record)); err != nil {
		return fmt.Errorf("writing the plan: %w", err)
	}
	return nil
}

// decodeRevision reads a Plan of muster.proto, and whether it tells its parents.
func decodeRevision(key, sealed []byte) (r campaign.Revision, told bool, err error) {
	record, err := unseal(key, sealed)
	if err != nil {
		return r, false, err
	}
	err = wire.Fields(record, func(field protowire.Number, n uint64, b []byte) error {
		switch field {
		case 1:
			r.Document = append([]byte(nil), b...)
		case 2:
			r.By = string(b)
		case 3:
			r.Saved = time.UnixMilli(int64(n)).UTC()
		case 4:
			told = true
			for ; len(b) >= len(campaign.ID{}); b = b[len(campaign.ID{}):] {
				r.Parents = append(r.Parents, campaign.ID(b[:len(campaign.ID{})]))
			}
		}
		return nil
	})
	return r, told, err
}
