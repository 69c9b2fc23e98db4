package window

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// planText is a plan as it stands in the fields of the Plan screen. Paths are
// those of campaign.Problem.
type planText struct {
	cells map[string]string // by path
	rows  map[string][]int  // by list: the row of the saved plan that each row was; -1 for a new one
}

// The lists of a plan that the screen edits.
const (
	listTiers      = "tiers"
	listThresholds = "thresholds"
	listRegions    = "regions"
	listSources    = "sources"
	listMeasures   = "measures"
	listTracks     = "tracks"
)

var planLists = []string{listTiers, listThresholds, listRegions, listSources, listMeasures, listTracks}

// rowPath returns the path of a cell in a row of a list; a list of names alone
// has one cell without a name.
func rowPath(list string, row int, cell string) string {
	if cell == "" {
		return fmt.Sprintf("%s[%d]", list, row)
	}
	return fmt.Sprintf("%s[%d].%s", list, row, cell)
}

// textOf returns a plan as text.
func textOf(c campaign.Campaign) planText {
	t := planText{cells: map[string]string{
		"name": c.Name, "ask": c.Ask, "time_zone": c.TimeZone,
		"opens": c.Opens.String(), "deadline": c.Deadline.String(),
		"event.date": c.Event.Date.String(), "event.place": c.Event.Place,
		"need": countText(c.Need), "confidence": percentText(c.Confidence),
		"population.name": c.Population.Name, "population.count": countText(c.Population.Count),
		"population.year": yearText(c.Population.Year), "population.source": c.Population.Source,
	}, rows: map[string][]int{}}
	rangeText(t.cells, "walk_ons", c.WalkOns, wholeText)
	t.rowsOf(c)
	return t
}

// rowsOf adds the lists of a plan.
func (t planText) rowsOf(c campaign.Campaign) {
	for i, tier := range c.Tiers {
		cells := map[string]string{"name": tier.Name, "joins_at": countText(tier.JoinsAt), "valid": percentText(tier.Valid)}
		rangeText(cells, "show", tier.Show, rateText)
		t.row(listTiers, i, cells)
	}
	for i, th := range c.Thresholds {
		t.row(listThresholds, i, map[string]string{
			"name": th.Name, "figure": th.Figure, "target": targetText(th), "deadline": th.Deadline.String(),
			"regions.at_least": countText(int64(th.Regions.AtLeast)), "track": th.Track,
		})
	}
	for i, r := range c.Regions {
		t.row(listRegions, i, map[string]string{"name": r.Name, "population": countText(r.Population), "target": countText(r.Target)})
	}
	for i, s := range c.Sources {
		t.row(listSources, i, map[string]string{"": s})
	}
	for i, m := range c.Measures {
		t.row(listMeasures, i, map[string]string{"name": m.Name, "out_of": countText(m.OutOf), "track": m.Track})
	}
	for i, s := range c.Tracks {
		t.row(listTracks, i, map[string]string{"": s})
	}
}

// targetText returns a target as it is typed.
func targetText(th campaign.Threshold) string {
	if th.Figure == campaign.FigureShare {
		return percentText(th.Target)
	}
	return phrase.Amount(th, th.Target)
}

func (t planText) row(list string, i int, cells map[string]string) {
	t.rows[list] = append(t.rows[list], i)
	for cell, text := range cells {
		t.cells[rowPath(list, i, cell)] = text
	}
}

func countText(n int64) string {
	if n == 0 {
		return ""
	}
	return phrase.Count(n)
}

func yearText(year int) string {
	if year == 0 {
		return ""
	}
	return strconv.Itoa(year)
}

// plan returns the saved plan with what the text changes, and all that is
// wrong with it. What the text does not show, and what is unchanged in it,
// stays exactly as it was.
func (t planText) plan(saved campaign.Campaign) (campaign.Campaign, campaign.Problems) {
	r := planReader{text: t, was: textOf(saved)}
	c := saved
	top := r.at("", "")
	top.text("name", &c.Name)
	top.text("ask", &c.Ask)
	top.text("time_zone", &c.TimeZone)
	top.day("opens", &c.Opens)
	top.day("deadline", &c.Deadline)
	top.day("event.date", &c.Event.Date)
	top.text("event.place", &c.Event.Place)
	top.count("need", &c.Need)
	top.text("population.name", &c.Population.Name)
	top.count("population.count", &c.Population.Count)
	top.year("population.year", &c.Population.Year)
	top.text("population.source", &c.Population.Source)
	top.percent("confidence", &c.Confidence)
	if c.Confidence == 1 {
		top.wrong("confidence", errors.New(say.Text("nothing is %s sure: type less, such as %s", phrase.Percent(1), phrase.Percent(0.95))))
	}
	top.spread("walk_ons", &c.WalkOns, peopleOf)
	r.lists(saved, &c)
	t.carry(saved, &c)
	c.Marks = t.marks(saved, c)
	var more campaign.Problems
	if errors.As(c.Validate(), &more) {
		for _, p := range more {
			if !r.found(p.Path) {
				r.problems = append(r.problems, p)
			}
		}
	}
	return c, r.problems
}

// equal reports whether two texts say the same in the same rows.
func (t planText) equal(other planText) bool {
	for _, list := range planLists {
		if !slices.Equal(t.rows[list], other.rows[list]) {
			return false
		}
	}
	for path, text := range t.cells {
		if text != other.cells[path] {
			return false
		}
	}
	return len(t.cells) == len(other.cells)
}
