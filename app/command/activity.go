package command

import (
	"muster/app/phrase"
	"muster/campaign"
)

// printTracks writes where each lever of the campaign is, and what comes next
// in it.
func (f *face) printTracks(s campaign.Standing, plan campaign.Campaign) {
	if len(plan.Tracks) == 0 {
		return
	}
	t := newTable()
	t.add("Track", "Nearest threshold", "Next")
	for _, track := range s.Tracks(plan, campaign.DayOf(s.AsOf, plan.Location())) {
		near, next := "none", "nothing planned"
		if track.Has {
			near = track.Nearest.Name + ", " + phrase.Progress(track.Nearest)
		}
		if len(track.Next) > 0 {
			next = phrase.Upcoming(track.Next[0])
		}
		t.add(track.Name, near, next)
	}
	f.printf("\n%s", t)
}

// printActivities writes what each activity was expected to bring and what it
// brought, and what is planned against what is missing.
func (f *face) printActivities(s campaign.Standing, plan campaign.Campaign) {
	if len(s.Activities) == 0 {
		return
	}
	today := campaign.DayOf(s.AsOf, plan.Location())
	t := newTable(2, 3, 4)
	t.add("Activity", "Date", "Expected", "Brought", "Cost a pledge")
	for _, a := range s.Activities {
		expected := phrase.Yield(a.Expect)
		brought, cost := phrase.Count(a.Actual), ""
		if each, ok := a.CostPerPledge(); ok && a.Cost > 0 {
			cost = phrase.Figure(each)
		}
		switch {
		case a.Date > today:
			brought = "to come"
		case a.Source == "":
			brought = "no source given"
		case !a.Over:
			brought += " so far"
		}
		t.add(a.Name, phrase.Day(a.Date), expected, brought, cost)
	}
	f.printf("\n%s", t)
	if words := phrase.Planned(plan.Planned(today, gap(s))); words != "" {
		f.printf("%s\n", words)
	}
}

// gap returns the gap that activities are held against: that of the threshold
// to look at now.
func gap(s campaign.Standing) campaign.Gap {
	next, _ := s.Next()
	return next.Gap
}
