package app

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"muster/campaign"
)

func tallyCampaign() campaign.Campaign {
	return campaign.Campaign{Name: "March", TimeZone: "America/New_York", Regions: []campaign.Region{{Name: "Ohio"}, {Name: "Texas"}},
		Sources: []string{"stall"}, Tiers: []campaign.Tier{{Name: "Committed"}, {Name: "Keep me informed"}}}
}

// TestTallySheetDays proves which days a sheet has when it is not said.
func TestTallySheetDays(t *testing.T) {
	day := func(s string) campaign.Day {
		d, err := campaign.ParseDay(s)
		if s != "" && err != nil {
			t.Fatal(err)
		}
		return d
	}
	for name, c := range map[string]struct {
		event, from, to    string
		wantFrom, wantLast string
		wrong              string
	}{
		"none":             {wantFrom: "2026-11-23", wantLast: "2026-12-06"},
		"the first":        {from: "2026-12-24", wantFrom: "2026-12-24", wantLast: "2027-01-06"},
		"the last":         {to: "2026-12-24", wantFrom: "2026-11-23", wantLast: "2026-12-24"},
		"past":             {to: "2026-10-31", wantFrom: "2026-10-18", wantLast: "2026-10-31"},
		"before the event": {event: "2026-11-29", wantFrom: "2026-11-23", wantLast: "2026-11-29"},
		"after the event":  {event: "2026-10-01", wantFrom: "2026-11-23", wantLast: "2026-12-06"},
		"both":             {from: "2026-12-01", to: "2026-12-01", wantFrom: "2026-12-01", wantLast: "2026-12-01"},
		"the wrong way":    {from: "2026-12-02", to: "2026-12-01", wrong: "before its first"},
		"too many":         {from: "2026-12-01", to: "2027-12-01", wrong: "92 days at most"},
		"nearly too many":  {from: "2026-12-01", to: "2027-03-02", wantFrom: "2026-12-01", wantLast: "2027-03-02"},
	} {
		t.Run(name, func(t *testing.T) {
			plan := tallyCampaign()
			plan.Event.Date = day(c.event)
			d := newDesk(t, plan)
			s, err := d.TallySheet(TallyOptions{For: " Anna ", From: day(c.from), To: day(c.to)})
			if c.wrong != "" {
				if !errors.Is(err, campaign.ErrInvalid) || !strings.Contains(err.Error(), c.wrong) {
					t.Errorf("the error is %v", err)
				}
				return
			}
			if err != nil || s.From.String() != c.wantFrom || s.To.String() != c.wantLast || s.For != "Anna" {
				t.Errorf("from %s to %s for %q, %v", s.From, s.To, s.For, err)
			}
		})
	}
}

func TestTallySheetNames(t *testing.T) {
	d := newDesk(t, tallyCampaign())
	record(t, d, Entry{Count: 3, Cell: campaign.Cell{Region: "Maine", Source: "letters"}})
	s, err := d.TallySheet(TallyOptions{For: "Anna", Region: "ohio", Source: "Stall ", Tiers: []string{"keep me informed", "committed", "Committed"}})
	if err != nil {
		t.Fatal(err)
	}
	if s.Region != "Ohio" || s.Source != "stall" || !slices.Equal(s.Tiers, []string{"Committed", "Keep me informed"}) {
		t.Errorf("%q, %q, %q", s.Region, s.Source, s.Tiers)
	}
	if !slices.Equal(s.Regions, []string{"Ohio", "Texas", "Maine"}) || !slices.Equal(s.Sources, []string{"stall", "letters"}) {
		t.Errorf("the names are %q and %q", s.Regions, s.Sources)
	}
	second, err := d.TallySheet(TallyOptions{For: "Anna"})
	if err != nil || second.ID == s.ID || len(second.Tiers) != 2 {
		t.Errorf("the second sheet is %v, %v", second, err)
	}
	for name, o := range map[string]TallyOptions{
		"nobody":       {For: " "},
		"no such tier": {For: "Anna", Tiers: []string{"maybe"}},
		"a long name":  {For: strings.Repeat("A", campaign.MaxNameLen+1)},
		"two lines":    {For: "Anna", Region: "Ohio\nTexas"},
	} {
		if _, err := d.TallySheet(o); !errors.Is(err, campaign.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
