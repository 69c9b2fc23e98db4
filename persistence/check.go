package persistence

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"time"

	"go.etcd.io/bbolt"

	"muster/campaign"
)

// CheckResult is what Check found. Damage is empty when all is well.
type CheckResult struct {
	Campaigns int
	Updates   int
	Damage    []string // a sentence each
}

// mostDamage is how many findings are worth telling.
const mostDamage = 20

func (r *CheckResult) found(format string, args ...any) {
	if len(r.Damage) < mostDamage {
		r.Damage = append(r.Damage, fmt.Sprintf(format, args...))
	}
}

// Check reads everything back: pages, checksums, and whether the day sums are
// those of the updates. The error says that the file cannot be read at all.
func (s *Store) Check() (CheckResult, error) {
	var r CheckResult
	err := s.view(func(tx *bbolt.Tx) error {
		if err := walk(s.path()); err != nil {
			r.found("a page of the file is damaged: %v", err)
			return nil // reading on would only lead astray
		}
		for err := range tx.Check() {
			r.found("a page of the file is damaged: %v", err)
		}
		if len(r.Damage) > 0 {
			return nil
		}
		if _, err := devicesOf(tx); err != nil {
			r.found("the devices: %v", err)
		}
		root := tx.Bucket(bucketCampaigns)
		return root.ForEachBucket(func(key []byte) error {
			r.Campaigns++
			r.campaign(root.Bucket(key), campaign.ID(key))
			return nil
		})
	})
	return r, err
}

func (r *CheckResult) campaign(b *bbolt.Bucket, id campaign.ID) {
	for _, name := range campaignBuckets {
		if b.Bucket(name) == nil {
			r.found("campaign %s has no %s", id, name)
			return
		}
	}
	c, err := planOf(b, id)
	if err == nil {
		err = checkPlans(b, c)
	}
	if err != nil {
		r.found("the plan of campaign %s: %v", id, err)
		return
	}
	_ = b.Bucket(bucketBatches).ForEach(func(key, record []byte) error {
		if _, err := batchOf(key, record); err != nil {
			r.found("%s: import %d: %v", c.Name, binary.BigEndian.Uint64(key), err)
		}
		return nil
	})
	r.outlets(b, c)
	if habits := b.Bucket(bucketHabits); habits != nil {
		_ = habits.ForEach(func(key, record []byte) error {
			if _, err := habitOf(key, record); err != nil {
				r.found("%s: how files of a source are read: %v", c.Name, err)
			}
			return nil
		})
	}
	r.sums(b, c)
}

// outlets reads what is kept for outlets, and looks up what has arrived for them.
func (r *CheckResult) outlets(b *bbolt.Bucket, c campaign.Campaign) {
	all, err := outletsOf(b)
	if err != nil {
		r.found("%s: the outlets: %v", c.Name, err)
		return
	}
	arrivals := b.Bucket(bucketArrivals)
	if (arrivals == nil) != (len(all) == 0) {
		r.found("%s: it has %d outlets but what arrives is not noted as it should be", c.Name, len(all))
		return
	}
	for _, o := range all {
		if o.Served > arrivals.Sequence() {
			r.found("%s: an outlet is ahead of what has arrived", c.Name)
		}
		if _, err := pendingOf(b, o); err != nil {
			r.found("%s: what arrived: %v", c.Name, err)
		}
	}
	if arrivals != nil {
		r.arrivals(b, c)
	}
	if files := b.Bucket(bucketFiles); files != nil {
		_ = files.ForEach(func(key, record []byte) error {
			if _, err := decodeFile(key, record); err != nil {
				r.found("%s: the file %q in the shared folder: %v", c.Name, key, err)
			}
			return nil
		})
	}
}

