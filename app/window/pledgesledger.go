package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// ledger shows the updates of a campaign, finds some among them, puts them in
// order, takes them out of the count and exports them. It holds the lines
// around those that are seen, which are read away from the window's goroutine.
type ledger struct {
	widget.BaseWidget
	w       *Window
	of      campaign.ID // whose ledger it is
	columns *ledgerColumns
	filter  *ledgerFilter
	head    *ledgerHead
	lines   *ledgerLines
	choice  *ledgerChoice
	list    *ledgerList
	details *ledgerDetails

	title  *text
	said   string  // in the title, of the lines
	act    *button // voids what is chosen, or brings it back
	export *button
	body   *fyne.Container // all but the toolbar
	state  *ledgerBlank    // in place of the list
	placed bool            // it is known whether there is room for the filter's fields
	search ledgerSearch

	arranged func() // what is seen has changed, and the room it needs
}

// typingPause is how long a pause in typing starts the search.
const typingPause = 150 * time.Millisecond

func newLedger(w *Window) *ledger {
	l := &ledger{w: w, columns: &ledgerColumns{}, title: newHeading(""), said: say.Text("Ledger")}
	l.search.stop, l.search.cancel, l.arranged = func() {}, func() {}, func() {}
	l.lines = newLedgerLines(w.threads, l.arrived)
	l.choice = newLedgerChoice(l.lines, l.chosen)
	l.list = newLedgerList(l.lines, l.columns, l.choice)
	l.list.act = l.ask
	l.head = newLedgerHead(l.columns, func(app.Order) { l.read() })
	l.filter = newLedgerFilter(w.moment, l.typed, l.read)
	l.details = newLedgerDetails(w)
	l.state = newLedgerBlank(l.showAll, l.read)
	l.act = makeButton(say.Text("Void…"), widget.LowImportance, l.ask)
	l.export = makeButton(say.Text("Export…"), widget.LowImportance, l.askExport)
	l.act.Disable()
	l.export.Disable()
	l.body = container.New(headAndFoot{gap: spaceS})
	l.ExtendBaseWidget(l)
	return l
}

// show reads the ledger again, since it may have changed.
func (l *ledger) show(now app.Snapshot) {
	if l.of != now.Campaign.ID {
		l.of = now.Campaign.ID
		l.filter.empty(l.filter.entries())
		l.head.order = app.Order{}
		l.choice.none()
		l.lines.take(nil, 0, nil)
		l.list.top = 0
	}
	l.columns.of(now)
	l.filter.show(now)
	l.read()
}

// arrived shows lines that have come, or says why they cannot.
func (l *ledger) arrived(err error) {
	if err != nil {
		l.state.failed(err)
		l.arrange()
		return
	}
	l.list.follow()
}

// typed searches after a pause in typing. What was being searched for is let
// go at once.
func (l *ledger) typed() {
	l.search.cancel()
	l.search.stop()
	l.search.stop = l.w.threads.after(typingPause, l.read)
}

// find shows the lines with a text in them.
func (l *ledger) find(text string) {
	l.filter.empty(l.filter.entries())
	l.filter.text.SetText(text)
	l.read()
}

// showAll empties the filter.
func (l *ledger) showAll() {
	l.filter.empty(l.filter.entries())
	l.read()
}

// chosen shows what can be done with what is chosen, and what it is.
func (l *ledger) chosen() {
	enable(l.act, l.choice.len() > 0)
	enable(l.export, l.lines.len() > 0)
	l.export.SetText(exportWord(l.choice.len()))
	l.act.SetText(say.Text("Void…"))
	if row, ok := l.lines.at(l.choice.current); ok {
		l.act.SetText(voidWord(row.Line))
	}
	l.details.show(l)
	l.entitle(l.said)
	l.arrange()
}

// entitle says what the lines are, and how many of them are chosen.
func (l *ledger) entitle(said string) {
	l.said = said
	if n := l.choice.len(); n > 1 {
		said = say.Text("%s · %s chosen", said, phrase.Count(int64(n)))
	}
	l.title.set(said)
}

// arrange makes room for what is seen.
func (l *ledger) arrange() {
	l.list.Hidden = l.state.Visible()
	l.arranged()
	l.Refresh()
}

// worked reports whether the ledger is worked with: lines are chosen in it, or
// looked for.
func (l *ledger) worked() bool {
	return l.choice.len() > 0 || l.filter.wanted || l.filter.set()
}

// CreateRenderer implements fyne.Widget.
func (l *ledger) CreateRenderer() fyne.WidgetRenderer {
	plain := func(label string, do func()) fyne.CanvasObject {
		return onSurface(makeButton(label, widget.LowImportance, do))
	}
	tools := container.New(beside{gap: spaceXS}, plain(say.Text("Tally…"), l.w.makeTally), plain(say.Text("Import…"), l.w.chooseImport), onSurface(l.export), onSurface(l.act))
	list := container.NewStack(l.list, l.state)
	l.body.Objects = []fyne.CanvasObject{container.New(column{gap: spaceS}, l.filter.content, l.head), list, l.details}
	return &ledgerRenderer{l, newTitledCard(container.New(ends{gap: spaceS}, l.title, tools), l.body)}
}

// onSurface puts a button on a surface of its own.
func onSurface(b *button) fyne.CanvasObject {
	return container.NewStack(newSurface(8), container.New(broad{6}, b))
}

type ledgerRenderer struct {
	ledger *ledger
	card   *fyne.Container
}

// roomForFilters is the height of a ledger from which on all of the filter's
// fields are shown unasked.
const roomForFilters = 380

func (r *ledgerRenderer) Destroy()                     {}
func (r *ledgerRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.card} }
func (r *ledgerRenderer) MinSize() fyne.Size           { return r.card.MinSize() }

func (r *ledgerRenderer) Layout(size fyne.Size) {
	if l := r.ledger; !l.placed && size.Height > 0 {
		l.placed = true
		l.filter.open(size.Height >= roomForFilters)
	}
	r.card.Resize(size)
}

func (r *ledgerRenderer) Refresh() {
	r.card.Refresh()
	r.ledger.head.Refresh()
	r.ledger.list.Refresh()
}
