package phrase

import (
	"math"
	"time"

	"muster/app/say"
	"muster/campaign"
	"muster/campaign/forecast"
)

// Ahead returns the range of totals that holds 8 times in 10, as exactly as its
// width deserves: 1,200 to 2,900. It never rounds to below the total there is.
func Ahead(f forecast.Fan, total float64) string {
	from, to := Quantile(f, 0.1, total), Quantile(f, 0.9, total)
	if from == to {
		return from
	}
	return Range(from, to)
}

// Quantile returns the total that a share of the futures lies below, 0.5 for
// the one that is as likely too high as too low; rounded as Ahead does.
func Quantile(f forecast.Fan, share, total float64) string {
	return within(f.Quantile(share), f.Quantile(0.9)-f.Quantile(0.1), total)
}

// within rounds a total to about 1% of it, or of the width of its range where
// that is less.
func within(v, width, least float64) string {
	unit := max(1, min(step(width), step(v)))
	return Count(int64(math.Round(max(math.Round(v/unit)*unit, min(least, v)))))
}

// Outlook says where the count may be on a day, which may be the deadline: "At
// this pace and its uncertainty, the deadline, 1 Mar 2027, finds you at 1,200 to
// 2,900 pledges (8 in 10)."
func Outlook(f forecast.Fan, total int64, day campaign.Day, isDeadline bool) string {
	so := Ahead(f, float64(total))
	if isDeadline {
		return say.Text("At this pace and its uncertainty, the deadline, %s, finds you at %s pledges (8 in 10).", Day(day), so)
	}
	return say.Text("At this pace and its uncertainty, %s finds you at %s pledges (8 in 10).", Day(day), so)
}

// ReachedBy says how likely a threshold is by its deadline: "“The march is on”
// takes 100,000: the chance of it by 1 Mar 2027 is under 0.1%."
func ReachedBy(t campaign.Threshold, chance float64, deadline time.Time, zone *time.Location) string {
	return say.Text("The chance of “%s” (%s) by %s is %s.", t.Name, Figure(t.Target), Day(campaign.DayOf(deadline, zone)), Chance(chance))
}

// ReachedWhen says when a threshold may be reached: "“A first march” (10,000)
// is as likely as not by 3 May 2027 (8 in 10: 2 Apr 2027 to 9 Aug 2027)."
func ReachedWhen(t campaign.Threshold, d forecast.Dates, zone *time.Location) string {
	name := say.Text("“%s” (%s)", t.Name, Figure(t.Target))
	switch {
	case d.P10.IsZero():
		return say.Text("%s is not in sight.", name)
	case d.P50.IsZero():
		return say.Text("%s is not likely within the forecast: 1 in 10 by %s.", name, Reach(d.P10, zone))
	case d.P90.IsZero():
		return say.Text("%s is as likely as not by %s (1 in 10: by %s; 9 in 10: not in sight).", name, Reach(d.P50, zone), Reach(d.P10, zone))
	}
	return say.Text("%s is as likely as not by %s (8 in 10: %s to %s).", name, Reach(d.P50, zone), Reach(d.P10, zone), Reach(d.P90, zone))
}

// Pace holds the present daily rate against the one that is needed: "That is
// 200 times the present pace." Either may be 0.
func Pace(lately, needed float64) string {
	switch {
	case needed <= lately:
		return say.Text("If it lasted, the present pace would be enough; most slow down.")
	case lately <= 0:
		return say.Text("Lately none came in.")
	case needed/lately < 10:
		return say.Text("That is %s times the present pace.", say.Number("%.1f", needed/lately))
	}
	return say.Text("That is %s times the present pace.", About(needed/lately))
}
