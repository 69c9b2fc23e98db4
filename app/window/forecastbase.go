package window

import (
	"muster/app/phrase"
	"muster/campaign"
)

// baseRateNote returns, behind a blank, how often targets like that of a
// threshold on pledges were reached elsewhere; nothing where it is held, or
// nothing is comparable.
func baseRateNote(t campaign.ThresholdStanding) string {
	if t.Figure != campaign.FigurePledges || t.Held {
		return ""
	}
	if said := phrase.BaseRate(t.Target); said != "" {
		return " " + said
	}
	return ""
}
