package app

import (
	"slices"
	"strings"
	"time"

	"muster/campaign"
)

// TallyOptions say what a tally sheet is made for.
type TallyOptions struct {
	For    string       // who counts
	Region string       // of all counts; empty leaves it to each line
	Source string       // of all counts; empty leaves it to each line
	Tiers  []string     // that are counted apart; none are all of the plan's
	From   campaign.Day // 0 is today
	To     campaign.Day // 0 is so many days that a sheet usually has
}

// TallySheet is a sheet for one person to count in, on paper or as a workbook.
type TallySheet struct {
	ID       campaign.ID
	Campaign campaign.Campaign
	Zone     *time.Location
	Made     time.Time // to the second
	TallyOptions
	Regions, Sources []string // that are known, for lines that say
}

// Limits on the days of a tally sheet.
const (
	usualTallyDays = 14
	mostTallyDays  = 92
)

// TallySheet returns a sheet of its own each time: what two sheets say is
// counted beside each other. Error: campaign.ErrInvalid.
func (d *Desk) TallySheet(o TallyOptions) (TallySheet, error) {
	id, err := newID()
	if err != nil {
		return TallySheet{}, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, err := d.freshen(); err != nil {
		return TallySheet{}, err
	}
	plan, names := d.book.Campaign, d.spellings()
	s := TallySheet{ID: id, Campaign: plan, Zone: plan.Location(), Made: d.muster.Now().Truncate(time.Second), TallyOptions: o}
	if s.For = strings.TrimSpace(o.For); s.For == "" {
		return s, campaign.Explain(campaign.ErrInvalid, "say who the tally sheet is for: what is counted on it is entered under that name")
	}
	if err := s.setDays(); err != nil {
		return s, err
	}
	if err := s.setTiers(names); err != nil {
		return s, err
	}
	s.Region, s.Source = spelled(o.Region, names.regions), spelled(o.Source, names.sources)
	s.Regions, s.Sources = listed(names.regions), listed(names.sources)
	probe := campaign.Update{ID: id, At: s.From.Start(s.Zone), Kind: campaign.Added, By: s.For,
		Cell: campaign.Cell{Measure: campaign.Pledges, Region: s.Region, Source: s.Source}}
	return s, probe.Validate()
}

// setDays sets the days that are not said: from today on, as long as a sheet
// usually goes, and not beyond the day that the pledges are for.
func (s *TallySheet) setDays() error {
	today := campaign.DayOf(s.Made, s.Zone)
	if !s.From.IsSet() {
		s.From = today
		if s.To.IsSet() && s.To < today {
			s.From = max(s.To-usualTallyDays+1, 1)
		}
	}
	if !s.To.IsSet() {
		s.To = s.From + usualTallyDays - 1
		if end := s.Campaign.Event.Date; end.IsSet() && end >= s.From {
			s.To = min(s.To, end)
		}
	}
	switch {
	case s.To < s.From:
		return campaign.Explain(campaign.ErrInvalid, "the last day of the tally sheet, %s, is before its first, %s", s.To, s.From)
	case s.To-s.From >= mostTallyDays:
		return campaign.Explain(campaign.ErrInvalid, "a tally sheet has %d days at most, from %s to %s are %d: make one for each month", mostTallyDays, s.From, s.To, int(s.To-s.From)+1)
	}
	return nil
}

// setTiers sets the tiers in the order of the plan.
func (s *TallySheet) setTiers(names spellings) error {
	var known []string
	for _, t := range s.Campaign.Tiers {
		known = append(known, t.Name)
	}
	if len(s.Tiers) == 0 {
		s.Tiers = known
		return nil
	}
	var tiers []string
	for _, said := range s.Tiers {
		tier := spelled(said, names.tiers)
		if len(known) > 0 && spelledAs(tier, known) < 0 {
			return campaign.Explain(campaign.ErrInvalid, "the plan has no tier %q: it has %s", said, strings.Join(known, ", "))
		}
		if !slices.Contains(tiers, tier) {
			tiers = append(tiers, tier)
		}
	}
	slices.SortStableFunc(tiers, func(a, b string) int { return slices.Index(known, a) - slices.Index(known, b) })
	s.Tiers = tiers
	return nil
}

// Days returns how many days the sheet has.
func (s TallySheet) Days() int { return int(s.To-s.From) + 1 }

// mostListed is how many names a list to choose from has.
const mostListed = 200

// listed returns names once each, those of the plan first.
func listed(names []string) []string {
	var once []string
	for _, name := range names {
		if name != "" && spelledAs(name, once) < 0 && len(once) < mostListed {
			once = append(once, name)
		}
	}
	return once
}
