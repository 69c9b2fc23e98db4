package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

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
	of      campaign.ID
	zone    *time.Location
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
	o.news = container.New(beside{})
	o.content = container.New(column{gap: 6}, container.New(&flow{gap: spaceS, rooms: []room{{130, 1}, {130, 1}}}, o.length, o.paper), o.news)
	o.mark()
	return o
}

// show takes over whose report it is.
func (o *reportOptions) show(of campaign.ID, zone *time.Location) {
	o.of, o.zone = of, zone
	o.last = o.w.settings.lastReport(of)
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
		o.since = newChoice([]string{say.Text("Without changes"), say.Text("Changes since %s", phrase.Moment(o.last, o.zone))}, func(i int) {
			o.changes = i == 1
			o.tell()
		})
		o.since.mark(indexOf(o.changes))
		o.news.Add(o.since)
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
