package window

import (
	"errors"
	"strconv"
	"strings"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// planReader reads what a text changes in a plan.
type planReader struct {
	text, was planText
	problems  campaign.Problems
}

// rowsOf reads the rows of a list, each on the ground of what it was.
func rowsOf[T any](r *planReader, list string, saved []T, read func(planRow, *T)) []T {
	var rows []T
	for i, was := range r.text.rows[list] {
		var v T
		if was >= 0 {
			v = saved[was]
		}
		read(r.at(rowPath(list, i, ""), rowPath(list, was, "")), &v)
		rows = append(rows, v)
	}
	if len(rows) == 0 {
		return saved[:0:0]
	}
	return rows
}

// lists reads all lists of the plan.
func (r *planReader) lists(saved campaign.Campaign, c *campaign.Campaign) {
	c.Tiers = rowsOf(r, listTiers, saved.Tiers, func(row planRow, tier *campaign.Tier) {
		row.text(".name", &tier.Name)
		row.count(".joins_at", &tier.JoinsAt)
		row.percent(".valid", &tier.Valid)
		row.show(&tier.Show)
	})
	c.Regions = rowsOf(r, listRegions, saved.Regions, func(row planRow, region *campaign.Region) {
		row.text(".name", &region.Name)
		row.count(".population", &region.Population)
		row.count(".target", &region.Target)
	})
	c.Sources = rowsOf(r, listSources, saved.Sources, func(row planRow, source *string) { row.text("", source) })
	c.Measures = rowsOf(r, listMeasures, saved.Measures, func(row planRow, m *campaign.Measure) {
		row.text(".name", &m.Name)
		row.count(".out_of", &m.OutOf)
		row.text(".track", &m.Track)
	})
	c.Thresholds = rowsOf(r, listThresholds, saved.Thresholds, func(row planRow, th *campaign.Threshold) {
		row.text(".name", &th.Name)
		was := th.Figure
		row.text(".figure", &th.Figure)
		row.target(".target", th, was != th.Figure)
		row.day(".deadline", &th.Deadline)
		row.regions(&th.Regions)
		row.text(".track", &th.Track)
	})
	c.Tracks = rowsOf(r, listTracks, saved.Tracks, func(row planRow, track *string) { row.text("", track) })
}

// found reports whether something wrong is known at a path, or below it.
func (r *planReader) found(path string) bool {
	for _, p := range r.problems {
		if p.Path == path || strings.HasPrefix(p.Path, path+".") {
			return true
		}
	}
	return false
}

// planRow reads the cells below a path that were below another path before.
type planRow struct {
	r       *planReader
	to, was string
}

func (r *planReader) at(to, was string) planRow { return planRow{r, to, was} }

// changed returns the text of a cell if it was another one.
func (p planRow) changed(cell string) (string, bool) {
	now := p.r.text.cells[p.to+cell]
	was, known := p.r.was.cells[p.was+cell]
	return strings.TrimSpace(now), !known || now != was
}

func (p planRow) wrong(cell string, err error) {
	p.r.problems = append(p.r.problems, campaign.Problem{Path: p.to + cell, Why: campaign.Words{Format: "%s", Args: []any{err}}})
}

func (p planRow) text(cell string, into *string) {
	if s, ok := p.changed(cell); ok {
		*into = s
	}
}

func (p planRow) day(cell string, into *campaign.Day) {
	s, ok := p.changed(cell)
	if !ok {
		return
	}
	*into = 0
	if s == "" {
		return
	}
	day, err := phrase.ParseDay(s)
	if err != nil {
		p.wrong(cell, err)
		return
	}
	*into = day
}

func (p planRow) count(cell string, into *int64) {
	s, ok := p.changed(cell)
	if !ok {
		return
	}
	*into = 0
	if s == "" {
		return
	}
	n, err := phrase.ParseCount(s)
	if err != nil {
		p.wrong(cell, err)
		return
	}
	*into = n
}

func (p planRow) year(cell string, into *int) {
	s, ok := p.changed(cell)
	if !ok {
		return
	}
	*into = 0
	if s == "" {
		return
	}
	year, err := strconv.Atoi(s)
	if err != nil {
		p.wrong(cell, errors.New(say.Text("%q is not a year: write it like 2024", s)))
		return
	}
	*into = year
}

// target reads a target, which means something else when the figure does.
func (p planRow) target(cell string, th *campaign.Threshold, another bool) {
	s, ok := p.changed(cell)
	if !ok && !another {
		return
	}
	read := targetOf
	switch {
	case s == "": // what to type is said there
	case th.Figure == campaign.FigureShare:
		read = percentOf
	case strings.HasSuffix(s, "%"):
		p.wrong(cell, errors.New(say.Text("a percentage is a target for a share of the population: type a number here")))
		return
	}
	target, err := read(s)
	if err != nil {
		p.wrong(cell, err)
		return
	}
	th.Target = target
}

// show reads a show rate. One of zero would be taken for none, which is the
// default.
func (p planRow) show(into *campaign.Range) {
	p.spread(".show", into, percentOf)
	if s, _ := p.changed(".show.high"); s != "" && *into == (campaign.Range{}) && !p.r.found(p.to+".show") {
		p.wrong(".show.high", errors.New(say.Text("nobody would come: leave all three empty for the default")))
	}
}

// regions reads how many regions must be at their own target.
func (p planRow) regions(into *campaign.RegionCondition) {
	const cell = ".regions.at_least"
	if _, ok := p.changed(cell); !ok {
		return
	}
	var n int64
	p.count(cell, &n)
	switch {
	case n < 0 || n > campaign.MaxCount:
		p.wrong(cell, errors.New(say.Text("it must be how many regions, not %d", n)))
	case n == 0:
		*into = campaign.RegionCondition{}
	default:
		if !into.IsSet() {
			into.Each = campaign.EachTarget
		}
		into.AtLeast = int(n)
	}
}

// targetOf reads a target: a count, or for a share a percentage or a fraction.
func targetOf(s string) (float64, error) {
	if s == "" {
		return 0, errors.New(say.Text("type a target, such as %s", phrase.Count(100_000)))
	}
	if percent, ok := phrase.CutPercent(s); ok {
		v, err := phrase.ParseNumber(percent)
		if err != nil {
			return 0, errors.New(say.Text("%q is not a percentage: write it like %s", s, phrase.TypedPercent(3.5)))
		}
		return v / 100, nil
	}
	return phrase.ParseTarget(s)
}
