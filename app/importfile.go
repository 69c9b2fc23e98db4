package app

import (
	"context"
	"fmt"
	"io"
	"iter"
	"path/filepath"

	"muster/campaign"
	"muster/persistence/exchange"
)

// importFile is a file that is read twice: to look at it, and to take it in.
type importFile struct {
	path    string
	options ImportOptions
	reading exchange.Options
	memory  *memory
	held    *fillings
}

// rowsAtATime is how many good rows are handed on together.
const rowsAtATime = 1 << 10

// updates returns the good rows, some at a time. A bad one, without SkipBad,
// can only mean that the file has changed since it was looked at.
func (f importFile) updates(ctx context.Context, refused map[int]bool) iter.Seq2[[]campaign.Update, error] {
	return func(yield func([]campaign.Update, error) bool) {
		some := make([]campaign.Update, 0, rowsAtATime)
		for row, err := range f.rows(ctx) {
			if err == nil && (row.Why != nil || refused[row.Line]) {
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
			yield(row, f.named(err))
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

// named says of which file an error is.
func (f importFile) named(err error) error { return fmt.Errorf("%s: %w", filepath.Base(f.path), err) }

// refusal is the sentence for a file with lines that cannot be taken.
func (f importFile) refusal(r ImportResult) error {
	first := r.Rejected[0]
	return campaign.Explain(campaign.ErrRejected,
		"nothing was imported from %s: line %d: %s%s. Mend the file, or take only its good lines with --skip-bad",
		filepath.Base(f.path), first.Line, first.Why, campaign.More(len(r.Rejected)-1))
}
