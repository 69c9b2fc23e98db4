package app

import (
	"crypto/sha256"

	"muster/persistence"
)

// Quarantined are updates that came in a pack and cannot be believed.
type Quarantined = persistence.Quarantined

// Quarantine returns what is in quarantine, what came first first. None of it
// counts.
func (d *Desk) Quarantine() ([]Quarantined, error) { return d.muster.store.Quarantine(d.id) }

// Discard removes what is in quarantine under an id, for good.
// Error: campaign.ErrNoUpdate.
func (d *Desk) Discard(which [sha256.Size]byte) error { return d.muster.store.Discard(d.id, which) }
