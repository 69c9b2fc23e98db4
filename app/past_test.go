package app_test

import (
	"testing"
	"time"

	"muster/app"
	"muster/campaign"
)

// The pledges of the day count, not those entered afterwards; the campaign's
// own event teaches others, not itself.
func TestPastTeachesOthers(t *testing.T) {
	m, err := app.Open(t.TempDir(), func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC) })
	if err != nil {
		t.Fatal(err)
	}
	day := campaign.NewDay(2026, time.May, 1)
	for _, plan := range []campaign.Campaign{
		{Name: "Fair", Event: campaign.Event{Date: day}, Tiers: []campaign.Tier{{Name: "Firm", Valid: 1, Came: 600}}},
		{Name: "Vigil", Event: campaign.Event{Date: day, Came: 200}, Tiers: []campaign.Tier{{Name: "Firm", Valid: 1}}},
		{Name: "March", Tiers: []campaign.Tier{{Name: "firm"}, {Name: "Loose"}}},
	} {
		c, err := m.Create(plan)
		if err != nil {
			t.Fatal(err)
		}
		d, err := m.Desk(c.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range []app.Entry{
			{Count: 1000, Reading: true, At: time.Date(2026, 4, 30, 0, 0, 0, 0, time.UTC)},
			{Count: 5000, Reading: true, At: time.Date(2026, 5, 2, 0, 0, 0, 0, time.UTC)},
		} {
			e.Tier = "Firm"
			if _, err := d.Record(e); err != nil {
				t.Fatal(err)
			}
		}
	}
	past, err := m.Past()
	if err != nil || len(past) != 2 || past[0].Rate() != 0.6 || past[1].Rate() != 0.2 {
		t.Fatalf("%+v, %v", past, err)
	}
	for _, c := range []struct {
		own, tier string
		likely    float64 // 0: nothing to learn
	}{{"March", "Firm", 0.6}, {"March", "Loose", 0.2}, {"Fair", "Firm", 0.2}, {"Vigil", "Loose", 0}} {
		r, from, ok := app.LearnShow(past, c.own, c.tier)
		if ok != (c.likely > 0) || ok && (len(from) != 1 || r.Likely < c.likely-1e-9 || r.Likely > c.likely+1e-9) {
			t.Errorf("%+v: %+v from %+v, %v", c, r, from, ok)
		}
	}
}
