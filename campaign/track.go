package campaign

import (
	"cmp"
	"slices"
)

// TrackStanding is where one lever of the campaign is.
type TrackStanding struct {
	Name    string
	Nearest ThresholdStanding // of those not held the furthest on; if all are, the largest
	Has     bool              // whether the track has a threshold
	Next    []Upcoming        // what comes next in it, the soonest first
}

// Upcoming is something dated that is still to come.
type Upcoming struct {
	Day  Day
	What UpcomingKind
	Name string
}

// UpcomingKind is what is to come.
type UpcomingKind string

// The kinds of what is to come.
const (
	ComingDeadline UpcomingKind = "deadline" // of a threshold that is not held
	ComingActivity UpcomingKind = "activity"
	ComingMoment   UpcomingKind = "moment"
)

// Tracks returns where each of the plan's tracks is, in the plan's order. A
// threshold on a measure belongs to the measure's track unless it has its own.
func (s Standing) Tracks(c Campaign, today Day) []TrackStanding {
	var tracks []TrackStanding
	for _, name := range c.Tracks {
		t := TrackStanding{Name: name, Next: s.upcoming(c, name, today)}
		for _, th := range s.Thresholds {
			if c.trackOf(th.Threshold) == name && (!t.Has || nearer(th, t.Nearest)) {
				t.Nearest, t.Has = th, true
			}
		}
		tracks = append(tracks, t)
	}
	return tracks
}

func (c Campaign) trackOf(t Threshold) string {
	if t.Track == "" {
		for _, m := range c.Measures {
			if m.Name == t.Figure {
				return m.Track
			}
		}
	}
	return t.Track
}

// nearer reports whether a is to be looked at before b.
func nearer(a, b ThresholdStanding) bool {
	if a.Held != b.Held {
		return b.Held
	}
	if a.Held {
		return a.Target > b.Target
	}
	return a.Progress > b.Progress
}

func (s Standing) upcoming(c Campaign, track string, from Day) []Upcoming {
	var next []Upcoming
	add := func(of string, day Day, what UpcomingKind, name string) {
		if of == track && day >= from {
			next = append(next, Upcoming{day, what, name})
		}
	}
	for _, th := range s.Thresholds {
		if !th.Held && th.Deadline.IsSet() {
			add(c.trackOf(th.Threshold), th.Deadline, ComingDeadline, th.Name)
		}
	}
	for _, a := range c.Activities {
		add(a.Track, a.Date, ComingActivity, a.Name)
	}
	for _, m := range c.Moments {
		add(m.Track, m.Date, ComingMoment, m.Title)
	}
	slices.SortStableFunc(next, func(a, b Upcoming) int { return cmp.Compare(a.Day, b.Day) })
	return next
}
