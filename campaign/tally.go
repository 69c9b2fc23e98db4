package campaign

import (
	"fmt"
	"maps"
	"slices"
	"time"
)

// Ledger gives the updates of one day, voids and voided ones among them, in
// the order of Update.Compare.
type Ledger interface {
	Day(Day) ([]Update, error)
}

// Tally is a ledger summed up by cell and day: what a standing is worked out
// from, in as many steps as there are cell-days, not updates. It is not safe
// for use by several goroutines at once.
type Tally struct {
	loc      *time.Location
	voids    Voids
	courses  map[Cell]*Course
	curves   map[string]*curve           // by measure
	splits   map[split]map[string]*curve // by part, of what was asked for
	lines    map[Day]int                 // ledger lines of each day, voids and voided ones included
	latest   time.Time                   // of the last line
	searches map[string]search           // by goal
}

// NewTally returns an empty tally whose days are those of loc.
func NewTally(loc *time.Location) *Tally {
	return &Tally{
		loc:      loc,
		courses:  map[Cell]*Course{},
		curves:   map[string]*curve{},
		splits:   map[split]map[string]*curve{},
		lines:    map[Day]int{},
		searches: map[string]search{},
	}
}

// Course returns the history of a cell, beginning an empty one for a new cell.
func (t *Tally) Course(cell Cell) *Course {
	if c, ok := t.courses[cell]; ok {
		return c
	}
	of, ok := t.curves[cell.Measure]
	if !ok {
		of = &curve{}
		t.curves[cell.Measure] = of
	}
	c := &Course{curve: of}
	for key := range t.splits {
		if key.measure == cell.Measure {
			c.follow(t.curve(key, cell))
		}
	}
	t.courses[cell] = c
	return c
}

// Lines says that a day of the ledger holds n lines.
func (t *Tally) Lines(day Day, n int) {
	t.lines[day] = n
	t.forget(day)
}

// Latest says that the ledger has a line at the given moment.
func (t *Tally) Latest(at time.Time) {
	if at.After(t.latest) {
		t.latest = at
	}
}

// SetVoids says which updates are taken out of the count.
func (t *Tally) SetVoids(v Voids) { t.voids = v }

// Voids returns which updates are taken out of the count.
func (t *Tally) Voids() Voids { return t.voids }

// Location returns the time zone whose days the tally sums up.
func (t *Tally) Location() *time.Location { return t.loc }

// Total returns the sum over all cells of a measure.
func (t *Tally) Total(measure string) int64 {
	var total int64
	for cell, c := range t.courses {
		if cell.Measure == measure {
			total += c.total()
		}
	}
	return total
}

// DayTotal is the total of a measure at the end of a day.
type DayTotal struct {
	Day   Day
	Total int64
}

// Daily returns the total of a measure at the end of every day from its first
// update to its last.
func (t *Tally) Daily(measure string) []DayTotal {
	of, ok := t.curves[measure]
	if !ok {
		return nil
	}
	return of.daily()
}

// At returns the tally as it stood at a moment: updates after it are left out.
func (t *Tally) At(at time.Time, ledger Ledger) (*Tally, error) {
	if !at.Before(t.latest) {
		return t, nil
	}
	day := DayOf(at, t.loc)
	then := NewTally(t.loc)
	then.voids, then.latest = t.voids, at
	for cell, c := range t.courses {
		if n := c.until(day); n > 0 {
			earlier := then.Course(cell)
			for i, e := range c.days[:n] {
				earlier.Set(e.day, e.sum(c.before(i)))
			}
		}
	}
	for d, n := range t.lines {
		if d < day {
			then.lines[d] = n
		}
	}
	if t.lines[day] == 0 {
		return then, nil
	}
	updates, err := ledger.Day(day)
	if err != nil {
		return nil, fmt.Errorf("reading the updates of %s: %w", day, err)
	}
	after := slices.IndexFunc(updates, func(u Update) bool { return u.At.After(at) })
	if after >= 0 {
		updates = updates[:after]
	}
	then.PutDay(day, updates)
	return then, nil
}

// PutDay sums up one day of the ledger, whose updates are in order, in place
// of what was there.
func (t *Tally) PutDay(day Day, updates []Update) {
	for cell, sum := range SumDay(updates, t.voids) {
		t.Course(cell).Set(day, sum)
	}
	for _, u := range updates {
		t.Latest(u.At)
	}
	t.Lines(day, len(updates))
}

// SumDay sums up the updates of one day, which are in order, by cell.
func SumDay(updates []Update, voids Voids) map[Cell]DaySum {
	sums := map[Cell]DaySum{}
	for _, u := range updates {
		if u.Kind == Void {
			continue
		}
		if _, out := voids.Out(u.ID); out {
			if _, seen := sums[u.Cell]; !seen {
				sums[u.Cell] = DaySum{} // so that a day that lost its last update is cleared
			}
			continue
		}
		sums[u.Cell] = sums[u.Cell].Then(u.Sum())
	}
	return sums
}

// Cells returns every cell that an update has been recorded for, in no order.
func (t *Tally) Cells() []Cell { return slices.Collect(maps.Keys(t.courses)) }

// DayLines is how many lines the ledger has for a day.
type DayLines struct {
	Day   Day
	Lines int
}

// DayLines returns the days that have lines, oldest first.
func (t *Tally) DayLines() []DayLines {
	days := make([]DayLines, 0, len(t.lines))
	for _, d := range slices.Sorted(maps.Keys(t.lines)) {
		if n := t.lines[d]; n > 0 {
			days = append(days, DayLines{d, n})
		}
	}
	return days
}
