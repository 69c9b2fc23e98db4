package app

import (
	"context"
	"errors"
	"io"
	"slices"

	"muster/campaign"
	"muster/persistence"
	"muster/persistence/exchange/folder"
)

// manySegments is how many segments of its own a device leaves in the folder
// before it puts the small ones together.
const manySegments = 16

// give writes what is not in the folder yet. A segment that another process of
// this device wrote meanwhile makes this one superfluous.
func (r *round) give(ctx context.Context) error {
	p, err := r.store.Pending(r.desk.id, ByFolder, "")
	if err != nil {
		return err
	}
	if r.whole {
		p = p.Everything()
	}
	if p.Nothing() {
		if p.Upto != p.Outlet.Served { // all that arrived came from the folder
			_, err = r.store.Leave(r.desk.id, p, p.Outlet, persistence.FileChanges{})
		}
	} else {
		err = r.write(ctx, p)
	}
	if err == nil {
		err = r.gather(ctx)
	}
	return err
}

// write writes what is pending. With everything in it, a segment takes the
// place of all that this device has written before.
func (r *round) write(ctx context.Context, p persistence.Pending) error {
	r.waiting = true // also for a segment that has to be written again
	var before []folder.File
	if p.Whole {
		before = r.own()
	}
	if p.Outlet.Whole { // somebody shared the folder anew
		before = append(before, r.earlier()...)
	}
	err := r.put(p, before, func(w io.Writer) error {
		_, err := r.desk.Pack(ctx, w, PackOptions{Pending: &p})
		return err
	})
	if err == nil {
		r.waiting = false
	}
	return err
}

// put writes a segment and notes that what was pending has left with it, in
// place of some earlier ones, which it removes.
func (r *round) put(p persistence.Pending, before []folder.File, content func(io.Writer) error) error {
	f, number, err := r.writer.Write(r.outlet.Folder, p.Outlet.Segment, content)
	if err != nil {
		return err
	}
	own, err := r.store.Own()
	if err != nil {
		return err
	}
	f.By = own.Name
	after := p.Outlet
	after.Segment, after.At = number, r.desk.muster.Now()
	changes := persistence.FileChanges{Put: []folder.File{f}}
	for _, b := range before {
		changes.Drop = append(changes.Drop, b.Name)
	}
	left, err := r.store.Leave(r.desk.id, p, after, changes)
	if err != nil || !left {
		return errors.Join(err, folder.Remove(r.outlet.Folder, f))
	}
	r.outlet, r.written = after, true
	r.files = append(slices.DeleteFunc(r.files, func(g folder.File) bool { return slices.Contains(changes.Drop, g.Name) }), f)
	return folder.Remove(r.outlet.Folder, before...)
}

// own returns the segments of this device's, those that are missing included.
func (r *round) own() []folder.File {
	var own []folder.File
	for _, f := range r.files {
		if f.State == folder.Own || f.State == folder.Missing {
			own = append(own, f)
		}
	}
	return own
}

// earlier returns the segments that this device wrote before the folder was
// shared anew, or before a backup was brought back.
func (r *round) earlier() []folder.File {
	var earlier []folder.File
	for _, f := range r.files {
		if f.State == folder.Taken && f.Device == r.writer.Device {
			earlier = append(earlier, f)
		}
	}
	return earlier
}

// gather puts the newest segments of this device together into one when there
// are many: as many of them as are not much larger than those after them, so
// that what is large is seldom written again.
func (r *round) gather(ctx context.Context) error {
	own := r.own()
	if len(own) < manySegments {
		return nil
	}
	slices.SortFunc(own, func(a, b folder.File) int { return b.Changed.Compare(a.Changed) })
	n, size := 0, int64(0)
	for n < len(own) && (n < 2 || own[n].Size <= 2*size) {
		size += own[n].Size
		n++
	}
	p, err := r.store.Pending(r.desk.id, ByFolder, "")
	if err != nil {
		return err
	}
	p.Upto = p.Outlet.Served // nothing more leaves than has left
	own = own[:n]
	header, err := r.desk.packHeader()
	if err != nil {
		return err
	}
	header.Known = nil // theirs are kept
	err = r.put(p, own, func(w io.Writer) error { return folder.Join(r.outlet.Folder, own, header, w) })
	if errors.Is(err, campaign.ErrPack) { // one of them was damaged where nobody could tell
		return r.write(ctx, p.Everything())
	}
	return err
}
