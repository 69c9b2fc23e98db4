package window

import (
	"maps"
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
	for _, th := range saved.Thresholds {
		delete(marks, "thresholds."+th.Name)
	}
	for i, was := range t.rows[listThresholds] {
		if was < 0 {
			continue
		}
		old, th := saved.Thresholds[was], now.Thresholds[i]
		if mark, ok := saved.Marks["thresholds."+old.Name]; ok && old.Figure == th.Figure && old.Target == th.Target {
			marks["thresholds."+th.Name] = mark
		}
	}
	return marks
}

// plainFigures returns what a plan says outside its lists, by the path of its
// mark.
func plainFigures(c campaign.Campaign) map[string]any {
	return map[string]any{
		"name": c.Name, "ask": c.Ask, "opens": c.Opens, "deadline": c.Deadline,
		"event.date": c.Event.Date, "event.place": c.Event.Place, "need": c.Need,
	}
}
