package window

import (
	"fmt"
	"slices"
	"strings"

	"muster/app/say"
	"muster/campaign"
)

// carryScenarios lets what scenarios change follow the new names of thresholds
// and tiers. What they made of a removed one goes with it.
func (t planText) carryScenarios(saved campaign.Campaign, c *campaign.Campaign) {
	threshold := func(th campaign.Threshold) string { return th.Name }
	tier := func(t campaign.Tier) string { return t.Name }
	thresholds := renamed(t.rows[listThresholds], namesOf(saved.Thresholds, threshold), namesOf(c.Thresholds, threshold))
	tiers := renamed(t.rows[listTiers], namesOf(saved.Tiers, tier), namesOf(c.Tiers, tier))
	c.Scenarios = slices.Clone(c.Scenarios)
	for i := range c.Scenarios {
		s := &c.Scenarios[i]
		s.Thresholds = carried(s.Thresholds, func(a *campaign.Aim) *string { return &a.Name }, namesOf(saved.Thresholds, threshold), thresholds)
		s.Tiers = carried(s.Tiers, func(t *campaign.Tier) *string { return &t.Name }, namesOf(saved.Tiers, tier), tiers)
	}
}

// carried returns changes to what was saved under its new names, without those
// to what was removed. Changes of other names stay.
func carried[T any](changes []T, name func(*T) *string, saved []string, now map[string]string) []T {
	var kept []T
	for _, change := range changes {
		was := slices.IndexFunc(saved, func(s string) bool { return strings.EqualFold(s, *name(&change)) })
		if was >= 0 {
			to, ok := now[saved[was]]
			if !ok {
				continue
			}
			*name(&change) = to
		}
		kept = append(kept, change)
	}
	return kept
}

// ofScenario names the scenario that a problem's path leads into, since this
// screen does not show it.
func ofScenario(path string, c campaign.Campaign) string {
	var i int
	if n, _ := fmt.Sscanf(path, "scenarios[%d]", &i); n == 0 || i >= len(c.Scenarios) {
		return ""
	}
	return say.Text("in the scenario “%s”, ", c.Scenarios[i].Name)
}
