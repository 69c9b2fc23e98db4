package phrase

import (
	"time"

	"muster/campaign"
)

// When returns a moment as seen from now, to the minute: today 08:02,
// yesterday 17:40, or 18 Mar 2019, 13:26.
func When(t, now time.Time, loc *time.Location) string {
	switch campaign.DayOf(now, loc) - campaign.DayOf(t, loc) {
	case 0:
		return "today " + t.In(loc).Format("15:04")
	case 1:
		return "yesterday " + t.In(loc).Format("15:04")
	}
	return Moment(t, loc)
}
