package persistence

import (
	"encoding/binary"
	"time"

	"go.etcd.io/bbolt"
	"google.golang.org/protobuf/encoding/protowire"

	"muster/campaign"
	"muster/persistence/wire"
)

// Batch describes updates that came together: an import, or what took one back.
type Batch struct {
	Number  uint64 // within the campaign, from 1 on
	File    string // its name, without the folder; empty if the updates came from none
	By      string
	At      time.Time // when it came
	Updates int       // that were new
	Undoes  uint64    // the number of the batch whose updates this one takes out; 0 for none
	Why     string    // it takes them out

	// Folder says that it came from the shared folder. It is stored without its
	// file then, since nobody imported it.
	Folder bool
	// Passing says that the file there may go before everybody has seen it, so
	// that what is in it has to be written there again. That is not stored.
	Passing bool
}

// isThere reports whether what came need not go into the shared folder.
func (of Batch) isThere() bool { return of.Folder && !of.Passing }

// Batches returns all that came together, in the order of their coming.
func (s *Store) Batches(id campaign.ID) (all []Batch, err error) {
	err = s.view(func(tx *bbolt.Tx) error {
		b, err := bucketOf(tx, id)
		if err != nil {
			return err
		}
		all, err = allOf(b.Bucket(bucketBatches), batchOf)
		return err
	})
	return all, err
}

// OfBatch calls each with the updates that came together, oldest first.
func (s *Store) OfBatch(id campaign.ID, number uint64, each func(campaign.Update) error) error {
	return s.inLedger(id, func(l ledger) error {
		return l.between(time.Time{}, time.Time{}, func(u campaign.Update, from provenance) error {
			if from.batch != number {
				return nil
			}
			return each(u)
		})
	})
}

func batchKey(number uint64) []byte { return binary.BigEndian.AppendUint64(nil, number) }

// encode writes the Batch of muster.proto, sealed under its key.
func (of Batch) encode(key []byte) []byte {
	if of.Folder {
		of.File = ""
	}
	record := wire.Text(newRecord(64), 1, of.File)
	record = wire.Text(record, 2, of.By)
	record = wire.Number(record, 3, uint64(of.At.UnixMilli()))
	record = wire.Number(record, 4, uint64(of.Updates))
	record = wire.Number(record, 5, of.Undoes)
	return seal(key, wire.Text(record, 6, of.Why))
}

// batchOf reads what encode wrote.
func batchOf(key, sealed []byte) (Batch, error) {
	of := Batch{Number: binary.BigEndian.Uint64(key)}
	b, err := unseal(key, sealed)
	if err != nil {
		return of, err
	}
	err = wire.Fields(b, func(field protowire.Number, n uint64, b []byte) error {
		switch field {
		case 1:
			of.File = string(b)
		case 2:
			of.By = string(b)
		case 3:
			of.At = time.UnixMilli(int64(n)).UTC()
		case 4:
			of.Updates = int(n)
		case 5:
			of.Undoes = n
		case 6:
			of.Why = string(b)
		}
		return nil
	})
	return of, err
}
