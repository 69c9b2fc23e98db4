package phrase

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"muster/campaign"
)

// Gap returns the sentence about a threshold's gap: "99,000 short: 2.0 orders
// of magnitude, 6.6 doublings." What is asked of regions follows where it is
// not met.
func Gap(t campaign.ThresholdStanding) string {
	if t.Held {
		return fmt.Sprintf("Reached: %s%s.", progress(t.Progress), regionsHeld(t))
	}
	if t.Gap.Short == 0 {
		return "Enough in all, with " + Regions(t) + "."
	}
	gap := short(t)
	if !math.IsInf(t.Gap.Orders, 1) {
		gap += fmt.Sprintf(": %.1f orders of magnitude, %.1f doublings", t.Gap.Orders, t.Gap.Doublings)
	}
	if t.RegionsShort() > 0 {
		gap += "; " + Regions(t)
	}
	return gap + "."
}

// short returns what is missing, in the words of the threshold's figure.
func short(t campaign.ThresholdStanding) string {
	missing := Amount(t.Threshold, ceil(t.Gap.Short, t.Figure))
	switch t.Figure {
	case campaign.FigureShare:
		return strings.TrimSuffix(missing, "%") + " percentage points short"
	case campaign.FigureTurnout:
		return missing + " people short"
	}
	return missing + " short"
}

// ceil rounds up what is counted in people, so that what is short is never
// called nothing.
func ceil(v float64, figure string) float64 {
	if figure == campaign.FigureShare {
		return v
	}
	return math.Ceil(v)
}

// Amount returns a value of a threshold's figure: a share as a percentage, a
// turnout to the person.
func Amount(t campaign.Threshold, v float64) string {
	switch t.Figure {
	case campaign.FigureShare:
		return Percent(v)
	case campaign.FigureTurnout:
		v = math.Round(v)
	}
	return Figure(v)
}

// Regions returns how far a threshold's condition on regions is: "2 of 3
// regions at their target".
func Regions(t campaign.ThresholdStanding) string {
	return fmt.Sprintf("%d of %s at their target", t.RegionsHeld, Plural(int64(t.Regions.AtLeast), "region", "regions"))
}

// regionsHeld returns ", 24 regions at their target" for a threshold that asks
// something of regions.
func regionsHeld(t campaign.ThresholdStanding) string {
	if !t.Regions.IsSet() {
		return ""
	}
	return ", " + Plural(int64(t.RegionsHeld), "region", "regions") + " at " + Noun(int64(t.RegionsHeld), "its", "their") + " target"
}

// Headline returns the sentence before the chart: "1,000 of 100,000 pledges.
// 99,000 short: 2.0 orders of magnitude, 6.6 doublings."
func Headline(t campaign.ThresholdStanding) string { return Stand(t) + ". " + Gap(t) }

// Stand returns where a threshold's figure is: 1,000 of 100,000 pledges,
// Senators in favour: 12 of 60.
func Stand(t campaign.ThresholdStanding) string {
	now, target := Amount(t.Threshold, t.Value), Amount(t.Threshold, t.Target)
	switch t.Figure {
	case campaign.FigurePledges, campaign.FigureTurnout:
		return now + " of " + target + " " + Counted(t.Threshold)
	case campaign.FigureShare:
		return now + " of the population has pledged, of " + target
	}
	return t.Figure + ": " + now + " of " + target
}

// Counted returns what a threshold's figure counts, to stand behind a value:
// pledges, people likely to come.
func Counted(t campaign.Threshold) string {
	switch t.Figure {
	case campaign.FigureTurnout:
		return "people likely to come"
	case campaign.FigureShare:
		return "of the population"
	case campaign.FigurePledges:
		return "pledges"
	}
	return "(" + t.Figure + ")"
}

// MissingRegions returns the regions of a threshold's condition that are not
// at their target yet, the furthest on first.
func MissingRegions(t campaign.ThresholdStanding) []campaign.RegionTotal {
	var missing []campaign.RegionTotal
	for _, r := range t.RegionTotals {
		if !r.Held {
			missing = append(missing, r)
		}
	}
	slices.SortStableFunc(missing, func(a, b campaign.RegionTotal) int {
		return cmp.Compare(float64(b.Total)/float64(b.Target), float64(a.Total)/float64(a.Target))
	})
	return missing
}

// Progress returns value/target as a percentage: 1%, 99.9% (never 100% before
// it is reached), 6,079%.
func Progress(t campaign.ThresholdStanding) string {
	p := t.Progress
	if !t.Held && p >= 0.995 && p < 1 {
		return fmt.Sprintf("%.1f%%", math.Floor(p*1000)/10)
	}
	return Percent(p)
}

func progress(p float64) string {
	if p >= 2 {
		return trimZero(english.Sprintf("%.1f", math.Floor(p*10)/10)) + " times the target"
	}
	return Percent(p) + " of the target"
}
