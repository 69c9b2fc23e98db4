package persistence

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"go.etcd.io/bbolt"

	"muster/campaign"
)

// schemaVersion is the layout that this version of Muster reads and writes.
// muster.proto in this folder describes the records.
const schemaVersion = 1

// Names of buckets and keys. The root holds bucketMeta and bucketCampaigns,
// the latter a bucket for each campaign, named by its id.
var (
	bucketMeta      = []byte("meta")
	bucketCampaigns = []byte("campaigns")
	bucketDevices   = []byte("devices") // public key -> Device; only if others were met
	keySchema       = []byte("schema")
	keyUnfinished   = []byte("unfinished") // the campaign and batch of an import in progress

	bucketPlans      = []byte("plans")       // number -> Plan
	bucketLedger     = []byte("ledger")      // moment, id -> Update
	bucketMoments    = []byte("moments")     // id -> moment, for ids that do not tell it
	bucketVoids      = []byte("voids")       // target, void -> nothing
	bucketCells      = []byte("cells")       // number -> Cell
	bucketNumbers    = []byte("cellnumbers") // cell -> number
	bucketDays       = []byte("days")        // day -> Day
	bucketBatches    = []byte("batches")     // number -> Batch
	bucketOutlets    = []byte("outlets")     // kind, name -> Outlet; only while there are some
	bucketArrivals   = []byte("arrivals")    // number -> Arrival; only while there are outlets
	bucketRuns       = []byte("runs")        // number -> Run; only if something was merged
	bucketQuarantine = []byte("quarantine")  // SHA-256 of a run -> Quarantined; only if there was something
	bucketFiles      = []byte("files")       // name -> File; only while there is a shared folder
	bucketHabits     = []byte("habits")      // source -> Habit; made when the first is kept
	keyChanges       = []byte("changes")     // how often the campaign was written to
	keyZone          = []byte("zone")        // the time zone of the day sums
	keyDivided       = []byte("divided")     // there while the plan in force is not simply the last one
)

// campaignBuckets are those of one campaign.
var campaignBuckets = [][]byte{
	bucketPlans, bucketLedger, bucketMoments, bucketVoids, bucketCells, bucketNumbers, bucketDays, bucketBatches,
}

// create makes the file under a temporary name, so that a power failure while
// bbolt first lays it out leaves nothing half made.
func (s *Store) create() error {
	temp, err := os.CreateTemp(s.dir, fileName+".new-*")
	if err != nil {
		return s.explain(err)
	}
	temp.Close()
	defer os.Remove(temp.Name())
	db, err := bbolt.Open(temp.Name(), 0o600, nil)
	if err != nil {
		return s.explain(err)
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		if _, err := tx.CreateBucket(bucketCampaigns); err != nil {
			return err
		}
		meta, err := tx.CreateBucket(bucketMeta)
		if err != nil {
			return err
		}
		return meta.Put(keySchema, binary.BigEndian.AppendUint32(nil, schemaVersion))
	})
	if closed := db.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return s.explain(err)
	}
	// A link fails if another process was quicker, whose file then is used.
	if err := os.Link(temp.Name(), s.path()); err != nil && !os.IsExist(err) {
		if err := os.Rename(temp.Name(), s.path()); err != nil {
			return s.explain(err)
		}
	}
	return syncFolder(s.dir)
}

// syncFolder makes a new name in a folder survive a power failure, where the
// system has a way to ask for that.
func syncFolder(dir string) error {
	f, err := os.Open(filepath.Clean(dir))
	if err != nil {
		return err
	}
	defer f.Close()
	_ = f.Sync() // Windows refuses; its rename is durable without
	return nil
}

func checkSchema(tx *bbolt.Tx) error {
	meta := tx.Bucket(bucketMeta)
	if meta == nil || tx.Bucket(bucketCampaigns) == nil {
		return damaged(tx.DB().Path(), "it has no schema")
	}
	b := meta.Get(keySchema)
	if len(b) != 4 {
		return damaged(tx.DB().Path(), "it has no schema version")
	}
	if v := binary.BigEndian.Uint32(b); v > schemaVersion {
		return campaign.Explain(campaign.ErrNewer,
			"%s was written by a later version of Muster (schema %d, this one knows %d): update Muster to open it", tx.DB().Path(), v, schemaVersion)
	}
	return nil
}

// bucketOf returns the bucket of a campaign. Error: campaign.ErrNoCampaign.
func bucketOf(tx *bbolt.Tx, id campaign.ID) (*bbolt.Bucket, error) {
	b := tx.Bucket(bucketCampaigns).Bucket(id[:])
	if b == nil {
		return nil, campaign.Explain(campaign.ErrNoCampaign, "the campaign is not in this data folder any more: somebody deleted it")
	}
	return b, nil
}

// zoneOf returns the time zone whose days are summed up.
func zoneOf(b *bbolt.Bucket) *time.Location {
	return campaign.Campaign{TimeZone: string(b.Get(keyZone))}.Location()
}

// changed counts a write to the campaign and returns the count.
func changed(b *bbolt.Bucket) (uint64, error) {
	n := changes(b) + 1
	if err := b.Put(keyChanges, binary.BigEndian.AppendUint64(nil, n)); err != nil {
		return 0, fmt.Errorf("counting the change: %w", err)
	}
	return n, nil
}

func changes(b *bbolt.Bucket) uint64 {
	if v := b.Get(keyChanges); len(v) == 8 {
		return binary.BigEndian.Uint64(v)
	}
	return 0
}

// allOf returns what a bucket holds, in the order of its keys: nothing if it
// was never made.
func allOf[T any](b *bbolt.Bucket, decode func(key, record []byte) (T, error)) (all []T, err error) {
	if b == nil {
		return nil, nil
	}
	err = b.ForEach(func(key, record []byte) error {
		one, err := decode(key, record)
		all = append(all, one)
		return err
	})
	return all, err
}
