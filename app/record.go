package app

import (
	"strings"
	"time"

	"muster/campaign"
)

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
// Errors: campaign.ErrInvalid, for an unknown measure among others.
func (d *Desk) Record(e Entry) (campaign.Update, error) {
	id, err := newID()
	if err != nil {
		return campaign.Update{}, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, err := d.freshen(); err != nil {
		return campaign.Update{}, err
	}
	u := campaign.Update{ID: id, At: e.At.UTC().Truncate(time.Millisecond), Kind: campaign.Added, Count: e.Count,
		By: strings.TrimSpace(e.By), Note: strings.TrimSpace(e.Note)}
	if e.At.IsZero() {
		u.At = d.muster.Now()
	}
	if e.Reading {
		u.Kind = campaign.Reading
	}
	if u.Cell, err = d.known(e.Cell); err != nil {
		return campaign.Update{}, err
	}
	return u, d.insert(u)
}

// insert writes updates and takes them into the book; the lock is held.
func (d *Desk) insert(updates ...campaign.Update) error {
	change, err := d.muster.store.Insert(d.id, updates...)
	if err != nil {
		return err
	}
	if err := d.settle(change); err != nil {
		return err
	}
	d.nudgeLocked()
	return nil
}

// known returns the cell with its names as the plan and the ledger write
// them, so that "ohio" does not become a second Ohio.
func (d *Desk) known(c campaign.Cell) (campaign.Cell, error) {
	plan := d.book.Campaign
	if c.Measure = strings.TrimSpace(c.Measure); c.Measure == "" {
		c.Measure = campaign.Pledges
	}
	measures := plan.MeasureNames()
	c.Measure = spelled(c.Measure, measures)
	if !contains(measures, c.Measure) {
		return c, campaign.Explain(campaign.ErrInvalid, "the plan has no measure %q: it has %s", c.Measure, strings.Join(measures, ", "))
	}
	var regions, sources, tiers []string
	for _, r := range plan.Regions {
		regions = append(regions, r.Name)
	}
	sources = append(sources, plan.Sources...)
	for _, t := range plan.Tiers {
		tiers = append(tiers, t.Name)
	}
	for _, cell := range d.book.Tally.Cells() {
		regions = append(regions, cell.Region)
		sources = append(sources, cell.Source)
		tiers = append(tiers, cell.Tier)
	}
	c.Region, c.Source, c.Tier = spelled(c.Region, regions), spelled(c.Source, sources), spelled(c.Tier, tiers)
	return c, nil
}

func contains(names []string, name string) bool { return spelledAs(name, names) >= 0 }

// spelled returns name as it stands among the known ones, whatever its case;
// an unknown one without the spaces around it.
func spelled(name string, known []string) string {
	name = strings.TrimSpace(name)
	if i := spelledAs(name, known); i >= 0 {
		return known[i]
	}
	return name
}

func spelledAs(name string, known []string) int {
	for i, k := range known {
		if strings.EqualFold(k, name) {
			return i
		}
	}
	return -1
}
