package app

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"iter"
	"maps"
	"path/filepath"

	"muster/campaign"
	"muster/persistence"
	"muster/persistence/exchange"
)

// ImportOptions say how to read a file.
type ImportOptions struct {
	Map      map[string]string  // field -> column name; exchange.Fields lists the fields
	Dates    exchange.DateOrder // of dates such as 3/1/2027
	List     string             // which list of sign-ups the file is an export of; empty is what its name says
	Parts    string             // what a petition is counted by; one of exchange.Parts
	DryRun   bool               // only say what would happen
	SkipBad  bool               // take the good lines even if others are rejected
	By       string             // who imports, for lines that do not say
	Progress func(rows int)     // called now and then with the rows looked at; may be nil
}

// ImportResult is what an import did, or would do.
type ImportResult struct {
	Rows       int    // lines of data in the file
	List       string // the list of sign-ups that the lines were counted from; empty if each was a count
	Tally      string // who the tally sheet was made for that the file is; empty if it is none
	Changed    int    // lines of the tally sheet that said something else before
	Added      int
	Duplicates int // already there, from an earlier import or an earlier line
	Rejected   []Rejection
	DryRun     bool
}

// Rejection is a line that cannot be taken.
type Rejection struct {
	Line int // in the file, the first being line 1
	Why  error
}

// Import takes the counts of a file, whatever its kind, into the ledger, all or nothing unless
// SkipBad. Repeating it adds nothing. When lines are rejected without SkipBad
// the result names them and the error is campaign.ErrRejected. The whole file
// is looked at before anything is written.
func (d *Desk) Import(ctx context.Context, path string, o ImportOptions) (ImportResult, error) {
	if _, err := d.fresh(); err != nil {
		return ImportResult{}, err
	}
	d.mu.Lock()
	names, zone := d.spellings(), d.book.Campaign.Location()
	counted := maps.Collect(d.book.Tally.CellTotals(campaign.Pledges))
	d.mu.Unlock()
	held := &fillings{desk: d}
	f := importFile{path: path, options: o, reading: exchange.Options{Map: o.Map, Zone: zone, By: o.By,
		Dates: o.Dates, List: o.List, Parts: o.Parts, Counted: counted, Cell: names.cell,
		Campaign: d.id, Now: d.muster.Now(), Filled: held.of}}
	result, counts, err := f.look(ctx)
	err = cmp.Or(err, held.err)
	result.DryRun = o.DryRun
	switch {
	case err != nil:
		return result, err
	case len(result.Rejected) > 0 && !o.SkipBad:
		return result, f.refusal(result)
	case o.DryRun:
		result.Added, err = d.muster.store.Missing(d.id, f.updates(ctx))
	default:
		batch := persistence.Batch{File: filepath.Base(path), By: o.By, At: d.muster.Now()}
		result.Added, err = d.muster.store.InsertAll(ctx, d.id, batch, persistence.Ahead(f.updates(ctx)), o.Progress)
		d.nudgeAfterImport()
	}
	result.Duplicates = counts - result.Added
	return result, err
}

// nudgeAfterImport has whoever watches read the sums again.
func (d *Desk) nudgeAfterImport() {
	if _, err := d.fresh(); err == nil {
		d.nudge()
	}
}

// importFile is a file that is read twice: to look at it, and to take it in.
type importFile struct {
	path    string
	options ImportOptions
	reading exchange.Options
}

// look counts the lines, those that are good, and collects the others.
func (f importFile) look(ctx context.Context) (result ImportResult, counts int, err error) {
	for row, err := range f.rows(ctx) {
		if err != nil {
			return result, 0, err
		}
		result.List, result.Tally = row.List, row.Tally
		result.Rows += row.Lines
		if row.Why != nil {
			result.Rejected = append(result.Rejected, Rejection{Line: row.Line, Why: row.Why})
			continue
		}
		counts++
		if row.Changed {
			result.Changed++
		}
	}
	return result, counts, nil
}

// rowsAtATime is how many good rows are handed on together.
const rowsAtATime = 1 << 10

// updates returns the good rows, some at a time. A bad one, without SkipBad,
// can only mean that the file has changed since it was looked at.
func (f importFile) updates(ctx context.Context) iter.Seq2[[]campaign.Update, error] {
	return func(yield func([]campaign.Update, error) bool) {
		some := make([]campaign.Update, 0, rowsAtATime)
		for row, err := range f.rows(ctx) {
			if err == nil && row.Why != nil {
				if f.options.SkipBad {
					continue
				}
				err = campaign.Explain(campaign.ErrRejected, "%s changed while it was read: import it again", f.path)
			}
			if err != nil {
				yield(nil, err)
				return
			}
			if some = append(some, row.Update); len(some) == rowsAtATime {
				if !yield(some, nil) {
					return
				}
				some = make([]campaign.Update, 0, rowsAtATime)
			}
		}
		yield(some, nil)
	}
}

// rowsBetweenLooks is how many rows are read between two looks at whether the
// import was cancelled.
const rowsBetweenLooks = 1 << 13

// rows returns every row of the file. The row is reused.
func (f importFile) rows(ctx context.Context) iter.Seq2[*exchange.Row, error] {
	return func(yield func(*exchange.Row, error) bool) {
		row := &exchange.Row{}
		reader, err := exchange.Open(f.path, f.reading)
		if err != nil {
			yield(row, fmt.Errorf("%s: %w", filepath.Base(f.path), err))
			return
		}
		defer reader.Close()
		for n := 0; ; n++ {
			if err = reader.Read(row); err == io.EOF {
				return
			}
			if err == nil && n%rowsBetweenLooks == 0 {
				err = ctx.Err()
			}
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
}

// refusal is the sentence for a file with lines that cannot be taken.
func (f importFile) refusal(r ImportResult) error {
	first := r.Rejected[0]
	return campaign.Explain(campaign.ErrRejected,
		"nothing was imported from %s: line %d: %s%s. Mend the file, or take only its good lines with --skip-bad",
		filepath.Base(f.path), first.Line, first.Why, campaign.More(len(r.Rejected)-1))
}
