package campaign

import (
	"maps"
	"math"
	"slices"
	"strings"
	"time"
)

// Inspection looks through a ledger for what wants a look. The updates pass one
// after another, in order of time; what it keeps of them does not grow with
// their number but with that of the cells.
type Inspection struct {
	plan  Campaign
	loc   *time.Location
	voids Voids
	asOf  time.Time

	cells    map[Cell]*watch
	latest   *watch // of the last update: its neighbours are often of the same cell
	campaign rhythm
	regions  map[string]*rhythm
	sources  map[string]*rhythm
	found    map[FlagKind]*flags
	day      Day
	dayEnds  time.Time
	updates  int
}

// watch is what has been seen of a cell.
type watch struct {
	cell            Cell
	region, source  *rhythm // nil of a measure that is not pledges
	total, verified int64
	counts, rises   usual

	read    Update // the last reading
	day     Day
	today   map[int64]Update // the counts of a day, by how many
	counted int
	alike   []Flag // of that day, unless there are many
}

// NewInspection begins to look through the ledger of a campaign up to a moment.
func NewInspection(plan Campaign, voids Voids, asOf time.Time) *Inspection {
	return &Inspection{plan: plan, loc: plan.Location(), voids: voids, asOf: asOf, cells: map[Cell]*watch{},
		regions: map[string]*rhythm{}, sources: map[string]*rhythm{}, found: map[FlagKind]*flags{}}
}

// Look takes the next update in. Verified says whether it is known who entered
// it.
func (i *Inspection) Look(u Update, verified bool) {
	if u.Kind == Void || u.At.After(i.asOf) {
		return
	}
	if _, out := i.voids.Out(u.ID); out {
		return
	}
	i.updates++
	if !u.At.Before(i.dayEnds) {
		i.day = DayOf(u.At, i.loc)
		i.dayEnds = (i.day + 1).Start(i.loc)
	}
	w := i.latest
	if w == nil || w.cell != u.Cell {
		w = i.watch(u.Cell)
		i.latest = w
	}
	if u.Measure == Pledges {
		i.pace(w)
	}
	if u.Kind == Reading {
		i.reading(w, u)
	} else {
		i.added(w, u)
	}
	w.total = u.Sum().From(w.total)
	if verified {
		w.verified = u.Sum().From(w.verified)
	}
}

func (i *Inspection) watch(c Cell) *watch {
	w := i.cells[c]
	if w == nil {
		w = &watch{cell: c}
		if c.Measure == Pledges {
			w.region, w.source = rhythmOf(i.regions, c.Region), rhythmOf(i.sources, c.Source)
		}
		i.cells[c] = w
	}
	return w
}

func rhythmOf(all map[string]*rhythm, name string) *rhythm {
	if all[name] == nil {
		all[name] = &rhythm{}
	}
	return all[name]
}

func (i *Inspection) flag(f Flag) {
	if i.found[f.Kind] == nil {
		i.found[f.Kind] = &flags{}
	}
	i.found[f.Kind].add(f)
}

// pace takes the day of a count of pledges in, and flags the days without any
// before it.
func (i *Inspection) pace(w *watch) {
	w.region.add(i.day)
	w.source.add(i.day)
	if i.day == i.campaign.last {
		return
	}
	i.silence(i.day)
	i.campaign.add(i.day)
}

// silence flags the days without counts before the one given.
func (i *Inspection) silence(until Day) {
	if !i.campaign.last.IsSet() {
		return
	}
	if days, is := i.campaign.broken(int64(until-i.campaign.last), leastSilence); is {
		i.flag(Flag{Kind: FlagGap, From: i.campaign.last + 1, To: until - 1, Cell: Cell{Measure: Pledges},
			Count: int64(until-i.campaign.last) - 1, Usual: days})
	}
}

