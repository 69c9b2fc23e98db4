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
// and whether it tells what has changed since the last report.
type reportOptions struct {
	w       *Window
	chosen  func(report.Options)
	now     app.Snapshot
	last    time.Time // of which the last report of this campaign was; zero if there is none
	changes bool      // since then are told
	length  *choice
	paper   *choice
	since   *choice
	news    *fyne.Container
	content *fyne.Container
}

func newReportOptions(w *Window, chosen func(report.Options)) *reportOptions {
	o := &reportOptions{w: w, chosen: chosen}
	o.length = newChoice([]string{say.Text("Full"), say.Text("One page")}, func(i int) {
		w.settings.setBrief(i == 1)
		o.tell()
	})
	var papers []string
	for _, p := range report.Papers() {
		papers = append(papers, p.Name())
	}
	o.paper = newChoice(papers, func(i int) {
		w.settings.setPaper(report.Papers()[i])
		o.tell()
	})
	o.news = container.New(column{})
	o.content = container.New(column{gap: 6}, container.New(&flow{gap: spaceS, rooms: []room{{130, 1}, {130, 1}}}, o.length, o.paper), o.news)
	o.mark()
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
	o.last = o.w.settings.lastReport(now.Campaign.ID)
	o.changes = !o.last.IsZero()
	o.mark()
}

// mark shows what is chosen.
func (o *reportOptions) mark() {
	is := o.options()
	o.length.mark(indexOf(is.Brief))
	o.paper.mark(indexOf(is.Paper == report.Letter))
	o.news.RemoveAll()
	if !o.last.IsZero() {
		o.since = newChoice([]string{say.Text("Tell"), say.Text("Leave out")}, func(i int) {
			o.changes = i == 0
			o.tell()
		})
		o.since.mark(indexOf(!o.changes))
		what := newText(say.Text("Changes since %s", phrase.Day(campaign.DayOf(o.last, zoneOf(o.now)))), sizeLabel, colorText)
		what.shrinks = true
		o.news.Add(container.New(&flow{gap: spaceXS, rooms: []room{{190, 1}, {110, 0}}}, what, o.since))
	}
	o.content.Refresh()
}

func indexOf(second bool) int {
	if second {
		return 1
	}
	return 0
}

func (o *reportOptions) tell() { o.chosen(o.options()) }

// options returns what is chosen.
func (o *reportOptions) options() report.Options {
	is := report.Options{Paper: o.w.settings.paper(), Brief: o.w.settings.brief()}
	if o.changes {
		is.Since = o.last
	}
	return is
}
