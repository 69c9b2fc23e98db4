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
	r.sums(b, c)
}

// sums compares the stored day sums with those of the updates, day by day.
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
	days := map[campaign.Day][]campaign.Update{}
	compare := func(d campaign.Day) {
		if err := compareDay(b, d, campaign.SumDay(days[d], voids), len(days[d]), byNumber); err != nil {
			r.found("%s: the sums of %s: %v", c.Name, d, err)
		}
		delete(days, d)
	}
	open, checked := campaign.Day(0), 0
	err = l.between(time.Time{}, time.Time{}, func(u campaign.Update, _ uint64) error {
		r.Updates++
		if key := l.key(u.ID); key == nil {
			r.found("%s: the update %s of %s cannot be found by its id", c.Name, u.ID, u.At)
		}
		d := campaign.DayOf(u.At, l.loc)
		if d != open && open != 0 {
			compare(open)
			checked++
		}
		open = d
		days[d] = append(days[d], u)
		return nil
	})
	if err != nil {
		r.found("%s: the ledger: %v", c.Name, err)
		return
	}
	if open != 0 {
		compare(open)
		checked++
	}
	if stored := b.Bucket(bucketDays).Stats().KeyN; stored != checked {
		r.found("%s: there are sums of %d days but updates on %d", c.Name, stored, checked)
	}
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
