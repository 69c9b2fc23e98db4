package report

import (
	"fmt"
	"math"

	"github.com/xuri/excelize/v2"

	"muster/app/figure"
	"muster/app/say"
	"muster/campaign"
)

// How much room a chart takes beside a table.
const (
	chartColumns = 12 // a free one, and eleven of the usual width
	chartRows    = 20
	chartWidth   = 700
	chartHeight  = 380
)

// mostBars is how many regions a chart shows.
const mostBars = 15

// The colours of charts: told apart in black and white by dashes and shades.
const (
	chartAccent = "B4532A"
	chartBand   = "E8C4B2"
	chartInner  = "D69A7D"
	chartMuted  = "5F6875"
)

// chart returns a chart without what is the same in all.
func (b *book) chart(kind excelize.ChartType, title string, series ...excelize.ChartSeries) *excelize.Chart {
	small, same := excelize.Font{Size: 9, Color: chartMuted}, false
	return &excelize.Chart{
		Type: kind, Series: series, VaryColors: &same,
		Dimension: excelize.ChartDimension{Width: chartWidth, Height: chartHeight},
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: title, Font: &excelize.Font{Bold: true, Size: 12, Color: "1F2933"}}}},
		Legend:    excelize.ChartLegend{Position: "bottom", Font: &small},
		XAxis:     excelize.ChartAxis{Font: small},
		YAxis:     excelize.ChartAxis{Font: small, MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "#,##0"}},
	}
}

// curve is a series that is drawn as a line, in the colour that excelize takes
// from its fill.
func curve(name, categories, values, colour string, width float64, dash excelize.LineDashType) excelize.ChartSeries {
	return excelize.ChartSeries{Name: name, Categories: categories, Values: values, Fill: filled(colour),
		Line: excelize.LineOptions{Type: excelize.LineSolid, Width: width, Dash: dash}, Marker: excelize.ChartMarker{Symbol: "none"}}
}

func filled(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

// turned is no angle: programs turn what stands at an axis as they see fit, and
// leave out what would overlap.
const turned = 1000

// dates shows about eight days below a chart of so many.
func dates(axis *excelize.ChartAxis, days int) {
	axis.Alignment.TextRotation = turned
	axis.NumFmt = excelize.ChartNumFmt{CustomNumFmt: "d mmm yyyy"}
	axis.TickLabelSkip = max(1, days/8)
	axis.TickLabelPosition = excelize.ChartTickLabelLow
}

// trendChart draws the pledges by day with the thresholds, if there are days
// enough, and reports whether there are. The data are on the sheet of the days.
func (b *book) trendChart(sheet, at string) bool {
	d := b.daily()
	if d.days < 2 {
		return false
	}
	of := func(column int) string {
		return on(sheetDaily(), absolute(column, 2)+":"+absolute(column, d.days+1))
	}
	head := func(column int) string { return on(sheetDaily(), absolute(column, 1)) }
	series := []excelize.ChartSeries{curve(head(2), of(1), of(2), chartAccent, 2.25, excelize.LineDashSolid)}
	dashes := []excelize.LineDashType{excelize.LineDashDash, excelize.LineDashSysDot, excelize.LineDashLgDashDot, excelize.LineDashLgDash, excelize.LineDashSysDash}
	for i := range d.levels {
		column := 3 + len(d.measures) + i
		series = append(series, curve(head(column), of(1), of(column), chartMuted, 1.25, dashes[i]))
	}
	c := b.chart(excelize.Line, say.Text("Pledges at the end of each day"), series...)
	dates(&c.XAxis, d.days)
	if b.onLog() {
		c.YAxis.LogBase = 10
		c.Title.Paragraph[0].Text = say.Text("Pledges at the end of each day, on a logarithmic scale")
	}
	b.keep(b.file.AddChart(sheet, at, c))
	return true
}

// keep keeps the first thing that went wrong.
func (b *book) keep(err error) {
	if b.fault == nil {
		b.fault = err
	}
}

// fanChart draws where the pledges may go, down to the last row.
func (b *book) fanChart(sheet, at string, last int) error {
	of := func(column int) string {
		return on(sheet, absolute(column, firstFan)+":"+absolute(column, last))
	}
	head := func(column int) string { return on(sheet, absolute(column, firstFan-1)) }
	shade := func(i int, colour string) excelize.ChartSeries {
		return excelize.ChartSeries{Name: head(fanBase + i), Categories: of(1), Values: of(fanBase + i),
			Fill: filled(colour)}
	}
	base := shade(0, "FFFFFF")
	base.Fill.Transparency = 100
	c := b.chart(excelize.AreaStacked, say.Text("Where the pledges may go: the range of 8 in 10, in it that of 5 in 10, and the middle"),
		base, shade(1, chartBand), shade(2, chartInner), shade(3, chartBand))
	dates(&c.XAxis, last-firstFan+1)
	c.YAxis.Minimum = b.footOfFan()
	middle := b.chart(excelize.Line, "", curve(head(4), of(1), of(4), chartAccent, 2, excelize.LineDashSysDash))
	middle.XAxis, middle.YAxis = c.XAxis, c.YAxis
	return b.file.AddChart(sheet, at, c, middle)
}

// footOfFan returns where the axis of the fan begins: at nothing, or, where its
// range would be pressed flat, at the round number below it.
func (b *book) footOfFan() *float64 {
	low, high := math.Inf(1), 0.0
	for _, fan := range b.Forecast.Fan {
		low, high = min(low, fan.Quantile(fanLevels[0])), max(high, fan.Quantile(fanLevels[len(fanLevels)-1]))
	}
	if high-low > high/2 || low <= 0 {
		return nil
	}
	step := math.Pow(10, math.Floor(math.Log10(max(1, high-low))))
	foot := math.Floor(low/step) * step
	return &foot
}

// regionChart draws the regions with most pledges, down to the last row.
func (b *book) regionChart(at string, last int) error {
	of := func(column int) string {
		return on(sheetRegions(), absolute(column, firstRegion)+":"+absolute(column, last))
	}
	c := b.chart(excelize.Bar, say.Text("Pledges by region"), excelize.ChartSeries{Name: on(sheetRegions(), absolute(2, firstRegion-1)),
		Categories: of(1), Values: of(2), Fill: filled(chartAccent)})
	c.XAxis.ReverseOrder = true // the largest on top
	c.Legend.Position = "none"
	return b.file.AddChart(sheetRegions(), at, c)
}

// onLog reports whether the chart of the pledges has a logarithmic scale, for
// which every total must be above 0.
func (b *book) onLog() bool {
	for _, day := range b.Daily[campaign.Pledges] {
		if day.Total <= 0 {
			return false
		}
	}
	return figure.TrendOf(b.Snapshot, campaign.Pledges).Chosen() == figure.Log
}

// mostLevels is how many thresholds a chart shows.
const mostLevels = 5

// levels returns the thresholds on pledges that a chart can show: on a linear
// scale, those up to the next one.
func (b *book) levels() []campaign.ThresholdStanding {
	var all []campaign.ThresholdStanding
	next, _ := b.Standing.Next()
	onLog := b.onLog()
	for _, t := range b.Standing.Thresholds {
		if t.Figure == campaign.FigurePledges && (onLog || t.Target <= next.Target) && len(all) < mostLevels {
			all = append(all, t)
		}
	}
	return all
}

// tierCell returns a cell of the plan's table of tiers, as the formulas of
// other sheets refer to it.
func tierCell(name string, i int) string { return fmt.Sprintf("INDEX(%s,%d)", name, i+1) }
