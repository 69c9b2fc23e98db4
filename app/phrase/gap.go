package phrase

import (
	"fmt"
	"math"
	"strings"

	"muster/campaign"
)

// Gap returns the sentence about a threshold's gap: "99,000 short: 2.0 orders
// of magnitude, 6.6 doublings."
func Gap(t campaign.ThresholdStanding) string {
	if t.Held {
		return fmt.Sprintf("Reached: %s.", progress(t.Progress))
	}
	if t.Gap.Short == 0 {
		return Regions(t) + "."
	}
	short := Amount(t.Threshold, ceil(t.Gap.Short, t.Figure)) + " short"
	if math.IsInf(t.Gap.Orders, 1) {
		return short + "."
	}
	return fmt.Sprintf("%s: %.1f orders of magnitude, %.1f doublings.", short, t.Gap.Orders, t.Gap.Doublings)
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

// Headline returns the sentence before the chart: "1,000 of 100,000 pledges.
// 99,000 short: 2.0 orders of magnitude, 6.6 doublings."
func Headline(t campaign.ThresholdStanding) string {
	return fmt.Sprintf("%s of %s %s. %s", Figure(t.Value), Figure(t.Target), strings.ToLower(t.Measure()), Gap(t))
}

// Progress returns value/target as a percentage: 1%, 99.9% (never 100% before
// it is reached), 6,079%.
func Progress(t campaign.ThresholdStanding) string {
	p := t.Progress
	if !t.Held && p >= 0.995 {
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
