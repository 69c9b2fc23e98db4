package persistence

import (
	"go.etcd.io/bbolt"

	"muster/campaign"
)

// Origins says how many updates of a campaign came from elsewhere.
type Origins struct {
	ByDevice   map[campaign.DeviceKey]int // that signed them; those that nobody signed are the zero key's
	Unverified int                        // that neither this device nor one accepted here signed
}

// Origins returns how many updates of a campaign came from which other devices.
func (s *Store) Origins(id campaign.ID) (Origins, error) {
	all := Origins{ByDevice: map[campaign.DeviceKey]int{}}
	own, err := s.Own()
	if err != nil {
		return all, err
	}
	err = s.inCampaign(id, func(b *bbolt.Bucket) error {
		by, err := originsOf(b.Tx(), b, own)
		if err != nil {
			return err
		}
		return eachRun(b, func(number uint64, r storedRun) error {
			all.ByDevice[r.Device] += r.count
			if !by[number].Verified {
				all.Unverified += r.count
			}
			return nil
		})
	})
	return all, err
}

// CountPending returns how many updates are pending.
func (s *Store) CountPending(id campaign.ID, p Pending) (n int, err error) {
	err = s.inLedger(id, func(l ledger) error {
		which := Which{Pending: &p}
		return which.records(l, func(key, record []byte) error {
			u, from, err := decodeUpdate(key, record, nil)
			if err == nil && which.chooses(u, from) {
				n++
			}
			return err
		})
	})
	return n, err
}
