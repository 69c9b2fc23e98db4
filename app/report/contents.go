package report

import (
	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
)

// Part is something that a report holds: a sheet of a workbook.
type Part struct {
	Name  string
	Holds string // a sentence
}

// Parts returns the sheets of the workbook that a snapshot gives.
func Parts(s app.Snapshot) []Part {
	updates, thresholds := int64(s.Standing.Updates), int64(len(s.Standing.Thresholds))
	return []Part{
		{sheetSummary(), say.Text("Pledges, need, population and shares. Change one, and what follows from it changes too.")},
		{sheetThresholds(), say.Count("%s thresholds: how far each is, when it was reached, what it rests on.", thresholds, phrase.Count(thresholds))},
		{sheetRegions(), say.Text("Pledges by region, held against its population and target.")},
		{sheetDaily(), say.Text("The totals at the end of every day, and what each day added.")},
		{sheetUpdates(), say.Count("The whole ledger: %s lines, voids and voided ones marked.", updates, phrase.Count(updates))},
	}
}
