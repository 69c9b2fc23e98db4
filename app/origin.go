package app

import (
	"muster/campaign"
	"muster/persistence"
)

// Origin is the device that an update comes from.
type Origin = persistence.Origin

// Origin returns the device that an update comes from.
// Error: campaign.ErrNoUpdate.
func (d *Desk) Origin(id campaign.ID) (Origin, error) { return d.muster.store.Origin(d.id, id) }
