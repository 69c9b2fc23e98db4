package report

import (
	"fmt"
	"math"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// The rows of the Summary that formulas elsewhere refer to.
func cellPledges() string    { return "'" + sheetSummary() + "'!$B$6" }
func cellNeed() string       { return "'" + sheetSummary() + "'!$B$7" }
func cellPopulation() string { return "'" + sheetSummary() + "'!$B$8" }

// summary writes the first sheet: a figure a line, with its value and what it
// rests on.
func (b *book) summary() error {
	rows := b.summaryRows()
	s, err := b.sheet(sheetSummary(), []sheetColumn{{width: 36}, {width: 24}, {width: 70}}, len(rows))
	if err != nil {
		return err
	}
	for i, row := range rows {
		height := noteHeight(row)
		if i == 0 {
			height = 27 // the campaign's name
		}
		if err := s.addTall(height, row); err != nil {
			return err
		}
	}
	return s.finish()
}

// noteHeight returns how high a row must be for its note, in points; 0 is the
// usual height. Programs differ in whether they work it out for themselves.
func noteHeight(row []excelize.Cell) float64 {
	const lettersALine, pointsALine = 76, 15
	if len(row) < 3 {
		return 0
	}
	note, _ := row[2].Value.(string)
	if lines := 1 + utf8.RuneCountInString(note)/lettersALine; lines > 1 {
		return float64(min(lines, 27) * pointsALine) // a row is 409 points at most
	}
	return 0
}

// line is a row of the Summary: what, the value, and the note on it.
func (b *book) line(what string, value excelize.Cell, note string) []excelize.Cell {
	return []excelize.Cell{b.cell(asText, what), value, b.cell(asNote, note)}
}

// part is the head of a part of the Summary.
func (b *book) part(what, value, note string) []excelize.Cell {
	return []excelize.Cell{b.cell(asHead, what), b.cell(asAmount, value), b.cell(asHead, note)}
}

func (b *book) summaryRows() [][]excelize.Cell {
	c, st := b.Campaign, b.Standing
	rows := [][]excelize.Cell{
		{b.cell(asTitle, c.Name)},
		b.line(say.Text("Ask"), b.cell(asText, nil), c.Ask),
		b.line(say.Text("As of"), b.moment(st.AsOf), say.Text("in the time zone %s", b.Zone.String())),
		{},
		b.part(say.Text("Figure"), say.Text("Value"), say.Text("Rests on")),
		b.line(say.Text("Pledges"), b.formula(asCount, st.Pledges, "SUM('%s'!B2:B%d)", sheetRegions(), max(2, len(b.regionRows())+1)), say.Text("the sum of the sheet By region")),
		b.line(say.Text("Need"), b.cell(asCount, orNil(st.Need)), b.ground("need")),
		b.line(say.Text("Population"), b.cell(asCount, orNil(st.Population.Count)), b.populationNote()),
		b.line(say.Text("Need as a share"), b.formula(asPercent, b.fraction(st.NeedShare), "IF(N(%[1]s)>0,%[2]s/%[1]s,\"\")", cellPopulation(), cellNeed()), say.Text("need / population")),
		b.line(say.Text("One in"), b.formula(asDecimal, b.oneIn(st.NeedShare), "IF(N(%[2]s)>0,%[1]s/%[2]s,\"\")", cellPopulation(), cellNeed()), say.Text("population / need")),
		b.line(say.Text("Pledges as a share"), b.formula(asPercent, b.fraction(st.Share), "IF(N(%[1]s)>0,%[2]s/%[1]s,\"\")", cellPopulation(), cellPledges()), say.Text("pledges / population")),
		b.line(say.Text("One in"), b.formula(asDecimal, b.oneIn(st.Share), "IF(AND(N(%[1]s)>0,%[2]s>0),%[1]s/%[2]s,\"\")", cellPopulation(), cellPledges()), say.Text("population / pledges")),
		b.line(say.Text("Updates"), b.cell(asCount, st.Updates), say.Text("lines in the ledger, voids included")),
		{},
	}
	rows = append(rows, b.dates()...)
	rows = append(rows, b.nextRows(len(rows))...)
	rows = append(rows, b.measureRows()...)
	rows = append(rows, b.totalRows(say.Text("By source"), st.BySource)...)
	return append(rows, b.totalRows(say.Text("By tier"), st.ByTier)...)
}

// dates returns the days of the plan that are set.
func (b *book) dates() [][]excelize.Cell {
	rows := [][]excelize.Cell{b.part(say.Text("Plan"), "", "")}
	for _, d := range []struct {
		what, path string
		day        campaign.Day
	}{{say.Text("Opens"), "opens", b.Campaign.Opens}, {say.Text("Deadline"), "deadline", b.Campaign.Deadline}, {say.Text("Event"), "event.date", b.Campaign.Event.Date}} {
		note := b.ground(d.path)
		if d.path == "event.date" {
			note = joined(": ", b.Campaign.Event.Place, note)
		}
		if d.day.IsSet() || note != "" {
			rows = append(rows, b.line(d.what, b.day(d.day), note))
		}
	}
	return append(rows, []excelize.Cell{})
}

// nextRows returns the gap up to the next threshold; they come after so many
// rows.
func (b *book) nextRows(after int) [][]excelize.Cell {
	next, ok := b.Standing.Next()
	if !ok {
		return nil
	}
	target := fmt.Sprintf("$B$%d", after+2)
	return [][]excelize.Cell{
		b.part(say.Text("Next threshold"), "", ""),
		b.line(say.Text("Target"), b.cell(asFigure, next.Target), joined(": ", next.Name, b.ground("thresholds."+next.Name))),
		b.line(say.Text("Progress"), b.formula(asProgress, next.Progress, "%s/%s", cellPledges(), target), say.Text("pledges / target")),
		b.line(say.Text("Short"), b.formula(asFigure, next.Gap.Short, "MAX(0,%s-%s)", target, cellPledges()), say.Text("target − pledges")),
		b.line(say.Text("Orders of magnitude"), b.formula(asDecimal, finite(next.Gap.Orders), "IF(%[2]s>0,MAX(0,LOG10(%[1]s/%[2]s)),\"\")", target, cellPledges()), say.Text("log10(target / pledges)")),
		b.line(say.Text("Doublings"), b.formula(asDecimal, finite(next.Gap.Doublings), "IF(%[2]s>0,MAX(0,LOG(%[1]s/%[2]s,2)),\"\")", target, cellPledges()), say.Text("log2(target / pledges)")),
		b.line(say.Text("In words"), b.cell(asText, nil), phrase.Gap(next)),
		{},
	}
}

func (b *book) measureRows() [][]excelize.Cell {
	if len(b.Standing.Measures) == 0 {
		return nil
	}
	rows := [][]excelize.Cell{b.part(say.Text("Other counts"), "", "")}
	for _, m := range b.Standing.Measures {
		note := b.ground("measures." + m.Name)
		if m.OutOf > 0 {
			note = joined("; ", say.Text("of %s", phrase.Count(m.OutOf)), note)
		}
		rows = append(rows, b.line(m.Name, b.cell(asCount, m.Value), note))
	}
	return append(rows, []excelize.Cell{})
}

func (b *book) totalRows(title string, totals []campaign.Total) [][]excelize.Cell {
	if len(totals) == 0 || len(totals) == 1 && totals[0].Name == "" {
		return nil
	}
	rows := [][]excelize.Cell{b.part(title, "", "")}
	for _, t := range totals {
		rows = append(rows, b.line(orUnnamed(t.Name), b.cell(asCount, t.Total), ""))
	}
	return append(rows, []excelize.Cell{})
}

// ground returns what a figure of the plan rests on.
func (b *book) ground(path string) string {
	mark, ok := b.Campaign.Marks[path]
	if !ok {
		return ""
	}
	return phrase.Mark(mark.Kind) + ground(mark.Ground)
}

func (b *book) populationNote() string {
	p := b.Standing.Population
	return joined(": ", p.Name, joined("; ", sourceOf(p), b.ground("population")))
}

// fraction returns a share, or nil where the population is not known.
func (b *book) fraction(s campaign.Share) any {
	if s.Of <= 0 {
		return nil
	}
	return s.Fraction()
}

func (b *book) oneIn(s campaign.Share) any {
	if n, ok := s.OneIn(); ok {
		return n
	}
	return nil
}

// finite returns v, or nil where there is no such number.
func finite(v float64) any {
	if math.IsInf(v, 0) || math.IsNaN(v) {
		return nil
	}
	return v
}

// orNil returns a figure of the plan, or nil if it is not set.
func orNil(n int64) any {
	if n == 0 {
		return nil
	}
	return n
}

func orUnnamed(name string) string {
	if name == "" {
		return say.Text("(not given)")
	}
	return name
}
