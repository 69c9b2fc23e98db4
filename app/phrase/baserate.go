package phrase

import (
	"strings"

	"muster/app/say"
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
	return say.Text("For comparison: %s.", strings.Join(all, "; "))
}

func baseRate(r campaign.BaseRate) string {
	if r.Open == 0 {
		return say.Text("of %s %s that needed %s (%s), %s reached them (%s)",
			Count(r.Of), say.Text(r.Kind), Figure(r.Target), say.Text(r.Years), Count(r.Reached), r.Source)
	}
	return say.Text("of %s %s (%s, %s still open), %s had reached %s, %s of the %s that were closed (%s)",
		Count(r.Of), say.Text(r.Kind), say.Text(r.Years), Count(r.Open), Count(r.Reached), Figure(r.Target),
		Count(r.ReachedClosed), Count(r.Closed()), r.Source)
}
