package persistence

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"go.etcd.io/bbolt"

	"muster/campaign"
	"muster/persistence/planfile"
)

// Campaigns returns the plans of all campaigns, by name.
func (s *Store) Campaigns() ([]campaign.Campaign, error) {
	var all []campaign.Campaign
	err := s.view(func(tx *bbolt.Tx) error {
		var err error
		all, err = campaigns(tx)
		return err
	})
	slices.SortFunc(all, func(a, b campaign.Campaign) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), a.ID.Compare(b.ID))
	})
	return all, err
}

func campaigns(tx *bbolt.Tx) (all []campaign.Campaign, err error) {
	root := tx.Bucket(bucketCampaigns)
	err = root.ForEachBucket(func(key []byte) error {
		c, err := planOf(root.Bucket(key), campaign.ID(key))
		all = append(all, c)
		return err
	})
	return all, err
}

// Create adds a campaign, whose id must be new in the folder.
// Errors: campaign.ErrInvalid, campaign.ErrNameTaken.
func (s *Store) Create(c campaign.Campaign, by string, now time.Time) error {
	return s.update(func(tx *bbolt.Tx) error {
		if err := checkName(tx, c); err != nil {
			return err
		}
		b, err := createBucket(tx, c.ID)
		if err != nil {
			return err
		}
		document, err := planfile.Encode(c)
		if err != nil {
			return err
		}
		if err := putRevision(b, campaign.Revision{Document: document, By: by, Saved: now}); err != nil {
			return err
		}
		return b.Put(keyZone, []byte(c.Location().String()))
	})
}

// createBucket makes room for a campaign, which has no plan yet.
func createBucket(tx *bbolt.Tx, id campaign.ID) (*bbolt.Bucket, error) {
	b, err := tx.Bucket(bucketCampaigns).CreateBucket(id[:])
	if err != nil {
		return nil, fmt.Errorf("adding the campaign: %w", err)
	}
	for _, name := range campaignBuckets {
		if _, err := b.CreateBucket(name); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// SavePlan puts a new revision of a campaign's plan in force. It takes the
// place of all that were in force, so that there are no conflicts then.
// Errors: campaign.ErrInvalid, campaign.ErrNameTaken, campaign.ErrNoCampaign.
func (s *Store) SavePlan(c campaign.Campaign, by string, now time.Time) error {
	return s.update(func(tx *bbolt.Tx) error {
		if err := checkName(tx, c); err != nil {
			return err
		}
		b, err := bucketOf(tx, c.ID)
		if err != nil {
			return err
		}
		return savePlan(b, c, by, now)
	})
}

func savePlan(b *bbolt.Bucket, c campaign.Campaign, by string, now time.Time) error {
	document, err := planfile.Encode(c)
	if err != nil {
		return err
	}
	parents, err := headsOf(b)
	if err != nil {
		return err
	}
	if err := putRevision(b, campaign.Revision{Parents: parents, Document: document, By: by, Saved: now}); err != nil {
		return err
	}
	if err := arrived(b, arrival{plan: true}); err != nil {
		return err
	}
	if err := b.Delete(keyDivided); err != nil {
		return err
	}
	return follow(b, c)
}

// Delete removes a campaign with its whole ledger.
func (s *Store) Delete(id campaign.ID) error {
	return s.update(func(tx *bbolt.Tx) error {
		if _, err := bucketOf(tx, id); err != nil {
			return err
		}
		return tx.Bucket(bucketCampaigns).DeleteBucket(id[:])
	})
}

// checkName refuses a plan that is not valid or whose name another has.
func checkName(tx *bbolt.Tx, c campaign.Campaign) error {
	if err := c.Validate(); err != nil {
		return err
	}
	all, err := campaigns(tx)
	if err != nil {
		return err
	}
	for _, other := range all {
		if other.ID != c.ID && strings.EqualFold(strings.TrimSpace(other.Name), strings.TrimSpace(c.Name)) {
			return campaign.Explain(campaign.ErrNameTaken, "there is a campaign called %q already: choose another name", other.Name)
		}
	}
	return nil
}

// sumUpAnew makes the day sums again, for the days of another time zone.
func sumUpAnew(b *bbolt.Bucket, loc *time.Location) error {
	if err := b.DeleteBucket(bucketDays); err != nil {
		return err
	}
	if _, err := b.CreateBucket(bucketDays); err != nil {
		return err
	}
	w := newWriter(b, loc, 0)
	err := w.ledger.between(time.Time{}, time.Time{}, func(u campaign.Update, _ provenance) error {
		open, err := w.day(campaign.DayOf(u.At, loc))
		if err != nil {
			return err
		}
		return w.sum(u, ledgerKey(u.At, u.ID), open)
	})
	if err != nil {
		return err
	}
	_, err = w.flush()
	return err
}
