package phrase

import (
	"fmt"
	"time"

	"muster/campaign"
)

// Day returns a day without ambiguity, such as 1 Mar 2027.
func Day(d campaign.Day) string {
	if !d.IsSet() {
		return ""
	}
	y, m, day := d.Date()
	return fmt.Sprintf("%d %s %d", day, m.String()[:3], y)
}

// Moment returns a time in loc to the minute, such as 18 Mar 2019, 13:26.
func Moment(t time.Time, loc *time.Location) string {
	return t.In(loc).Format("2 Jan 2006, 15:04")
}

// AsOf returns a moment with its time zone, such as 23 Nov 2026, 09:00 EST.
func AsOf(t time.Time, loc *time.Location) string {
	return t.In(loc).Format("2 Jan 2006, 15:04 MST")
}
