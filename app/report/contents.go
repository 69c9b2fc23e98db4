package report

import (
	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
)

// Part is something that a report holds: a sheet of a workbook.
type Part struct {
	Name  string
	Holds string // in a sentence
}

// Parts returns the sheets of the workbook that a snapshot gives.
func Parts(s app.Snapshot) []Part {
	updates, thresholds := int64(s.Standing.Updates), int64(len(s.Standing.Thresholds))
	return []Part{
		{sheetSummary(), say.Text("Pledges, need, population and shares, the next threshold, who is likely to come, and the chart.")},
		{sheetPlan(), say.Text("What is assumed, in marked cells. Change one, and what follows from it changes too.")},
		{sheetTurnout(), say.Text("Who comes of each tier at low, likely and high rates, and what was simulated.")},
		{sheetThresholds(), say.Count("%s thresholds: how far each is, when it was reached, what it rests on.", thresholds, phrase.Count(thresholds))},
		{sheetForecast(), say.Text("The range of totals at the end of every day to come, with a chart.")},
		{sheetScenarios(), say.Text("The plan and its scenarios side by side.")},
		{sheetRegions(), say.Text("Pledges by region, held against its population and target.")},
		{sheetDaily(), say.Text("The totals at the end of every day, and what each day added.")},
		{sheetUpdates(), say.Count("The whole ledger: %s lines, voids and voided ones marked.", updates, phrase.Count(updates))},
		{sheetDefinitions(), say.Text("What the words mean, and how the figures were worked out.")},
	}
}
