// Package app holds what all faces of Muster share: the use cases, from
// recording an update to taking a snapshot for a report.
package app

import (
	"strings"
	"time"

	"github.com/google/uuid"

	"muster/campaign"
	"muster/persistence"
)

// Muster is one data folder with its campaigns. It is safe for use by several
// goroutines, next to any number of other processes.
type Muster struct {
	store *persistence.Store
	now   func() time.Time
}

// Open opens the data folder, making it if needed, and backs it up when the
// last backup is over a day old. Now tells the time.
func Open(dir string, now func() time.Time) (*Muster, error) {
	store, err := persistence.Open(dir)
	if err != nil {
		return nil, err
	}
	m := &Muster{store: store, now: now}
	if err := store.BackupIfDue(m.Now()); err != nil {
		return nil, campaign.Explain(err, "the daily backup failed: %s", err)
	}
	return m, nil
}

// Now returns the present moment, in UTC to the millisecond.
func (m *Muster) Now() time.Time { return m.now().UTC().Truncate(time.Millisecond) }

// Dir returns the data folder.
func (m *Muster) Dir() string { return m.store.Dir() }

// Campaigns returns the plans of all campaigns, by name.
func (m *Muster) Campaigns() ([]campaign.Campaign, error) { return m.store.Campaigns() }

// Find returns the campaign of a name, whatever its case; an empty name is the
// only campaign there is. Errors: campaign.ErrNoCampaign, campaign.ErrWhichCampaign.
func (m *Muster) Find(name string) (campaign.Campaign, error) {
	all, err := m.Campaigns()
	if err != nil {
		return campaign.Campaign{}, err
	}
	name = strings.TrimSpace(name)
	for _, c := range all {
		if strings.EqualFold(c.Name, name) || c.ID.String() == name {
			return c, nil
		}
	}
	switch {
	case len(all) == 0:
		return campaign.Campaign{}, campaign.Explain(campaign.ErrNoCampaign,
			"there is no campaign yet: `muster new NAME` makes one, `muster new --example march` an example")
	case name != "":
		return campaign.Campaign{}, campaign.Explain(campaign.ErrNoCampaign,
			"there is no campaign called %q: `muster list` names those there are", name)
	case len(all) > 1:
		return campaign.Campaign{}, campaign.Explain(campaign.ErrWhichCampaign,
			"there are %d campaigns: say which with -c, such as -c %q", len(all), all[0].Name)
	}
	return all[0], nil
}

// Create adds a campaign and gives it its id. Errors: campaign.ErrNameTaken,
// campaign.ErrInvalid.
func (m *Muster) Create(c campaign.Campaign) (campaign.Campaign, error) {
	id, err := newID()
	if err != nil {
		return c, err
	}
	c.ID = id
	return c, m.store.Create(c, "", m.Now())
}

// Delete removes a campaign after backing up the folder, and returns the path
// of that backup.
func (m *Muster) Delete(id campaign.ID) (string, error) {
	path, err := m.store.Backup("", m.Now())
	if err != nil {
		return "", err
	}
	return path, m.store.Delete(id)
}

// Backup writes a copy of the whole folder's data to a file; an empty path is
// a dated file in the folder's backups. It returns the path written.
func (m *Muster) Backup(path string) (string, error) { return m.store.Backup(path, m.Now()) }

// LastBackup returns when the newest dated backup was made; zero if never.
func (m *Muster) LastBackup() time.Time { return m.store.LastBackup() }

// Restore replaces the folder's data with a backup, keeping what was there as
// a backup whose path it returns.
func (m *Muster) Restore(path string) (string, error) { return m.store.Restore(path, m.Now()) }

// CheckResult is what Check found. Damage is empty when all is well.
type CheckResult = persistence.CheckResult

// Check reads everything back and compares every checksum and sum.
func (m *Muster) Check() (CheckResult, error) { return m.store.Check() }

// newID returns an id that sorts after all that this process made before
// (RFC 9562, version 7).
func newID() (campaign.ID, error) {
	id, err := uuid.NewV7()
	return campaign.ID(id), err
}
