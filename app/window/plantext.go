package window

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"muster/app/phrase"
	"muster/campaign"
	"muster/persistence/exchange"
)

// planText is a plan as it stands in the fields of the Plan screen. Paths are
// those of campaign.Problem.
type planText struct {
	cells map[string]string // by path
	rows  map[string][]int  // by list: the row of the saved plan that each row was; -1 for a new one
}

// The lists of a plan that the screen edits.
const (
	listThresholds = "thresholds"
	listRegions    = "regions"
	listSources    = "sources"
)

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
		"need":            countText(c.Need),
		"population.name": c.Population.Name, "population.count": countText(c.Population.Count),
		"population.year": yearText(c.Population.Year), "population.source": c.Population.Source,
	}, rows: map[string][]int{}}
	for i, th := range c.Thresholds {
		t.row(listThresholds, i, map[string]string{
			"name": th.Name, "figure": th.Figure, "target": phrase.Amount(th, th.Target), "deadline": th.Deadline.String(),
		})
	}
	for i, r := range c.Regions {
		t.row(listRegions, i, map[string]string{"name": r.Name, "population": countText(r.Population), "target": countText(r.Target)})
	}
	for i, s := range c.Sources {
		t.row(listSources, i, map[string]string{"": s})
	}
	return t
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
	c.Regions = rowsOf(&r, listRegions, saved.Regions, func(row planRow, region *campaign.Region) {
		row.text(".name", &region.Name)
		row.count(".population", &region.Population)
		row.count(".target", &region.Target)
	})
	c.Sources = rowsOf(&r, listSources, saved.Sources, func(row planRow, source *string) { row.text("", source) })
	c.Thresholds = rowsOf(&r, listThresholds, saved.Thresholds, func(row planRow, th *campaign.Threshold) {
		row.text(".name", &th.Name)
		row.text(".figure", &th.Figure)
		row.target(".target", th)
		row.day(".deadline", &th.Deadline)
	})
	c.Marks = t.marks(saved, c)
	problems := r.problems
	var more campaign.Problems
	if errors.As(c.Validate(), &more) {
		for _, p := range more {
			if problems.At(p.Path) == "" {
				problems = append(problems, p)
			}
		}
	}
	return c, problems
}

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
	p.r.problems = append(p.r.problems, campaign.Problem{Path: p.to + cell, Why: err.Error()})
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
	day, err := campaign.ParseDay(s)
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
	n, err := exchange.ParseCount(s)
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
		p.wrong(cell, fmt.Errorf("%q is not a year: write it like 2024", s))
		return
	}
	*into = year
}

func (p planRow) target(cell string, th *campaign.Threshold) {
	s, ok := p.changed(cell)
	if !ok {
		return
	}
	target, err := targetOf(s)
	if err != nil {
		p.wrong(cell, err)
		return
	}
	th.Target = target
}

// targetOf reads a target: a count, or for a share a percentage or a fraction.
func targetOf(s string) (float64, error) {
	if s == "" {
		return 0, errors.New("type a target, such as 100,000")
	}
	if percent, ok := strings.CutSuffix(s, "%"); ok {
		v, err := strconv.ParseFloat(strings.TrimSpace(percent), 64)
		if err != nil {
			return 0, fmt.Errorf("%q is not a percentage: write it like 3.5%%", s)
		}
		return v / 100, nil
	}
	n, err := exchange.ParseCount(s)
	if err == nil {
		return float64(n), nil
	}
	whole, decimals, found := strings.Cut(s, ".")
	if v, bad := strconv.ParseFloat(s, 64); found && bad == nil && (len(decimals) != 3 || strings.Trim(whole, "0") == "") {
		return v, nil // 1.234 is a thousand in some countries; 0.035 is not
	}
	return 0, err
}

// equal reports whether two texts say the same in the same rows.
func (t planText) equal(other planText) bool {
	for _, list := range []string{listThresholds, listRegions, listSources} {
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
