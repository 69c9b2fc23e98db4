package app

import (
	"time"

	"muster/campaign"
	"muster/persistence"
)

// Details is everything that is known of a line of the ledger.
type Details struct {
	Row
	Entered time.Time         // zero if that is not known
	Out     campaign.Update   // the void that takes it out, if one does
	Origin  Origin            // the device that it comes from
	Batch   persistence.Batch // that it came with, in an import or with many others; zero if it came alone
}

// Details returns everything that is known of an update.
// Error: campaign.ErrNoUpdate.
func (d *Desk) Details(id campaign.ID) (Details, error) {
	d.mu.Lock()
	_, err := d.freshen()
	voids := d.book.Tally.Voids()
	d.mu.Unlock()
	if err != nil {
		return Details{}, err
	}
	var all Details
	err = d.muster.store.Browse(d.id, func(b *persistence.Browser) error {
		u, ok, err := b.Find(id)
		if err != nil || !ok {
			return orGone(err, id)
		}
		all.Line = lineOf(u, voids)
		if u.Kind == campaign.Void {
			if all.Target, _, err = b.Find(u.Voids); err != nil {
				return err
			}
		}
		if !all.VoidedBy.IsZero() {
			if all.Out, _, err = b.Find(all.VoidedBy); err != nil {
				return err
			}
		}
		if all.Batch, _, err = b.Batch(id); err != nil {
			return err
		}
		all.Origin, err = b.Origin(id)
		return err
	})
	all.Entered = entered(all)
	return all, err
}

func orGone(err error, id campaign.ID) error {
	if err != nil {
		return err
	}
	return campaign.Explain(campaign.ErrNoUpdate, "the update %s is not in the ledger any more", id)
}

// entered returns when a line came into the ledger: its batch says so, and so
// does the id of one that was entered (RFC 9562, version 7).
func entered(d Details) time.Time {
	const version = 7
	switch {
	case !d.Batch.At.IsZero():
		return d.Batch.At
	case d.ID[6]>>4 == version:
		return d.ID.Time()
	}
	return time.Time{}
}