// added flags a count that is ten times the usual, or that two people entered.
func (i *Inspection) added(w *watch, u Update) {
	if u.Count >= leastTwice && u.By != "" {
		i.twice(w, u)
	}
	if u.Count <= 0 {
		return // corrections, and days on which nobody pledged
	}
	if u.Count >= leastTenfold {
		if median, is := w.counts.exceeded(u.Count); is {
			i.flag(Flag{Kind: FlagTenfold, From: i.day, To: i.day, Cell: u.Cell, Count: u.Count, Usual: median, Updates: []Update{u}})
		}
	}
	w.counts.add(u.Count)
}

func (i *Inspection) twice(w *watch, u Update) {
	if w.day != i.day {
		i.endDay(w)
		w.day, w.today = i.day, map[int64]Update{}
	}
	if w.counted++; w.counted > mostCounted {
		return
	}
	first, is := w.today[u.Count]
	switch {
	case !is:
		w.today[u.Count] = u
	case !strings.EqualFold(first.By, u.By):
		w.alike = append(w.alike, Flag{Kind: FlagTwice, From: i.day, To: i.day, Cell: u.Cell, Count: u.Count, Usual: u.Count, Updates: []Update{first, u}})
	}
}

// endDay flags the counts of a cell's day that are alike, if it had few: of many
// some are by chance.
func (i *Inspection) endDay(w *watch) {
	if w.counted <= mostCounted {
		for _, f := range w.alike {
			i.flag(f)
		}
	}
	w.counted, w.alike = 0, nil
}

// reading flags one that falls, or rises ten times as fast as usual. How fast is
// in people an hour, since readings come at any distance.
func (i *Inspection) reading(w *watch, u Update) {
	before := w.read
	w.read = u
	if before.ID.IsZero() {
		return
	}
	rise := u.Count - before.Count
	if rise < 0 {
		i.flag(Flag{Kind: FlagFall, From: i.day, To: i.day, Cell: u.Cell, Count: u.Count, Usual: before.Count, Updates: []Update{before, u}})
		return
	}
	const scale = 1000 // thousandths, so that a few a day are not nothing
	hours := max(1, u.At.Sub(before.At).Hours())
	pace := int64(float64(rise) * scale / hours)
	if rise >= leastTenfold {
		if median, is := w.rises.exceeded(pace); is {
			expected := int64(math.Round(float64(median) * hours / scale))
			i.flag(Flag{Kind: FlagTenfold, From: i.day, To: i.day, Cell: u.Cell, Count: rise, Usual: expected, Updates: []Update{before, u}})
		}
	}
	w.rises.add(pace)
}

// Quality returns what was found.
func (i *Inspection) Quality() Quality {
	for _, w := range i.cells {
		i.endDay(w)
	}
	i.closing()
	q := Quality{AsOf: i.asOf, Updates: i.updates}
	for c, w := range i.cells {
		if c.Measure == Pledges {
			q.Pledges += w.total
			q.Unverified += w.total - w.verified
		}
	}
	q.Unverified = max(0, q.Unverified)
	q.Flags, q.More = newestOf(i.found)
	return q
}

// closing flags the silence up to now, and regions and sources that are silent
// while others are not.
func (i *Inspection) closing() {
	last := i.campaign.last
	if !last.IsSet() {
		return
	}
	now := DayOf(i.asOf, i.loc)
	if end := i.plan.Ended(); end.IsSet() {
		now = min(now, end)
	}
	i.silence(now)
	for kind, all := range map[FlagKind]map[string]*rhythm{FlagStaleRegion: i.regions, FlagStaleSource: i.sources} {
		for _, name := range slices.Sorted(maps.Keys(all)) {
			passed := int64(last - all[name].last)
			days, is := all[name].broken(passed, leastStale)
			if !is || name == "" {
				continue
			}
			f := Flag{Kind: kind, From: all[name].last + 1, To: last, Cell: Cell{Measure: Pledges, Region: name}, Count: passed, Usual: days}
			if kind == FlagStaleSource {
				f.Cell = Cell{Measure: Pledges, Source: name}
			}
			i.flag(f)
		}
	}
}
