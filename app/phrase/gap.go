package phrase

import (
	"cmp"
	"math"
	"slices"

	"muster/app/say"
	"muster/campaign"
)

// Gap returns the sentence about a threshold's gap: "99,000 short: 2.0 orders
// of magnitude, 6.6 doublings." What is asked of regions follows where it is
// not met.
func Gap(t campaign.ThresholdStanding) string {
	if t.Held {
		if t.Regions.IsSet() {
			return say.Text("Reached: %s, %s.", progress(t.Progress), regionsHeld(t))
		}
		return say.Text("Reached: %s.", progress(t.Progress))
	}
	if t.Gap.Short == 0 {
		return say.Text("Enough in all, with %s.", Regions(t))
	}
	gap := short(t)
	if !math.IsInf(t.Gap.Orders, 1) {
		gap = say.Text("%s: %s, %s doublings", gap, Orders(t.Gap), say.Number("%.1f", t.Gap.Doublings))
	}
	if t.RegionsShort() > 0 {
		gap += "; " + Regions(t)
	}
	return Capital(gap) + "."
}

// Orders returns how far a gap is in orders of magnitude.
func Orders(g campaign.Gap) string {
	return say.Text("%s orders of magnitude", say.Number("%.1f", g.Orders))
}

// short returns what is missing, in the words of the threshold's figure.
func short(t campaign.ThresholdStanding) string {
	missing := Amount(t.Threshold, ceil(t.Gap.Short, t.Figure))
	switch t.Figure {
	case campaign.FigureShare:
		return say.Text("%s percentage points short", points(t.Gap.Short))
	case campaign.FigureTurnout:
		return say.Text("%s people short", missing)
	}
	return say.Text("%s short", missing)
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
	return say.Count("%s of %s regions at their target", int64(t.Regions.AtLeast),
		Count(int64(t.RegionsHeld)), Count(int64(t.Regions.AtLeast)))
}

// regionsHeld returns "24 regions at their target".
func regionsHeld(t campaign.ThresholdStanding) string {
	return say.Count("%s regions at their target", int64(t.RegionsHeld), Count(int64(t.RegionsHeld)))
}

// Headline returns the sentence before the chart: "1,000 of 100,000 pledges.
// 99,000 short: 2.0 orders of magnitude, 6.6 doublings."
func Headline(t campaign.ThresholdStanding) string { return Stand(t) + ". " + Gap(t) }

// Stand returns where a threshold's figure is: 1,000 of 100,000 pledges,
// Senators in favour: 12 of 60.
func Stand(t campaign.ThresholdStanding) string {
	now, target := Amount(t.Threshold, t.Value), Amount(t.Threshold, t.Target)
	switch t.Figure {
	case campaign.FigurePledges:
		return say.Text("%s of %s pledges", now, target)
	case campaign.FigureTurnout:
		return say.Text("%s of %s people likely to come", now, target)
	case campaign.FigureShare:
		return say.Text("%s of the population has pledged, of %s", now, target)
	}
	return say.Text("%s: %s of %s", t.Figure, now, target)
}

// Counted returns what a threshold's figure counts, to stand behind a value:
// pledges, people likely to come.
func Counted(t campaign.Threshold) string {
	switch t.Figure {
	case campaign.FigureTurnout:
		return say.Text("people likely to come")
	case campaign.FigureShare:
		return say.Text("of the population")
	case campaign.FigurePledges:
		return say.Text("pledges")
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
		return withPercent(say.Number("%.1f", math.Floor(p*1000)/10))
	}
	return Percent(p)
}

func progress(p float64) string {
	if p >= 2 {
		return say.Text("%s times the target", decimals(math.Floor(p*10)/10, 1))
	}
	return say.Text("%s of the target", Percent(p))
}
