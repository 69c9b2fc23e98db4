package window

import (
	"strings"

	"muster/app/phrase"
	"muster/campaign"
)

// sayAll says at each field what is wrong with it, or else what follows from
// it, and reports whether any of it is new.
func (p *plan) sayAll(s campaign.Standing) (news bool) {
	c := p.edited
	follows := p.follows()
	for path, input := range p.inputs {
		paths := []string{path}
		if path == "population.name" {
			paths = []string{"population", path}
		}
		marked := input.markAs(c.Marks, paths...)
		news = input.say(atField(p.problems.At(path)), follows[path]) || marked || news
	}
	for _, l := range p.lists {
		for i, row := range l.rows {
			for j, column := range l.columns {
				news = row.cells[j].say(atField(p.problems.At(rowPath(l.list, i, column.cell))), "") || news
			}
			if l.list == listThresholds {
				news = p.sayThreshold(row, i, s) || news
			}
		}
	}
	return news
}

// sayThreshold says below a row how far the threshold is.
func (p *plan) sayThreshold(row *planListRow, i int, s campaign.Standing) bool {
	if i >= len(p.edited.Thresholds) {
		return false
	}
	th := p.edited.Thresholds[i]
	said := ""
	if len(p.problems) == 0 {
		said = row.said // until the look ahead is there, so that nothing jumps
	}
	for _, st := range s.Thresholds {
		if st.Threshold == th {
			said = "Now " + phrase.Amount(th, st.Value) + ". " + phrase.Gap(st)
			if th.Figure == campaign.FigurePledges && !st.Held {
				said = strings.TrimSpace(said + " " + phrase.BaseRate(th.Target))
			}
		}
	}
	return row.say(said, p.edited.Marks, "thresholds."+th.Name)
}

// atField returns a problem as a sentence at its field.
func atField(why string) string {
	if why == "" {
		return ""
	}
	return fullStop(capital(why))
}

// follows returns what follows from some fields, by path.
func (p *plan) follows() map[string]string {
	c := p.edited
	said := map[string]string{
		"opens":      p.inDays(c.Opens),
		"deadline":   p.inDays(c.Deadline),
		"event.date": p.inDays(c.Event.Date),
	}
	if p.problems.At("time_zone") == "" {
		said["time_zone"] = "Now " + p.today().In(c.Location()).Format("15:04") + " there"
	}
	share := campaign.Share{Count: c.Need, Of: c.Population.Count}
	if _, ok := share.OneIn(); ok {
		said["need"] = oneIn(share) + " inhabitants"
	}
	return said
}

// inDays says of a day which it is of the week, and how far off.
func (p *plan) inDays(day campaign.Day) string {
	if !day.IsSet() {
		return ""
	}
	now := campaign.DayOf(p.today(), p.edited.Location())
	weekday := day.Weekday().String()[:3]
	switch off := int64(day - now); {
	case off == 0:
		return weekday + ", today"
	case off > 0:
		return weekday + ", in " + phrase.Plural(off, "day", "days")
	default:
		return weekday + ", " + phrase.Plural(-off, "day", "days") + " ago"
	}
}
