package report

import (
	"muster/app"
	"muster/app/phrase"
)

// Part is something that a report holds: a sheet of a workbook.
type Part struct {
	Name  string
	Holds string // a sentence
}

// Parts returns the sheets of the workbook that a snapshot gives.
func Parts(s app.Snapshot) []Part {
	lines := phrase.Plural(int64(s.Standing.Updates), "line", "lines")
	return []Part{
		{sheetSummary, "Pledges, need, population and shares. Change one, and what follows from it changes too."},
		{sheetThresholds, phrase.Plural(int64(len(s.Standing.Thresholds)), "threshold", "thresholds") + ": how far each is, when it was reached, what it rests on."},
		{sheetRegions, "Pledges by region, held against its population and target."},
		{sheetDaily, "The totals at the end of every day, and what each day added."},
		{sheetUpdates, "The whole ledger: " + lines + ", voids and voided ones marked."},
	}
}
