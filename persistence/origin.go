package persistence

import (
	"time"

	"go.etcd.io/bbolt"

	"muster/campaign"
)

// Origin is the device that an update comes from.
type Origin struct {
	Device   campaign.DeviceKey // zero if it is not known
	Name     string             // what its owner calls it
	Own      bool               // it is this one
	Verified bool               // it is this one, or signed by one that was accepted here
}

// origins tells the origin of updates by the numbers of their runs.
type origins map[uint64]Origin

// originsOf reads the origins of a campaign. Own is this device.
func originsOf(tx *bbolt.Tx, b *bbolt.Bucket, own Own) (origins, error) {
	all := origins{0: {Device: own.Device(), Name: own.Name, Own: true, Verified: true}}
	devices, err := devicesOf(tx)
	if err != nil {
		return nil, err
	}
	known := map[campaign.DeviceKey]Origin{own.Device(): all[0]}
	known[campaign.DeviceKey{}] = Origin{} // nobody signed; and there may be no key here yet
	for _, d := range devices {
		if d.Key != own.Device() {
			known[d.Key] = Origin{Device: d.Key, Name: d.Name, Verified: !d.Accepted.IsZero()}
		}
	}
	return all, eachRun(b, func(number uint64, r storedRun) error {
		origin, ok := known[r.Device]
		if !ok {
			origin.Device = r.Device
		}
		all[number] = origin
		return nil
	})
}

// EachFrom is Each with the device that every update comes from.
func (s *Store) EachFrom(id campaign.ID, since, until time.Time, take func(campaign.Update, Origin) error) error {
	own, err := s.ownSoFar()
	if err != nil {
		return err
	}
	var all spool
	defer all.close()
	var by origins
	err = s.inCampaign(id, func(b *bbolt.Bucket) error {
		if by, err = originsOf(b.Tx(), b, own); err != nil {
			return err
		}
		return ledgerOf(b, zoneOf(b)).records(since, until, all.add)
	})
	if err != nil {
		return err
	}
	return all.each(func(u campaign.Update, from provenance) error { return take(u, by[from.run]) })
}

// Origin returns the device that an update comes from.
func (s *Store) Origin(id campaign.ID, update campaign.ID) (origin Origin, err error) {
	err = s.Browse(id, func(b *Browser) error {
		origin, err = b.Origin(update)
		return err
	})
	return origin, err
}

// Origin returns the device that an update comes from. Error:
// campaign.ErrNoUpdate.
func (b *Browser) Origin(id campaign.ID) (origin Origin, err error) {
	key := b.ledger.key(id)
	if key == nil {
		return origin, campaign.Explain(campaign.ErrNoUpdate, "the update %s is not in the ledger any more", id)
	}
	_, from, err := decodeUpdate(key, b.ledger.updates.Get(key), nil)
	if err != nil {
		return origin, err
	}
	own, err := b.store.ownSoFar()
	if err != nil {
		return origin, err
	}
	by, err := originsOf(b.bucket.Tx(), b.bucket, own)
	return by[from.run], err
}
