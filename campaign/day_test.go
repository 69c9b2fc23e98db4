package campaign_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"muster/campaign"
)

func TestDayAgreesWithTheCalendar(t *testing.T) {
	date := time.Date(1900, 1, 1, 12, 0, 0, 0, time.UTC)
	for day := campaign.NewDay(1900, time.January, 1); day <= campaign.NewDay(2199, time.December, 31); day++ {
		y, m, d := day.Date()
		if wy, wm, wd := date.Date(); y != wy || m != wm || d != wd || day.Weekday() != date.Weekday() {
			t.Fatalf("%v is %d-%d-%d, a %v; want %v", int32(day), y, m, d, day.Weekday(), date)
		}
		if campaign.DayOf(date, time.UTC) != day {
			t.Fatalf("%v falls on %v, want %v", date, campaign.DayOf(date, time.UTC), day)
		}
		date = date.AddDate(0, 0, 1)
	}
}

func TestDayOne(t *testing.T) {
	if got := campaign.NewDay(1, time.January, 1); got != 1 {
		t.Errorf("1 January of year 1 is day %d, want 1", got)
	}
	if var0 := campaign.Day(0); var0.IsSet() || var0.String() != "" {
		t.Errorf("the zero day is set: %q", var0)
	}
}

func TestDayOfIsTheLocalDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		loc := location(t, rapid.SampledFrom(zones).Draw(t, "zone"))
		at := time.Unix(rapid.Int64Range(-2_000_000_000, 7_000_000_000).Draw(t, "unix"), 0)
		if got, want := campaign.DayOf(at, loc).String(), at.In(loc).Format(time.DateOnly); got != want {
			t.Errorf("%v in %v is on %s, want %s", at.UTC(), loc, got, want)
		}
	})
}

// The first moment of a day, where the clocks make that hard.
func TestStartOfDay(t *testing.T) {
	for _, c := range []struct{ why, zone, day, want string }{
		{"plain", "UTC", "2026-03-08", "2026-03-08T00:00:00Z"},
		{"a day of 23 hours", "America/New_York", "2026-03-08", "2026-03-08T05:00:00Z"},
		{"the day after", "America/New_York", "2026-03-09", "2026-03-09T04:00:00Z"},
		{"a day of 25 hours", "America/New_York", "2026-11-01", "2026-11-01T04:00:00Z"},
		{"the day after", "America/New_York", "2026-11-02", "2026-11-02T05:00:00Z"},
		{"far east", "Pacific/Kiritimati", "2026-03-08", "2026-03-07T10:00:00Z"},
		{"midnight is skipped", "America/Havana", "2026-03-08", "2026-03-08T05:00:00Z"},
		{"midnight is skipped, east of Greenwich", "Africa/Cairo", "2024-04-26", "2024-04-25T22:00:00Z"},
		{"midnight comes twice", "America/Havana", "2025-11-02", "2025-11-02T04:00:00Z"},
		{"midnight comes twice, east of Greenwich", "Asia/Amman", "2021-10-29", "2021-10-28T21:00:00Z"},
		{"the day was skipped", "Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z"},
		{"the day after it", "Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z"},
	} {
		day, err := campaign.ParseDay(c.day)
		if err != nil {
			t.Fatal(err)
		}
		if got := day.Start(location(t, c.zone)); !got.Equal(moment(c.want)) {
			t.Errorf("%s: %s in %s starts at %v, want %s", c.why, c.day, c.zone, got, c.want)
		}
	}
}

// Every day starts where the one before it ends.
func TestDaysMeet(t *testing.T) {
	for _, zone := range append(zones, "America/Sao_Paulo", "Asia/Amman", "Atlantic/Azores") {
		loc := location(t, zone)
		for day := campaign.NewDay(2005, time.January, 1); day < campaign.NewDay(2030, time.January, 1); day++ {
			start := day.Start(loc)
			if at, before := campaign.DayOf(start, loc), campaign.DayOf(start.Add(-1), loc); at != day || before != day-1 {
				t.Errorf("%s in %s starts at %v, which is on %v and the moment before on %v", day, zone, start, at, before)
			}
		}
	}
}

func TestParseDay(t *testing.T) {
	for _, good := range []string{"2027-03-01", "1900-01-01", "2199-12-31", "2024-02-29"} {
		if day, err := campaign.ParseDay(good); err != nil || day.String() != good {
			t.Errorf("%s reads as %v (%v)", good, day, err)
		}
	}
	for _, bad := range []string{"", "2027-3-1", "01.03.2027", "2023-02-29", "1899-12-31", "2200-01-01", "0000-01-01", "2027-03-01T00:00:00Z"} {
		if day, err := campaign.ParseDay(bad); err == nil || day.IsSet() {
			t.Errorf("%q reads as %v (%v), want an error", bad, day, err)
		}
	}
}

// location loads a time zone.
func location(t interface{ Fatal(...any) }, name string) *time.Location {
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}
