package window

import (
	"muster/app/phrase"
	"muster/campaign"
)

// sayAll says at each field what is wrong with it, or else what follows from it.
func (p *plan) sayAll(s campaign.Standing) {
	c := p.edited
	follows := p.follows(s)
	for path, input := range p.inputs {
		input.say(atField(p.problems.At(path)), follows[path])
		if path == "population.name" {
			input.mark.set(c.Marks, "population", path)
		} else {
			input.mark.set(c.Marks, path)
		}
	}
	for _, l := range p.lists {
		for i, row := range l.rows {
			for j, column := range l.columns {
				row.cells[j].say(atField(p.problems.At(rowPath(l.list, i, column.cell))), "")
			}
			if l.list == listThresholds {
				p.sayThreshold(row, i, s)
			}
		}
	}
}

// sayThreshold says below a row how far the threshold is.
func (p *plan) sayThreshold(row *planListRow, i int, s campaign.Standing) {
	if i >= len(p.edited.Thresholds) {
		return
	}
	th := p.edited.Thresholds[i]
	row.mark.set(p.edited.Marks, "thresholds."+th.Name)
	said := ""
	for _, st := range s.Thresholds {
		if st.Threshold == th {
			said = "Now " + phrase.Amount(th, st.Value) + ". " + phrase.Gap(st)
		}
	}
	row.follows.Hidden = said == "" && row.mark.Hidden
	row.follows.set(plain(said))
}

// atField returns a problem as a sentence at its field.
func atField(why string) string {
	if why == "" {
		return ""
	}
	return fullStop(capital(why))
}

// follows returns what follows from some fields, by path.
func (p *plan) follows(s campaign.Standing) map[string]string {
	c := p.edited
	said := map[string]string{
		"opens":      p.inDays(c.Opens),
		"deadline":   p.inDays(c.Deadline),
		"event.date": p.inDays(c.Event.Date),
	}
	if p.problems.At("time_zone") == "" {
		said["time_zone"] = "Now " + p.today().In(c.Location()).Format("15:04") + " there"
	}
	if share := s.NeedShare; share.Count == c.Need && share.Of == c.Population.Count && share.Of > 0 && share.Count > 0 {
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
