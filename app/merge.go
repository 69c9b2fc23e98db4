package app

import (
	"context"
	"errors"
	"iter"
	"path/filepath"
	"time"

	"muster/campaign"
	"muster/persistence"
	"muster/persistence/exchange/pack"
)

// MergeOptions say how to take a pack in.
type MergeOptions struct {
	Into       *campaign.ID // the campaign that it must be of; nil for whichever it is of
	Passphrase string       // that it is locked with
	By         string       // who merges it
	DryRun     bool         // only say what would happen
	Progress   func(of, updates int)
}

// MergeResult is what a merge did, or would do.
type MergeResult struct {
	persistence.Merged
	Campaign  campaign.ID
	Name      string   // of the campaign, as it is called here
	Maker     Device   // that wrote the pack, by what it says
	Updates   int      // in the pack
	Met       []Device // whose first updates these are, and that nobody accepted yet
	Conflicts int      // parts of the plan that several people changed, to be settled by saving the plan
	DryRun    bool
}

// Merge takes a pack into the campaign that it is of, bringing that along if
// this data folder does not have it. All that can be believed is taken, or
// nothing; taking it again changes nothing. Errors: campaign.ErrPack,
// campaign.ErrNewer, campaign.ErrPassphrase, campaign.ErrOtherCampaign,
// campaign.ErrNameTaken, campaign.ErrNoCampaign, or what the disk says.
func (m *Muster) Merge(ctx context.Context, path string, o MergeOptions) (MergeResult, error) {
	result := MergeResult{DryRun: o.DryRun}
	p, err := pack.Open(path, o.Passphrase)
	if err != nil {
		return result, err
	}
	defer p.Close()
	h := p.Header
	result.Campaign, result.Name, result.Updates = h.Campaign, m.nameOf(h), p.Updates
	result.Maker = Device{Device: persistence.Device{Key: h.Maker.Key, Name: h.Maker.Name}}
	if err := m.isInto(p, path, o.Into); err != nil {
		return result, err
	}
	delivery := deliveryOf(ctx, p, persistence.Batch{File: filepath.Base(path), By: o.By, At: m.Now()})
	if o.DryRun {
		result.Merged, err = m.store.WouldMerge(ctx, delivery)
		return result, err
	}
	var progress func(int)
	if o.Progress != nil {
		progress = func(seen int) { o.Progress(p.Updates, seen) }
	}
	if result.Merged, err = m.store.Merge(ctx, delivery, progress); err != nil {
		return result, err
	}
	book, err := m.store.Read(h.Campaign)
	if err != nil {
		return result, err
	}
	result.Name, result.Conflicts = book.Campaign.Name, len(book.Conflicts)
	result.Met, err = m.metAt(delivery.At)
	return result, err
}

// nameOf returns what the campaign of a pack is called here, or else there.
func (m *Muster) nameOf(h pack.Header) string {
	if c, err := m.Find(h.Campaign.String()); err == nil {
		return c.Name
	}
	return h.Name
}

// metAt returns the devices whose first updates came at a moment.
func (m *Muster) metAt(at time.Time) (met []Device, err error) {
	all, err := m.Devices()
	for _, d := range all {
		if !d.IsAccepted() && d.Seen.Equal(at) {
			met = append(met, d)
		}
	}
	return met, err
}

// isInto refuses a pack of another campaign than the one asked for.
func (m *Muster) isInto(p *pack.Pack, path string, into *campaign.ID) error {
	if into == nil || *into == p.Header.Campaign {
		return nil
	}
	name := into.String()
	if c, err := m.Find(name); err == nil {
		name = c.Name
	}
	return campaign.Explain(campaign.ErrOtherCampaign,
		"%s is of the campaign %q and not of %q, so nothing was merged: merge it without naming a campaign", filepath.Base(path), p.Header.Name, name)
}

// deliveryOf returns what came in a pack, for the store.
func deliveryOf(ctx context.Context, p *pack.Pack, of persistence.Batch) persistence.Delivery {
	return persistence.Delivery{Batch: of, Campaign: p.Header.Campaign, Names: names(p.Header),
		Revisions: p.Revisions, Runs: until(ctx, p.Runs())}
}

// names returns what a pack calls devices.
func names(h pack.Header) map[campaign.DeviceKey]string {
	all := map[campaign.DeviceKey]string{}
	for _, d := range h.Known {
		all[d.Key] = d.Name
	}
	all[h.Maker.Key] = h.Maker.Name
	return all
}

// until passes runs on until ctx ends.
func until(ctx context.Context, runs iter.Seq2[campaign.Run, error]) iter.Seq2[campaign.Run, error] {
	return func(yield func(campaign.Run, error) bool) {
		for r, err := range runs {
			if !yield(r, errors.Join(err, ctx.Err())) {
				return
			}
		}
	}
}
