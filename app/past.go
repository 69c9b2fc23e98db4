package app

import (
	"strings"
	"time"

	"muster/campaign"
)

// Past returns the show rates that the events of all campaigns in the folder
// have to teach, in the order of the campaigns' names: those of which it is
// recorded how many came, each held against the pledges there were when the
// day of the event began.
func (m *Muster) Past() ([]campaign.PastShow, error) {
	all, err := m.Campaigns()
	if err != nil {
		return nil, err
	}
	var past []campaign.PastShow
	for _, c := range all {
		if !isRecorded(c) {
			continue
		}
		d, err := m.Desk(c.ID)
		if err != nil {
			return nil, err
		}
		var began time.Time // now, if the event has no day
		if day := c.Event.Date; day.IsSet() {
			began = day.Start(c.Location())
		}
		s, err := d.Standing(began)
		if err != nil {
			return nil, err
		}
		past = append(past, d.Campaign().Past(s.ByTier)...)
	}
	return past, nil
}

// isRecorded reports whether a plan says how many came.
func isRecorded(c campaign.Campaign) bool {
	for _, t := range c.Tiers {
		if t.Came > 0 {
			return true
		}
	}
	return c.Event.Came > 0
}

// LearnShow returns the range of show rates that past events suggest for a
// tier, and the events it rests on: those of a tier of that name or, if there
// are none, those recorded as a whole. It reports whether there are any. What
// the campaign's own event taught is left out: it is not past for itself.
func LearnShow(past []campaign.PastShow, own, tier string) (campaign.Range, []campaign.PastShow, bool) {
	var named, whole []campaign.PastShow
	for _, p := range past {
		switch {
		case p.Event == own:
		case p.Tier == "":
			whole = append(whole, p)
		case strings.EqualFold(p.Tier, tier):
			named = append(named, p)
		}
	}
	if len(named) == 0 {
		named = whole
	}
	learned, ok := campaign.LearnShow(named)
	return learned, named, ok
}
