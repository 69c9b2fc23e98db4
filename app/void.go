package app

import (
	"context"
	"iter"
	"strings"

	"muster/campaign"
	"muster/persistence"
)

// Void takes a few updates out of the count, all with one reason, in one
// transaction, and returns the voids. Voiding a void brings its target back.
// Errors: campaign.ErrNoUpdate, campaign.ErrAlreadyVoid, campaign.ErrInvalid.
func (d *Desk) Void(why, by string, ids ...campaign.ID) ([]campaign.Update, error) {
	if err := saysWhy(why); err != nil {
		return nil, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, err := d.freshen(); err != nil {
		return nil, err
	}
	voids := make([]campaign.Update, 0, len(ids))
	for _, target := range ids {
		if _, err := d.muster.store.Find(d.id, target.String()); err != nil {
			return nil, err
		}
		if _, out := d.book.Tally.Voids().Out(target); out {
			return nil, campaign.Explain(campaign.ErrAlreadyVoid, "the update %s is out of the count already", target)
		}
		void, err := d.voidOf(target, why, by)
		if err != nil {
			return nil, err
		}
		voids = append(voids, void)
	}
	return voids, d.insert(voids...)
}

// VoidAll takes any number of updates out of the count, all with one reason:
// all of them or, if it fails or ctx ends, none. It returns the ids of the
// voids, so that they can be voided in turn. Updates that are out already are
// passed over. Progress, which may be nil, is told how many are written.
// Error: campaign.ErrInvalid.
func (d *Desk) VoidAll(ctx context.Context, why, by string, ids []campaign.ID, progress func(int)) ([]campaign.ID, error) {
	if err := saysWhy(why); err != nil {
		return nil, err
	}
	if _, err := d.fresh(); err != nil {
		return nil, err
	}
	d.mu.Lock()
	out := d.book.Tally.Voids()
	d.mu.Unlock()
	voids := make([]campaign.ID, 0, len(ids))
	updates := d.voidsOf(ids, why, by, out, &voids)
	if len(ids) > rowsAtATime {
		batch := persistence.Batch{By: strings.TrimSpace(by), At: d.muster.Now()}
		_, err := d.muster.store.InsertAll(ctx, d.id, batch, updates, progress)
		d.nudgeAfterImport()
		return voids, err
	}
	for few, err := range updates { // which need not be read anew
		if err != nil {
			return nil, err
		}
		d.mu.Lock()
		err := d.insert(few...)
		d.mu.Unlock()
		if err != nil {
			return nil, err
		}
	}
	return voids, nil
}

// voidsOf returns the voids of the targets that count, some at a time, and
// notes their ids.
func (d *Desk) voidsOf(ids []campaign.ID, why, by string, out campaign.Voids, made *[]campaign.ID) iter.Seq2[[]campaign.Update, error] {
	return func(yield func([]campaign.Update, error) bool) {
		var some []campaign.Update
		for i, target := range ids {
			if _, is := out.Out(target); !is {
				void, err := d.voidOf(target, why, by)
				if err != nil {
					yield(nil, err)
					return
				}
				*made = append(*made, void.ID)
				some = append(some, void)
			}
			if len(some) == rowsAtATime || i == len(ids)-1 {
				if !yield(some, nil) {
					return
				}
				some = nil
			}
		}
	}
}

// voidOf returns a void of an update.
func (d *Desk) voidOf(target campaign.ID, why, by string) (campaign.Update, error) {
	id, err := newID()
	return campaign.Update{ID: id, At: d.muster.Now(), Kind: campaign.Void, Voids: target,
		By: strings.TrimSpace(by), Note: strings.TrimSpace(why)}, err
}

func saysWhy(why string) error {
	if strings.TrimSpace(why) == "" {
		return campaign.Explain(campaign.ErrInvalid, "say why the update is taken out of the count: others will want to know")
	}
	return nil
}

// FindUpdate returns the update whose id begins with the given text.
// Errors: campaign.ErrNoUpdate, campaign.ErrWhichUpdate.
func (d *Desk) FindUpdate(prefix string) (campaign.Update, error) {
	return d.muster.store.Find(d.id, prefix)
}
