package window

import (
	"maps"
	"slices"
	"strings"

	"muster/campaign"
)

// marks returns the marks of the saved plan that still hold: a figure that was
// changed no longer rests on its ground. The mark of a threshold goes with it
// under another name.
func (t planText) marks(saved, now campaign.Campaign) map[string]campaign.Mark {
	marks := maps.Clone(saved.Marks)
	before, after := plainFigures(saved), plainFigures(now)
	for path := range saved.Marks {
		if after[path] != before[path] {
			delete(marks, path)
		}
		if saved.Population != now.Population && (path == "population" || strings.HasPrefix(path, "population.")) {
			delete(marks, path)
		}
	}
	t.moveMarks(marks, listThresholds, t.carried(saved, now), now, func(c campaign.Campaign, i int) (string, any) {
		th := c.Thresholds[i]
		return th.Name, [2]any{th.Figure, th.Target}
	})
	t.moveMarks(marks, listTiers, saved, now, func(c campaign.Campaign, i int) (string, any) {
		tier := c.Tiers[i]
		return tier.Name, [3]any{tier.JoinsAt, tier.Valid, tier.Show}
	})
	t.moveMarks(marks, listMeasures, saved, now, func(c campaign.Campaign, i int) (string, any) {
		return c.Measures[i].Name, c.Measures[i].OutOf
	})
	return marks
}

// moveMarks takes the marks of a list's rows to their new names, and leaves
// out those of rows that say something else now. Of tells a row's name and
// what its marks stand for.
func (t planText) moveMarks(marks map[string]campaign.Mark, list string, saved, now campaign.Campaign,
	of func(campaign.Campaign, int) (string, any)) {
	moved := map[string]campaign.Mark{}
	for i, was := range t.rows[list] {
		if was < 0 {
			continue
		}
		before, stood := of(saved, was)
		after, stands := of(now, i)
		for _, part := range markedParts {
			if mark, ok := marks[list+"."+before+part]; ok && stood == stands {
				moved[list+"."+after+part] = mark
			}
		}
	}
	for _, name := range namesIn(list, saved) {
		for _, part := range markedParts {
			delete(marks, list+"."+name+part)
		}
	}
	maps.Copy(marks, moved)
}

// markedParts are the figures of a row that may have a mark of their own.
var markedParts = []string{"", ".joins_at", ".valid", ".show", ".target", ".out_of"}

// namesIn returns the names in a list of a plan.
func namesIn(list string, c campaign.Campaign) []string {
	switch list {
	case listThresholds:
		return namesOf(c.Thresholds, func(t campaign.Threshold) string { return t.Name })
	case listTiers:
		return namesOf(c.Tiers, func(t campaign.Tier) string { return t.Name })
	}
	return namesOf(c.Measures, measureName)
}

// carried returns the saved plan with its thresholds on the new names of their
// measures.
func (t planText) carried(saved, now campaign.Campaign) campaign.Campaign {
	measures := renamed(t.rows[listMeasures], namesOf(saved.Measures, measureName), namesOf(now.Measures, measureName))
	saved.Thresholds = slices.Clone(saved.Thresholds)
	for i := range saved.Thresholds {
		if to, ok := measures[saved.Thresholds[i].Figure]; ok {
			saved.Thresholds[i].Figure = to
		}
	}
	return saved
}

// plainFigures returns what a plan says outside its lists, by the path of its
// mark.
func plainFigures(c campaign.Campaign) map[string]any {
	return map[string]any{
		"name": c.Name, "ask": c.Ask, "opens": c.Opens, "deadline": c.Deadline,
		"event.date": c.Event.Date, "event.place": c.Event.Place, "need": c.Need,
		"confidence": c.Confidence, "walk_ons": c.WalkOns, "tracks": strings.Join(c.Tracks, "\n"), "tiers": len(c.Tiers),
	}
}
