package app

import (
	"context"
	"maps"
	"slices"
	"strings"

	"muster/campaign"
	"muster/persistence"
	"muster/persistence/exchange/folder"
	"muster/persistence/exchange/pack"
)

// Join brings a campaign along from a folder that others share, which this data
// folder does not have, and shares it there too; an empty name is the only
// campaign there. All that is here then came from there, so that SyncFolder
// writes nothing but what is new. Errors: campaign.ErrFolder, campaign.ErrNoCampaign,
// campaign.ErrWhichCampaign.
func (m *Muster) Join(ctx context.Context, dir, name string) (campaign.Campaign, error) {
	dir, err := m.suitable(dir)
	if err != nil {
		return campaign.Campaign{}, err
	}
	there, err := campaignsIn(dir)
	if err != nil {
		return campaign.Campaign{}, err
	}
	var found []inFolder
	for _, c := range there {
		if name == "" || strings.EqualFold(c.name, name) {
			found = append(found, c)
		}
	}
	switch {
	case len(found) == 0:
		return campaign.Campaign{}, campaign.Explain(campaign.ErrNoCampaign,
			"neither this data folder nor %s has the campaign: share it first from where it is, or begin one with `muster new NAME`", dir)
	case len(found) > 1:
		return campaign.Campaign{}, campaign.Explain(campaign.ErrWhichCampaign,
			"there are %d campaigns in %s: say which with -c, such as -c %q", len(found), dir, found[0].name)
	}
	p, err := pack.Open(folder.Path(dir, found[0].file), "")
	if err != nil {
		return campaign.Campaign{}, err
	}
	defer p.Close()
	batch := persistence.Batch{File: found[0].file.Name, At: m.Now(), Folder: true}
	if _, err := m.store.Merge(ctx, deliveryOf(ctx, p, batch), nil); err != nil {
		return campaign.Campaign{}, err
	}
	c, err := m.Find(found[0].id.String())
	if err != nil {
		return c, err
	}
	return c, m.follow(c.ID, dir)
}

// follow shares a campaign through the folder that it came from.
func (m *Muster) follow(id campaign.ID, dir string) error {
	if err := m.store.OpenOutlet(id, Outlet{Kind: ByFolder, Folder: dir}); err != nil {
		return err
	}
	p, err := m.store.Pending(id, ByFolder, "")
	if err == nil {
		_, err = m.store.Leave(id, p, p.Outlet, persistence.FileChanges{})
	}
	return err
}

// inFolder is a campaign in a shared folder.
type inFolder struct {
	id   campaign.ID
	name string
	file folder.File // that its plan is in
}

// campaignsIn returns the campaigns whose plan is in a folder, by name.
func campaignsIn(dir string) ([]inFolder, error) {
	files, err := folder.List(dir)
	if err != nil {
		return nil, err
	}
	found := map[campaign.ID]inFolder{}
	for _, f := range files {
		if f.State != 0 {
			continue
		}
		p, err := pack.Open(folder.Path(dir, f), "")
		if err != nil {
			continue // what is wrong with it is told once the folder is shared
		}
		if _, known := found[p.Header.Campaign]; !known && len(p.Revisions) > 0 {
			found[p.Header.Campaign] = inFolder{p.Header.Campaign, p.Header.Name, f}
		}
		p.Close()
	}
	return slices.SortedFunc(maps.Values(found), func(a, b inFolder) int { return strings.Compare(a.name, b.name) }), nil
}
