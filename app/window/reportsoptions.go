package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"muster/app"
	"muster/app/phrase"
	"muster/app/report"
	"muster/app/say"
	"muster/campaign"
)

// reportOptions are what can be chosen about a PDF: how long, on which paper,
// and since when it tells what has changed.
type reportOptions struct {
	w       *Window
	chosen  func()
	grown   func() // it may be higher or lower
	now     app.Snapshot
	last    time.Time // what the report is held against unless another day is chosen; zero if there was none
	changes changesSince
	length  *choice
	paper   *choice
	since   *selection
	day     *dayEntry
	other   *field // holds day
	content *fyne.Container
}

func newReportOptions(w *Window, chosen, grown func()) *reportOptions {
	o := &reportOptions{w: w, chosen: chosen, grown: func() {}}
	o.length = newChoice([]string{say.Text("Full"), say.Text("One page")}, func(i int) {
		w.settings.setBrief(i == 1)
		o.chosen()
	})
	var papers []string
	for _, p := range report.Papers() {
		papers = append(papers, p.Name())
	}
	o.paper = newChoice(papers, func(i int) {
		w.settings.setPaper(report.Papers()[i])
		o.chosen()
	})
	o.since = newSelect(say.Text("Changes since"), func(string) { o.choose(o.since.SelectedIndex()) })
	o.day = newDayEntry(say.Text("Year-month-day, such as 2027-03-01"), w.muster.Now)
	o.day.OnChanged = func(string) { o.take() }
	o.other = newField(say.Text("Day"), o.day)
	o.other.titled(false)
	o.content = container.New(column{gap: 10}, container.New(&flow{gap: spaceS, rooms: []room{{130, 1}, {130, 1}}}, o.length, o.paper),
		newField(say.Text("Changes since"), container.New(column{gap: 6}, o.since, o.other)))
	o.mark()
	o.grown = grown
	return o
}

// show takes over whose report it is, and looks for the last one when another
// day or another campaign is shown: that of today is not held against itself.
func (o *reportOptions) show(now app.Snapshot) {
	day := func(s app.Snapshot) campaign.Day { return campaign.DayOf(s.Standing.AsOf, zoneOf(s)) }
	same := now.Campaign.ID == o.now.Campaign.ID && day(now) == day(o.now)
	o.now = now
	if same {
		return
	}
	o.day.zone = zoneOf(now)
	o.last = o.w.settings.lastReport(now.Campaign.ID).earlier(now)
	o.changes = changesSince{Last: true}
	o.mark()
}

// use chooses what was chosen for another report.
func (o *reportOptions) use(l lastReport) {
	o.w.settings.setBrief(l.Brief)
	if l.Paper != "" {
		o.w.settings.setPaper(l.Paper)
	}
	o.changes = l.Changes
	o.mark()
}

// The places of what changes can be told since. The first is left out if there
// was no report.
const (
	sinceLast = iota
	sinceDay
	sinceNever
)

// offered returns which of them there are.
func (o *reportOptions) offered() []int {
	if o.last.IsZero() {
		return []int{sinceDay, sinceNever}
	}
	return []int{sinceLast, sinceDay, sinceNever}
}

func (o *reportOptions) choose(at int) {
	if at < 0 {
		return
	}
	was := o.changes
	switch o.offered()[at] {
	case sinceLast:
		o.changes = changesSince{Last: true}
	case sinceDay:
		if o.changes.Day == 0 {
			o.changes = changesSince{Day: campaign.DayOf(o.now.Standing.AsOf, zoneOf(o.now)) - daysBack}
		}
	case sinceNever:
		o.changes = changesSince{}
	}
	if o.changes != was {
		o.mark()
		o.chosen()
	}
}

// daysBack is how long ago is proposed: a week.
const daysBack = 7

// take takes the day that is typed.
func (o *reportOptions) take() {
	day, err := phrase.ParseDay(o.day.Text)
	trouble := ""
	switch {
	case err != nil:
		trouble = phrase.Sentence(err)
	case !day.Start(zoneOf(o.now)).Before(o.now.Standing.AsOf):
		trouble = say.Text("The report is of %s: choose an earlier day.", phrase.AsOf(o.now.Standing.AsOf, zoneOf(o.now)))
	}
	if o.other.say(trouble, "") {
		o.grown()
	}
	if trouble == "" && o.changes != (changesSince{Day: day}) {
		o.changes = changesSince{Day: day}
		o.chosen()
	}
}

// mark shows what is chosen.
func (o *reportOptions) mark() {
	is := o.options()
	o.length.mark(indexOf(is.Brief))
	o.paper.mark(indexOf(is.Paper == report.Letter))
	place := sinceNever
	switch {
	case o.changes.Day != 0:
		place = sinceDay
	case o.changes.Last && !o.last.IsZero():
		place = sinceLast
	}
	o.since.Options = nil
	for _, which := range o.offered() {
		word := []string{say.Text("Last report, %s", phrase.Day(campaign.DayOf(o.last, zoneOf(o.now)))), say.Text("Another day…"), say.Text("Not told")}[which]
		o.since.Options = append(o.since.Options, word)
		if which == place {
			o.since.Selected = word
		}
	}
	o.since.Refresh()
	o.other.Hidden = place != sinceDay
	if place == sinceDay && o.day.Text != o.changes.Day.String() {
		o.day.Text = o.changes.Day.String()
		o.day.Refresh()
	}
	o.other.say("", "")
	o.grown()
}

// trouble says what is wrong with what is chosen; empty if nothing is.
func (o *reportOptions) trouble() string {
	if o.changes.Day == 0 {
		return ""
	}
	return o.other.said[0]
}

func indexOf(second bool) int {
	if second {
		return 1
	}
	return 0
}

// options returns what is chosen.
func (o *reportOptions) options() report.Options {
	is := report.Options{Paper: o.w.settings.paper(), Brief: o.w.settings.brief()}
	switch {
	case o.changes.Day != 0:
		is.Since = o.changes.Day.Start(zoneOf(o.now))
	case o.changes.Last:
		is.Since = o.last
	}
	return is
}
