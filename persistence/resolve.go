package persistence

import (
	"maps"
	"slices"
	"time"

	"go.etcd.io/bbolt"

	"muster/campaign"
)

// Resolve saves the plan in force with a version of each conflict: the one from
// the revision that keep has for the conflict's path, otherwise the one that
// holds. Errors: campaign.ErrInvalid, campaign.ErrNameTaken, campaign.ErrNoCampaign.
func (s *Store) Resolve(id campaign.ID, keep map[string]campaign.ID, by string, now time.Time) error {
	return s.update(func(tx *bbolt.Tx) error {
		b, err := bucketOf(tx, id)
		if err != nil {
			return err
		}
		open, err := mergedOf(b, nil)
		if err != nil || len(open.Heads) == 1 && len(keep) == 0 {
			return err
		}
		if err := checkKeep(open.Conflicts, keep); err != nil {
			return err
		}
		merged, err := mergedOf(b, keep)
		if err != nil {
			return err
		}
		if n := len(merged.Conflicts); n > 0 && len(merged.Conflicts[0].Field) == 0 && len(open.Conflicts[0].Field) > 0 {
			return campaign.Explain(campaign.ErrInvalid, "what was chosen does not fit together: %s", merged.Conflicts[0].Why)
		}
		merged.Plan.ID = id
		if err := checkName(tx, merged.Plan); err != nil {
			return err
		}
		return savePlan(b, merged.Plan, by, now)
	})
}

// checkKeep refuses choices that are not, or no longer, between the versions
// that there are.
func checkKeep(conflicts []campaign.Conflict, keep map[string]campaign.ID) error {
	versions := map[string][]campaign.Version{}
	for _, c := range conflicts {
		versions[c.Path()] = c.Versions
	}
	for _, path := range slices.Sorted(maps.Keys(keep)) {
		if !slices.ContainsFunc(versions[path], func(v campaign.Version) bool { return v.From == keep[path] }) {
			return campaign.Explain(campaign.ErrInvalid, "the plan has changed meanwhile: look at %s again", path)
		}
	}
	return nil
}
