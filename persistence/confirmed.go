package persistence

import (
	"bytes"

	"go.etcd.io/bbolt"

	"muster/campaign"
)

// bucketConfirmed holds, for each line of a tally sheet that said again what it
// had said before, when it last did. That is not in the ledger, which would have
// to hold every line anew with each import. It matters once another copy of the
// campaign brings what the line said in between: then it is told.
//
//	key    moment (8 bytes) and line (6 bytes), as in the ledger's keys and ids
//	value  id of the filling (16 bytes), and its Update, sealed under its ledger key
var bucketConfirmed = []byte("confirmed")

func confirmedKey(u campaign.Update) []byte { return append(appendMoment(nil, u.At), u.ID[6:12]...) }

// Confirm notes that lines of a tally sheet say again what the ledger knows. The
// updates are the fillings that would tell it anew.
func (s *Store) Confirm(id campaign.ID, fillings ...campaign.Update) error {
	if len(fillings) == 0 {
		return nil
	}
	return s.update(func(tx *bbolt.Tx) error {
		b, err := bucketOf(tx, id)
		if err != nil {
			return err
		}
		confirmed, err := b.CreateBucketIfNotExists(bucketConfirmed)
		if err != nil {
			return err
		}
		for _, u := range fillings {
			key := confirmedKey(u)
			if last := confirmed.Get(key); len(last) >= len(u.ID) && bytes.Compare(last[:len(u.ID)], u.ID[:]) >= 0 {
				continue
			}
			record := encodeUpdate(ledgerKey(u.At, u.ID), u, provenance{})
			if err := confirmed.Put(key, append(bytes.Clone(u.ID[:]), record...)); err != nil {
				return err
			}
		}
		return nil
	})
}

// confirmed returns what a line of a tally sheet was last known to say, if that
// is not what the last of its fillings before says.
func (w *writer) confirmed(u campaign.Update, there []campaign.Update) (last campaign.Update, is bool, err error) {
	b := w.bucket.Bucket(bucketConfirmed)
	if b == nil || !u.IsFilling() {
		return last, false, nil
	}
	value := b.Get(confirmedKey(u))
	if len(value) < len(last.ID) {
		return last, false, nil
	}
	key := ledgerKey(u.At, campaign.ID(value[:len(last.ID)]))
	if last, _, err = decodeUpdate(key, value[len(last.ID):], nil); err != nil {
		return last, false, err
	}
	for _, rival := range there {
		if rival.ID.Compare(last.ID) <= 0 {
			is = !rival.SaysAsMuch(last)
		}
	}
	return last, is, nil
}
