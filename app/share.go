package app

import (
	"os"
	"path/filepath"
	"strings"

	"muster/campaign"
	"muster/persistence"
)

// Outlet is a way by which the updates of a campaign leave this data folder:
// packs for somebody, or the shared folder.
type Outlet = persistence.Outlet

// The two kinds of outlet.
const (
	ByHand   = persistence.ByHand
	ByFolder = persistence.ByFolder
)

// Outlets returns the ways by which the campaign's updates leave, the packs for
// somebody by name, then the shared folder.
func (d *Desk) Outlets() ([]Outlet, error) { return d.muster.store.Outlets(d.id) }

// Folder returns the campaign's shared folder; empty if it has none.
func (d *Desk) Folder() (string, error) {
	o, _, err := d.muster.store.Outlet(d.id, ByFolder, "")
	return o.Folder, err
}

// Share chooses the folder through which this campaign and its copies on other
// devices stay in step, and begins anew there: SyncFolder then writes
// everything. Error: campaign.ErrFolder.
func (d *Desk) Share(folder string) error {
	folder, err := d.muster.suitable(folder)
	if err != nil {
		return err
	}
	err = d.muster.store.OpenOutlet(d.id, Outlet{Kind: ByFolder, Folder: folder})
	d.nudge()
	return err
}

// Unshare ends the sharing. What is in the folder stays there, for the others.
func (d *Desk) Unshare() error {
	err := d.muster.store.CloseOutlet(d.id, ByFolder, "")
	d.nudge()
	return err
}

// suitable returns the full path of a folder that can be shared: one that is
// there, and that is not about the data folder, which no service may carry
// elsewhere while it is written to.
func (m *Muster) suitable(folder string) (string, error) {
	full, err := filepath.Abs(folder)
	if err != nil {
		return "", err
	}
	switch info, err := os.Stat(full); {
	case err != nil:
		return "", campaign.Explain(campaign.ErrFolder, "there is no folder %s: make it first, or choose another", full)
	case !info.IsDir():
		return "", campaign.Explain(campaign.ErrFolder, "%s is a file: choose a folder", full)
	}
	data, shared := real(m.Dir()), real(full)
	if within(data, shared) || within(shared, data) {
		return "", campaign.Explain(campaign.ErrFolder,
			"%s holds the data of Muster, or lies within it, and would be damaged if it were carried elsewhere while in use: choose a folder of its own", full)
	}
	return full, nil
}

// real returns a path without links, as far as that can be told.
func real(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	if target, err := filepath.EvalSymlinks(path); err == nil {
		return target
	}
	return path
}

// within reports whether a path is a folder or lies in it.
func within(path, folder string) bool {
	from, err := filepath.Rel(folder, path)
	return err == nil && from != ".." && !strings.HasPrefix(from, ".."+string(filepath.Separator))
}
