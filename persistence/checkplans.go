package persistence

import (
	"errors"
	"fmt"
	"reflect"

	"go.etcd.io/bbolt"

	"muster/campaign"
	"muster/persistence/planfile"
)

// checkPlans reads every revision of a plan back, and sees that the one in force
// is the one that follows from them.
func checkPlans(b *bbolt.Bucket, inForce campaign.Campaign) error {
	all, err := revisionsOf(b)
	if err != nil {
		return err
	}
	for _, r := range all {
		if err := checkRevision(r); err != nil {
			return err
		}
	}
	merged, err := planfile.Merge(all, nil)
	merged.Plan.ID = inForce.ID
	switch {
	case err != nil:
		return err
	case !reflect.DeepEqual(merged.Plan, inForce):
		return errors.New("it is not the one that follows from its revisions")
	case zoneOf(b).String() != inForce.Location().String():
		return fmt.Errorf("its days are those of %s but summed up by %s", inForce.Location(), zoneOf(b))
	}
	return nil
}
