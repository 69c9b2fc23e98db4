package app_test

import (
	"testing"
	"time"

	"muster/app"
	"muster/campaign"
)

// A day is shown as it ended by the clock of the campaign, and today as it is.
func TestDayIsShownFromItsEnd(t *testing.T) {
	now := time.Date(2026, 11, 23, 2, 0, 0, 0, time.UTC) // still 22 November in New York
	m, err := app.Open(t.TempDir(), func() time.Time { return now })
	if err != nil {
		t.Fatal(err)
	}
	c, err := m.Create(campaign.Campaign{Name: "March", TimeZone: "America/New_York"})
	if err != nil {
		t.Fatal(err)
	}
	d, err := m.Desk(c.ID)
	if err != nil {
		t.Fatal(err)
	}
	for at, n := range map[string]int64{
		"2026-11-01T03:59:59Z":     1,  // 31 October there
		"2026-11-02T04:59:59.999Z": 10, // the last of 1 November, a day of 25 hours
		"2026-11-02T05:00:00Z":     100,
		"2026-11-23T01:59:00Z":     1000,
	} {
		moment, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := d.Record(app.Entry{Count: n, At: moment}); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		day          campaign.Day
		past         bool
		total, lines int64
	}{
		{campaign.NewDay(2026, 10, 30), true, 0, 0},
		{campaign.NewDay(2026, 10, 31), true, 1, 1},
		{campaign.NewDay(2026, 11, 1), true, 11, 2},
		{campaign.NewDay(2026, 11, 21), true, 111, 3},
		{campaign.NewDay(2026, 11, 22), false, 1111, 4},
		{campaign.NewDay(2026, 11, 23), false, 1111, 4}, // yet to come there
		{0, false, 1111, 4},
	} {
		s, err := d.Snapshot(d.AsOf(c.day))
		if err != nil {
			t.Fatal(err)
		}
		var lines int64
		if err := d.Each(s.Lines(), func(app.Line) error { lines++; return nil }); err != nil {
			t.Fatal(err)
		}
		if s.Past != c.past || s.Standing.Pledges != c.total || lines != c.lines {
			t.Errorf("%v: past %v, %d pledges, %d lines", c.day, s.Past, s.Standing.Pledges, lines)
		}
	}
}
