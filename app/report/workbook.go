package report

import (
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/xuri/excelize/v2"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
)

// Workbook writes an Excel workbook. What follows from the plan and the count
// is a live formula with its value beside it, right before and after a
// recalculation, so that an assumption can be changed in the marked cells.
// Updates are streamed, on as many sheets as they need.
func Workbook(w io.Writer, d app.Dossier, o Options, lines Lines) error {
	return workbook(w, d, o, lines, excelize.TotalRows)
}

// workbook writes a workbook whose sheets hold at most so many rows.
func workbook(w io.Writer, d app.Dossier, o Options, lines Lines, most int) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the workbook could not be made: %v", r)
		}
	}()
	b := &book{Dossier: d, paper: o.Paper, file: excelize.NewFile(), most: most, looks: map[look]int{}, drawn: map[int]look{}}
	defer b.file.Close()
	if err := b.fill(upTo(d.Snapshot, lines)); err != nil {
		return fmt.Errorf("the workbook could not be made: %w", err)
	}
	if err := b.write(w); err != nil {
		return fmt.Errorf("the workbook could not be written: %w", err)
	}
	return nil
}

// book is a workbook in the making.
type book struct {
	app.Dossier
	paper Paper
	file  *excelize.File
	most  int          // rows of a sheet
	looks map[look]int // the number of each look's style
	drawn map[int]look // and back
	fault error        // the first thing that went wrong with a style
}

// The names of the sheets, which formulas refer to.
func sheetSummary() string     { return sheetName(say.Text("Summary")) }
func sheetPlan() string        { return sheetName(say.Text("Plan")) }
func sheetTurnout() string     { return sheetName(say.Text("Turnout")) }
func sheetThresholds() string  { return sheetName(say.Text("Thresholds")) }
func sheetForecast() string    { return sheetName(say.Text("Forecast")) }
func sheetScenarios() string   { return sheetName(say.Text("Scenarios")) }
func sheetRegions() string     { return sheetName(say.Text("Regions")) }
func sheetDaily() string       { return sheetName(say.Text("Daily")) }
func sheetUpdates() string     { return sheetName(say.Text("Updates")) }
func sheetDefinitions() string { return sheetName(say.Text("Definitions")) }

// sheetNames returns them in the order of the workbook; more sheets of updates
// come behind the first.
func sheetNames() []string {
	return []string{sheetSummary(), sheetPlan(), sheetTurnout(), sheetThresholds(), sheetForecast(),
		sheetScenarios(), sheetRegions(), sheetDaily(), sheetUpdates(), sheetDefinitions()}
}

// fill writes all sheets. The definitions come last, after however many sheets
// of updates.
func (b *book) fill(lines Lines) error {
	names := sheetNames()
	if err := b.file.SetSheetName("Sheet1", names[0]); err != nil {
		return err
	}
	for _, name := range names[1 : len(names)-1] {
		if _, err := b.file.NewSheet(name); err != nil {
			return err
		}
	}
	for _, write := range []func() error{
		b.properties, b.summarySheet, b.planSheet, b.turnoutSheet, b.thresholdSheet, b.forecastSheet, b.scenarioSheet, b.regionSheet, b.dailySheet,
		func() error { return b.updateSheets(lines) },
		b.definitionSheet,
	} {
		if err := errors.Join(write(), b.fault); err != nil {
			return err
		}
	}
	return nil
}

// properties are the same for the same data.
func (b *book) properties() error {
	always := true
	if err := b.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &always}); err != nil {
		return err
	}
	if err := b.file.SetAppProps(&excelize.AppProperties{Application: "Muster"}); err != nil {
		return err
	}
	made := b.Standing.AsOf.UTC().Format(time.RFC3339)
	return b.file.SetDocProps(&excelize.DocProperties{
		Title: cellText(b.Campaign.Name), Subject: cellText(b.Campaign.Ask), Creator: "Muster", LastModifiedBy: "Muster", Created: made, Modified: made,
	})
}

// asOf says when what was simulated holds.
func (b *book) asOf() string { return phrase.Moment(b.Standing.AsOf, b.Zone) }
