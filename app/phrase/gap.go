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
	short := Figure(math.Ceil(t.Gap.Short)) + " short"
	if math.IsInf(t.Gap.Orders, 1) {
		return short + "."
	}
	return fmt.Sprintf("%s: %.1f orders of magnitude, %.1f doublings.", short, t.Gap.Orders, t.Gap.Doublings)
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
