package window

import (
	"slices"

	"muster/campaign"
)

// renamed returns what the names of a saved list are called now, by their
// saved name. Those that were removed are missing.
func renamed(rows []int, saved, now []string) map[string]string {
	to := map[string]string{}
	for i, was := range rows {
		if was >= 0 {
			to[saved[was]] = now[i]
		}
	}
	return to
}

// carry lets all that belongs to a track or counts a measure follow the new
// names of those. What belonged to a removed track belongs to none.
func (t planText) carry(saved campaign.Campaign, c *campaign.Campaign) {
	measures := renamed(t.rows[listMeasures], namesOf(saved.Measures, measureName), namesOf(c.Measures, measureName))
	for i := range c.Thresholds {
		if to, ok := measures[c.Thresholds[i].Figure]; ok {
			c.Thresholds[i].Figure = to
		}
	}
	tracks := renamed(t.rows[listTracks], saved.Tracks, c.Tracks)
	follow := func(track *string) {
		if to, ok := tracks[*track]; ok || slices.Contains(saved.Tracks, *track) && !slices.Contains(c.Tracks, *track) {
			*track = to
		}
	}
	for i := range c.Thresholds {
		follow(&c.Thresholds[i].Track)
	}
	for i := range c.Measures {
		follow(&c.Measures[i].Track)
	}
	c.Moments, c.Activities = slices.Clone(c.Moments), slices.Clone(c.Activities)
	for i := range c.Moments {
		follow(&c.Moments[i].Track)
	}
	for i := range c.Activities {
		follow(&c.Activities[i].Track)
	}
	t.carryScenarios(saved, c)
}

func measureName(m campaign.Measure) string { return m.Name }

// besides returns a plan with what the screen does not edit taken from a newer
// one, so that saving does not undo what another screen saved meanwhile.
func besides(c, newer campaign.Campaign) campaign.Campaign {
	c.Moments, c.Activities, c.RulesOfThumb = newer.Moments, newer.Activities, newer.RulesOfThumb
	c.Event.Came, c.Scenarios = newer.Event.Came, newer.Scenarios
	return c
}
