package persistence

import (
	"bytes"
	"encoding/binary"
	"fmt"

	"go.etcd.io/bbolt"
	"google.golang.org/protobuf/encoding/protowire"

	"muster/campaign"
	"muster/persistence/wire"
)

// arrival is what one write brought into a campaign, noted while it has an
// outlet for that to leave by.
type arrival struct {
	keys   [][]byte // of the updates in the ledger
	batch  uint64   // in place of keys: the import that the updates came with
	plan   bool     // a revision of the plan came
	folder bool     // it came from the shared folder, and need not go back there
}

// encode writes the Arrival of muster.proto, sealed under its key.
func (a arrival) encode(key []byte) []byte {
	b := newRecord(8 + len(a.keys)*(keySize+2))
	for _, k := range a.keys {
		b = wire.Bytes(b, 1, k)
	}
	b = wire.Number(b, 2, a.batch)
	b = wire.Number(b, 3, protowire.EncodeBool(a.plan))
	b = wire.Number(b, 4, protowire.EncodeBool(a.folder))
	return seal(key, b)
}

func decodeArrival(key, sealed []byte) (a arrival, err error) {
	b, err := unseal(key, sealed)
	if err != nil {
		return a, err
	}
	err = wire.Fields(b, func(field protowire.Number, n uint64, b []byte) error {
		switch field {
		case 1:
			if len(b) != keySize {
				return fmt.Errorf("%w: the key of an update that arrived has %d bytes", errRecord, len(b))
			}
			a.keys = append(a.keys, bytes.Clone(b))
		case 2:
			a.batch = n
		case 3:
			a.plan = protowire.DecodeBool(n)
		case 4:
			a.folder = protowire.DecodeBool(n)
		}
		return nil
	})
	return a, err
}

// arrived notes an arrival, if the campaign has an outlet.
func arrived(b *bbolt.Bucket, a arrival) error {
	arrivals := b.Bucket(bucketArrivals)
	if arrivals == nil || len(a.keys) == 0 && a.batch == 0 && !a.plan {
		return nil
	}
	n, err := arrivals.NextSequence()
	if err != nil {
		return err
	}
	key := binary.BigEndian.AppendUint64(nil, n)
	arrivals.FillPercent = 0.9 // keys come in order
	if err := arrivals.Put(key, a.encode(key)); err != nil {
		return fmt.Errorf("noting what arrived: %w", err)
	}
	return nil
}

// Pending is what has arrived in a campaign and not yet left by an outlet.
type Pending struct {
	Outlet Outlet
	Upto   uint64 // number of the last arrival
	Whole  bool   // everything is to leave: the rest does not matter
	Plan   bool   // so are the revisions of the plan

	keys    map[string]bool // of the updates
	batches map[uint64]bool // imports whose updates are among it
}

// Nothing reports whether there is nothing that is to leave.
func (p Pending) Nothing() bool {
	return !p.Whole && !p.Plan && len(p.keys) == 0 && len(p.batches) == 0
}

// Everything is what is pending when everything is to leave again.
func (p Pending) Everything() Pending {
	p.Whole, p.Plan = true, true
	return p
}

// Holds reports whether an update is among it.
func (p Pending) Holds(key []byte, batch uint64) bool {
	return p.Whole || batch != 0 && p.batches[batch] || p.keys[string(key)]
}

// Pending returns what has not yet left by an outlet. Error:
// campaign.ErrNoOutlet.
func (s *Store) Pending(id campaign.ID, kind OutletKind, name string) (p Pending, err error) {
	err = s.inCampaign(id, func(b *bbolt.Bucket) error {
		o, there, err := outletOf(b, Outlet{Kind: kind, Name: name}.key())
		if err != nil || !there {
			return noOutlet(err)
		}
		p, err = pendingOf(b, o)
		return err
	})
	return p, err
}

func pendingOf(b *bbolt.Bucket, o Outlet) (Pending, error) {
	arrivals := b.Bucket(bucketArrivals)
	p := Pending{Outlet: o, Upto: arrivals.Sequence(), Whole: o.Whole, Plan: o.Whole,
		keys: map[string]bool{}, batches: map[uint64]bool{}}
	if p.Whole {
		return p, nil
	}
	c := arrivals.Cursor()
	for key, record := c.Seek(binary.BigEndian.AppendUint64(nil, o.Served+1)); key != nil; key, record = c.Next() {
		a, err := decodeArrival(key, record)
		if err != nil {
			return p, err
		}
		if a.folder && o.Kind == ByFolder {
			continue
		}
		for _, k := range a.keys {
			p.keys[string(k)] = true
		}
		if a.batch != 0 {
			p.batches[a.batch] = true
		}
		p.Plan = p.Plan || a.plan
	}
	return p, nil
}

func noOutlet(err error) error {
	if err == nil {
		err = campaign.Explain(campaign.ErrNoOutlet, "nothing of the campaign is sent there any more: somebody ended it")
	}
	return err
}

// Leave notes that what was pending has left by its outlet, which is to be
// after as it then is, and what that changed in the shared folder. It returns
// false, and does nothing, if another process has served or changed the outlet
// meanwhile.
func (s *Store) Leave(id campaign.ID, p Pending, after Outlet, files FileChanges) (left bool, err error) {
	err = s.update(func(tx *bbolt.Tx) error {
		b, err := bucketOf(tx, id)
		if err != nil {
			return err
		}
		if left, err = leave(b, p, after); err != nil || !left || after.Kind != ByFolder {
			return err
		}
		return files.apply(b)
	})
	return left, err
}

func leave(b *bbolt.Bucket, p Pending, after Outlet) (bool, error) {
	now, there, err := outletOf(b, p.Outlet.key())
	if err != nil || !there || now != p.Outlet {
		return false, err
	}
	after.Served, after.Whole = p.Upto, false
	return true, putOutlet(b, after)
}
