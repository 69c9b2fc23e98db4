package app

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"time"

	"muster/campaign"
	"muster/persistence"
)

// Desk is one campaign opened for work: its sums are read once and kept in
// step with what this and other processes record. It is safe for use by
// several goroutines.
type Desk struct {
	muster *Muster
	id     campaign.ID

	mu       sync.Mutex
	book     persistence.Book
	stamp    string // of the store when the book was last found to hold
	watchers map[chan struct{}]bool

	sharing sync.Mutex // held for a round of the shared folder
}

// Desk opens a campaign for work.
func (m *Muster) Desk(id campaign.ID) (*Desk, error) {
	d := &Desk{muster: m, id: id, watchers: map[chan struct{}]bool{}}
	_, err := d.fresh()
	return d, err
}

// Campaign returns the plan as it was last read.
func (d *Desk) Campaign() campaign.Campaign {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.book.Campaign
}

// fresh brings the book up to date with what other processes wrote, and
// reports whether there was anything.
func (d *Desk) fresh() (bool, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.freshen()
}

// freshen is fresh for whoever holds the lock. The stamp is taken first, so
// that a write in between is noticed the next time. Whoever finds news tells
// those who watch: they would not find it any more.
func (d *Desk) freshen() (bool, error) {
	store := d.muster.store
	stamp, err := store.Stamp()
	if err != nil || stamp == d.stamp {
		return false, err
	}
	number, err := store.Number(d.id)
	if err != nil {
		return false, err
	}
	if d.book.Tally != nil && number == d.book.Number {
		d.stamp = stamp
		return false, nil
	}
	book, err := store.Read(d.id)
	if err != nil {
		return false, err
	}
	d.book, d.stamp = book, stamp
	d.nudgeLocked()
	return true, nil
}

// Number returns how often the campaign was written to, here and elsewhere.
func (d *Desk) Number() (uint64, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	_, err := d.freshen()
	return d.book.Number, err
}

// settle takes a change that this process made into the book.
func (d *Desk) settle(c persistence.Change) error {
	if d.book.Tally != nil && c.Number == d.book.Number+1 {
		c.Apply(d.book.Tally)
		d.book.Number = c.Number
		return nil
	}
	_, err := d.freshen() // others wrote in between
	return err
}

// SavePlan replaces the plan; by is who does, and may be empty. If the plan had
// conflicts it has none then. Errors: campaign.Problems (which wrap
// campaign.ErrInvalid), campaign.ErrNameTaken.
func (d *Desk) SavePlan(c campaign.Campaign, by string) error {
	c.ID = d.id
	return d.replanned(d.muster.store.SavePlan(c, strings.TrimSpace(by), d.muster.Now()))
}

// replanned takes a plan that was saved into the book.
func (d *Desk) replanned(err error) error {
	if err != nil {
		return err
	}
	_, err = d.fresh()
	d.nudge()
	return err
}

// Conflicts returns what people who worked apart changed in the plan, each to
// something else.
func (d *Desk) Conflicts() ([]campaign.Conflict, error) {
	if _, err := d.fresh(); err != nil {
		return nil, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.book.Conflicts, nil
}

// Resolve saves the plan with a version of each conflict: the one from the
// revision that keep has for the conflict's path, otherwise the one that holds.
// Errors: campaign.ErrInvalid, if others saved meanwhile among others,
// campaign.ErrNameTaken.
func (d *Desk) Resolve(keep map[string]campaign.ID, by string) error {
	return d.replanned(d.muster.store.Resolve(d.id, keep, strings.TrimSpace(by), d.muster.Now()))
}

// Revisions returns all revisions of the plan, the latest first.
func (d *Desk) Revisions() ([]campaign.Revision, error) {
	all, err := d.muster.store.Revisions(d.id)
	slices.SortStableFunc(all, func(a, b campaign.Revision) int { return b.Saved.Compare(a.Saved) })
	return all, err
}

// Standing works out where the campaign is at a moment; zero means now.
func (d *Desk) Standing(at time.Time) (campaign.Standing, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, err := d.freshen(); err != nil {
		return campaign.Standing{}, err
	}
	return d.book.Tally.Standing(d.book.Campaign, d.orNow(at), d.muster.store.Ledger(d.id))
}

func (d *Desk) orNow(at time.Time) time.Time {
	if at.IsZero() {
		return d.muster.Now()
	}
	return at
}

// IsGone reports whether an error means that the campaign was deleted.
func IsGone(err error) bool { return errors.Is(err, campaign.ErrNoCampaign) }
