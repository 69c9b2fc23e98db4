package report

import (
	"github.com/xuri/excelize/v2"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
	"muster/campaign/forecast"
)

// fanLevels are the parts of the futures below the columns of the forecast.
var fanLevels = []float64{0.1, 0.25, 0.5, 0.75, 0.9}

// firstFan is the row of the first day of the forecast, below two lines and the
// head.
const firstFan = 4

// forecastSheet writes the range of totals at the end of every day to come.
// What the chart is drawn from stands beside it, off the printed page.
func (b *book) forecastSheet() error {
	amount := func(title string) sheetColumn { return sheetColumn{title, 15, true} }
	f := form{name: sheetForecast(), columns: []sheetColumn{{say.Text("End of day"), 16, true}, amount(say.Text("1 in 10 below")), amount(say.Text("1 in 4 below")),
		amount(say.Text("Even chance")), amount(say.Text("1 in 4 above")), amount(say.Text("1 in 10 above"))}, aside: chartColumns}
	if b.Forecast == nil {
		f.aside = 0
		d := b.draft(f, b.noForecast())
		d.heading()
		return d.finish()
	}
	d := b.draft(f, say.Text("Simulated on %s: not live", b.asOf()), say.Text("How it was worked out stands on the sheet %s.", sheetDefinitions()))
	d.heading()
	bands := []string{say.Text("up to 1 in 10"), say.Text("8 in 10"), say.Text("5 in 10"), say.Text("8 in 10")}
	for len(d.all[d.head-1]) < fanBase-1 {
		d.all[d.head-1] = append(d.all[d.head-1], d.blank())
	}
	for _, band := range bands {
		d.all[d.head-1] = append(d.all[d.head-1], b.cell(asAmount, band))
	}
	for _, fan := range b.Forecast.Fan {
		d.fan(fan)
	}
	if len(b.Forecast.Fan) > 0 {
		if err := b.fanChart(sheetForecast(), address(len(d.columns)+2, firstFan), d.next()-1); err != nil {
			return err
		}
		d.rows = firstFan + chartRows
	}
	return d.finish()
}

// noForecast says why there is none.
func (b *book) noForecast() string {
	if b.NoForecast == nil {
		return say.Text("No forecast yet.")
	}
	return say.Text("No forecast yet.") + " " + phrase.Sentence(b.NoForecast)
}

// fanBase is the first of the columns that the chart of the fan is drawn from:
// the lowest line, and how far the others lie above each other.
const fanBase = 19

func (d *draft) fan(fan forecast.Fan) {
	row := d.next()
	end := campaign.DayOf(fan.At, d.Zone) - 1 // a day ends when the next begins
	cells := []excelize.Cell{d.day(end)}
	for _, level := range fanLevels {
		cells = append(cells, d.cell(asPeople, fan.Quantile(level)))
	}
	for len(cells) < fanBase-1 {
		cells = append(cells, d.blank())
	}
	muted := asPeople
	muted.muted = true
	at := func(level float64) float64 { return fan.Quantile(level) }
	cells = append(cells, d.live(muted, at(0.1), "B%d", row), d.live(muted, at(0.25)-at(0.1), "C%[1]d-B%[1]d", row),
		d.live(muted, at(0.75)-at(0.25), "E%[1]d-C%[1]d", row), d.live(muted, at(0.9)-at(0.75), "F%[1]d-E%[1]d", row))
	d.row(cells...)
}
