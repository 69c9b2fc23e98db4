package persistence

import (
	"encoding/binary"
	"fmt"
	"time"

	"go.etcd.io/bbolt"
	"google.golang.org/protobuf/encoding/protowire"

	"muster/campaign"
	"muster/persistence/wire"
)

// lastRevision reads the revision that was written last, and whether it tells
// its parents.
func lastRevision(b *bbolt.Bucket) (campaign.Revision, bool, error) {
	key, sealed := b.Bucket(bucketPlans).Cursor().Last()
	if key == nil {
		return campaign.Revision{}, false, fmt.Errorf("%w: a campaign has no plan", errRecord)
	}
	return decodeRevision(key, sealed)
}

// putRevision writes the Plan of muster.proto as the last one.
func putRevision(b *bbolt.Bucket, r campaign.Revision) error {
	plans := b.Bucket(bucketPlans)
	number, err := plans.NextSequence()
	if err != nil {
		return err
	}
	key := binary.BigEndian.AppendUint64(nil, number)
	record := wire.Text(newRecord(len(r.Document)+64), 1, string(r.Document))
	record = wire.Text(record, 2, r.By)
	record = wire.Number(record, 3, uint64(r.Saved.UnixMilli()))
	var parents []byte
	for _, parent := range r.Parents {
		parents = append(parents, parent[:]...)
	}
	record = wire.Bytes(record, 4, parents)
	if err := plans.Put(key, seal(key, record)); err != nil {
		return fmt.Errorf("writing the plan: %w", err)
	}
	return nil
}

// decodeRevision reads a Plan of muster.proto, and whether it tells its parents.
func decodeRevision(key, sealed []byte) (r campaign.Revision, told bool, err error) {
	record, err := unseal(key, sealed)
	if err != nil {
		return r, false, err
	}
	err = wire.Fields(record, func(field protowire.Number, n uint64, b []byte) error {
		switch field {
		case 1:
			r.Document = append([]byte(nil), b...)
		case 2:
			r.By = string(b)
		case 3:
			r.Saved = time.UnixMilli(int64(n)).UTC()
		case 4:
			told = true
			for ; len(b) >= len(campaign.ID{}); b = b[len(campaign.ID{}):] {
				r.Parents = append(r.Parents, campaign.ID(b[:len(campaign.ID{})]))
			}
		}
		return nil
	})
	return r, told, err
}
