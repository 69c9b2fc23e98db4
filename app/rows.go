package app

import (
	"context"
	"slices"
	"sort"
	"sync"

	"muster/campaign"
)

// Rows is a view of chosen lines of the ledger, newest first, for virtual
// tables. It knows where each line is and reads days as they are looked at.
// It is safe for use by several goroutines.
type Rows struct {
	ledger campaign.Ledger
	voids  campaign.Voids
	days   []rowDay // oldest first
	n      int

	mu     sync.Mutex
	read   map[campaign.Day][]campaign.Update
	recent []campaign.Day // days in read, the latest used last
}

// rowDay is the chosen lines of one day.
type rowDay struct {
	day    campaign.Day
	before int   // chosen lines on earlier days
	n      int   // chosen lines of this day
	chosen []int // their places among the day's lines; nil means all
}

// daysKept is how many days of lines are kept in memory.
const daysKept = 16

// Rows returns the lines that the filter chooses, newest first, without
// keeping them in memory.
func (d *Desk) Rows(ctx context.Context, f Filter) (*Rows, error) {
	d.mu.Lock()
	_, err := d.freshen()
	if err != nil {
		d.mu.Unlock()
		return nil, err
	}
	tally := d.book.Tally
	r := &Rows{ledger: d.muster.store.Ledger(d.id), voids: tally.Voids(), read: map[campaign.Day][]campaign.Update{}}
	lines, loc := tally.DayLines(), tally.Location()
	d.mu.Unlock()
	if f.all() {
		for _, l := range lines {
			r.push(rowDay{day: l.Day, n: l.Lines})
		}
		return r, nil
	}
	var open rowDay
	at := 0 // place among the day's lines
	err = d.muster.store.Each(d.id, f.Since, f.Until, func(u campaign.Update) error {
		if day := campaign.DayOf(u.At, loc); day != open.day {
			if err := ctx.Err(); err != nil {
				return err
			}
			r.push(open)
			open, at = rowDay{day: day, chosen: []int{}}, 0
			if !f.Since.IsZero() && day == campaign.DayOf(f.Since, loc) {
				at = r.placeOf(day, u)
			}
		}
		if f.takes(u) {
			open.chosen = append(open.chosen, at)
			open.n++
		}
		at++
		return nil
	})
	r.push(open)
	return r, err
}

// placeOf returns where an update stands among its day's lines.
func (r *Rows) placeOf(day campaign.Day, u campaign.Update) int {
	updates, err := r.updates(day)
	if err != nil {
		return 0
	}
	i, _ := slices.BinarySearchFunc(updates, u, campaign.Update.Compare)
	return i
}

func (r *Rows) push(d rowDay) {
	if d.n == 0 {
		return
	}
	d.before = r.n
	r.n += d.n
	r.days = append(r.days, d)
}

// Len returns how many lines there are.
func (r *Rows) Len() int { return r.n }

// At returns the i-th line, newest first. A line that is gone since, because
// the ledger was replaced by a backup, is empty.
func (r *Rows) At(i int) (Line, error) {
	if i < 0 || i >= r.n {
		return Line{}, nil
	}
	fromOldest := r.n - 1 - i
	k := sort.Search(len(r.days), func(k int) bool { return r.days[k].before > fromOldest }) - 1
	d := r.days[k]
	place := fromOldest - d.before
	if d.chosen != nil {
		place = d.chosen[place]
	}
	updates, err := r.updates(d.day)
	if err != nil || place >= len(updates) {
		return Line{}, err
	}
	return lineOf(updates[place], r.voids), nil
}

// updates returns a day's lines, reading them if they are not kept.
func (r *Rows) updates(day campaign.Day) ([]campaign.Update, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if i := slices.Index(r.recent, day); i >= 0 {
		r.recent = append(slices.Delete(r.recent, i, i+1), day)
		return r.read[day], nil
	}
	updates, err := r.ledger.Day(day)
	if err != nil {
		return nil, err
	}
	r.read[day] = updates
	r.recent = append(r.recent, day)
	if len(r.recent) > daysKept {
		delete(r.read, r.recent[0])
		r.recent = slices.Delete(r.recent, 0, 1)
	}
	return updates, nil
}
