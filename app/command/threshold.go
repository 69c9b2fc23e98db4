package command

import (
	"fmt"
	"strings"
	"time"

	"muster/app/phrase"
	"muster/campaign"
)

// printThresholds writes how far each threshold is, and which regions one that
// asks something of regions is still missing.
func (f *face) printThresholds(s campaign.Standing, zone *time.Location) {
	if len(s.Thresholds) == 0 {
		return
	}
	t := newTable(1, 2, 3)
	t.add("Threshold", "Target", "Now", "Progress", "Reached", "Deadline")
	for _, th := range s.Thresholds {
		t.add(th.Name, target(th.Threshold), phrase.Amount(th.Threshold, th.Value), phrase.Progress(th), reached(th, zone), phrase.Day(th.Deadline))
	}
	f.printf("\n%s", t)
	for _, th := range s.Thresholds {
		if th.Regions.IsSet() {
			f.printf("\n%s", indented(regions(th)))
		}
	}
}

// target returns a threshold's target, with what it counts unless that goes
// without saying.
func target(t campaign.Threshold) string {
	amount := phrase.Amount(t, t.Target)
	if t.Figure == campaign.FigureTurnout {
		amount += " " + noun(int64(t.Target), "person", "people")
	}
	return amount
}

func reached(t campaign.ThresholdStanding, zone *time.Location) string {
	switch {
	case !t.Reached:
		return "not yet"
	case !t.Held:
		return phrase.Moment(t.ReachedAt, zone) + ", fell back since"
	}
	return phrase.Moment(t.ReachedAt, zone)
}

// nearest is how many of the regions that are missing are named.
const nearest = 5

// regions says how many regions are at their target, and which are nearest to
// theirs of those that are not.
func regions(t campaign.ThresholdStanding) string {
	words := t.Name + ": " + phrase.Regions(t)
	missing := phrase.MissingRegions(t)
	if t.RegionsShort() == 0 || len(missing) == 0 {
		return words + "."
	}
	var names []string
	for _, r := range missing[:min(nearest, len(missing))] {
		names = append(names, fmt.Sprintf("%s %s of %s", r.Name, phrase.Count(r.Total), phrase.Count(r.Target)))
	}
	return words + ". Nearest to theirs: " + strings.Join(names, ", ") + "."
}
