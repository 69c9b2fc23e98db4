package exchange

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"io"
	"os"
	"strings"
	"time"

	"muster/campaign"
)

// mostTallyLines is how many lines a tally sheet may have: years of days.
const mostTallyLines = 10_000

var (
	errTallyColumns = campaign.Explain(ErrFormat, "the row of the tally sheet that names its columns, which is hidden, was changed: ask for a new sheet and copy the counts over")
	errTallyLong    = campaign.Explain(ErrFormat, "the tally sheet has more lines than any has that Muster makes")
	errTallyDay     = campaign.Explain(campaign.ErrInvalid, "the day of the line, which is hidden, was changed")
	errTallyTwice   = campaign.Explain(campaign.ErrInvalid, "the day stands on the sheet twice: put both counts on one line")
	errTallyRange   = campaign.Explain(campaign.ErrInvalid, "a tally is a whole number from 0 to 1,000,000")
)

// tallySheet are the counts of a tally sheet that was filled in, line by line.
type tallySheet struct {
	TallyHead
	options Options
	records records
	zone    *time.Location
	saved   time.Time

	region, source int // columns; -1 if the head says
	counts         []tallyColumn
	lines          int
	seen           map[string]bool // days
	waiting        []Row           // of the line that was read last
}

// tallyColumn is a column of counts.
type tallyColumn struct {
	at   int
	tier string
}

func newTallySheet(from records, header []string, file *os.File, o Options) (*tallySheet, error) {
	r := &tallySheet{options: o, records: from, region: -1, source: -1, seen: map[string]bool{}}
	var err error
	if r.TallyHead, r.zone, err = parseTallyHead(header); err != nil {
		return nil, err
	}
	if !o.Campaign.IsZero() && o.Campaign != r.Campaign {
		return nil, campaign.Explain(ErrFormat, "this tally sheet is of another campaign, %q: import it there", r.Name)
	}
	if r.saved, err = r.savedAt(file); err != nil {
		return nil, err
	}
	return r, r.findColumns()
}

// findColumns reads on to the row that names the columns.
func (r *tallySheet) findColumns() error {
	for range mostTallyLines {
		fields, err := r.records.next()
		if err == io.EOF {
			break
		} else if err != nil {
			return err
		}
		if r.said(fields, 0, "") != TallyDay {
			continue
		}
		for i, f := range fields {
			name := string(bytes.TrimSpace(f))
			tier, counts := strings.CutPrefix(name, TallyCount)
			switch {
			case counts:
				r.counts = append(r.counts, tallyColumn{i, tier})
			case name == TallyRegion:
				r.region = i
			case name == TallySource:
				r.source = i
			}
		}
		break
	}
	if len(r.counts) == 0 {
		return errTallyColumns
	}
	return nil
}

func (r *tallySheet) read(row *Row) error {
	for len(r.waiting) == 0 {
		fields, err := r.records.next()
		if err != nil {
			return err
		}
		day := r.said(fields, 0, "")
		if _, why := r.records.place(); day == "" && why == nil {
			continue // sums, and what somebody wrote below
		}
		if r.lines++; r.lines > mostTallyLines {
			return errTallyLong
		}
		if err := r.line(day, fields); err != nil {
			return err
		}
	}
	*row, r.waiting = r.waiting[0], r.waiting[1:]
	return nil
}

// line puts what a line says into waiting: a row for each count that is not
// blank, or was not.
func (r *tallySheet) line(day string, fields [][]byte) error {
	number, why := r.records.place()
	d, err := campaign.ParseDay(day)
	switch {
	case why != nil:
	case err != nil:
		why = errTallyDay
	case r.seen[day]:
		why = errTallyTwice
	}
	if why != nil {
		r.waiting = append(r.waiting, Row{Line: number, Lines: 1, Tally: r.For, Why: why})
		return nil
	}
	r.seen[day] = true
	u := campaign.Update{At: d.Start(r.zone), Kind: campaign.Added, By: r.For, Note: "tally sheet " + TallyNumber(r.ID)}
	u.Cell = campaign.Cell{Measure: campaign.Pledges, Region: r.said(fields, r.region, r.Region), Source: r.said(fields, r.source, r.Source)}
	if u.By == "" {
		u.By = r.options.By
	}
	for _, c := range r.counts {
		u.Tier = c.tier
		if row, ok := r.count(u, d, r.said(fields, c.at, "")); ok {
			row.Line, row.Lines, row.Tally = number, 1, r.For
			r.waiting = append(r.waiting, row)
		}
	}
	return nil
}

// said returns what a line says in a column, or else what the head says.
func (r *tallySheet) said(fields [][]byte, column int, head string) string {
	if column < 0 {
		return head
	}
	if column >= len(fields) {
		return ""
	}
	return string(bytes.TrimSpace(fields[column]))
}

// count returns the row of one count, if there is anything to say: a blank one
// matters only where something stood before.
func (r *tallySheet) count(u campaign.Update, day campaign.Day, text string) (row Row, ok bool) {
	if text != "" {
		if u.Count, row.Why = parseCount([]byte(text)); row.Why == nil && (u.Count < 0 || u.Count > campaign.MaxFilling) {
			row.Why = errTallyRange
		}
	}
	if row.Why == nil && r.options.Cell != nil {
		u.Cell, row.Why = r.options.Cell(u.Cell)
	}
	if row.Why != nil {
		return row, true
	}
	u.ID = campaign.FillingID(r.saved, r.number(day, u.Tier), u.Count, u.Region, u.Source)
	earlier, later := r.beside(u)
	switch {
	case earlier != nil && earlier.SaysAsMuch(u):
		if later == nil && earlier.ID != u.ID {
			row.Again = u
		}
		u = *earlier
	case later != nil && later.SaysAsMuch(u):
		u = *later
	case text == "" && earlier == nil:
		return row, false
	case text == "" && earlier.Count == 0:
		u = *earlier // emptied before
	case text == "":
		u.Note += ", emptied"
	}
	row.Update, row.Changed = u, earlier != nil && later == nil && u.ID != earlier.ID
	row.Why = u.Validate()
	return row, true
}

// beside returns what the line said before and after it was saved with what it
// says now, as far as the ledger knows; nil if it said nothing. A line that says
// what it said need not be told anew.
func (r *tallySheet) beside(u campaign.Update) (earlier, later *campaign.Update) {
	if r.options.Filled == nil {
		return nil, nil
	}
	for _, f := range r.options.Filled(u) {
		if f.ID.Compare(u.ID) <= 0 {
			earlier = &f
		} else if later == nil {
			later = &f
		}
	}
	return earlier, later
}

// number returns the number that the line of a day and tier has in the ids of its
// fillings. It is fixed for ever: the first bits of SHA-256 over the byte 4, the
// sheet's id, the day as 2027-03-01 and the tier.
func (r *tallySheet) number(day campaign.Day, tier string) uint64 {
	sum := sha256.Sum256([]byte("\x04" + string(r.ID[:]) + day.String() + tier))
	return binary.BigEndian.Uint64(sum[:8])
}

// TallyNumber returns the number by which people tell sheets apart, such as
// "7F3A-91C2".
func TallyNumber(id campaign.ID) string {
	text := strings.ToUpper(id.String())
	return text[28:32] + "-" + text[32:]
}
