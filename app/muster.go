// Package app holds what all faces of Muster share: the use cases, from
// recording an update to taking a snapshot for a report.
package app

import (
	"context"
	"time"

	"muster/campaign"
)

// Muster is one data folder with its campaigns.
type Muster struct{}

// Open opens the data folder, making it if needed, and backs it up when the
// last backup is over a day old. Now tells the time.
func Open(dir string, now func() time.Time) (*Muster, error) { panic("being built") }

// Campaigns returns the plans of all campaigns, by name.
func (m *Muster) Campaigns() ([]campaign.Campaign, error) { panic("being built") }

// Find returns the campaign of a name, whatever its case; an empty name is the
// only campaign there is. Errors: campaign.ErrNoCampaign, campaign.ErrWhichCampaign.
func (m *Muster) Find(name string) (campaign.Campaign, error) { panic("being built") }

// Create adds a campaign and gives it its id. Errors: campaign.ErrNameTaken,
// campaign.ErrInvalid.
func (m *Muster) Create(c campaign.Campaign) (campaign.Campaign, error) { panic("being built") }

// Delete removes a campaign after backing up the folder, and returns the path
// of that backup.
func (m *Muster) Delete(id campaign.ID) (string, error) { panic("being built") }

// Backup writes a copy of the whole folder's data to a file; an empty path is
// a dated file in the folder's backups. It returns the path written.
func (m *Muster) Backup(path string) (string, error) { panic("being built") }

// Restore replaces the folder's data with a backup, keeping what was there as
// a backup whose path it returns.
func (m *Muster) Restore(path string) (string, error) { panic("being built") }

// Check reads everything back and compares every checksum and sum.
func (m *Muster) Check() (CheckResult, error) { panic("being built") }

// CheckResult is what Check found. Damage is empty when all is well.
type CheckResult struct {
	Campaigns int
	Updates   int
	Damage    []string // a sentence each
}

// Now returns the present moment, in UTC to the millisecond.
func (m *Muster) Now() time.Time { panic("being built") }

// Dir returns the data folder.
func (m *Muster) Dir() string { panic("being built") }

// LastBackup returns when the newest automatic backup was made; zero if never.
func (m *Muster) LastBackup() time.Time { panic("being built") }

// Desk opens a campaign for work: its sums are read once and kept in step with
// what this and other processes record. Safe for use by several goroutines.
func (m *Muster) Desk(id campaign.ID) (*Desk, error) { panic("being built") }

// Desk is one campaign opened for work.
type Desk struct{}

// Campaign returns the plan.
func (d *Desk) Campaign() campaign.Campaign { panic("being built") }

// SavePlan replaces the plan. Errors: campaign.Problems (which wrap
// campaign.ErrInvalid), campaign.ErrNameTaken.
func (d *Desk) SavePlan(c campaign.Campaign) error { panic("being built") }

// Entry is a count as a person enters it.
type Entry struct {
	Count         int64
	Reading       bool      // the counter now says Count; otherwise Count more were counted
	At            time.Time // zero means now
	campaign.Cell           // an empty measure is Pledges; names are matched whatever their case
	By            string
	Note          string
}

// Record adds one update; when it returns without error the update is on disk.
// Errors: campaign.ErrInvalid, campaign.ErrInvalid for an unknown measure.
func (d *Desk) Record(e Entry) (campaign.Update, error) { panic("being built") }

// Void takes updates out of the count, all with one reason, in one transaction,
// and returns the voids. Voiding a void brings its target back.
// Errors: campaign.ErrNoUpdate, campaign.ErrAlreadyVoid, campaign.ErrInvalid.
func (d *Desk) Void(why, by string, ids ...campaign.ID) ([]campaign.Update, error) {
	panic("being built")
}

// FindUpdate returns the update whose id begins with the given text.
// Errors: campaign.ErrNoUpdate, campaign.ErrWhichUpdate.
func (d *Desk) FindUpdate(prefix string) (campaign.Update, error) { panic("being built") }

// Standing works out where the campaign is at a moment; zero means now.
func (d *Desk) Standing(at time.Time) (campaign.Standing, error) { panic("being built") }

// Snapshot returns everything a face shows of the campaign at a moment; zero
// means now.
func (d *Desk) Snapshot(at time.Time) (Snapshot, error) { panic("being built") }

// Snapshot is everything that a face shows of a campaign at one moment.
type Snapshot struct {
	Campaign campaign.Campaign
	Standing campaign.Standing
	Zone     *time.Location                 // of the campaign
	Daily    map[string][]campaign.DayTotal // by measure: the total at the end of every day, up to the moment
	Latest   []Line                         // the latest updates up to the moment, newest first, twenty at most
}

// Line is an update with what became of it.
type Line struct {
	campaign.Update
	VoidedBy campaign.ID // zero while it counts
}

// Filter chooses lines of the ledger. Zero fields choose all.
type Filter struct {
	Text                              string    // found in any text of the line, whatever its case
	Measure, Region, Source, Tier, By string    // equal, whatever their case
	Since, Until                      time.Time // Since <= at < Until
}

// Rows returns the lines that the filter chooses, newest first, without
// reading them all into memory.
func (d *Desk) Rows(ctx context.Context, f Filter) (*Rows, error) { panic("being built") }

// Rows is a window onto chosen lines of the ledger, for virtual tables. Safe
// for use by several goroutines.
type Rows struct{}

// Len returns how many lines there are.
func (r *Rows) Len() int { panic("being built") }

// At returns the i-th line, newest first. Days are read as they are needed and
// a few are kept.
func (r *Rows) At(i int) (Line, error) { panic("being built") }

// Each calls f with every line that the filter chooses, oldest first, until it
// returns an error.
func (d *Desk) Each(f Filter, each func(Line) error) error { panic("being built") }

// Watch calls changed, from a goroutine of its own, each time the campaign
// changed, whether here or in another process (within half a second), until
// ctx ends.
func (d *Desk) Watch(ctx context.Context, changed func()) { panic("being built") }

// ImportOptions say how to read a file.
type ImportOptions struct {
	Map      map[string]string // field -> column name; fields are at, total, added, region, source, tier, measure, by, note
	DryRun   bool              // only say what would happen
	SkipBad  bool              // take the good lines even if others are rejected
	By       string            // who imports, for lines that do not say
	Progress func(rows int)    // called now and then; may be nil
}

// ImportResult is what an import did, or would do.
type ImportResult struct {
	Rows       int // lines of data in the file
	Added      int
	Duplicates int // already there from an earlier import
	Rejected   []Rejection
	DryRun     bool
}

// Rejection is a line that cannot be taken.
type Rejection struct {
	Line int // in the file, the header being line 1
	Why  string
}

// Import takes the counts of a CSV file into the ledger, all or nothing unless
// SkipBad. Repeating it adds nothing. When lines are rejected without SkipBad
// the result names them and the error is campaign.ErrRejected. Errors also:
// exchange.ErrNotCSV and the like, sentences all.
func (d *Desk) Import(ctx context.Context, path string, o ImportOptions) (ImportResult, error) {
	panic("being built")
}
