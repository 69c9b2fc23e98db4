package window

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"muster/campaign"
	"muster/persistence/exchange"
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
