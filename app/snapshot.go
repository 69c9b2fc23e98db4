package app

import (
	"time"

	"muster/campaign"
)

// Snapshot is everything that a face shows of a campaign at one moment.
type Snapshot struct {
	Campaign  campaign.Campaign
	Number    uint64 // how often the campaign had been written to
	Standing  campaign.Standing
	Conflicts []campaign.Conflict            // in the plan
	Past      bool                           // it is of an earlier day
	Zone      *time.Location                 // of the campaign
	Daily     map[string][]campaign.DayTotal // by measure: the total at the end of every day, up to the moment
	Latest    []Line                         // the latest updates up to the moment, newest first, twenty at most

	// Where the pledges may go from here, or why that cannot be said. Both are
	// nil until Desk.Foresee has been asked.
	Forecast   *Forecast
	NoForecast error
	Uplifts    []Uplift // what its past moments brought; nil until then
}

// Uplift returns what a moment of the plan brought, and whether it is known
// or known why not.
func (s Snapshot) Uplift(m campaign.Moment) (Uplift, bool) {
	for _, u := range s.Uplifts {
		if u.Moment == m {
			return u, true
		}
	}
	return Uplift{}, false
}

// latestLines is how many of the latest updates a snapshot holds.
const latestLines = 20

// Line is an update with what became of it.
type Line struct {
	campaign.Update
	VoidedBy campaign.ID // zero while it counts
}

// Snapshot returns everything a face shows of the campaign at a moment; zero
// means now.
func (d *Desk) Snapshot(at time.Time) (Snapshot, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, err := d.freshen(); err != nil {
		return Snapshot{}, err
	}
	at = d.orNow(at)
	c, ledger := d.book.Campaign, d.muster.store.Ledger(d.id)
	zone := c.Location()
	then, err := d.book.Tally.At(at, ledger)
	if err != nil {
		return Snapshot{}, err
	}
	s := Snapshot{Campaign: c, Conflicts: d.book.Conflicts, Number: d.book.Number, Zone: zone, Daily: map[string][]campaign.DayTotal{}}
	s.Past = campaign.DayOf(at, zone) < campaign.DayOf(d.muster.Now(), zone)
	if s.Standing, err = then.Standing(c, at, ledger); err != nil {
		return Snapshot{}, err
	}
	for _, measure := range c.MeasureNames() {
		s.Daily[measure] = then.Daily(measure)
	}
	newest, err := d.muster.store.Newest(d.id, at, latestLines)
	if err != nil {
		return Snapshot{}, err
	}
	voids := d.book.Tally.Voids()
	for _, u := range newest {
		s.Latest = append(s.Latest, lineOf(u, voids))
	}
	return s, nil
}

// AsOf returns the moment that a day of the campaign is shown from: the last one
// of that day in the campaign's time zone, or now for today, for days to come
// and for no day.
func (d *Desk) AsOf(day campaign.Day) time.Time {
	now := d.muster.Now()
	if !day.IsSet() {
		return now
	}
	end := (day + 1).Start(d.Campaign().Location()).Add(-time.Millisecond)
	if end.After(now) {
		return now
	}
	return end
}

// Lines returns the filter that chooses the lines of the ledger which the
// snapshot rests on: all of them, unless it is of an earlier day.
func (s Snapshot) Lines() Filter {
	if !s.Past {
		return Filter{}
	}
	return Filter{Until: s.Standing.AsOf.Add(time.Millisecond)}
}

func lineOf(u campaign.Update, voids campaign.Voids) Line {
	by, _ := voids.Out(u.ID)
	return Line{Update: u, VoidedBy: by}
}
