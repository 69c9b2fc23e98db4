package app

import (
	"cmp"
	"context"
	"maps"
	"path/filepath"

	"muster/campaign"
	"muster/persistence"
	"muster/persistence/exchange"
)

// ImportOptions say how to read a file. What they leave open is as it was when
// a file of the same source was imported last, else as the file shows.
type ImportOptions struct {
	Map      map[string]string  // field -> column name, empty for none; exchange.Fields lists the fields
	Dates    exchange.DateOrder // of dates such as 3/1/2027
	Sheet    string             // of a workbook; empty is the first
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
	Out        int // of those that are there, taken out of the count by somebody
	Voided     int // earlier counts of the list that those of a longer one take the place of
	Rejected   []Rejection
	DryRun     bool
	Before     Before // that the file was read as, because the last of its source was

	Number uint64   // of the import; 0 if nothing was new
	Undone []Import // imports that were undone, of which the file has counts
	Effect Effect
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
	f, err := d.importFile(path, o)
	if err != nil {
		return ImportResult{}, err
	}
	s := sifting{desk: d, file: f, seen: map[campaign.ID]bool{}, refused: map[int]bool{}, batches: map[uint64]bool{}}
	err = cmp.Or(s.sift(ctx), f.held.err)
	result := s.result
	result.Before = f.memory.filledIn()
	switch {
	case err != nil:
		return result, err
	case len(result.Rejected) > 0 && !o.SkipBad:
		result.Added, result.Duplicates = 0, 0
		return result, f.refusal(result)
	}
	if result.Undone, err = d.undoneOf(s.batches); err != nil {
		return result, err
	}
	if o.DryRun {
		result.Effect, result.Voided, err = d.suppose(s.news)
		return result, err
	}
	before, err := d.counted()
	if err != nil {
		return result, err
	}
	batch := persistence.Batch{File: filepath.Base(path), By: o.By, At: d.muster.Now()}
	batch, err = d.muster.store.InsertAll(ctx, d.id, batch, persistence.Ahead(f.updates(ctx, s.refused)), o.Progress)
	if err == nil {
		err = d.muster.store.Confirm(d.id, s.again...)
	}
	if err != nil {
		return result, err
	}
	result.Number, result.Added, result.Duplicates = batch.Number, batch.Updates, s.counts-batch.Updates
	d.nudgeAfterImport()
	after, err := d.counted()
	result.Effect = effect(before, after)
	d.keepHabits(f)
	return result, err
}

// importFile settles how a file is read.
func (d *Desk) importFile(path string, o ImportOptions) (importFile, error) {
	if _, err := d.fresh(); err != nil {
		return importFile{}, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	names, counted := d.spellings(), maps.Collect(d.book.Tally.CellTotals(campaign.Pledges))
	memory := d.memory()
	held := &fillings{desk: d}
	return importFile{path: path, options: o, memory: memory, held: held, reading: exchange.Options{Map: o.Map, Dates: o.Dates, Sheet: o.Sheet, List: o.List,
		Parts: o.Parts, Zone: d.book.Campaign.Location(), By: o.By, Counted: counted, Cell: names.cell, Recall: memory.recall,
		Campaign: d.id, Now: d.muster.Now(), Filled: held.of}}, nil
}

// nudgeAfterImport has whoever watches read the sums again.
func (d *Desk) nudgeAfterImport() {
	if _, err := d.fresh(); err == nil {
		d.nudge()
	}
}
