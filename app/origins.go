package app

import "muster/persistence"

// Origins says how many updates of a campaign came from elsewhere.
type Origins = persistence.Origins

// Origins returns how many updates came from which other devices, and how many
// of them nobody vouches for.
func (d *Desk) Origins() (Origins, error) { return d.muster.store.Origins(d.id) }

// Waiting returns how many updates have not left by an outlet yet.
// Error: campaign.ErrNoOutlet.
func (d *Desk) Waiting(o persistence.Outlet) (int, error) {
	p, err := d.muster.store.Pending(d.id, o.Kind, o.Name)
	if err != nil {
		return 0, err
	}
	return d.muster.store.CountPending(d.id, p)
}
