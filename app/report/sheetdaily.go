package report

import (
	"github.com/xuri/excelize/v2"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// daily is the sheet of the totals at the end of every day.
type daily struct {
	*book
	measures []string
	levels   []campaign.ThresholdStanding // drawn in the chart
	first    campaign.Day
	days     int // from the first to the last
}

func (b *book) daily() *daily {
	d := &daily{book: b, measures: b.Campaign.MeasureNames(), levels: b.levels()}
	d.first, d.days = countedDays(b.Snapshot, d.measures)
	return d
}

// dailySheet writes the totals, what each day added to the pledges, and the
// thresholds, for the chart to draw. It is streamed: it may be a century.
func (b *book) dailySheet() error {
	d := b.daily()
	f := form{name: sheetDaily(), head: 1, rows: d.days + 1, columns: []sheetColumn{{say.Text("Day"), 14, true}, {phrase.Measure(campaign.Pledges), 16, true}, {say.Text("Change"), 14, true}}}
	for _, m := range d.measures[1:] {
		f.columns = append(f.columns, sheetColumn{m, 20, true})
	}
	for _, t := range d.levels {
		f.columns = append(f.columns, sheetColumn{t.Name, 16, true})
	}
	for i, m := range d.measures {
		column := &f.columns[i+min(i, 1)+1]
		for _, day := range b.Daily[m] {
			column.widen(float64(day.Total))
		}
	}
	for i, t := range d.levels {
		f.columns[2+len(d.measures)+i].widen(t.Target)
	}
	if b.trendChart(sheetDaily(), address(len(f.columns)+2, 2)) {
		f.aside = chartColumns
	}
	s, err := b.begin(f)
	if err != nil {
		return err
	}
	if err := s.heads(b, f.columns); err != nil {
		return err
	}
	if err := d.write(s); err != nil {
		return err
	}
	return s.finish()
}

// write writes a row a day.
func (d *daily) write(s *sheet) error {
	next, totals := make([]int, len(d.measures)), make([]excelize.Cell, len(d.measures))
	var targets []excelize.Cell
	for _, t := range d.levels {
		muted := asFigure(t.Target)
		muted.muted = true
		targets = append(targets, d.live(muted, t.Target, "%s", d.targets(t.Name)))
	}
	for day := d.first; day < d.first+campaign.Day(d.days); day++ {
		change := d.blank()
		for i, m := range d.measures {
			days := d.Daily[m]
			if next[i] == len(days) || days[next[i]].Day != day {
				continue
			}
			totals[i] = d.cell(asCount, days[next[i]].Total)
			if i == 0 {
				change = d.change(days, next[i], s.rows+1)
			}
			next[i]++
		}
		row := append([]excelize.Cell{d.day(day), totals[0], change}, totals[1:]...)
		if err := s.add(append(row, targets...)...); err != nil {
			return err
		}
	}
	return nil
}

// change is the live difference to the day before.
func (d *daily) change(days []campaign.DayTotal, i, row int) excelize.Cell {
	if i == 0 {
		return d.live(asCount, days[0].Total, "B%d", row)
	}
	return d.live(asCount, days[i].Total-days[i-1].Total, "B%d-B%d", row, row-1)
}
