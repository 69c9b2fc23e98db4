package persistence

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"time"

	"go.etcd.io/bbolt"
	"google.golang.org/protobuf/encoding/protowire"

	"muster/campaign"
	"muster/persistence/planfile"
	"muster/persistence/wire"
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
		b, err := tx.Bucket(bucketCampaigns).CreateBucket(c.ID[:])
		if err != nil {
			return fmt.Errorf("adding the campaign: %w", err)
		}
		for _, name := range campaignBuckets {
			if _, err := b.CreateBucket(name); err != nil {
				return err
			}
		}
		return putPlan(b, c, by, now)
	})
}

// SavePlan puts a new revision of a campaign's plan in force.
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
		before := zoneOf(b).String()
		if err := putPlan(b, c, by, now); err != nil {
			return err
		}
		if before == c.Location().String() {
			_, err = changed(b)
			return err
		}
		return sumUpAnew(b, c.Location())
	})
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

// planOf returns the plan in force.
func planOf(b *bbolt.Bucket, id campaign.ID) (campaign.Campaign, error) {
	key, sealed := b.Bucket(bucketPlans).Cursor().Last()
	if key == nil {
		return campaign.Campaign{}, fmt.Errorf("%w: a campaign has no plan", errRecord)
	}
	record, err := unseal(key, sealed)
	if err != nil {
		return campaign.Campaign{}, err
	}
	var document []byte
	err = wire.Fields(record, func(field protowire.Number, _ uint64, b []byte) error {
		if field == 1 {
			document = b
		}
		return nil
	})
	if err != nil {
		return campaign.Campaign{}, err
	}
	c, err := planfile.DecodeStored(document)
	if err != nil {
		return c, fmt.Errorf("%w: the plan cannot be read: %w", errRecord, err)
	}
	c.ID = id
	return c, nil
}

// putPlan writes the Plan of muster.proto as the next revision.
func putPlan(b *bbolt.Bucket, c campaign.Campaign, by string, now time.Time) error {
	document, err := planfile.Encode(c)
	if err != nil {
		return err
	}
	plans := b.Bucket(bucketPlans)
	revision, err := plans.NextSequence()
	if err != nil {
		return err
	}
	key := binary.BigEndian.AppendUint64(nil, revision)
	record := wire.Text(newRecord(len(document)+32), 1, string(document))
	record = wire.Text(record, 2, by)
	record = wire.Number(record, 3, uint64(now.UnixMilli()))
	if err := plans.Put(key, seal(key, record)); err != nil {
		return fmt.Errorf("writing the plan: %w", err)
	}
	return b.Put(keyZone, []byte(c.Location().String()))
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
	err := w.ledger.between(time.Time{}, time.Time{}, func(u campaign.Update, _ uint64) error {
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