// arrivals checks that all updates that arrived are in the ledger.
func (r *CheckResult) arrivals(b *bbolt.Bucket, c campaign.Campaign) {
	l := ledgerOf(b, zoneOf(b))
	_ = b.Bucket(bucketArrivals).ForEach(func(key, record []byte) error {
		a, err := decodeArrival(key, record)
		if err != nil {
			r.found("%s: what arrived: %v", c.Name, err)
		}
		for _, k := range a.keys {
			if l.updates.Get(k) == nil {
				r.found("%s: the update %s arrived but is not in the ledger", c.Name, idOf(k))
			}
		}
		return nil
	})
}

// sums compares the stored day sums and lists with the updates, day by day.
func (r *CheckResult) sums(b *bbolt.Bucket, c campaign.Campaign) {
	l := ledgerOf(b, zoneOf(b))
	voids, err := l.allVoids()
	if err != nil {
		r.found("%s: %v", c.Name, err)
		return
	}
	byNumber, err := cellsOf(b).all()
	if err != nil {
		r.found("%s: %v", c.Name, err)
		return
	}
	r.cells(cellsOf(b), c.Name, byNumber)
	var open campaign.Day
	var updates []campaign.Update // of the day that is open
	days, voided := 0, 0
	compare := func() {
		if len(updates) == 0 {
			return
		}
		days++
		if err := compareDay(b, open, campaign.SumDay(updates, voids), len(updates), byNumber); err != nil {
			r.found("%s: the sums of %s: %v", c.Name, open, err)
		}
	}
	ofRun := map[uint64]int{}
	err = l.between(time.Time{}, time.Time{}, func(u campaign.Update, from provenance) error {
		r.Updates++
		ofRun[from.run]++
		if u.Kind == campaign.Void {
			voided++
		}
		r.listed(l, c.Name, u)
		if d := campaign.DayOf(u.At, l.loc); d != open {
			compare()
			open, updates = d, updates[:0]
		}
		updates = append(updates, u)
		return nil
	})
	if err != nil {
		r.found("%s: the ledger: %v", c.Name, err)
		return
	}
	compare()
	r.counted(c.Name, "voids are listed", l.voids, voided)
	r.counted(c.Name, "days are summed up", b.Bucket(bucketDays), days)
	r.runs(b, c, ofRun)
}

// listed checks that an update can be found by its id, and a void by what it
// is of.
func (r *CheckResult) listed(l ledger, name string, u campaign.Update) {
	if l.key(u.ID) == nil {
		r.found("%s: the update %s of %s cannot be found by its id", name, u.ID, u.At)
	}
	if u.Kind == campaign.Void && !l.knowsVoid(u) {
		r.found("%s: the void %s is not on the list of voids", name, u.ID)
	}
}

// counted checks that a list is as long as it must be.
func (r *CheckResult) counted(name, what string, list *bbolt.Bucket, want int) {
	if n := list.Stats().KeyN; n != want {
		r.found("%s: %d %s where there should be %d", name, n, what, want)
	}
}

// cells compares the two lists of cells, by number and by name.
func (r *CheckResult) cells(c *cells, name string, byNumber map[uint32]campaign.Cell) {
	for n, cell := range byNumber {
		if got := c.numbers.Get(encodeCell(cell)); len(got) != 4 || binary.BigEndian.Uint32(got) != n {
			r.found("%s: the cell %v is numbered wrongly", name, cell)
		}
	}
	r.counted(name, "cells have a number", c.numbers, len(byNumber))
}

// compareDay says how a stored day differs from what its updates add up to.
func compareDay(b *bbolt.Bucket, d campaign.Day, want map[campaign.Cell]campaign.DaySum, lines int, byNumber map[uint32]campaign.Cell) error {
	var stored dayColumns
	key := dayKey(d)
	if err := stored.decode(key, b.Bucket(bucketDays).Get(key)); err != nil {
		return err
	}
	got := map[campaign.Cell]campaign.DaySum{}
	for i, n := range stored.cells {
		got[byNumber[uint32(n)]] = stored.sums[i]
	}
	switch {
	case stored.lines != lines:
		return fmt.Errorf("%d lines were summed up but there are %d", stored.lines, lines)
	case !maps.Equal(got, want):
		return errors.New("they are not those of its updates")
	}
	return nil
}
