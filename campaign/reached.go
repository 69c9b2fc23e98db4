package campaign

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"time"
)

// search is how far the question was followed when a goal was first reached.
// It is kept until an update arrives on its day or before.
type search struct {
	day    Day       // looked at up to its end
	totals []int64   // of the goal, then
	at     time.Time // when it was reached; zero if it was not by then
}

// forget drops the searches that an update on day may have changed.
func (t *Tally) forget(day Day) {
	for id, s := range t.searches {
		if day <= s.day {
			delete(t.searches, id)
		}
	}
}

// Reached returns the moment of the update that first brought a measure's total
// to the target, and whether there is one.
func (t *Tally) Reached(measure string, target float64, ledger Ledger) (time.Time, bool, error) {
	return t.reached(t.goal(Campaign{}, Threshold{Figure: measure, Target: target}), ledger)
}

// reached returns the moment of the update that first brought the totals to
// the goal, and whether there is one. It stays when they fall back. Only days
// that could hold it are read from the ledger, and days that were looked at
// before are not looked at again.
func (t *Tally) reached(g goal, ledger Ledger) (time.Time, bool, error) {
	curves, first, last := t.follow(g)
	s, known := t.searches[g.id]
	if !known {
		s = search{day: first - 1, totals: make([]int64, len(g.sums))}
	}
	s.totals = slices.Clone(s.totals)
	highest := make([]int64, len(g.sums))
	for day := s.day + 1; s.at.IsZero() && day <= last; day++ {
		if day == last { // more may arrive on it, so it will be looked at again
			t.searches[g.id] = search{day: s.day, totals: slices.Clone(s.totals)}
		}
		for i, of := range curves {
			step, lift := of.on(day)
			highest[i] = s.totals[i] + lift
			s.totals[i] += step
		}
		s.day = day
		if g.met(highest) {
			at, err := t.reachedOn(day, g, ledger)
			if err != nil {
				return time.Time{}, false, err
			}
			if s.at = at; !at.IsZero() {
				t.searches[g.id] = s
			}
		}
	}
	return s.at, !s.at.IsZero(), nil
}

// follow returns the curves of the totals that a goal looks at, and the first
// and the last day on which any of them changes.
func (t *Tally) follow(g goal) (curves []*curve, first, last Day) {
	for _, sum := range g.sums {
		of := t.parts(g.measure, sum.part)[sum.name]
		if of == nil {
			of = &curve{}
		}
		curves = append(curves, of)
	}
	if whole := t.curves[g.measure]; whole != nil && len(whole.step) > 0 {
		return curves, whole.first, whole.first + Day(len(whole.step)) - 1
	}
	return curves, 0, -1
}

// reachedOn follows one day update by update. It returns no time if the goal
// is not reached on it.
func (t *Tally) reachedOn(day Day, g goal, ledger Ledger) (time.Time, error) {
	updates, err := ledger.Day(day)
	if err != nil {
		return time.Time{}, fmt.Errorf("reading the updates of %s: %w", day, err)
	}
	cells := map[Cell]int64{}
	for cell, c := range t.courses {
		if cell.Measure == g.measure {
			cells[cell] = c.before(c.until(day))
		}
	}
	totals := g.totals(maps.All(cells))
	for _, u := range updates {
		if _, out := t.voids.Out(u.ID); out || u.Kind == Void || u.Measure != g.measure {
			continue
		}
		if u.At.After(t.latest) {
			break // a tally of the past, asked of the whole ledger
		}
		now := u.Sum().From(cells[u.Cell])
		g.add(totals, u.Cell, now-cells[u.Cell])
		cells[u.Cell] = now
		if g.met(totals) {
			return u.At, nil
		}
	}
	return time.Time{}, nil
}

// totals returns the totals that the goal looks at.
func (g goal) totals(cells iter.Seq2[Cell, int64]) []int64 {
	totals := make([]int64, len(g.sums))
	for cell, total := range cells {
		g.add(totals, cell, total)
	}
	return totals
}

// add changes the totals by what was added to a cell.
func (g goal) add(totals []int64, cell Cell, n int64) {
	for i, sum := range g.sums {
		if sum.part.of(cell) == sum.name {
			totals[i] += n
		}
	}
}
