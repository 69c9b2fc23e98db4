package app

import (
	"context"
	"encoding/hex"
	"time"

	"muster/campaign"
	"muster/campaign/scenario"
)

// Dossier is all that a report tells of a campaign at one moment.
type Dossier struct {
	Snapshot
	Turnout     campaign.Turnout
	Compared    *Comparison       // the scenarios beside the plan; nil if there are none
	Matters     []scenario.Effect // the uncertain assumptions of the plan, if it is compared
	Earlier     *Snapshot         // what the report is held against; nil if nothing
	Fingerprint string            // of the data, in hexadecimal: see persistence.Store.Fingerprint
}

// Dossier returns what can be told without the ledger: not what has changed, nor
// what the scenarios come to.
func (s Snapshot) Dossier() Dossier {
	return Dossier{Snapshot: s, Turnout: s.Campaign.Turnout(s.Standing.ByTier)}
}

// Dossier gathers what a report tells of the campaign at a moment, and of what
// has changed since an earlier one; zero means now, and no earlier one. It
// reads the ledger several times, so it is not for the window's goroutine.
func (d *Desk) Dossier(ctx context.Context, at, since time.Time) (Dossier, error) {
	var all Dossier
	var err error
	at = d.orNow(at)
	if all.Snapshot, err = d.Snapshot(at); err != nil {
		return all, err
	}
	for _, gather := range []func() error{
		func() error { return d.Foresee(&all.Snapshot) },
		func() error { return d.compareFor(&all) },
		func() error { return d.holdAgainst(&all, since) },
		func() error { return d.fingerprint(&all) },
	} {
		if err := ctx.Err(); err != nil {
			return all, err
		}
		if err := gather(); err != nil {
			return all, err
		}
	}
	all.Turnout = all.Snapshot.Dossier().Turnout
	return all, ctx.Err()
}

func (d *Desk) compareFor(all *Dossier) error {
	if len(all.Campaign.Scenarios) == 0 {
		return nil
	}
	compared, err := d.Compare(all.Standing.AsOf)
	if err != nil {
		return err
	}
	all.Compared, all.Matters = &compared, compared.Basis.Matters(compared.Outcomes[0])
	return nil
}

func (d *Desk) holdAgainst(all *Dossier, since time.Time) error {
	if since.IsZero() || !since.Before(all.Standing.AsOf) {
		return nil
	}
	earlier, err := d.Snapshot(since)
	all.Earlier = &earlier
	return err
}

func (d *Desk) fingerprint(all *Dossier) error {
	f, err := d.muster.store.Fingerprint(all.Campaign, all.Standing.AsOf.Add(time.Millisecond))
	all.Fingerprint = hex.EncodeToString(f[:])
	return err
}
