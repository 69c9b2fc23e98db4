package app

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"muster/campaign"
	"muster/persistence"
	"muster/persistence/exchange/folder"
)

// SyncFolder brings the campaign and its shared folder in step: it takes in
// what others have written there, and writes what they do not have from here.
// What is wrong with single files is told in the state; an error is about the
// folder, or about the data, and what was entered here stays as it is.
// Errors: campaign.ErrNoOutlet, campaign.ErrFolder.
func (d *Desk) SyncFolder(ctx context.Context) (FolderState, error) {
	d.sharing.Lock()
	defer d.sharing.Unlock()
	r, err := d.newRound()
	if err != nil {
		return FolderState{}, err
	}
	err = r.look()
	if err == nil {
		err = r.take(ctx)
		err = errors.Join(err, r.remember())
	}
	if err == nil {
		err = r.give(ctx)
	}
	if r.news {
		if _, err := d.fresh(); err == nil {
			d.nudge()
		}
	}
	return r.state(), err
}

// FolderState returns what is known of the shared folder without taking or
// writing anything.
func (d *Desk) FolderState() (FolderState, error) {
	r, err := d.newRound()
	if err != nil {
		return FolderState{}, err
	}
	if err := r.look(); err != nil {
		return r.state(), err
	}
	for _, f := range r.changes.New {
		looked, p := folder.Look(r.outlet.Folder, f, d.id)
		if p != nil {
			p.Close()
			looked.State = folder.Unread
		}
		r.files = append(r.files, looked)
	}
	return r.state(), nil
}

// round is one round of the shared folder.
type round struct {
	desk    *Desk
	store   *persistence.Store
	outlet  persistence.Outlet
	writer  folder.Writer
	changes folder.Changes
	files   []folder.File // as they are now known
	keep    persistence.FileChanges
	whole   bool // an own segment is missing or damaged: everything has to be written again
	taken   int
	news    bool // something came in
	written bool
	waiting bool
}

func (d *Desk) newRound() (*round, error) {
	r := &round{desk: d, store: d.muster.store}
	p, err := r.store.Pending(d.id, ByFolder, "")
	if errors.Is(err, campaign.ErrNoOutlet) {
		err = campaign.Explain(campaign.ErrNoOutlet, "the campaign is not shared by way of a folder: choose one first")
	}
	if err != nil {
		return r, err
	}
	r.outlet, r.waiting = p.Outlet, !p.Nothing()
	own, err := r.store.Own()
	r.writer = folder.Writer{Campaign: d.Campaign().Name, Device: own.Device()}
	return r, err
}

// look finds out what changed in the folder.
func (r *round) look() error {
	found, err := folder.List(r.outlet.Folder)
	if err != nil {
		return err
	}
	known, err := r.store.Files(r.desk.id)
	if err != nil {
		return err
	}
	if len(found) == 0 && !r.outlet.Whole && slices.ContainsFunc(known, isOwn) {
		return campaign.Explain(campaign.ErrFolder,
			"the shared folder %s is empty, and was not: connect the drive or start the service that keeps it, or choose the folder again if it was emptied on purpose", r.outlet.Folder)
	}
	r.changes = folder.Compare(known, found)
	for _, f := range r.changes.Same {
		if f.State == folder.Copy && !f.IsCopy(r.changes.Same) { // what it was a copy of is gone
			r.changes.New = append(r.changes.New, f)
		} else {
			r.files = append(r.files, f)
		}
	}
	for _, f := range r.changes.Missing {
		f.State, r.whole = folder.Missing, true
		r.files = append(r.files, f)
	}
	for _, f := range r.changes.Gone {
		r.keep.Drop = append(r.keep.Drop, f.Name)
	}
	return nil
}

func isOwn(f folder.File) bool { return f.State == folder.Own }

// take looks at what is new in the folder and takes in what is for this
// campaign.
func (r *round) take(ctx context.Context) error {
	slices.SortFunc(r.changes.New, folder.SegmentsFirst)
	for _, before := range r.changes.New {
		f, err := r.takeFile(ctx, before)
		if err != nil {
			return err
		}
		if before.State == folder.Own && f.State != folder.Own {
			r.whole = true
		}
		if f.State == 0 { // it is gone meanwhile
			r.keep.Drop = append(r.keep.Drop, f.Name)
			continue
		}
		r.files = append(r.files, f)
		r.keep.Put = append(r.keep.Put, f)
	}
	return nil
}

// takeFile finds out what a file is and merges it if it is for this campaign.
// An error says that the others cannot be merged either.
func (r *round) takeFile(ctx context.Context, f folder.File) (folder.File, error) {
	f, p := folder.Look(r.outlet.Folder, f, r.desk.id)
	if p == nil {
		return f, nil
	}
	defer p.Close()
	if f.IsCopy(r.files) {
		f.State = folder.Copy
		return f, nil
	}
	batch := persistence.Batch{File: f.Name, At: r.desk.muster.Now(), Folder: true, Passing: f.Passing()}
	merged, err := r.store.Merge(ctx, deliveryOf(ctx, p, batch), nil)
	switch {
	case err == nil:
		r.taken += merged.Added
		r.news = r.news || merged.Added+merged.Revisions+merged.Quarantined > 0
		return f.Merged(merged.Quarantined > 0), nil
	case ctx.Err() != nil, errors.Is(err, campaign.ErrBusy), errors.Is(err, campaign.ErrDamaged), errors.Is(err, campaign.ErrNoCampaign):
		return f, err
	}
	f.State, f.Why = folder.Refused, err.Error()
	return f, nil
}

// remember keeps what was found out about the files.
func (r *round) remember() error { return r.store.KeepFiles(r.desk.id, r.keep) }

// state says how the folder now stands.
func (r *round) state() FolderState {
	s := FolderState{Folder: r.outlet.Folder, At: r.outlet.At, Taken: r.taken, Written: r.written, Waiting: r.waiting}
	slices.SortFunc(r.files, func(a, b folder.File) int { return cmp.Compare(a.Name, b.Name) })
	for _, f := range r.files {
		s.Files = append(s.Files, FolderFile{f})
	}
	s.Devices = devices(r.files, r.writer.Device)
	return s
}
