package app

import (
	"context"
	"errors"
	"io"
	"iter"
	"time"

	"muster/campaign"
	"muster/persistence"
	"muster/persistence/exchange/pack"
)

// PackOptions say what goes into a pack. Zero fields leave nothing out.
type PackOptions struct {
	Since      time.Time            // updates of that moment or later
	By         string               // updates that this person entered, whatever the case
	Pending    *persistence.Pending // only what has not left by an outlet yet
	Passphrase string               // that the pack is locked with; empty for none
}

// PackResult is what went into a pack.
type PackResult struct {
	Updates   int
	Revisions int // of the plan
}

// Pack writes updates with the plan's revisions, for other copies of the
// campaign. Updates entered here are signed with this device's key.
func (d *Desk) Pack(ctx context.Context, w io.Writer, o PackOptions) (PackResult, error) {
	var result PackResult
	header, err := d.packHeader()
	if err != nil {
		return result, err
	}
	own, err := d.muster.store.Own()
	if err != nil {
		return result, err
	}
	var revisions []campaign.Revision
	if o.Pending == nil || o.Pending.Plan {
		if revisions, err = d.muster.store.Revisions(d.id); err != nil {
			return result, err
		}
	}
	result.Revisions = len(revisions)
	which := persistence.Which{Since: o.Since, By: o.By, Pending: o.Pending}
	runs := counted(until(ctx, d.muster.store.Runs(d.id, own.Key, which)), &result.Updates)
	if o.Passphrase == "" {
		return result, pack.Write(w, header, revisions, runs)
	}
	locked, err := pack.Lock(w, o.Passphrase)
	if err != nil {
		return result, err
	}
	err = pack.Write(locked, header, revisions, runs)
	return result, errors.Join(err, locked.Close())
}

// packHeader says whose pack it is, and the names of the devices that are
// known here.
func (d *Desk) packHeader() (pack.Header, error) {
	h := pack.Header{Campaign: d.id, Name: d.Campaign().Name, Made: d.muster.Now()}
	devices, err := d.muster.Devices()
	for _, device := range devices {
		known := pack.Device{Key: device.Key, Name: device.Name}
		if device.Own {
			h.Maker = known
		} else if device.Name != "" {
			h.Known = append(h.Known, known)
		}
	}
	return h, err
}

// counted counts the updates of runs as they go by.
func counted(runs iter.Seq2[campaign.Run, error], n *int) iter.Seq2[campaign.Run, error] {
	return func(yield func(campaign.Run, error) bool) {
		for r, err := range runs {
			*n += len(r.Updates)
			if !yield(r, err) {
				return
			}
		}
	}
}
