package campaign

import (
	"cmp"
	"slices"
	"time"
)

// Quality is what wants a look before the figures are trusted. Nothing of it is
// left out of the count: a flag says that something is unusual, not that it is
// wrong.
type Quality struct {
	AsOf       time.Time
	Updates    int   // that count
	Pledges    int64 // the total
	Unverified int64 // what the total would be less by without the updates that are not verified
	Flags      []Flag
	More       int // flags that are older than those listed of their kind
}

// UnverifiedShare returns what part of the pledges is not verified.
func (q Quality) UnverifiedShare() Share { return Share{Count: q.Unverified, Of: q.Pledges} }

// Flag is one thing that wants a look.
type Flag struct {
	Kind     FlagKind
	From, To Day // the days that it is about
	Cell         // where; of a stale region or source only its name
	Count    int64
	Usual    int64    // in place of Count; days between counts for gaps and what is stale
	Updates  []Update // that it is about, if it is about some
}

// FlagKind is what is unusual.
type FlagKind string

// The kinds of flag.
const (
	FlagGap         FlagKind = "gap"          // no pledges were counted on Count days
	FlagStaleRegion FlagKind = "stale region" // a region from which nothing has come for Count days, while others went on
	FlagStaleSource FlagKind = "stale source" // the same of a source
	FlagTenfold     FlagKind = "tenfold"      // a count ten times the usual of its cell, or a reading that rises so much faster
	FlagTwice       FlagKind = "twice"        // the same count, day and place from two people
	FlagFall        FlagKind = "fall"         // a reading below the one before it, Usual
)

// FlagKinds returns all kinds, those that may be wrong counts first.
func FlagKinds() []FlagKind {
	return []FlagKind{FlagTenfold, FlagTwice, FlagFall, FlagGap, FlagStaleSource, FlagStaleRegion}
}

// From when on something is flagged. Chosen so that what a careful team does
// every week is not: days off, a good Saturday, three at two stalls.
const (
	// A pause is one that is longer than a long weekend and than three times the
	// usual: whoever counts weekly may miss two weeks.
	leastSilence = 4
	timesSilence = 3
	// A region or source may be quiet for a week, as somebody on leave is.
	leastStale = 7
	// What is usual is the median of so many at least, the last so many at most:
	// fewer say little, and what was usual a season ago is not any more.
	leastUsual = 5
	mostUsual  = 15
	// Ten times the usual is often a slip, a digit too many or a total entered as
	// an added count; of a handful it is often a busy hour.
	timesUsual   = 10
	leastTenfold = 20
	// Two people who counted the same few did so by chance; from ten on one of
	// them may have entered what the other had.
	leastTwice = 10
	// Where more are counted on a day, some are alike by chance.
	mostCounted = 10
	// So many of a kind are listed.
	mostFlags = 100
)

// Ended returns the day from which on no counts are expected any more: that of
// the event or else the deadline; 0 if there is neither.
func (c Campaign) Ended() Day {
	if c.Event.Date.IsSet() {
		return c.Event.Date
	}
	return c.Deadline
}

// flags are those of a kind in the making, of which the newest are kept.
type flags struct {
	newest []Flag
	all    int
}

func (f *flags) add(flag Flag) {
	f.all++
	if f.newest = append(f.newest, flag); len(f.newest) >= 2*mostFlags {
		f.sort()
		f.newest = append(f.newest[:0], f.newest[len(f.newest)-mostFlags:]...)
	}
}

// sort puts them in order of time, and within a day in one that does not depend
// on which was found first.
func (f *flags) sort() {
	slices.SortStableFunc(f.newest, func(a, b Flag) int { return cmp.Or(cmp.Compare(a.To, b.To), a.Cell.Compare(b.Cell)) })
}

// newestOf returns the newest of all kinds, newest first, and how many more there
// are.
func newestOf(kinds map[FlagKind]*flags) (all []Flag, more int) {
	for _, kind := range FlagKinds() {
		f := kinds[kind]
		if f == nil {
			continue
		}
		f.sort()
		kept := f.newest[max(0, len(f.newest)-mostFlags):]
		all, more = append(all, kept...), more+f.all-len(kept)
	}
	slices.SortStableFunc(all, func(a, b Flag) int {
		return cmp.Or(cmp.Compare(b.To, a.To), cmp.Compare(b.From, a.From), cmp.Compare(a.Kind, b.Kind), a.Cell.Compare(b.Cell))
	})
	return all, more
}
