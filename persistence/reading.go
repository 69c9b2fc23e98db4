package persistence

import (
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"

	"go.etcd.io/bbolt"

	"muster/campaign"
)

// Book is a campaign as it was read: its plan, its tally, and how often it
// had been written to.
type Book struct {
	Campaign campaign.Campaign
	Tally    *campaign.Tally
	Number   uint64

	// Conflicts are what people who worked apart changed in the plan, each to
	// something else. What holds is in Campaign.
	Conflicts []campaign.Conflict
}

// Read returns a campaign summed up, in as many steps as it has cell-days.
func (s *Store) Read(id campaign.ID) (Book, error) {
	var book Book
	err := s.view(func(tx *bbolt.Tx) error {
		b, err := bucketOf(tx, id)
		if err != nil {
			return err
		}
		if book.Campaign, book.Conflicts, err = inForce(b, id); err != nil {
			return err
		}
		book.Number = changes(b)
		book.Tally, err = readTally(b)
		return err
	})
	return book, err
}

func readTally(b *bbolt.Bucket) (*campaign.Tally, error) {
	loc := zoneOf(b)
	t := campaign.NewTally(loc)
	byNumber, err := cellsOf(b).all()
	if err != nil {
		return nil, err
	}
	courses := make([]*campaign.Course, len(byNumber)+1) // numbers begin at 1
	for n, cell := range byNumber {
		if int(n) >= len(courses) {
			return nil, fmt.Errorf("%w: cell %d of %d", errRecord, n, len(byNumber))
		}
		courses[n] = t.Course(cell)
	}
	l := ledgerOf(b, loc)
	voids, err := l.allVoids()
	if err != nil {
		return nil, err
	}
	t.SetVoids(voids)
	t.Latest(l.latest())
	var stored dayColumns
	return t, b.Bucket(bucketDays).ForEach(func(key, record []byte) error {
		if err := stored.decode(key, record); err != nil {
			return err
		}
		d := dayOfKey(key)
		for i, n := range stored.cells {
			if n >= uint64(len(courses)) || courses[n] == nil {
				return fmt.Errorf("%w: day %s names a cell that is not there", errRecord, d)
			}
			courses[n].Set(d, stored.sums[i])
		}
		t.Lines(d, stored.lines)
		return nil
	})
}

// Number returns how often a campaign has been written to, so that a reader
// can tell whether what it has read still holds.
func (s *Store) Number(id campaign.ID) (uint64, error) {
	var n uint64
	err := s.view(func(tx *bbolt.Tx) error {
		b, err := bucketOf(tx, id)
		if err == nil {
			n = changes(b)
		}
		return err
	})
	return n, err
}

// Stamp returns a value that differs after every write by any process. It
// costs one look at the file's entry in the folder.
func (s *Store) Stamp() (string, error) {
	return stampOf(s.path())
}

// Ledger returns a campaign's updates by day, for a tally that was read before.
func (s *Store) Ledger(id campaign.ID) campaign.Ledger { return storedLedger{s, id} }

type storedLedger struct {
	store *Store
	id    campaign.ID
}

// Day implements campaign.Ledger.
func (l storedLedger) Day(d campaign.Day) (updates []campaign.Update, err error) {
	err = l.store.inLedger(l.id, func(l ledger) error {
		updates, err = l.day(d)
		return err
	})
	return updates, err
}

func (s *Store) inLedger(id campaign.ID, do func(ledger) error) error {
	return s.view(func(tx *bbolt.Tx) error {
		b, err := bucketOf(tx, id)
		if err != nil {
			return err
		}
		return do(ledgerOf(b, zoneOf(b)))
	})
}

// Each calls take with the updates from one moment up to, not including,
// another, in order, until it returns an error. A zero moment is no bound. They
// are those of one moment, but others can write while they are taken.
func (s *Store) Each(id campaign.ID, since, until time.Time, take func(campaign.Update) error) error {
	var all spool
	defer all.close()
	err := s.inLedger(id, func(l ledger) error { return l.records(since, until, all.add) })
	if err != nil {
		return err
	}
	return all.each(func(u campaign.Update, _ provenance) error { return take(u) })
}

// Newest returns the last updates up to and including a moment, newest first,
// n at most.
func (s *Store) Newest(id campaign.ID, until time.Time, n int) (newest []campaign.Update, err error) {
	err = s.inLedger(id, func(l ledger) error {
		c := l.updates.Cursor()
		step := c.Prev
		if later, _ := c.Seek(appendMoment(nil, until.Add(time.Millisecond))); later == nil {
			step = c.Last
		}
		for key, record := step(); key != nil && len(newest) < n; key, record = c.Prev() {
			u, _, err := decodeUpdate(key, record, nil)
			if err != nil {
				return err
			}
			newest = append(newest, u)
		}
		return nil
	})
	return newest, err
}

// Find returns the update whose id begins with a text; hyphens do not matter.
// Errors: campaign.ErrNoUpdate, campaign.ErrWhichUpdate.
func (s *Store) Find(id campaign.ID, prefix string) (found campaign.Update, err error) {
	digits := strings.ToLower(strings.ReplaceAll(strings.TrimSpace(prefix), "-", ""))
	if _, err := hex.DecodeString(digits + strings.Repeat("0", len(digits)%2)); err != nil || len(digits) < 4 || len(digits) > 32 {
		return found, campaign.Explain(campaign.ErrNoUpdate,
			"%q is not the beginning of an update's id: give at least its first four characters, as `muster log` shows them", prefix)
	}
	n := 0
	err = s.inLedger(id, func(l ledger) error {
		if len(digits) == 32 {
			full, _ := campaign.ParseID(digits)
			u, ok, err := l.get(full)
			if ok {
				found, n = u, 1
			}
			return err
		}
		return l.between(time.Time{}, time.Time{}, func(u campaign.Update, _ provenance) error {
			if strings.HasPrefix(hex.EncodeToString(u.ID[:]), digits) {
				found, n = u, n+1
			}
			if n > 1 {
				return errEnough
			}
			return nil
		})
	})
	switch {
	case err != nil && !errors.Is(err, errEnough):
		return found, err
	case n == 0:
		return found, campaign.Explain(campaign.ErrNoUpdate, "there is no update whose id begins with %q: `muster log` shows the ids", prefix)
	case n > 1:
		return found, campaign.Explain(campaign.ErrWhichUpdate, "several updates have an id that begins with %q: give more of it", prefix)
	}
	return found, nil
}
