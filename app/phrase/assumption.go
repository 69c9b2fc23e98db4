package phrase

import (
	"strings"

	"muster/app/say"
	"muster/campaign"
)

// Assumption is a figure that nobody has set, so that a default stands in.
type Assumption struct {
	What   string   // Show rate, Valid part, Walk-ons, Confidence
	Tiers  []string // that it stands in for; empty if it concerns none
	Value  string   // 35–50–65%
	Source string   // where the default comes from
}

// Name returns what is assumed, and of which tiers.
func (a Assumption) Name() string {
	if tiers := strings.Join(a.Tiers, ", "); tiers != "" {
		return say.Text("%s of %s", a.What, tiers)
	}
	return a.What
}

// Assumptions returns the defaults that a turnout rests on.
func Assumptions(t campaign.Turnout) []Assumption {
	var all []Assumption
	of := func(a Assumption, isDefault func(campaign.TierTurnout) bool) {
		rests := false
		for _, tier := range t.Tiers {
			if isDefault(tier) {
				rests = true
				a.Tiers = append(a.Tiers, TierName(tier.Name))
			}
		}
		if len(t.Tiers) == 1 {
			a.Tiers = nil // it goes without saying
		}
		if rests {
			all = append(all, a)
		}
	}
	valid, show := campaign.DefaultValid(), campaign.DefaultShow()
	of(Assumption{What: say.Text("Valid part"), Value: Percent(valid.Value), Source: valid.Source},
		func(tier campaign.TierTurnout) bool { return tier.ValidDefault })
	of(Assumption{What: say.Text("Show rate"), Value: Rates(show.Value), Source: show.Source},
		func(tier campaign.TierTurnout) bool { return tier.ShowDefault })
	if t.WalkOnsDefault {
		all = append(all, Assumption{What: say.Text("Walk-ons"), Value: Count(0), Source: campaign.DefaultWalkOns().Source})
	}
	if t.ConfidenceDefault && t.Need > 0 {
		all = append(all, Assumption{What: say.Text("Confidence"), Value: Percent(t.Confidence), Source: campaign.DefaultConfidence().Source})
	}
	return all
}

// TierName returns the name of a tier; pledges may come without one.
func TierName(name string) string {
	if name == "" {
		return say.Text("no tier given")
	}
	return name
}

// Rates returns a range of fractions: 35–50–65%.
func Rates(r campaign.Range) string {
	return points(r.Low) + "–" + points(r.Likely) + "–" + Percent(r.High)
}
