package app

import (
	"context"
	"errors"
	"io"
	"strings"
	"time"

	"muster/campaign"
	"muster/persistence"
)

// SendOptions say how the next pack for somebody is written.
type SendOptions struct {
	Passphrase string // that it is locked with; empty for none
	Again      bool   // everything, whatever has been sent before
}

// SendTo writes the next pack for somebody: what is new since the last one, at
// first everything. Save is given what writes the pack, and keeps it whole or
// not at all; only then does the next pack begin where this one ends. When
// nothing is new, save is not called and the result is zero.
// Error: campaign.ErrInvalid for what is no name.
func (d *Desk) SendTo(ctx context.Context, name string, o SendOptions, save func(write func(io.Writer) error) error) (PackResult, error) {
	name, err := d.recipient(name)
	if err != nil {
		return PackResult{}, err
	}
	store := d.muster.store
	p, err := store.Pending(d.id, ByHand, name)
	if errors.Is(err, campaign.ErrNoOutlet) {
		if err = store.OpenOutlet(d.id, Outlet{Kind: ByHand, Name: name}); err == nil {
			p, err = store.Pending(d.id, ByHand, name)
		}
	}
	if err != nil {
		return PackResult{}, err
	}
	if o.Again {
		p = p.Everything()
	}
	if p.Nothing() {
		return PackResult{}, nil
	}
	p.Plan = true // an earlier pack, which brought it, may be lost
	var result PackResult
	err = save(func(w io.Writer) error {
		result, err = d.Pack(ctx, w, PackOptions{Pending: &p, Passphrase: o.Passphrase})
		return err
	})
	if err != nil {
		return result, err
	}
	after := p.Outlet
	after.At = d.muster.Now()
	_, err = store.Leave(d.id, p, after, persistence.FileChanges{}) // another process may have sent the same meanwhile: then both go
	return result, err
}

// LastSent returns when the last pack for somebody was written; zero if never.
func (d *Desk) LastSent(name string) (time.Time, error) {
	name, err := d.recipient(name)
	if err != nil {
		return time.Time{}, err
	}
	o, _, err := d.muster.store.Outlet(d.id, ByHand, name)
	return o.At, err
}

// EndSending forgets what was sent to somebody. The next pack for them, if
// there is one, holds everything.
func (d *Desk) EndSending(name string) error {
	name, err := d.recipient(name)
	if err != nil {
		return err
	}
	return d.muster.store.CloseOutlet(d.id, ByHand, name)
}

// recipient returns the name that packs for somebody go by, whatever its case.
func (d *Desk) recipient(name string) (string, error) {
	name = strings.Join(strings.Fields(name), " ")
	if name == "" || len(name) > campaign.MaxNameLen {
		return "", campaign.Explain(campaign.ErrInvalid, "say whom the pack is for, by a short name: the next one for them begins where this one ends")
	}
	all, err := d.Outlets()
	for _, o := range all {
		if o.Kind == ByHand && strings.EqualFold(o.Name, name) {
			return o.Name, nil
		}
	}
	return name, err
}
