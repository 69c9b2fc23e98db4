package persistence

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"time"

	"go.etcd.io/bbolt"

	"muster/campaign"
)

// writer adds updates to a campaign and keeps its day sums in step. Day sums
// are held until flush, which may come in a later transaction.
type writer struct {
	bucket *bbolt.Bucket
	ledger ledger
	cells  *cells
	loc    *time.Location
	days   map[campaign.Day]*openDay
	voided bool // a void was added
	batch  uint64
	run    uint64               // that what is added comes with; 0 for this device's own
	made   map[campaign.ID]bool // voids of recounts that this writer made

	tail    tail
	key     []byte // of the update at hand
	records []byte // room for the records of this transaction

	outlets bool    // there are some by which what is new must leave
	new     arrival // what they must be told of
}

// roomForRecords is how much memory is taken at a time for records, which
// bbolt holds on to until the transaction ends.
const roomForRecords = 64 << 10

// openDay is a day whose sums are being brought up to date.
type openDay struct {
	day
	last    []byte                   // key of the last update summed up
	touched map[campaign.Cell]uint32 // cells that an update was added to; nil in an import, whose change nobody applies
	dirty   bool                     // an update came late or was voided: sum the day up anew
}

func newWriter(b *bbolt.Bucket, loc *time.Location, batch uint64) *writer {
	w := &writer{loc: loc, days: map[campaign.Day]*openDay{}, batch: batch, made: map[campaign.ID]bool{}}
	w.in(b)
	return w
}

// in goes on in another transaction of the same campaign.
func (w *writer) in(b *bbolt.Bucket) {
	next := cellsOf(b)
	if w.cells != nil {
		next.known = w.cells.known
	}
	w.bucket, w.ledger, w.cells = b, ledgerOf(b, w.loc), next
	w.ledger.updates.FillPercent = 0.9 // keys mostly come in order
	w.tail = w.ledger.tail()
	w.records = nil
	w.outlets = b.Bucket(bucketArrivals) != nil
}

// add puts one update and reports whether it was new.
func (w *writer) add(u campaign.Update) (bool, error) {
	d := campaign.DayOf(u.At, w.loc)
	open, err := w.day(d)
	if err != nil {
		return false, err
	}
	w.key = appendKey(w.key[:0], u.At, u.ID)
	added, err := w.put(u)
	if err != nil || !added {
		return false, err
	}
	w.note()
	if err := w.sum(u, w.key, open); err != nil {
		return true, err
	}
	return true, w.outdate(u)
}

// take is add for one that came from elsewhere. It reports as new a void, too,
// that was made here since what it came with calls for it.
func (w *writer) take(u campaign.Update) (bool, error) {
	isNew, err := w.add(u)
	return isNew || w.came(u), err
}

// came reports, once, whether an update is a void that was made here, and now
// came too: the file of an export has it, further down.
func (w *writer) came(u campaign.Update) bool {
	made := w.made[u.ID]
	delete(w.made, u.ID)
	return made
}

// note remembers the update at hand for the outlets. An import needs but its
// number.
func (w *writer) note() {
	switch {
	case !w.outlets:
	case w.batch != 0:
		w.new.batch = w.batch
	default:
		w.new.keys = append(w.new.keys, bytes.Clone(w.key))
	}
}

// outdate adds the voids that an update calls for among its rivals, and what a
// line of a tally sheet is known to have said later.
func (w *writer) outdate(u campaign.Update) error {
	there, err := w.ledger.rivals(u)
	if err != nil {
		return err
	}
	defer func(run uint64) { w.run = run }(w.run)
	w.run = 0 // the voids are this device's own
	for _, void := range campaign.OutdatedBy(u, there) {
		isNew, err := w.add(void)
		if err != nil {
			return err
		}
		w.made[void.ID] = w.made[void.ID] || isNew
	}
	last, is, err := w.confirmed(u, there)
	if err != nil || !is {
		return err
	}
	isNew, err := w.add(last)
	w.made[last.ID] = w.made[last.ID] || isNew
	return err
}

