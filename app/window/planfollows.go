package window

import (
	"strings"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// sayAll says at each field what is wrong with it, or else what follows from
// it, and reports whether any of it is new.
func (p *plan) sayAll() (news bool) {
	c := p.edited
	follows := p.follows()
	for path, input := range p.inputs {
		paths := []string{path}
		if path == "population.name" {
			paths = []string{"population", path}
		}
		marked := p.markInput(input, path, c, paths)
		news = input.say(atField(p.problems.At(path)), follows[path]) || marked || news
	}
	for _, l := range p.lists {
		for i, row := range l.rows {
			for j, column := range l.columns {
				news = row.cells[j].say(atField(p.problems.At(rowPath(l.list, i, column.cell))), "") || news
			}
			if l.note != nil {
				news = row.say(l.note(i)) || news
			}
		}
	}
	for _, f := range p.folds {
		news = f.renew(p.problems) || news
	}
	return p.sayOutcome() || news
}

// markInput marks a field as the plan does, or as a default.
func (p *plan) markInput(input *planInput, path string, c campaign.Campaign, paths []string) bool {
	byDefault := map[string]campaign.Mark{}
	if d := campaign.DefaultConfidence(); c.Confidence == 0 {
		byDefault["confidence"] = campaign.Mark{Kind: "default", Ground: phrase.Percent(d.Value) + ", " + d.Source}
	}
	if d := campaign.DefaultWalkOns(); c.WalkOns == (campaign.Range{}) {
		byDefault["walk_ons.low"] = campaign.Mark{Kind: "default", Ground: d.Source}
	}
	if _, ok := byDefault[path]; ok {
		return input.markAs(byDefault, path)
	}
	if strings.HasPrefix(path, "walk_ons.") {
		paths = []string{"walk_ons", path}
	}
	return input.markAs(c.Marks, paths...)
}

// sayOutcome says what the plan comes to on the day.
func (p *plan) sayOutcome() bool {
	said := p.outcomeSays()
	if p.outcome.AccessibilityLabel() == said {
		return false
	}
	p.outcome.Hidden = said == ""
	p.outcome.set(plain(said))
	return true
}

// thresholdNote says how far a threshold is.
func (p *plan) thresholdNote(i int) rowNote {
	if i >= len(p.edited.Thresholds) {
		return rowNote{}
	}
	th := p.edited.Thresholds[i]
	note := rowNote{mark: p.edited.Marks["thresholds."+th.Name]}
	if len(p.problems) == 0 {
		note.said = p.listOf(listThresholds).rows[i].noted.said // until the look ahead is there, so that nothing jumps
	}
	for _, st := range p.ahead.standing.Thresholds {
		if st.Threshold == th {
			note.said = say.Text("Now %s.", phrase.Amount(th, st.Value)) + " " + phrase.Gap(st) + p.tooFewRegions(th) + baseRateNote(st)
		}
	}
	return note
}

// tooFewRegions says that a condition on regions asks for more than there are.
func (p *plan) tooFewRegions(th campaign.Threshold) string {
	targets := 0
	for _, r := range p.edited.Regions {
		if r.Target > 0 {
			targets++
		}
	}
	if th.Regions.AtLeast <= targets {
		return ""
	}
	return " " + say.Count("Only %s regions have a target of their own yet.", int64(targets), phrase.Count(int64(targets)))
}

// tierNote says what a tier comes to, and which of its rates are defaults.
func (p *plan) tierNote(i int) rowNote {
	if i >= len(p.edited.Tiers) {
		return rowNote{}
	}
	tier := p.edited.Tiers[i]
	note := rowNote{mark: p.edited.Marks["tiers."+tier.Name]}
	if found, ok := p.edited.Marks[showPath(tier.Name)]; ok {
		note.mark = found
	}
	if len(p.problems) == 0 {
		note.said = p.tierSays(i)
	}
	var grounds []string
	if d := campaign.DefaultValid(); tier.Valid == 0 {
		note.of = say.Text("valid")
		grounds = append(grounds, say.Text("valid %s, %s", phrase.Percent(d.Value), d.Source))
	}
	if d := campaign.DefaultShow(); tier.Show == (campaign.Range{}) {
		note.of = say.Text("show rate")
		grounds = append(grounds, say.Text("show rate %s, %s", phrase.Rates(d.Value), d.Source))
	}
	if note.ground = strings.Join(grounds, "; "); len(grounds) > 1 {
		note.of = say.Text("valid and show rate")
	}
	return note
}

// measureNote says where a measure is.
func (p *plan) measureNote(i int) rowNote {
	if i >= len(p.edited.Measures) {
		return rowNote{}
	}
	m := p.edited.Measures[i]
	note := rowNote{mark: p.edited.Marks["measures."+m.Name]}
	for _, total := range p.ahead.standing.Measures {
		if total.Measure == m && m.OutOf > 0 {
			note.said = say.Text("Now %s of %s.", phrase.Count(total.Value), phrase.Count(m.OutOf))
		} else if total.Measure == m {
			note.said = say.Text("Now %s.", phrase.Count(total.Value))
		}
	}
	return note
}

// atField returns a problem as a sentence at its field.
func atField(why campaign.Words) string { return phrase.FullStop(phrase.Capital(phrase.Words(why))) }

// follows returns what follows from some fields, by path.
func (p *plan) follows() map[string]string {
	c := p.edited
	said := map[string]string{
		"opens":      p.inDays(c.Opens),
		"deadline":   p.inDays(c.Deadline),
		"event.date": p.inDays(c.Event.Date),
	}
	if p.problems.At("time_zone").Format == "" {
		said["time_zone"] = say.Text("Now %s there", phrase.Clock(p.today(), c.Location()))
	}
	share := campaign.Share{Count: c.Need, Of: c.Population.Count}
	if _, ok := share.OneIn(); ok {
		said["need"] = say.Text("%s inhabitants", oneIn(share))
	}
	return said
}

// inDays says of a day which it is of the week, and how far off.
func (p *plan) inDays(day campaign.Day) string {
	if !day.IsSet() {
		return ""
	}
	now := campaign.DayOf(p.today(), p.edited.Location())
	weekday := phrase.Weekday(day)
	switch off := int64(day - now); {
	case off == 0:
		return say.Text("%s, today", weekday)
	case off > 0:
		return say.Count("%s, in %s days", off, weekday, phrase.Count(off))
	default:
		return say.Count("%s, %s days ago", -off, weekday, phrase.Count(-off))
	}
}
