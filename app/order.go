package app

import (
	"fmt"
	"slices"
	"strings"

	"muster/campaign"
)

// Column is what rows may be put in order by.
type Column uint8

// The columns of the ledger.
const (
	ByTime Column = iota
	ByCount
	ByMeasure
	ByRegion
	BySource
	ByTier
	ByAuthor
	ByNote
)

// Order is how rows are put in order; the zero one is newest first. Rows that
// are alike in a column are newest first.
type Order struct {
	By Column
	Up bool // the least, or the oldest, first
}

// keysMost is how many different texts or counts a sorter tells apart. Beyond
// that it looks at their beginnings only, so that its memory has a bound.
const keysMost = 1 << 16

// sorter puts rows in order by a column. It keeps eight bytes a row, and the
// texts of the column once each.
type sorter struct {
	order Order
	most  int               // bytes of a key that are looked at
	keys  map[string]uint32 // key -> number
	rows  []uint64          // key's number, then the row's
	known map[string]string // text -> key
}

func newSorter(o Order) *sorter {
	return &sorter{order: o, most: 64, keys: map[string]uint32{}, known: map[string]string{}}
}

// add takes in the next row, in the order of time.
func (s *sorter) add(u *campaign.Update) {
	key := s.key(u)
	n, ok := s.keys[key[:min(len(key), s.most)]]
	if !ok {
		if len(s.keys) >= keysMost {
			s.coarsen()
			s.add(u)
			return
		}
		n = uint32(len(s.keys))
		s.keys[strings.Clone(key[:min(len(key), s.most)])] = n
	}
	s.rows = append(s.rows, uint64(n)<<32|uint64(len(s.rows)))
}

// key returns a text whose order is that of the column.
func (s *sorter) key(u *campaign.Update) string {
	switch s.order.By {
	case ByCount:
		return countKey(u)
	case ByNote:
		return strings.ToLower(u.Note[:min(len(u.Note), 4*s.most)])
	}
	name := map[Column]string{ByMeasure: u.Measure, ByRegion: u.Region, BySource: u.Source, ByTier: u.Tier, ByAuthor: u.By}[s.order.By]
	key, ok := s.known[name]
	if !ok {
		key = strings.ToLower(name)
		if len(s.known) < keysMost {
			s.known[name] = key
		}
	}
	return key
}

// countKey writes a count so that texts sort as counts do and begin with what
// matters most: its sign, how many digits it has, its digits.
func countKey(u *campaign.Update) string {
	if u.Kind == campaign.Void {
		return "" // counts nothing
	}
	if u.Count >= 0 {
		digits := fmt.Sprint(u.Count)
		return "p" + string(rune('a'+len(digits))) + digits
	}
	digits := []byte(fmt.Sprint(-u.Count))
	for i, d := range digits {
		digits[i] = '0' + '9' - d
	}
	return "n" + string(rune('z'-len(digits))) + string(digits)
}

// coarsen looks at half as much of the keys from now on.
func (s *sorter) coarsen() {
	s.most /= 2
	next := map[string]uint32{}
	number := make([]uint32, len(s.keys))
	for key, n := range s.keys {
		key = key[:min(len(key), s.most)]
		if _, ok := next[key]; !ok {
			next[key] = uint32(len(next))
		}
		number[n] = next[key]
	}
	for i, row := range s.rows {
		s.rows[i] = uint64(number[row>>32])<<32 | row&(1<<32-1)
	}
	s.keys = next
}

// sorted returns the rows' numbers in order.
func (s *sorter) sorted() []uint32 {
	keys := make([]string, 0, len(s.keys))
	for key := range s.keys {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	if !s.order.Up {
		slices.Reverse(keys)
	}
	rank := make([]uint64, len(keys))
	for i, key := range keys {
		rank[s.keys[key]] = uint64(i)
	}
	for i, row := range s.rows {
		s.rows[i] = rank[row>>32]<<32 | row&(1<<32-1)
	}
	slices.Sort(s.rows)
	sorted := make([]uint32, len(s.rows))
	for i, row := range s.rows {
		sorted[i] = uint32(row)
	}
	return sorted
}