// put adds the update at hand to the ledger unless it is there.
func (w *writer) put(u campaign.Update) (bool, error) {
	if cap(w.records)-len(w.records) < roomForRecords/16 {
		w.records = make([]byte, 0, roomForRecords)
	}
	record := appendUpdate(w.records, w.key, u, provenance{w.batch, w.run})
	if len(record) <= cap(w.records)-len(w.records) {
		w.records = w.records[:len(w.records)+len(record)]
	}
	behind := w.tail.ends(w.key, u)
	w.tail.only = w.tail.only && tellsMoment(u)
	if !behind {
		return w.ledger.put(w.key, record, u)
	}
	w.tail.last = append(w.tail.last[:0], w.key...)
	return true, w.ledger.append(w.key, record, u)
}

// sum takes an update that is in the ledger into its day.
func (w *writer) sum(u campaign.Update, key []byte, open *openDay) error {
	open.lines++
	late := bytes.Compare(key, open.last) < 0
	if !late {
		open.last = append(open.last[:0], key...)
	}
	if u.Kind == campaign.Void {
		w.voided = true
		return w.unsettle(u.Voids)
	}
	if late || w.ledger.voidedBefore(u.ID) {
		open.dirty = true
		return nil
	}
	cell, err := w.cells.number(u.Cell)
	if err != nil {
		return err
	}
	open.sums[cell] = open.sums[cell].Then(u.Sum())
	if open.touched != nil {
		open.touched[u.Cell] = cell
	}
	return nil
}

// unsettle marks the day of the count that a void is about: a void may be of
// a void, and so on.
func (w *writer) unsettle(target campaign.ID) error {
	for seen := map[campaign.ID]bool{}; !seen[target]; {
		seen[target] = true
		u, found, err := w.ledger.get(target)
		if err != nil || !found {
			return err
		}
		if u.Kind != campaign.Void {
			open, err := w.day(campaign.DayOf(u.At, w.loc))
			if err == nil {
				open.dirty = true
			}
			return err
		}
		target = u.Voids
	}
	return nil
}

// day returns a day as it stands, opening it if need be.
func (w *writer) day(d campaign.Day) (*openDay, error) {
	if open, ok := w.days[d]; ok {
		return open, nil
	}
	open := &openDay{day: day{sums: map[uint32]campaign.DaySum{}}}
	if w.batch == 0 {
		open.touched = map[campaign.Cell]uint32{}
	}
	key := dayKey(d)
	if record := w.bucket.Bucket(bucketDays).Get(key); record != nil {
		var stored dayColumns
		if err := stored.decode(key, record); err != nil {
			return nil, err
		}
		for i, cell := range stored.cells {
			open.sums[uint32(cell)] = stored.sums[i]
		}
		open.lines, open.last = stored.lines, bytes.Clone(w.ledger.lastOf(d))
	}
	w.days[d] = open
	return open, nil
}

// flush writes the day sums and counts the change.
func (w *writer) flush() (Change, error) {
	voids, err := w.ledger.allVoids()
	if err != nil {
		return Change{}, err
	}
	change := Change{Days: make(map[campaign.Day]DaySums, len(w.days)), Latest: w.ledger.latest()}
	if w.voided {
		change.Voids = &voids
	}
	for _, d := range slices.Sorted(maps.Keys(w.days)) {
		open := w.days[d]
		sums, err := w.settle(d, open, voids)
		if err != nil {
			return change, err
		}
		key := dayKey(d)
		if err := w.bucket.Bucket(bucketDays).Put(key, open.encode(key)); err != nil {
			return change, fmt.Errorf("writing the sums of %s: %w", d, err)
		}
		if open.touched != nil {
			change.Days[d] = DaySums{Lines: open.lines, Cells: sums}
		}
	}
	if err := arrived(w.bucket, w.new); err != nil {
		return change, err
	}
	change.Number, err = changed(w.bucket)
	return change, err
}

// settle sums a dirty day up anew and returns the sums of the cells that changed.
func (w *writer) settle(d campaign.Day, open *openDay, voids campaign.Voids) (map[campaign.Cell]campaign.DaySum, error) {
	sums := make(map[campaign.Cell]campaign.DaySum, len(open.touched))
	if !open.dirty {
		for cell, n := range open.touched {
			sums[cell] = open.sums[n]
		}
		return sums, nil
	}
	updates, err := w.ledger.day(d)
	if err != nil {
		return nil, err
	}
	sums = campaign.SumDay(updates, voids)
	open.lines, open.sums = len(updates), make(map[uint32]campaign.DaySum, len(sums))
	for cell, sum := range sums {
		n, err := w.cells.number(cell)
		if err != nil {
			return nil, err
		}
		open.sums[n] = sum
	}
	return sums, nil
}
