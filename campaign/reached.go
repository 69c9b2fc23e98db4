package campaign

import (
	"fmt"
	"time"
)

// crossing asks when a measure's total first reached a target.
type crossing struct {
	measure string
	target  float64
}

// reaching is the answer, kept until an update arrives on that day or before.
type reaching struct {
	day Day
	at  time.Time
}

// forget drops the answers that an update on day may have changed.
func (t *Tally) forget(day Day) {
	for key, r := range t.reached {
		if day <= r.day {
			delete(t.reached, key)
		}
	}
}

// Reached returns the moment of the update that first brought the measure's
// total to the target, and whether there is one. It stays when the total falls
// back. Only days that could hold it are read from the ledger.
func (t *Tally) Reached(measure string, target float64, ledger Ledger) (time.Time, bool, error) {
	key := crossing{measure, target}
	if r, ok := t.reached[key]; ok {
		return r.at, true, nil
	}
	of, ok := t.curves[measure]
	if !ok {
		return time.Time{}, false, nil
	}
	var total int64
	for i, step := range of.step {
		if float64(total+of.lift[i]) >= target {
			day := of.first + Day(i)
			at, found, err := t.reachedOn(day, key, ledger)
			if err != nil {
				return time.Time{}, false, err
			}
			if found {
				t.reached[key] = reaching{day, at}
				return at, true, nil
			}
		}
		total += step
	}
	return time.Time{}, false, nil
}

// reachedOn follows one day update by update.
func (t *Tally) reachedOn(day Day, key crossing, ledger Ledger) (time.Time, bool, error) {
	updates, err := ledger.Day(day)
	if err != nil {
		return time.Time{}, false, fmt.Errorf("reading the updates of %s: %w", day, err)
	}
	totals := map[Cell]int64{}
	var total int64
	for cell, c := range t.courses {
		if cell.Measure == key.measure {
			totals[cell] = c.before(c.until(day))
			total += totals[cell]
		}
	}
	for _, u := range updates {
		if _, out := t.voids.Out(u.ID); out || u.Kind == Void || u.Measure != key.measure {
			continue
		}
		if u.At.After(t.latest) {
			break // a tally of the past, asked of the whole ledger
		}
		now := u.Sum().From(totals[u.Cell])
		total += now - totals[u.Cell]
		totals[u.Cell] = now
		if float64(total) >= key.target {
			return u.At, true, nil
		}
	}
	return time.Time{}, false, nil
}
