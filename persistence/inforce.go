package persistence

import (
	"errors"
	"fmt"

	"go.etcd.io/bbolt"

	"muster/campaign"
	"muster/persistence/planfile"
)

// planOf returns the plan in force.
func planOf(b *bbolt.Bucket, id campaign.ID) (campaign.Campaign, error) {
	c, _, err := inForce(b, id)
	return c, err
}

// inForce returns the plan in force, and what people who worked apart changed
// in it, each to something else.
func inForce(b *bbolt.Bucket, id campaign.ID) (c campaign.Campaign, conflicts []campaign.Conflict, err error) {
	if isDivided(b) {
		merged, err := mergedOf(b, nil)
		merged.Plan.ID = id
		return merged.Plan, merged.Conflicts, err
	}
	last, _, err := lastRevision(b)
	if err != nil {
		return c, nil, err
	}
	if c, err = planfile.DecodeStored(last.Document); err != nil {
		return c, nil, fmt.Errorf("%w: the plan cannot be read: %w", errRecord, err)
	}
	c.ID = id
	return c, nil, nil
}

// isDivided reports whether the plan in force is not simply the last revision:
// several have none that follows them.
func isDivided(b *bbolt.Bucket) bool { return b.Get(keyDivided) != nil }

// mergedOf works out the plan in force from all revisions. Keep is that of planfile.Merge.
func mergedOf(b *bbolt.Bucket, keep map[string]campaign.ID) (planfile.Merged, error) {
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
