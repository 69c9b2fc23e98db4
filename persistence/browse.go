package persistence

import (
	"bytes"
	"time"

	"go.etcd.io/bbolt"

	"muster/campaign"
	"muster/persistence/wire"
)

// Place is where an update stands in a ledger, or would stand: places sort as
// Update.Compare does.
type Place [keySize]byte

// PlaceOf returns where an update stands.
func PlaceOf(u campaign.Update) Place { return Place(ledgerKey(u.At, u.ID)) }

// Before returns the place before every update of a moment and after it.
func Before(at time.Time) Place { return Place(ledgerKey(at, campaign.ID{})) }

// End returns the place behind every update.
func End() (p Place) {
	for i := range p {
		p[i] = 0xff
	}
	return p
}

// Compare orders places by time, ties by id.
func (p Place) Compare(q Place) int { return bytes.Compare(p[:], q[:]) }

// Way says how to walk along a ledger.
type Way struct {
	From Place
	Past bool // leave out what stands at From itself
	Back bool // against time
	Skip int  // so many updates are passed over without a look at them
}

// Browser reads here and there in a ledger, within one transaction. It is not
// safe for use by several goroutines at once.
type Browser struct {
	store  *Store
	bucket *bbolt.Bucket
	ledger ledger
	tail   tail
	known  wire.Names
}

// Browse runs do on a campaign's ledger. Others can write when it is done, so
// it is to be short.
func (s *Store) Browse(id campaign.ID, do func(*Browser) error) error {
	return s.view(func(tx *bbolt.Tx) error {
		b, err := bucketOf(tx, id)
		if err != nil {
			return err
		}
		l := ledgerOf(b, zoneOf(b))
		return do(&Browser{s, b, l, l.tail(), wire.Names{}})
	})
}

// Number returns how often the campaign has been written to.
func (b *Browser) Number() uint64 { return changes(b.bucket) }

// Walk calls take with the updates along a way until it returns false.
func (b *Browser) Walk(w Way, take func(campaign.Update) bool) error {
	key, record, step := b.begin(w)
	for ; key != nil; key, record = step() {
		u, _, err := decodeUpdate(key, record, b.known)
		if err != nil {
			return err
		}
		if !take(u) {
			return nil
		}
	}
	return nil
}

// Steps counts the updates along a way that come before a place.
func (b *Browser) Steps(w Way, to Place) int {
	n := 0
	for key, _, step := b.begin(w); key != nil; key, _ = step() {
		if order := bytes.Compare(key, to[:]); order == 0 || (order > 0) != w.Back {
			break
		}
		n++
	}
	return n
}

// begin goes to the first update along a way.
func (b *Browser) begin(w Way) (key, record []byte, step func() (key, record []byte)) {
	c := b.ledger.updates.Cursor()
	key, record = c.Seek(w.From[:])
	step = c.Next
	if w.Back {
		step = c.Prev
		if key == nil {
			key, record = c.Last()
		} else if !bytes.Equal(key, w.From[:]) {
			key, record = c.Prev()
		}
	}
	if w.Past && bytes.Equal(key, w.From[:]) {
		key, record = step()
	}
	for n := 0; n < w.Skip && key != nil; n++ {
		key, record = step()
	}
	return key, record, step
}

// Find returns the update of an id, and whether it is there.
func (b *Browser) Find(id campaign.ID) (campaign.Update, bool, error) { return b.ledger.get(id) }

// There looks for an update in the ledger. If it is there, it says with which
// batch it came, 0 for none. Error: campaign.ErrConflict if the id is there with
// other content.
func (b *Browser) There(u campaign.Update) (batch uint64, is bool, err error) {
	if b.tail.ends(ledgerKey(u.At, u.ID), u) {
		return 0, false, nil
	}
	key := b.ledger.key(u.ID)
	if key == nil {
		return 0, false, nil
	}
	before, from, err := decodeUpdate(key, b.ledger.updates.Get(key), b.known)
	if err == nil && !sameCount(before, u) {
		err = conflict(u)
	}
	return from.batch, true, err
}

// Batch returns the import that an update came with, if it came with one.
func (b *Browser) Batch(id campaign.ID) (Batch, bool, error) {
	key := b.ledger.key(id)
	if key == nil {
		return Batch{}, false, nil
	}
	_, from, err := decodeUpdate(key, b.ledger.updates.Get(key), nil)
	if err != nil || from.batch == 0 {
		return Batch{}, false, err
	}
	name := batchKey(from.batch)
	of, err := batchOf(name, b.bucket.Bucket(bucketBatches).Get(name))
	return of, err == nil, err
}
