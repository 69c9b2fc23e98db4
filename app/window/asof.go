package window

import (
	"time"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// lookFrom shows the campaign on all screens as it was at the end of a day. No
// day, today and days to come are now.
func (w *Window) lookFrom(day campaign.Day) {
	if day >= w.today() {
		day = 0
	}
	if day != w.asOf {
		w.asOf = day
		w.changed()
	}
}

// moment returns the present one, whatever day is shown.
func (w *Window) moment() time.Time {
	if w.muster == nil { // a window of samples
		return w.present.Standing.AsOf
	}
	return w.muster.Now()
}

// today returns the present day by the clock of the campaign.
func (w *Window) today() campaign.Day { return campaign.DayOf(w.moment(), zoneOf(w.present)) }

// dayOf returns the day that a snapshot is of.
func dayOf(s app.Snapshot) campaign.Day { return campaign.DayOf(s.Standing.AsOf, zoneOf(s)) }

// sameView reports whether two snapshots look at one campaign from one day.
func sameView(a, b app.Snapshot) bool {
	return a.Campaign.ID == b.Campaign.ID && a.Past == b.Past && (!a.Past || dayOf(a) == dayOf(b))
}

// dayName names the day of a snapshot on a chart.
func dayName(s app.Snapshot) string {
	if s.Past {
		return phrase.Day(dayOf(s))
	}
	return say.Text("today")
}

// asOfLine names the day of a snapshot between what was and what is to come.
func asOfLine(s app.Snapshot) string {
	if s.Past {
		return phrase.Day(dayOf(s))
	}
	return say.Text("Today, %s", phrase.Day(dayOf(s)))
}

// clockOf returns the moment that makes a time "today" or "yesterday": none,
// while an earlier day is shown.
func clockOf(s app.Snapshot) time.Time {
	if s.Past {
		return time.Time{}
	}
	return s.Standing.AsOf
}

// counted returns the first and the last day with a count of any measure, and
// whether there are any.
func counted(s app.Snapshot) (first, last campaign.Day, ok bool) {
	for _, days := range s.Daily {
		if len(days) == 0 {
			continue
		}
		from, to := days[0].Day, days[len(days)-1].Day
		if !ok {
			first, last, ok = from, to, true
		}
		first, last = min(first, from), max(last, to)
	}
	return first, last, ok
}
