package app

import (
	"context"
	"errors"

	"muster/campaign"
)

// ImportOptions say how to read a file.
type ImportOptions struct {
	Map      map[string]string // field -> column name; fields are at, total, added, region, source, tier, measure, by, note
	DryRun   bool              // only say what would happen
	SkipBad  bool              // take the good lines even if others are rejected
	By       string            // who imports, for lines that do not say
	Progress func(rows int)    // called now and then; may be nil
}

// ImportResult is what an import did, or would do.
type ImportResult struct {
	Rows       int // lines of data in the file
	Added      int
	Duplicates int // already there from an earlier import
	Rejected   []Rejection
	DryRun     bool
}

// Rejection is a line that cannot be taken.
type Rejection struct {
	Line int // in the file, the header being line 1
	Why  string
}

// Import takes the counts of a CSV file into the ledger, all or nothing unless
// SkipBad. Repeating it adds nothing. When lines are rejected without SkipBad
// the result names them and the error is campaign.ErrRejected.
func (d *Desk) Import(ctx context.Context, path string, o ImportOptions) (ImportResult, error) {
	return ImportResult{}, errors.New("being built")
}

var _ = campaign.ErrRejected
