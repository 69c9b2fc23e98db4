package window

import (
	"slices"

	"muster/campaign"
)

const (
	keyRecent  = "campaigns" // ids of those that were open, the latest first
	recentMost = 50
)

// opened remembers that a campaign was opened.
func (s settings) opened(id campaign.ID) {
	recent := slices.DeleteFunc(s.StringList(keyRecent), func(other string) bool { return other == id.String() })
	recent = append([]string{id.String()}, recent...)
	s.SetStringList(keyRecent, recent[:min(len(recent), recentMost)])
}

// byRecency returns campaigns with those first that were opened last; those
// that never were keep their order.
func (s settings) byRecency(all []campaign.Campaign) []campaign.Campaign {
	recent := s.StringList(keyRecent)
	place := func(c campaign.Campaign) int {
		if i := slices.Index(recent, c.ID.String()); i >= 0 {
			return i
		}
		return len(recent)
	}
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b campaign.Campaign) int { return place(a) - place(b) })
	return all
}
