package campaign

import (
	"time"
)

// Day is a calendar day in a campaign's time zone, counted from 1 January of
// year 1, which is day 1. The zero Day means that no day is set.
type Day int32

// unixEpoch is 1970-01-01 as a Day.
const unixEpoch Day = 719163

const secondsADay = 24 * 60 * 60

// DayOf returns the calendar day that t falls on in loc.
func DayOf(t time.Time, loc *time.Location) Day {
	_, offset := t.In(loc).Zone()
	seconds := t.Unix() + int64(offset)
	days := seconds / secondsADay
	if seconds%secondsADay < 0 {
		days--
	}
	return unixEpoch + Day(days)
}

// NewDay returns the given calendar day.
func NewDay(year int, month time.Month, day int) Day {
	return DayOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC), time.UTC)
}

// ParseDay reads a day written as 2006-01-02.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, invalid("%q is not a date: write it as year-month-day, such as 2027-03-01", s)
	}
	d := DayOf(t, time.UTC)
	if t.Year() < MinYear || t.Year() > MaxYear {
		return 0, invalid("%s: the year must be between %d and %d", s, MinYear, MaxYear)
	}
	return d, nil
}

// Start returns the first moment of the day in loc, in UTC. Where the clocks
// skip midnight, or the whole day, that is the moment they were put forward.
func (d Day) Start(loc *time.Location) time.Time {
	y, m, day := d.Date()
	midnight := time.Date(y, m, day, 0, 0, 0, 0, loc)
	from, to := midnight.ZoneBounds()
	if DayOf(midnight, loc) < d {
		return to.UTC()
	}
	if before := from.Add(-1); !from.IsZero() && DayOf(before, loc) >= d { // midnight comes twice
		_, offset := before.Zone()
		return d.utc().Add(-time.Duration(offset) * time.Second)
	}
	return midnight.UTC()
}

// Date returns the year, month and day of the month.
func (d Day) Date() (int, time.Month, int) {
	return d.utc().Date()
}

// Weekday returns the day of the week.
func (d Day) Weekday() time.Weekday { return d.utc().Weekday() }

// IsSet reports whether d is a day at all.
func (d Day) IsSet() bool { return d != 0 }

// String returns the day as 2006-01-02, or nothing if it is not set.
func (d Day) String() string {
	if !d.IsSet() {
		return ""
	}
	return d.utc().Format(time.DateOnly)
}

func (d Day) utc() time.Time {
	return time.Unix(int64(d-unixEpoch)*secondsADay, 0).UTC()
}
