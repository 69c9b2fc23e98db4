package phrase

import (
	"fmt"
	"strings"

	"muster/campaign"
)

// BaseRate says how often comparable targets were reached, with the source:
// "For comparison: of 1,120 White House petitions that needed 25,000 (2011 to
// 2013), 101 reached them (We the People, …)." It is empty where nothing is
// comparable.
func BaseRate(target float64) string {
	var all []string
	for _, r := range campaign.BaseRatesFor(target) {
		all = append(all, baseRate(r))
	}
	if len(all) == 0 {
		return ""
	}
	return "For comparison: " + strings.Join(all, "; ") + "."
}

func baseRate(r campaign.BaseRate) string {
	if r.Open == 0 {
		return fmt.Sprintf("of %s %s that needed %s (%s), %s reached them (%s)",
			Count(r.Of), r.Kind, Figure(r.Target), r.Years, Count(r.Reached), r.Source)
	}
	return fmt.Sprintf("of %s %s (%s, %s still open), %s had reached %s, %s of the %s that were closed (%s)",
		Count(r.Of), r.Kind, r.Years, Count(r.Open), Count(r.Reached), Figure(r.Target),
		Count(r.ReachedClosed), Count(r.Closed()), r.Source)
}
