package app

import (
	"context"
	"iter"
	"slices"
	"strings"

	"muster/campaign"
	"muster/persistence"
)

// Import is a file that was imported.
type Import struct {
	persistence.Batch
	Undone persistence.Batch // what took it back; zero while it counts
}

// IsUndone reports whether the import is out of the count.
func (i Import) IsUndone() bool { return i.Undone.Number != 0 }

// Imports returns the files that were imported, the latest first.
func (d *Desk) Imports() ([]Import, error) {
	all, err := d.muster.store.Batches(d.id)
	if err != nil {
		return nil, err
	}
	var found []Import
	for _, batch := range slices.Backward(all) {
		if batch.Undoes != 0 || batch.File == "" {
			continue
		}
		undone, _ := undoer(all, batch.Number)
		found = append(found, Import{batch, undone})
	}
	return found, nil
}

// undoer returns the batch that took another back, unless it was taken back
// itself.
func undoer(all []persistence.Batch, number uint64) (persistence.Batch, bool) {
	for _, batch := range slices.Backward(all) {
		if batch.Undoes != number {
			continue
		}
		if _, back := undoer(all, batch.Number); !back {
			return batch, true
		}
	}
	return persistence.Batch{}, false
}

// undoneOf returns the imports among some batches that were undone, the latest
// first.
func (d *Desk) undoneOf(batches map[uint64]bool) ([]Import, error) {
	if len(batches) == 0 {
		return nil, nil
	}
	all, err := d.Imports()
	return slices.DeleteFunc(all, func(i Import) bool { return !i.IsUndone() || !batches[i.Number] }), err
}

// findImport returns an import by its number.
func (d *Desk) findImport(number uint64) (Import, error) {
	all, err := d.Imports()
	if err != nil {
		return Import{}, err
	}
	for _, i := range all {
		if i.Number == number {
			return i, nil
		}
	}
	return Import{}, campaign.Explain(campaign.ErrNoUpdate, "there is no import %d: the list of imports has their numbers", number)
}

// UndoImport takes everything that came with an import out of the count, by
// voids with one reason: all of it or, if it fails or ctx ends, nothing.
// Progress, which may be nil, is told how many are written.
// Errors: campaign.ErrNoUpdate, campaign.ErrAlreadyVoid, campaign.ErrInvalid.
func (d *Desk) UndoImport(ctx context.Context, number uint64, why, by string, progress func(int)) (Import, error) {
	if err := saysWhy(why); err != nil {
		return Import{}, err
	}
	i, err := d.findImport(number)
	if err != nil {
		return i, err
	}
	if i.IsUndone() {
		return i, campaign.Explain(campaign.ErrAlreadyVoid, "the import of %s is out of the count already", i.File)
	}
	i.Undone, err = d.voidBatch(ctx, i.Number, why, by, progress)
	return i, err
}

// RedoImport brings an import that was undone back into the count.
// Errors: campaign.ErrNoUpdate, campaign.ErrAlreadyVoid.
func (d *Desk) RedoImport(ctx context.Context, number uint64, why, by string, progress func(int)) (Import, error) {
	i, err := d.findImport(number)
	if err != nil {
		return i, err
	}
	if !i.IsUndone() {
		return i, campaign.Explain(campaign.ErrAlreadyVoid, "the import of %s counts: there is nothing to bring back", i.File)
	}
	if _, err = d.voidBatch(ctx, i.Undone.Number, why, by, progress); err == nil {
		i.Undone = persistence.Batch{}
	}
	return i, err
}

// voidBatch voids all that came together. What somebody took out besides stays
// out when this is undone in turn.
func (d *Desk) voidBatch(ctx context.Context, number uint64, why, by string, progress func(int)) (persistence.Batch, error) {
	var targets []campaign.ID
	err := d.muster.store.OfBatch(d.id, number, func(u campaign.Update) error {
		if !u.IsOutdating() { // which falls with the recount that it is for
			targets = append(targets, u.ID)
		}
		return ctx.Err()
	})
	if err != nil {
		return persistence.Batch{}, err
	}
	batch := persistence.Batch{By: strings.TrimSpace(by), At: d.muster.Now(), Undoes: number, Why: strings.TrimSpace(why)}
	batch, err = d.muster.store.InsertAll(ctx, d.id, batch, d.voidsOfAll(targets, why, by), progress)
	d.nudgeAfterImport()
	return batch, err
}

// voidsOfAll returns voids of all targets, some at a time.
func (d *Desk) voidsOfAll(targets []campaign.ID, why, by string) iter.Seq2[[]campaign.Update, error] {
	return func(yield func([]campaign.Update, error) bool) {
		for some := range slices.Chunk(targets, rowsAtATime) {
			voids := make([]campaign.Update, 0, len(some))
			for _, target := range some {
				void, err := d.voidOf(target, why, by)
				if err != nil {
					yield(nil, err)
					return
				}
				voids = append(voids, void)
			}
			if !yield(voids, nil) {
				return
			}
		}
	}
}
