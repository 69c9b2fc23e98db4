package window

import (
	"fmt"
	"slices"
	"strings"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// The lists of a scenario that are no lists of the plan's own screen.
const (
	listMoments    = "moments"
	listActivities = "activities"
	listLadder     = "ladder"
)

// scenarioTextOf returns a scenario as it stands in the fields of its form.
// Paths are those within the scenario.
func scenarioTextOf(s campaign.Scenario, plan campaign.Campaign) planText {
	t := planText{cells: map[string]string{
		"name": s.Name, "place": s.Place, "date": s.Date.String(), "deadline": s.Deadline.String(), "need": countText(s.Need),
		"population.name": s.Population.Name, "population.count": countText(s.Population.Count),
		"population.year": yearText(s.Population.Year), "population.source": s.Population.Source,
		"growth.times": numberText(s.Growth.Times), "growth.from": s.Growth.From.String(),
		"brings.pledges": numberText(s.Brings.Pledges), "brings.after": countText(int64(s.Brings.After)),
	}, rows: map[string][]int{}}
	rangeText(t.cells, "walk_ons", s.WalkOns, wholeText)
	for i, aim := range s.Thresholds {
		cells := map[string]string{"name": aim.Name, "target": "", "deadline": aim.Deadline.String()}
		if th := aimed(aim, plan); aim.Target > 0 {
			cells["target"] = targetText(th)
		}
		t.row(listThresholds, i, cells)
	}
	for i, tier := range s.Tiers {
		cells := map[string]string{"name": tier.Name, "joins_at": countText(tier.JoinsAt), "valid": percentText(tier.Valid)}
		rangeText(cells, "show", tier.Show, rateText)
		t.row(listTiers, i, cells)
	}
	for i, p := range s.Moments {
		t.row(listMoments, i, pushCells(p))
	}
	for i, p := range s.Activities {
		t.row(listActivities, i, pushCells(p))
	}
	for i, r := range s.Ladder {
		cells := map[string]string{"name": r.Name, "reach": countText(r.Reach), "after": countText(int64(r.After))}
		rangeText(cells, "expect", r.Expect, wholeText)
		t.row(listLadder, i, cells)
	}
	return t
}

func pushCells(p campaign.Push) map[string]string {
	cells := map[string]string{"name": p.Name, "date": p.Date.String(), "until": p.Until.String()}
	rangeText(cells, "expect", p.Expect, wholeText)
	return cells
}

// aimed returns the threshold that an aim is at, with its target.
func aimed(aim campaign.Aim, plan campaign.Campaign) campaign.Threshold {
	th := campaign.Threshold{Figure: campaign.FigurePledges}
	if i := slices.IndexFunc(plan.Thresholds, func(t campaign.Threshold) bool { return strings.EqualFold(t.Name, strings.TrimSpace(aim.Name)) }); i >= 0 {
		th.Figure = plan.Thresholds[i].Figure
	}
	th.Target = aim.Target
	return th
}

// scenario returns the saved scenario with what the text changes, and what
// cannot be read in it.
func (t planText) scenario(saved campaign.Scenario, plan campaign.Campaign) (campaign.Scenario, *planReader) {
	r := &planReader{text: t, was: scenarioTextOf(saved, plan)}
	s := saved
	top := r.at("", "")
	top.text("name", &s.Name)
	top.text("place", &s.Place)
	top.day("date", &s.Date)
	top.day("deadline", &s.Deadline)
	top.count("need", &s.Need)
	top.text("population.name", &s.Population.Name)
	top.count("population.count", &s.Population.Count)
	top.year("population.year", &s.Population.Year)
	top.text("population.source", &s.Population.Source)
	top.spread("walk_ons", &s.WalkOns, peopleOf)
	top.decimal("growth.times", &s.Growth.Times)
	top.day("growth.from", &s.Growth.From)
	top.decimal("brings.pledges", &s.Brings.Pledges)
	top.days("brings.after", &s.Brings.After)
	s.Thresholds = someOf(rowsOf(r, listThresholds, saved.Thresholds, func(row planRow, aim *campaign.Aim) {
		row.text(".name", &aim.Name)
		row.day(".deadline", &aim.Deadline)
		th := aimed(*aim, plan)
		if text, changed := row.changed(".target"); text == "" && changed {
			th.Target = 0
		} else if text != "" {
			row.target(".target", &th, false)
		}
		aim.Target = th.Target
	}))
	s.Tiers = someOf(rowsOf(r, listTiers, saved.Tiers, func(row planRow, tier *campaign.Tier) {
		row.text(".name", &tier.Name)
		row.count(".joins_at", &tier.JoinsAt)
		row.percent(".valid", &tier.Valid)
		row.show(&tier.Show)
	}))
	push := func(row planRow, p *campaign.Push) {
		row.text(".name", &p.Name)
		row.day(".date", &p.Date)
		row.day(".until", &p.Until)
		row.spread(".expect", &p.Expect, peopleOf)
	}
	s.Moments = someOf(rowsOf(r, listMoments, saved.Moments, push))
	s.Activities = someOf(rowsOf(r, listActivities, saved.Activities, push))
	s.Ladder = someOf(rowsOf(r, listLadder, saved.Ladder, func(row planRow, rung *campaign.Rung) {
		row.text(".name", &rung.Name)
		row.count(".reach", &rung.Reach)
		row.days(".after", &rung.After)
		row.spread(".expect", &rung.Expect, peopleOf)
	}))
	return s, r
}

// someOf returns a list, or nil in place of an empty one.
func someOf[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}

// decimal reads a number such as 1.5.
func (p planRow) decimal(cell string, into *float64) {
	s, ok := p.changed(cell)
	if !ok {
		return
	}
	*into = 0
	if s == "" {
		return
	}
	v, err := phrase.ParseNumber(s)
	if err != nil || v <= 0 {
		p.wrong(cell, fmt.Errorf("%s", say.Text("“%s” is not a number above 0: write it like %s", s, phrase.Typed(1.5))))
		return
	}
	*into = v
}

// days reads how many days.
func (p planRow) days(cell string, into *int) {
	n := int64(*into)
	p.count(cell, &n)
	if n < 0 || n > campaign.MaxCount {
		n = -1 // refused with the plan
	}
	*into = int(n)
}
