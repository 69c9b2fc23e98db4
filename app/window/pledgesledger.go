package window

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
	"muster/campaign"
)

// ledger shows all updates of a campaign, newest first, and takes them out of
// the count. The list is virtual: it holds the lines around those that are
// seen, which are read away from the window's goroutine.
type ledger struct {
	widget.BaseWidget
	w       *Window
	filter  *entry
	lines   *ledgerLines
	of      campaign.ID // whose ledger it is
	columns *ledgerColumns
	list    *ledgerList
	chosen  app.Line // zero if none is
	whole   *prose   // the chosen line, with all of its note

	body   *fyne.Container // the titles, the list, the whole line
	title  *text
	act    *button         // voids the chosen line, or brings it back
	empty  *fyne.Container // in place of the list
	what   *text           // is the matter
	why    *prose          // and what to do
	all    *fyne.Container
	stop   func() // the wait for more typing
	asked  int    // readings of the ledger so far
	cancel func() // the one under way
}

// typingPause is how long a pause in typing starts the search.
const typingPause = 180 * time.Millisecond

func newLedger(w *Window) *ledger {
	l := &ledger{
		w: w, filter: newEntry(), columns: &ledgerColumns{},
		whole: newProse(sizeLabel, colorText),
		title: newHeading("Ledger"), what: newText("", sizeGap, colorText), why: newProse(sizeText, colorMuted),
		stop: func() {}, cancel: func() {},
	}
	l.lines = newLedgerLines(w.threads, func() { l.list.Refresh() })
	l.list = newLedgerList(l)
	l.filter.SetPlaceHolder("Filter by any text")
	l.filter.OnChanged = func(string) {
		l.stop()
		l.stop = w.threads.after(typingPause, l.read)
	}
	l.filter.OnSubmitted = func(string) { l.read() }
	l.act = makeButton("Void", widget.LowImportance, l.ask)
	l.act.Disable()
	l.all = container.New(beside{}, newButton("Show all", func() {
		l.filter.SetText("")
		l.read()
	}))
	l.what.style.Bold = true
	l.empty = container.NewCenter(container.New(wide{420}, container.New(column{gap: spaceS}, l.what, l.why, l.all)))
	l.empty.Hide()
	l.whole.Hide()
	l.body = container.New(headAndFoot{gap: spaceS})
	l.ExtendBaseWidget(l)
	return l
}

// show reads the ledger again, since it may have changed.
func (l *ledger) show(now app.Snapshot) {
	if l.of != now.Campaign.ID {
		l.of = now.Campaign.ID
		l.filter.Text = ""
		l.filter.Refresh()
		l.choose(app.Line{})
		l.lines.take(nil, 0, nil)
		l.list.ScrollToTop()
	}
	l.columns.of(now)
	l.read()
}

// read reads the lines that go with the filter. What is shown stays until they
// are there; of several readings the last one counts.
func (l *ledger) read() {
	l.stop()
	desk := l.w.desk
	if desk == nil {
		l.taken()
		return
	}
	l.cancel()
	l.asked++
	asked := l.asked
	filter := app.Filter{Text: l.filter.Text}
	from := l.list.first()
	var rows *app.Rows
	var seen []ledgerLine
	l.cancel = l.w.work(func(ctx context.Context) (err error) {
		if rows, err = desk.Rows(ctx, filter); err != nil {
			return err
		}
		from = min(from, max(0, rows.Len()-1)) / linesAtATime
		seen, err = readLines(desk, rows, from, 2)
		return err
	}, func(err error) {
		if err != nil || asked != l.asked || desk != l.w.desk {
			return
		}
		grown := rows.Len() - l.lines.len()
		l.lines.take(&source{desk, rows}, from, seen)
		l.keep(grown)
		l.taken()
	})
}

// taken shows what there is now.
func (l *ledger) taken() {
	n := l.lines.len()
	l.empty.Hidden = n > 0
	l.all.Hidden = l.filter.Text == ""
	if l.filter.Text == "" {
		l.title.set("Ledger · " + phrase.Plural(int64(n), "line", "lines"))
		l.what.set("Nothing is counted yet")
		l.why.set(plain("Type the first count above and press Enter. Counts that were kept elsewhere come in as a CSV file, by Import."))
	} else {
		l.title.set("Ledger · " + phrase.Plural(int64(n), "line", "lines") + " found")
		l.what.set("No line goes with the filter")
		l.why.set(plain("“" + shortName(l.filter.Text) + "” is in no region, source, tier, name, note or count."))
	}
	l.Refresh()
}

// choose makes a line the one to void or bring back; a zero one is none.
func (l *ledger) choose(line app.Line) {
	l.chosen = line
	if line.ID.IsZero() {
		l.act.Disable()
	} else {
		l.act.Enable()
	}
	l.act.SetText(voidWord(line))
	l.whole.Hidden = line.ID.IsZero()
	l.whole.set(wholeLine(line, zoneOf(l.w.snapshot))...)
	l.body.Refresh()
}

// wholeMost is how many letters of a note are shown.
const wholeMost = 400

// wholeLine returns all that a line of the ledger says.
func wholeLine(line app.Line, zone *time.Location) []run {
	what := describe(line.Update)
	if line.Kind == campaign.Void {
		what = "void"
	}
	said := phrase.Moment(line.At, zone)
	for _, part := range []string{line.By, strings.Join(strings.Fields(line.Note), " ")} {
		if part != "" {
			said += " · " + part
		}
	}
	if !line.VoidedBy.IsZero() {
		said += " · voided"
	}
	return []run{{words: what + " ", bold: true}, plain(shorten(said, wholeMost, letters))}
}

// letters counts those of a text.
func letters(s string) float32 { return float32(utf8.RuneCountInString(s)) }

// keep keeps the chosen line chosen when lines have come in above it.
func (l *ledger) keep(grown int) {
	if l.chosen.ID.IsZero() {
		return
	}
	for _, i := range []int{l.list.chosen, l.list.chosen + grown} {
		if line, ok := l.lines.at(i); ok && line.ID == l.chosen.ID {
			l.choose(line.Line)
			l.list.chosen = i
			l.list.Select(i)
			return
		}
	}
	l.list.UnselectAll()
	l.choose(app.Line{})
}

// CreateRenderer implements fyne.Widget.
func (l *ledger) CreateRenderer() fyne.WidgetRenderer {
	act := container.NewStack(newSurface(8), container.New(wide{124}, l.act))
	tools := container.New(beside{gap: spaceS}, container.New(wide{180}, l.filter), newButton("Import…", l.w.chooseImport), act)
	top := container.New(ends{gap: spaceS}, l.title, tools)
	list := container.NewStack(l.list, l.empty)
	l.body.Objects = []fyne.CanvasObject{newLedgerHead(l.columns), list, l.whole}
	return widget.NewSimpleRenderer(newTitledCard(top, l.body))
}
