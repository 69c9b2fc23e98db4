package phrase

import (
	"strconv"
	"strings"
	"time"

	"muster/app/say"
	"muster/campaign"
)

// Day returns a day without ambiguity, such as 1 Mar 2027.
func Day(d campaign.Day) string {
	if !d.IsSet() {
		return ""
	}
	y, m, day := d.Date()
	return say.Text("%s %s %s", strconv.Itoa(day), ShortMonth(m), strconv.Itoa(y))
}

// Span names the days from one to another.
func Span(from, to campaign.Day) string {
	if from == to {
		return Day(from)
	}
	return say.Text("%s to %s", Day(from), Day(to))
}

// ShortMonth returns the abbreviation of a month as it stands beside a day, in
// each language that of the Unicode CLDR.
func ShortMonth(m time.Month) string {
	return strings.Fields(say.Text("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"))[m-1]
}

// Clock returns the time of a day, such as 13:26.
func Clock(t time.Time, loc *time.Location) string { return t.In(loc).Format("15:04") }

// Moment returns a time in loc to the minute, such as 18 Mar 2019, 13:26.
func Moment(t time.Time, loc *time.Location) string {
	return Day(campaign.DayOf(t, loc)) + ", " + Clock(t, loc)
}

// AsOf returns a moment with its time zone, such as 23 Nov 2026, 09:00 EST.
func AsOf(t time.Time, loc *time.Location) string {
	return Moment(t, loc) + " " + t.In(loc).Format("MST")
}
