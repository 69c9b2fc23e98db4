package report

import (
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// write writes a whole sheet: its head, then its rows.
func (b *book) write(name string, columns []sheetColumn, rows [][]excelize.Cell) error {
	s, err := b.sheet(name, columns, len(rows)+1)
	if err != nil {
		return err
	}
	for _, row := range rows {
		if err := s.add(row...); err != nil {
			return err
		}
	}
	return s.finish()
}

// thresholds writes how far each threshold is, with a bar behind its progress.
func (b *book) thresholds() error {
	var rows [][]excelize.Cell
	for i, t := range b.Standing.Thresholds {
		rows = append(rows, b.thresholdRow(t, i+2))
	}
	if len(rows) > 0 {
		if _, err := b.file.NewSheet(sheetThresholds()); err != nil {
			return err
		}
		err := b.file.SetConditionalFormat(sheetThresholds(), fmt.Sprintf("F2:F%d", len(rows)+1), []excelize.ConditionalFormatOptions{{
			Type: "data_bar", Criteria: "=", MinType: "num", MinValue: "0", MaxType: "num", MaxValue: "1", BarColor: "#E5B9A5"}})
		if err != nil {
			return err
		}
	}
	return b.write(sheetThresholds(), []sheetColumn{
		{say.Text("Threshold"), 36, false}, {say.Text("Figure"), 22, false}, {say.Text("Deadline"), 14, true}, {say.Text("Now"), 16, true}, {say.Text("Target"), 16, true},
		{say.Text("Progress"), 12, true}, {say.Text("Short"), 16, true}, {say.Text("Orders of magnitude"), 20, true}, {say.Text("Doublings"), 12, true},
		{say.Text("First reached"), 20, true}, {say.Text("Held now"), 10, false}, {say.Text("Regions short"), 14, true}, {say.Text("Rests on"), 40, false},
	}, rows)
}

func (b *book) thresholdRow(t campaign.ThresholdStanding, row int) []excelize.Cell {
	amount := asFigure
	if t.Figure == campaign.FigureShare {
		amount = asPercent
	}
	now := b.cell(amount, t.Value)
	switch t.Figure {
	case campaign.FigurePledges:
		now = b.formula(amount, t.Value, "%s", cellPledges())
	case campaign.FigureShare:
		now = b.formula(amount, t.Value, "%s/%s", cellPledges(), cellPopulation())
	}
	reached, held := b.cell(asText, nil), say.Text("no")
	if t.Reached {
		reached = b.moment(t.ReachedAt)
	}
	if t.Held {
		held = say.Text("yes")
	}
	deadline := t.Deadline
	if !deadline.IsSet() && t.Figure == campaign.FigurePledges {
		deadline = b.Campaign.Deadline
	}
	regions := b.cell(asText, nil)
	if t.Regions.IsSet() {
		regions = b.cell(asCount, t.RegionsShort())
	}
	return []excelize.Cell{
		b.cell(asText, t.Name), b.cell(asText, phrase.FigureName(t.Figure)), b.day(deadline), now, b.cell(amount, t.Target),
		b.formula(asProgress, t.Progress, "D%[1]d/E%[1]d", row),
		b.formula(amount, t.Gap.Short, "MAX(0,E%[1]d-D%[1]d)", row),
		b.formula(asDecimal, finite(t.Gap.Orders), "IF(D%[1]d>0,MAX(0,LOG10(E%[1]d/D%[1]d)),\"\")", row),
		b.formula(asDecimal, finite(t.Gap.Doublings), "IF(D%[1]d>0,MAX(0,LOG(E%[1]d/D%[1]d,2)),\"\")", row),
		reached, b.cell(asText, held), regions, b.cell(asNote, b.ground("thresholds."+t.Name)),
	}
}

// regions writes the pledges by region. They add up to all pledges.
func (b *book) regions() error {
	return b.write(sheetRegions(), []sheetColumn{
		{say.Text("Region"), 36, false}, {say.Text("Pledges"), 18, true}, {say.Text("Population"), 18, true}, {say.Text("Share"), 14, true},
		{say.Text("Target"), 18, true}, {say.Text("Progress"), 14, true},
	}, b.regionRows())
}

func (b *book) regionRows() [][]excelize.Cell {
	totals := slices.Clone(b.Standing.ByRegion)
	planned := map[string]campaign.Region{}
	for _, r := range b.Campaign.Regions {
		planned[r.Name] = r
		if !slices.ContainsFunc(totals, func(t campaign.Total) bool { return t.Name == r.Name }) {
			totals = append(totals, campaign.Total{Name: r.Name})
		}
	}
	var rows [][]excelize.Cell
	for i, t := range totals {
		r := planned[t.Name]
		share, progress := b.cell(asText, nil), b.cell(asText, nil)
		if r.Population > 0 {
			share = b.formula(asPercent, campaign.Share{Count: t.Total, Of: r.Population}.Fraction(), "B%[1]d/C%[1]d", i+2)
		}
		if r.Target > 0 {
			progress = b.formula(asProgress, campaign.Share{Count: t.Total, Of: r.Target}.Fraction(), "B%[1]d/E%[1]d", i+2)
		}
		rows = append(rows, []excelize.Cell{b.cell(asText, orUnnamed(t.Name)), b.cell(asCount, t.Total),
			b.cell(asCount, orNil(r.Population)), share, b.cell(asCount, orNil(r.Target)), progress})
	}
	return rows
}

// daily writes the totals at the end of every day, and what each day added to
// the pledges.
func (b *book) daily() error {
	measures := b.Campaign.MeasureNames()
	columns := []sheetColumn{{say.Text("Day"), 14, true}, {phrase.Measure(campaign.Pledges), 18, true}, {say.Text("Change"), 18, true}}
	for _, m := range measures[1:] {
		columns = append(columns, sheetColumn{m, 28, true})
	}
	first, last := b.span(measures)
	var rows [][]excelize.Cell
	next, totals := make([]int, len(measures)), make([]excelize.Cell, len(measures))
	for day := first; first.IsSet() && day <= last; day++ {
		change := b.cell(asText, nil)
		for i, m := range measures {
			days := b.Daily[m]
			if next[i] == len(days) || days[next[i]].Day != day {
				continue
			}
			totals[i] = b.cell(asCount, days[next[i]].Total)
			if i == 0 {
				change = b.change(days, next[i], len(rows)+2)
			}
			next[i]++
		}
		rows = append(rows, append([]excelize.Cell{b.day(day), totals[0], change}, totals[1:]...))
	}
	return b.write(sheetDaily(), columns, rows)
}

// change is the live difference to the day before.
func (b *book) change(days []campaign.DayTotal, i, row int) excelize.Cell {
	if i == 0 {
		return b.formula(asCount, days[0].Total, "B%d", row)
	}
	return b.formula(asCount, days[i].Total-days[i-1].Total, "B%d-B%d", row, row-1)
}

// span returns the first and the last day that any measure was counted on.
func (b *book) span(measures []string) (first, last campaign.Day) {
	for _, m := range measures {
		days := b.Daily[m]
		if len(days) == 0 {
			continue
		}
		if !first.IsSet() || days[0].Day < first {
			first = days[0].Day
		}
		last = max(last, days[len(days)-1].Day)
	}
	return first, last
}

func updateSheetColumns() []sheetColumn {
	return []sheetColumn{
		{say.Text("When"), 21, true}, {say.Text("Measure"), 16, false}, {say.Text("Kind"), 10, false}, {say.Text("Count"), 18, true}, {say.Text("Region"), 20, false}, {say.Text("Source"), 18, false},
		{say.Text("Tier"), 18, false}, {say.Text("By"), 16, false}, {say.Text("Note"), 40, false}, {say.Text("Void"), 8, false}, {say.Text("Update id"), 38, false},
	}
}

// updates streams the ledger, on another sheet when one is full.
func (b *book) updates(lines Lines) error {
	left, number := b.Standing.Updates, 1
	s, err := b.updateSheet(number, left)
	if err != nil {
		return err
	}
	err = lines(func(l app.Line) error {
		if s.rows == b.most {
			if err := s.finish(); err != nil {
				return err
			}
			left -= b.most - 1
			number++
			if s, err = b.updateSheet(number, left); err != nil {
				return err
			}
		}
		return s.add(b.updateRow(l)...)
	})
	if err != nil {
		return err
	}
	return s.finish()
}

// updateSheet begins a sheet for so many updates, or as many as it holds.
func (b *book) updateSheet(number, updates int) (*sheet, error) {
	name := sheetUpdates()
	if number > 1 {
		name = fmt.Sprintf("%s %d", sheetUpdates(), number)
	}
	return b.sheet(name, updateSheetColumns(), min(b.most, max(updates, 0)+1))
}

func (b *book) updateRow(l app.Line) []excelize.Cell {
	kind, count, void := say.Text("added"), b.cell(asCount, l.Count), ""
	switch l.Kind {
	case campaign.Reading:
		kind = say.Text("reading")
	case campaign.Void:
		kind, count = say.Text("void"), b.cell(asText, nil)
	}
	if !l.VoidedBy.IsZero() {
		void = say.Text("void")
	}
	return []excelize.Cell{b.moment(l.At), b.cell(asText, phrase.Measure(l.Measure)), b.cell(asText, kind), count,
		b.cell(asText, l.Region), b.cell(asText, l.Source), b.cell(asText, l.Tier), b.cell(asText, l.By),
		b.cell(asText, l.Note), b.cell(asText, void), b.cell(asText, l.ID.String())}
}
