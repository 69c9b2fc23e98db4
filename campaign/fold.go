package campaign

import (
	"maps"
	"slices"
	"time"
)

// Folded is a ledger held in memory, with its tally.
type Folded struct {
	*Tally
	days map[Day][]Update
}

// Fold sums up a set of updates. Their order and repetition change nothing.
func Fold(updates []Update, loc *time.Location) Folded {
	set := make(map[ID]Update, len(updates))
	for _, u := range updates {
		set[u.ID] = u
	}
	sorted := slices.SortedFunc(maps.Values(set), Update.Compare)
	f := Folded{Tally: NewTally(loc), days: map[Day][]Update{}}
	f.SetVoids(NewVoids(sorted))
	for _, u := range sorted {
		day := DayOf(u.At, loc)
		f.days[day] = append(f.days[day], u)
	}
	for day, updates := range f.days {
		f.PutDay(day, updates)
	}
	return f
}

// Day implements Ledger.
func (f Folded) Day(day Day) ([]Update, error) { return f.days[day], nil }

// Standing works out where the campaign is at a moment.
func (f Folded) Standing(c Campaign, at time.Time) (Standing, error) {
	return f.Tally.Standing(c, at, f)
}
