package app

import (
	"cmp"
	"maps"
	"slices"

	"muster/campaign"
)

// Effect is what an import does to the totals, as of now.
type Effect struct {
	Measures []Shift // the pledges, and the others that it changes
	Regions  []Shift // of the pledges, those that it changes, the largest change first
}

// Shift is a total before and after. An empty name is the region that is not
// given.
type Shift struct {
	Name          string
	Before, After int64
}

// counts are totals at a moment, by name.
type counts struct {
	measures []string // of the plan, the pledges first
	of       map[string]int64
	regions  map[string]int64
}

// counted returns the totals as they now stand.
func (d *Desk) counted() (counts, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, err := d.freshen(); err != nil {
		return counts{}, err
	}
	return d.countsOf(d.book.Tally, d.muster.store.Ledger(d.id))
}

// countsOf returns the totals of a tally as of now; the lock is held.
func (d *Desk) countsOf(t *campaign.Tally, ledger campaign.Ledger) (counts, error) {
	now, err := t.At(d.muster.Now(), ledger)
	if err != nil {
		return counts{}, err
	}
	c := counts{measures: d.book.Campaign.MeasureNames(), of: map[string]int64{}, regions: map[string]int64{}}
	for _, name := range c.measures {
		c.of[name] = now.Total(name)
	}
	for _, region := range now.Totals(campaign.Pledges, campaign.ByRegion) {
		c.regions[region.Name] = region.Total
	}
	return c, nil
}

// effect compares the totals before and after.
func effect(before, after counts) Effect {
	var e Effect
	for _, name := range after.measures {
		if s := (Shift{name, before.of[name], after.of[name]}); s.Before != s.After || name == campaign.Pledges {
			e.Measures = append(e.Measures, s)
		}
	}
	both := maps.Clone(before.regions)
	maps.Copy(both, after.regions)
	for name := range both {
		if s := (Shift{name, before.regions[name], after.regions[name]}); s.Before != s.After {
			e.Regions = append(e.Regions, s)
		}
	}
	slices.SortFunc(e.Regions, func(a, b Shift) int {
		return cmp.Or(cmp.Compare(b.size(), a.size()), cmp.Compare(a.Name, b.Name))
	})
	return e
}

func (s Shift) size() int64 { return max(s.After-s.Before, s.Before-s.After) }
