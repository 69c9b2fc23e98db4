package exchange

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"strings"
	"time"

	"muster/campaign"
)

var (
	errNoTime  = campaign.Explain(campaign.ErrInvalid, "there is no date or time")
	errNoCount = campaign.Explain(campaign.ErrInvalid, "there is no count: neither a total nor an added number")
	errBoth    = campaign.Explain(campaign.ErrInvalid, "there is both a total and an added number: a line is either a reading or an added count")
	errText    = campaign.Explain(campaign.ErrInvalid, "the line holds a character that no text has (NUL): the file may be damaged")
	errWide    = campaign.Explain(campaign.ErrInvalid, "the line has more fields than the header: a number or text with a comma in it needs quotes")
)

// update reads the fields of a line into u, all but its id, and returns the
// cell it counts in, or why the line cannot be taken.
func (r *counts) update(fields [][]byte, u *campaign.Update) (*cell, error) {
	if r.records.wide(fields) {
		return nil, errWide
	}
	at := r.columns.of(fields, fieldAt)
	if len(at) == 0 {
		return nil, errNoTime
	}
	ms, err := r.moments.parse(at)
	if err != nil {
		return nil, err
	}
	u.At, u.ID = time.UnixMilli(ms).UTC(), anyID
	if r.own.id >= 0 {
		for i := range fields {
			fields[i] = unmark(fields[i])
		}
		if err := r.own.take(fields, u); err != nil {
			return nil, err
		}
	}
	if u.Kind != campaign.Void {
		if u.Kind, u.Count, err = r.count(fields); err != nil {
			return nil, err
		}
	}
	c := r.cells.of(&r.columns, fields)
	if c.why != nil {
		return nil, c.why
	}
	if u.Kind != campaign.Void {
		u.Cell = c.Cell
	}
	if u.By = c.by; u.By == "" && u.ID == anyID {
		u.By = r.options.By
	}
	if note := r.columns.of(fields, fieldNote); len(note) > 0 {
		u.Note = string(note)
	}
	return c, u.Validate()
}

// count reads whichever of the two numbers the line has.
func (r *counts) count(fields [][]byte) (campaign.Kind, int64, error) {
	total, added := r.columns.of(fields, fieldTotal), r.columns.of(fields, fieldAdded)
	switch {
	case len(total) == 0 && len(added) == 0:
		return 0, 0, errNoCount
	case len(added) == 0:
		n, err := parseCount(total)
		return campaign.Reading, n, err
	case len(total) == 0:
		n, err := parseCount(added)
		return campaign.Added, n, err
	}
	return 0, 0, errBoth
}

// anyID stands in for the id that an update gets last of all.
var anyID = campaign.ID{1}

// cells keeps the cells and authors seen, so that a row costs one look-up
// instead of a string for each of its texts.
type cells struct {
	seen  map[string]*cell
	key   []byte
	most  int // cells that are kept at a time
	spell func(campaign.Cell) (campaign.Cell, error)
}

// cell is where a row counts and who entered it, if the texts can be taken.
type cell struct {
	campaign.Cell
	by   string
	why  error
	text []byte // of cell and author, as it goes into the id
	hash uint64 // of the cell alone

	day   int64  // that people were counted on here last
	tally *tally // of that day
}

// mostCells bounds the memory that a file of ever new names can take.
const mostCells = 1 << 14

var cellFields = [...]field{fieldMeasure, fieldRegion, fieldSource, fieldTier, fieldBy}

func (c *cells) of(columns *columns, fields [][]byte) *cell {
	c.key = c.key[:0]
	for _, f := range cellFields {
		c.key = append(append(c.key, columns.of(fields, f)...), 0)
	}
	if found, ok := c.seen[string(c.key)]; ok {
		return found
	}
	if len(c.seen) >= c.most || c.seen == nil {
		c.seen = map[string]*cell{}
	}
	made := newCell(c.key)
	if c.spell != nil && made.why == nil {
		made.Cell, made.why = c.spell(made.Cell)
	}
	if len(c.key) <= len(cellFields)*(campaign.MaxNameLen+1) {
		c.seen[string(c.key)] = made
	}
	return made
}

func newCell(key []byte) *cell {
	if bytes.Count(key, []byte{0}) != len(cellFields) {
		return &cell{why: errText}
	}
	texts := strings.Split(string(key), "\x00")
	c := &cell{Cell: campaign.Cell{Measure: texts[0], Region: texts[1], Source: texts[2], Tier: texts[3]}, by: texts[4]}
	if c.Measure == "" || strings.EqualFold(c.Measure, campaign.Pledges) {
		c.Measure = campaign.Pledges
	}
	for _, text := range []string{c.Measure, c.Region, c.Source, c.Tier} {
		c.text = appendText(c.text, text)
	}
	sum := sha256.Sum256(c.text)
	c.hash = binary.BigEndian.Uint64(sum[:])
	c.text = appendText(c.text, c.by)
	return c
}
