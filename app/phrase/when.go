package phrase

import (
	"time"

	"muster/app/say"
	"muster/campaign"
)

// When returns a moment as seen from now, to the minute: today 08:02,
// yesterday 17:40, or 18 Mar 2019, 13:26.
func When(t, now time.Time, loc *time.Location) string {
	switch campaign.DayOf(now, loc) - campaign.DayOf(t, loc) {
	case 0:
		return say.Text("today %s", Clock(t, loc))
	case 1:
		return say.Text("yesterday %s", Clock(t, loc))
	}
	return Moment(t, loc)
}
