package exchange

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"io"
	"slices"
	"strings"
	"time"

	"muster/campaign"
)

// Limits on what a list may cost: ever new places and days take memory.
const (
	mostPlaces  = 1 << 16
	mostTallies = 1 << 20
)

// signUps are the counts of a list with one person on each line, by day and
// place. Of a line only these two are looked at; who it is about is never read.
type signUps struct {
	records records
	columns columns
	status  int // column that says whether a sign-up was called off; -1 if none does
	cells   cells
	moments moments
	zone    *time.Location // of the campaign, whose days are counted
	list    string
	by      string

	tallies map[tallied]*tally
	order   []tallied // nil until the list has been read to its end
}

// tallied is a day and place of which people are counted.
type tallied struct {
	day  int64 // its start, in Unix milliseconds
	cell *cell
}

type tally struct{ first, people int }

func newSignUps(t *table) (*signUps, error) {
	o := t.options
	r := &signUps{records: t.records, cells: cells{spell: o.Cell, most: mostPlaces}, moments: moments{zone: o.Zone},
		zone: o.Zone, list: t.list(), by: o.By, tallies: map[tallied]*tally{}}
	var err error
	if r.columns, err = findListColumns(t.header, o.Map); err != nil {
		return nil, err
	}
	if strings.Contains(strings.ToLower(t.header[r.columns[fieldAt]]), "utc") {
		r.moments.zone = time.UTC
	}
	r.status = -1
	if columnNamed(t.header, mobilizeTime) >= 0 {
		r.status = columnNamed(t.header, mobilizeStatus)
	}
	order, open, err := settleDates(t, r.columns[fieldAt])
	if open {
		err = errDates
	}
	r.moments.order = order
	return r, err
}

// list returns the name of the list that the table is an export of.
func (t *table) list() string { return cmp.Or(t.options.List, ListName(t.path)) }

// read returns the lines that cannot be taken as they come, and at the end of
// the list its counts.
func (r *signUps) read(row *Row) error {
	for r.order == nil {
		fields, err := r.records.next()
		if err == io.EOF {
			r.sort()
			break
		}
		if err != nil {
			return err
		}
		line, why := r.records.place()
		if why == nil {
			why, err = r.count(line, fields)
		}
		if err != nil {
			return err
		}
		if why != nil {
			*row = Row{Line: line, Lines: 1, List: r.list, Why: why}
			return nil
		}
	}
	if len(r.order) == 0 {
		return io.EOF
	}
	r.counted(row)
	return nil
}

// count counts a person, or says why the line cannot be taken or the list not
// be counted.
func (r *signUps) count(line int, fields [][]byte) (why, err error) {
	if r.records.wide(fields) {
		return errWide, nil
	}
	if r.status >= 0 && r.status < len(fields) && bytes.EqualFold(bytes.TrimSpace(fields[r.status]), []byte(calledOff)) {
		return nil, nil
	}
	at := r.columns.of(fields, fieldAt)
	if len(at) == 0 {
		return errNoTime, nil
	}
	ms, why := r.moments.parse(at)
	if why != nil {
		return why, nil
	}
	c := r.cells.of(&r.columns, fields)
	if c.why != nil {
		return c.why, nil
	}
	place := tallied{r.moments.dayOf(ms, r.zone), c}
	if c.tally != nil && c.day == place.day {
		c.tally.people++
		return nil, nil
	}
	t := r.tallies[place]
	if t == nil {
		if len(r.tallies) >= mostTallies || len(r.cells.seen) >= mostPlaces {
			return nil, campaign.Explain(ErrFormat, "the list names too many different days and places to be counted by them: say with --map which column is the region, and which the source")
		}
		t = &tally{first: line}
		r.tallies[place] = t
	}
	c.day, c.tally = place.day, t
	t.people++
	return nil, nil
}

// sort puts the counts in order of time.
func (r *signUps) sort() {
	r.order = make([]tallied, 0, len(r.tallies))
	for place := range r.tallies {
		r.order = append(r.order, place)
	}
	slices.SortFunc(r.order, func(a, b tallied) int {
		return cmp.Or(cmp.Compare(a.day, b.day), bytes.Compare(a.cell.text, b.cell.text))
	})
}

// counted returns the next count.
func (r *signUps) counted(row *Row) {
	place := r.order[0]
	r.order = r.order[1:]
	t := r.tallies[place]
	at := time.UnixMilli(place.day).UTC()
	*row = Row{Line: t.first, Lines: t.people, List: r.list, Update: campaign.Update{
		ID: campaign.RecountID(at, r.place(place.cell), uint32(t.people)), At: at, Kind: campaign.Added, Count: int64(t.people),
		Cell: place.cell.Cell, By: r.by, Note: r.list}}
	row.Why = row.Update.Validate()
}

// place returns the number that a place has within the list. It is fixed for
// ever: the first bits of SHA-256 over the byte 2, the name of the list, and
// measure, region, source, tier and by as in the ids of other rows.
func (r *signUps) place(c *cell) uint64 {
	sum := sha256.Sum256(append(appendText([]byte{2}, r.list), c.text...))
	return binary.BigEndian.Uint64(sum[:8])
}
