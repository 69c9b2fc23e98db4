package persistence

import (
	"go.etcd.io/bbolt"

	"muster/campaign"
)

// runs reads what came from other devices, and compares how many updates each
// run has with how many were found in the ledger.
func (r *CheckResult) runs(b *bbolt.Bucket, c campaign.Campaign, found map[uint64]int) {
	delete(found, 0) // entered here
	err := eachRun(b, func(number uint64, run storedRun) error {
		if found[number] != run.count {
			r.found("%s: %d updates of run %d where there should be %d", c.Name, found[number], number, run.count)
		}
		delete(found, number)
		return nil
	})
	if err != nil {
		r.found("%s: the runs: %v", c.Name, err)
		return
	}
	for number, n := range found {
		r.found("%s: %d updates are of run %d, which is not there", c.Name, n, number)
	}
	kept := b.Bucket(bucketQuarantine)
	if kept == nil {
		return
	}
	_ = kept.ForEach(func(key, record []byte) error {
		if _, err := decodeQuarantined(key, record); err != nil {
			r.found("%s: what is in quarantine: %v", c.Name, err)
		}
		return nil
	})
}
