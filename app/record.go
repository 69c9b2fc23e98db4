package app

import (
	"slices"
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

// known returns a cell with its names as the plan and the ledger write them, so
// that "ohio" does not become a second Ohio; the lock is held.
func (d *Desk) known(c campaign.Cell) (campaign.Cell, error) { return d.spellings().cell(c) }

// spellings are the names that a campaign knows.
type spellings struct{ measures, regions, sources, tiers []string }

func (d *Desk) spellings() spellings {
	plan := d.book.Campaign
	s := spellings{measures: plan.MeasureNames(), sources: slices.Clone(plan.Sources)}
	for _, r := range plan.Regions {
		s.regions = append(s.regions, r.Name)
	}
	for _, t := range plan.Tiers {
		s.tiers = append(s.tiers, t.Name)
	}
	cells := d.book.Tally.Cells()
	slices.SortFunc(cells, campaign.Cell.Compare) // which spelling came first must not depend on chance
	for _, cell := range cells {
		s.regions = append(s.regions, cell.Region)
		s.sources = append(s.sources, cell.Source)
		s.tiers = append(s.tiers, cell.Tier)
	}
	return s
}

// cell returns a cell with its names as they are known. Error:
// campaign.ErrInvalid for a measure that the plan does not have.
func (s spellings) cell(c campaign.Cell) (campaign.Cell, error) {
	if c.Measure = strings.TrimSpace(c.Measure); c.Measure == "" {
		c.Measure = campaign.Pledges
	}
	if spelledAs(c.Measure, s.measures) < 0 {
		return c, campaign.Explain(campaign.ErrInvalid, "the plan has no measure %q: it has %s", c.Measure, strings.Join(s.measures, ", "))
	}
	return campaign.Cell{Measure: spelled(c.Measure, s.measures), Region: spelled(c.Region, s.regions),
		Source: spelled(c.Source, s.sources), Tier: spelled(c.Tier, s.tiers)}, nil
}

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
