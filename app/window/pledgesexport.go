package window

import (
	"context"
	"errors"
	"io"

	"muster/app"
	"muster/app/phrase"
	"muster/app/report"
	"muster/app/say"
	"muster/campaign"
)

// exportWord names the button that exports: all that match, or what is chosen.
func exportWord(chosen int) string {
	if chosen > 1 {
		return say.Text("Export chosen…")
	}
	return say.Text("Export…")
}

// askExport asks where the lines are to be saved that are chosen or, if not
// more than one is, all that go with the filter.
func (l *ledger) askExport() {
	if l.lines.len() == 0 {
		return
	}
	now := l.w.snapshot
	day := campaign.DayOf(now.Standing.AsOf, zoneOf(now))
	name := fileName(say.Text("%s, ledger", now.Campaign.Name), day, report.FormatCSV)
	l.w.chooseTarget(say.Text("Export lines of the ledger"), name, l.exportTo)
}

// exportTo writes the lines to a file, which can be cancelled.
func (l *ledger) exportTo(path string) {
	rows, spans, now := l.lines.rows, l.choice.spans, l.w.snapshot
	if spans.Len() < 2 {
		spans = app.Spans(nil).With(app.Span{To: rows.Len()})
	}
	of, n := spans.Len(), 0
	busy := l.w.layBusy(say.Text("Exporting %s", lines(of)))
	cancel := l.w.workOnFile(func(ctx context.Context) error {
		chosen := func(each func(app.Line) error) error {
			return rows.Each(ctx, spans, func(row app.Row) error {
				if n++; n%linesBetweenNews == 0 {
					busy.tell(n, of)
				}
				return each(row.Line)
			})
		}
		return report.Replace(path, func(out io.Writer) error { return report.CSV(out, now, chosen) })
	}, func(err error) {
		busy.done()
		switch {
		case errors.Is(err, context.Canceled):
			l.w.toast(say.Text("Cancelled. Nothing was written."), "", nil)
		case err == nil:
			l.w.toast(say.Count("%s lines saved as %s.", int64(n), phrase.Count(int64(n)), shortFolder(path)), "", nil)
		}
	})
	busy.cancels(cancel)
}
