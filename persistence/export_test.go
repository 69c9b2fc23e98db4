package persistence

import (
	"bytes"

	"go.etcd.io/bbolt"

	"muster/campaign"
)

// ImportAsChild imports a file if this process was started for that, and
// reports whether it was. The external tests set it.
var ImportAsChild = func() bool { return false }

// RawRecords returns the ledger of a folder's only campaign as it is stored.
func RawRecords(dir string) (keys, records [][]byte, err error) {
	s, err := Open(dir)
	if err != nil {
		return nil, nil, err
	}
	all, err := s.Campaigns()
	if err != nil {
		return nil, nil, err
	}
	err = s.view(func(tx *bbolt.Tx) error {
		b, err := bucketOf(tx, all[0].ID)
		if err != nil {
			return err
		}
		return ledgerOf(b, campaign.Campaign{}.Location()).updates.ForEach(func(key, record []byte) error {
			keys, records = append(keys, bytes.Clone(key)), append(records, bytes.Clone(record))
			return nil
		})
	})
	return keys, records, err
}
