package persistence

import (
	"bytes"
	"fmt"
	"time"

	"go.etcd.io/bbolt"

	"muster/campaign"
	"muster/persistence/wire"
)

// ledger is the set of updates of a campaign within a transaction.
type ledger struct {
	updates, moments, voids *bbolt.Bucket
	loc                     *time.Location
}

func ledgerOf(b *bbolt.Bucket, loc *time.Location) ledger {
	return ledger{updates: b.Bucket(bucketLedger), moments: b.Bucket(bucketMoments), voids: b.Bucket(bucketVoids), loc: loc}
}

// find returns the key and the record of an id; nil if it is not there.
func (l ledger) find(id campaign.ID) (key, record []byte) {
	key = ledgerKey(id.Time(), id)
	if record = l.updates.Get(key); record != nil {
		return key, record
	}
	if moment := l.moments.Get(id[:]); len(moment) == 8 {
		key = append(bytes.Clone(moment), id[:]...)
		return key, l.updates.Get(key)
	}
	return nil, nil
}

// key returns the key that an id has in the ledger, or nil.
func (l ledger) key(id campaign.ID) []byte {
	key, _ := l.find(id)
	return key
}

// tail is how a ledger ends. As long as every id tells its moment, what sorts
// behind it is not in it.
type tail struct {
	last []byte // key of the last update
	only bool   // every id tells its moment
}

func (l ledger) tail() tail {
	last, _ := l.updates.Cursor().Last()
	moment, _ := l.moments.Cursor().First()
	return tail{bytes.Clone(last), moment == nil}
}

// ends reports whether the ledger ends before an update, which then is not in
// it.
func (t tail) ends(key []byte, u campaign.Update) bool {
	return t.only && tellsMoment(u) && bytes.Compare(key, t.last) > 0
}

// get returns the update of an id, and whether it is there.
func (l ledger) get(id campaign.ID) (campaign.Update, bool, error) {
	key, record := l.find(id)
	if key == nil {
		return campaign.Update{}, false, nil
	}
	u, _, err := decodeUpdate(key, record, nil)
	return u, err == nil, err
}

// put adds an update under its key. It returns false if it is there already.
// Error: campaign.ErrConflict if the id is there with other content.
func (l ledger) put(key, record []byte, u campaign.Update) (bool, error) {
	if there, recorded := l.find(u.ID); there != nil {
		before, _, err := decodeUpdate(there, recorded, nil)
		if err == nil && !sameCount(before, u) {
			err = conflict(u)
		}
		return false, err
	}
	return true, l.append(key, record, u)
}

// conflict is the error for an update whose id is there with other content.
func conflict(u campaign.Update) error {
	return campaign.Explain(campaign.ErrConflict, "the update %s is already there with other content", u.ID)
}

// append adds an update that is known not to be there.
func (l ledger) append(key, record []byte, u campaign.Update) error {
	if err := l.updates.Put(key, record); err != nil {
		return fmt.Errorf("writing the update: %w", err)
	}
	if !tellsMoment(u) {
		if err := l.moments.Put(u.ID[:], bytes.Clone(key[:8])); err != nil {
			return err
		}
	}
	if u.Kind == campaign.Void {
		return l.voids.Put(append(u.Voids[:], u.ID[:]...), nil)
	}
	return nil
}

// sameCount reports whether two updates of one id count the same. Who entered
// a line and the note may differ: the same file can be imported by two people.
func sameCount(a, b campaign.Update) bool {
	return a.At.Equal(b.At) && a.Kind == b.Kind && a.Count == b.Count && a.Cell == b.Cell && a.Voids == b.Voids
}

// remove takes back an update of an import that was not finished.
func (l ledger) remove(key []byte, u campaign.Update) error {
	if u.Kind == campaign.Void {
		if err := l.voids.Delete(append(u.Voids[:], u.ID[:]...)); err != nil {
			return err
		}
	}
	if err := l.moments.Delete(u.ID[:]); err != nil {
		return err
	}
	return l.updates.Delete(key)
}

// voidedBefore reports whether a void of the id came before the update itself.
func (l ledger) voidedBefore(id campaign.ID) bool {
	key, _ := l.voids.Cursor().Seek(id[:])
	return bytes.HasPrefix(key, id[:])
}

// knowsVoid reports whether a void is on the list of voids.
func (l ledger) knowsVoid(u campaign.Update) bool {
	return l.voids.Get(append(u.Voids[:], u.ID[:]...)) != nil
}

// latest returns the moment of the last line; zero for an empty ledger.
func (l ledger) latest() time.Time {
	key, _ := l.updates.Cursor().Last()
	if key == nil {
		return time.Time{}
	}
	return momentOf(key)
}

// allVoids returns the effect of every void in the ledger.
func (l ledger) allVoids() (campaign.Voids, error) {
	var voids []campaign.Update
	err := l.voids.ForEach(func(key, _ []byte) error {
		if len(key) != 32 {
			return fmt.Errorf("%w: a void's key has %d bytes", errRecord, len(key))
		}
		voids = append(voids, campaign.Update{Kind: campaign.Void, Voids: campaign.ID(key[:16]), ID: campaign.ID(key[16:])})
		return nil
	})
	return campaign.NewVoids(voids), err
}

// between calls each with the updates from one moment up to, not including,
// another, in order, until it returns an error. A zero moment is no bound.
func (l ledger) between(since, until time.Time, each func(campaign.Update, provenance) error) error {
	known := wire.Names{}
	return l.records(since, until, func(key, record []byte) error {
		u, from, err := decodeUpdate(key, record, known)
		if err != nil {
			return err
		}
		return each(u, from)
	})
}

// records is between for the updates as they are stored.
func (l ledger) records(since, until time.Time, each func(key, record []byte) error) error {
	c := l.updates.Cursor()
	key, record := c.First()
	if !since.IsZero() {
		key, record = c.Seek(appendMoment(nil, since))
	}
	var end []byte
	if !until.IsZero() {
		end = appendMoment(nil, until)
	}
	for ; key != nil && (end == nil || bytes.Compare(key, end) < 0); key, record = c.Next() {
		if err := each(key, record); err != nil {
			return err
		}
	}
	return nil
}

// day returns the updates of a day, in order.
func (l ledger) day(d campaign.Day) ([]campaign.Update, error) {
	var updates []campaign.Update
	err := l.between(d.Start(l.loc), (d + 1).Start(l.loc), func(u campaign.Update, _ provenance) error {
		updates = append(updates, u)
		return nil
	})
	return updates, err
}

// lastOf returns the key of the last update of a day, or nil.
func (l ledger) lastOf(d campaign.Day) []byte {
	c := l.updates.Cursor()
	key, _ := c.Seek(appendMoment(nil, (d + 1).Start(l.loc)))
	if key == nil {
		key, _ = c.Last()
	} else {
		key, _ = c.Prev()
	}
	if key == nil || campaign.DayOf(momentOf(key), l.loc) != d {
		return nil
	}
	return key
}
