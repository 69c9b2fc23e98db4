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

// OutletKind is how updates leave this data folder.
type OutletKind uint8

// The two kinds of outlet.
const (
	ByHand   OutletKind = iota + 1 // in packs for somebody
	ByFolder                       // in segments, in the shared folder
)

// Outlet is a way by which the updates of a campaign leave this data folder
// for another, each of them once.
type Outlet struct {
	Kind    OutletKind
	Name    string    // whom the packs are for; empty for the shared folder
	Folder  string    // the shared folder's path
	Served  uint64    // number of the last arrival that has left by it
	Whole   bool      // the next pack holds everything, whatever has left before
	Segment uint64    // number of the last segment written
	At      time.Time // when something last left by it; zero if never
}

// key is what the outlet is filed under.
func (o Outlet) key() []byte { return append([]byte{byte(o.Kind)}, o.Name...) }

// encode writes the Outlet of muster.proto.
func (o Outlet) encode() []byte {
	b := wire.Text(newRecord(64), 1, o.Folder)
	b = wire.Number(b, 2, o.Served)
	b = wire.Number(b, 3, protowire.EncodeBool(o.Whole))
	b = wire.Number(b, 4, o.Segment)
	if !o.At.IsZero() {
		b = wire.Number(b, 5, uint64(o.At.UnixMilli()))
	}
	return seal(o.key(), b)
}

func decodeOutlet(key, sealed []byte) (o Outlet, err error) {
	b, err := unseal(key, sealed)
	if err != nil || len(key) == 0 {
		return o, err
	}
	o.Kind, o.Name = OutletKind(key[0]), string(key[1:])
	err = wire.Fields(b, func(field protowire.Number, n uint64, b []byte) error {
		switch field {
		case 1:
			o.Folder = string(b)
		case 2:
			o.Served = n
		case 3:
			o.Whole = protowire.DecodeBool(n)
		case 4:
			o.Segment = n
		case 5:
			o.At = time.UnixMilli(int64(n)).UTC()
		}
		return nil
	})
	return o, err
}

// Outlets returns the outlets of a campaign, those for somebody by name, then
// the shared folder.
func (s *Store) Outlets(id campaign.ID) (all []Outlet, err error) {
	err = s.inCampaign(id, func(b *bbolt.Bucket) error {
		all, err = outletsOf(b)
		return err
	})
	return all, err
}

func outletsOf(b *bbolt.Bucket) ([]Outlet, error) {
	return allOf(b.Bucket(bucketOutlets), decodeOutlet)
}

// Outlet returns an outlet of a campaign, and whether there is one of the kind
// and name.
func (s *Store) Outlet(id campaign.ID, kind OutletKind, name string) (o Outlet, there bool, err error) {
	err = s.inCampaign(id, func(b *bbolt.Bucket) error {
		o, there, err = outletOf(b, Outlet{Kind: kind, Name: name}.key())
		return err
	})
	return o, there, err
}

func outletOf(b *bbolt.Bucket, key []byte) (o Outlet, there bool, err error) {
	outlets := b.Bucket(bucketOutlets)
	if outlets == nil {
		return o, false, nil
	}
	record := outlets.Get(key)
	if record == nil {
		return o, false, nil
	}
	o, err = decodeOutlet(key, record)
	return o, err == nil, err
}

// OpenOutlet adds an outlet, or has one begin again: the next pack that leaves
// by it holds everything.
func (s *Store) OpenOutlet(id campaign.ID, o Outlet) error {
	return s.update(func(tx *bbolt.Tx) error {
		b, err := bucketOf(tx, id)
		if err != nil {
			return err
		}
		for _, name := range [][]byte{bucketOutlets, bucketArrivals} {
			if _, err := b.CreateBucketIfNotExists(name); err != nil {
				return err
			}
		}
		before, there, err := outletOf(b, o.key())
		if err != nil {
			return err
		}
		o.Whole, o.Served = true, b.Bucket(bucketArrivals).Sequence()
		if there {
			o.Segment, o.At = before.Segment, before.At
		}
		if o.Folder != before.Folder {
			if err := forgetFiles(b); err != nil {
				return err
			}
		}
		if err := putOutlet(b, o); err != nil {
			return err
		}
		_, err = changed(b)
		return err
	})
}

// CloseOutlet removes an outlet, and with the last one all that is kept for
// outlets.
func (s *Store) CloseOutlet(id campaign.ID, kind OutletKind, name string) error {
	return s.update(func(tx *bbolt.Tx) error {
		b, err := bucketOf(tx, id)
		if err != nil {
			return err
		}
		key := Outlet{Kind: kind, Name: name}.key()
		if _, there, err := outletOf(b, key); err != nil || !there {
			return err
		}
		if err := b.Bucket(bucketOutlets).Delete(key); err != nil {
			return err
		}
		if kind == ByFolder {
			if err := forgetFiles(b); err != nil {
				return err
			}
		}
		if err := prune(b); err != nil {
			return err
		}
		_, err = changed(b)
		return err
	})
}

// putOutlet writes an outlet and forgets the arrivals that have left by all.
func putOutlet(b *bbolt.Bucket, o Outlet) error {
	if err := b.Bucket(bucketOutlets).Put(o.key(), o.encode()); err != nil {
		return fmt.Errorf("writing the outlet: %w", err)
	}
	return prune(b)
}

// prune forgets the arrivals that every outlet is past.
func prune(b *bbolt.Bucket) error {
	all, err := outletsOf(b)
	if err != nil {
		return err
	}
	if len(all) == 0 {
		for _, name := range [][]byte{bucketOutlets, bucketArrivals} {
			if err := b.DeleteBucket(name); err != nil {
				return err
			}
		}
		return nil
	}
	arrivals := b.Bucket(bucketArrivals)
	least := arrivals.Sequence()
	for _, o := range all {
		if !o.Whole { // to one that is to have everything, single arrivals are nothing
			least = min(least, o.Served)
		}
	}
	c := arrivals.Cursor()
	for key, _ := c.First(); key != nil && binary.BigEndian.Uint64(key) <= least; key, _ = c.First() {
		if err := c.Delete(); err != nil {
			return err
		}
	}
	return nil
}

// inCampaign reads a campaign's bucket.
func (s *Store) inCampaign(id campaign.ID, do func(*bbolt.Bucket) error) error {
	return s.view(func(tx *bbolt.Tx) error {
		b, err := bucketOf(tx, id)
		if err != nil {
			return err
		}
		return do(b)
	})
}
