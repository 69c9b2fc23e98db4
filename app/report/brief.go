package report

import (
	"fmt"
	"slices"
	"strings"

	"muster/app"
	"muster/app/figure"
	"muster/app/phrase"
	"muster/campaign"
	"muster/campaign/forecast"
)

// The inks of a report.
var (
	paper = figure.Paper

	titleInk   = ink{19, true, paper.Text}
	underInk   = ink{9.5, false, paper.Secondary}
	bigInk     = ink{46, true, paper.Text}
	headInk    = ink{10.5, true, paper.Text}
	shareInk   = ink{13, true, paper.Text}
	bodyInk    = ink{10.8, false, paper.Text}
	mutedInk   = ink{10, false, paper.Secondary}
	smallInk   = ink{8.5, false, paper.Secondary}
	labelInk   = ink{8, true, paper.Secondary}
	cellInk    = ink{9, false, paper.Text}
	reachedInk = ink{9, true, paper.Reached}
)

// layout fills pages from top to bottom.
type layout struct {
	app.Snapshot
	pages []*Page
	page  *Page
	y     float64 // from the upper edge: where the next thing goes
	notes notes
}

// Pages lays out the report on where the campaign stands, one or two pages as
// a rule.
func Pages(s app.Snapshot) []*Page {
	l := &layout{Snapshot: s, notes: notes{marks: s.Campaign.Marks}}
	l.turn()
	l.header()
	l.count()
	l.trend()
	l.thresholds()
	l.measures()
	l.latest()
	l.sources()
	for i, page := range l.pages {
		l.footer(page, i+1)
	}
	return l.pages
}

// turn begins a page. All but the first say again whose they are.
func (l *layout) turn() {
	l.page = &Page{}
	l.pages = append(l.pages, l.page)
	l.y = margin
	if len(l.pages) == 1 {
		return
	}
	asOf := "As of " + phrase.AsOf(l.Standing.AsOf, l.Zone)
	l.page.text(pageWidth-margin, l.y+8, asOf, smallInk, 1)
	l.page.text(margin, l.y+8, single(l.Campaign.Name, smallInk, column-smallInk.width(asOf)-20), smallInk, 0)
	l.y += 18
	l.rule(20)
}

// room begins a new page unless so many points are left on this one.
func (l *layout) room(height float64) {
	if l.y+height > pageHeight-footer {
		l.turn()
	}
}

// rule draws a hairline across the page and leaves space below it.
func (l *layout) rule(below float64) {
	l.page.line(margin, l.y, pageWidth-margin, l.y, 0.6, paper.Line)
	l.y += below
}

// section begins a part of the report that needs so many points.
func (l *layout) section(title string, height float64) {
	l.room(height + 36)
	if l.y > margin+40 {
		l.y += 13
		l.rule(16)
	}
	l.page.text(margin, l.y+4, title, headInk, 0)
	l.y += 14
}

// paragraph sets text over several lines, at most so many.
func (l *layout) paragraph(text string, i ink, most int) {
	lines := wrap(text, i, column, most)
	l.room(i.size * 1.5 * float64(min(len(lines), 3))) // a line or two alone would look lost
	for _, line := range lines {
		l.room(i.size * 1.5)
		l.y += i.size * 1.15
		l.page.text(margin, l.y, line, i, 0)
		l.y += i.size * 0.35
	}
}

func (l *layout) header() {
	asOf := "As of " + phrase.AsOf(l.Standing.AsOf, l.Zone)
	l.page.text(pageWidth-margin, l.y+16, asOf, underInk, 1)
	left := column - underInk.width(asOf) - 24
	for _, line := range wrap(l.Campaign.Name, titleInk, left, 3) {
		l.page.text(margin, l.y+16, line, titleInk, 0)
		l.y += 23
	}
	l.y += 1
	ask := l.marked(l.Campaign.Ask, "ask")
	event := joined(" · ", l.marked(l.Campaign.Event.Place, "event.place"), l.marked(phrase.Day(l.Campaign.Event.Date), "event.date"))
	for _, line := range append(wrap(ask, underInk, column, 3), wrap(event, underInk, column, 2)...) {
		l.page.text(margin, l.y+8, line, underInk, 0)
		l.y += 14
	}
	l.y += 8
	l.rule(22)
}

// marked returns a text of the plan with the number of its note, or nothing
// for no text.
func (l *layout) marked(text, path string) string {
	if strings.TrimSpace(text) == "" {
		return ""
	}
	return text + l.notes.ref(path)
}

// joined puts the texts that are not empty behind each other.
func joined(between string, texts ...string) string {
	texts = slices.DeleteFunc(texts, func(s string) bool { return s == "" })
	return strings.Join(texts, between)
}

// count puts the big figure beside the people of its share.
func (l *layout) count() {
	l.room(150)
	const split = 0.63 // of the column, where the people begin
	top, right := l.y, margin+column*split
	width := column*split - 16.0
	if l.Standing.Population.Count == 0 {
		width = column
	}
	count := phrase.Count(l.Standing.Pledges)
	big := bigInk.fitting(count, width, 20)
	l.page.text(margin-1, l.y+34, count, big, 0)
	l.y += 54
	for _, line := range wrap(l.target(), mutedInk, width, 2) {
		l.page.text(margin, l.y, line, mutedInk, 0)
		l.y += 14
	}
	if next, ok := l.Standing.Next(); ok {
		l.y += 6
		for _, line := range wrap(phrase.Gap(next), bodyInk, width, 3) {
			l.page.text(margin, l.y, line, bodyInk, 0)
			l.y += 15
		}
	}
	l.y = max(l.y, l.share(right, top, pageWidth-margin-right)) - 10
}

// target returns what the big figure is measured against.
func (l *layout) target() string {
	next, ok := l.Standing.Next()
	if !ok {
		return phrase.Noun(l.Standing.Pledges, "pledge", "pledges") + " so far; no threshold is set"
	}
	of := "of " + phrase.Figure(next.Target) + l.notes.ref("thresholds."+next.Name) + " pledges"
	if by := l.deadline(next.Threshold); by != "" {
		of += " by " + by
	}
	return of + fmt.Sprintf(" for “%s”", next.Name)
}

// deadline returns the day by which a threshold counts. One on pledges that has
// none of its own has the campaign's.
func (l *layout) deadline(t campaign.Threshold) string {
	if t.Deadline.IsSet() || t.Figure != campaign.FigurePledges {
		return phrase.Day(t.Deadline)
	}
	return l.marked(phrase.Day(l.Campaign.Deadline), "deadline")
}

// share draws the people of "1 in 7" and returns how far down it got.
func (l *layout) share(x, y, width float64) float64 {
	of := l.Standing.Population
	if of.Count == 0 {
		return y
	}
	share, path := l.Standing.NeedShare, "need"
	if share.Count == 0 {
		share, path = l.Standing.Share, ""
	}
	oneIn, ok := share.OneIn()
	if !ok {
		oneIn = 0
	}
	if crowd := figure.OneIn(oneIn, width, 46); crowd.Height > 0 {
		l.page.crowd(x, y-4, crowd)
		y += crowd.Height + 14
	}
	for _, line := range wrap(inWords(share)+" of "+of.Name, shareInk, width, 3) {
		l.page.text(x, y+6, line, shareInk, 0)
		y += 19
	}
	detail := phrase.Count(share.Count) + l.notes.ref(path) + " of " + phrase.Count(of.Count) + " people" + l.notes.population(of)
	if path != "" {
		detail += ". The pledges so far: " + inWords(l.Standing.Share) + "."
	}
	for _, line := range wrap(detail, smallInk, width, 3) {
		l.page.text(x, y+3, line, smallInk, 0)
		y += 12
	}
	return y + 6
}

// inWords returns "1 in 7", or a percentage where there is no such number.
func inWords(s campaign.Share) string {
	if n, ok := s.OneIn(); ok && n >= 1.05 {
		return phrase.OneIn(n)
	}
	return phrase.Percent(s.Fraction())
}

// trend draws the count over time.
func (l *layout) trend() {
	t := figure.TrendOf(l.Snapshot, campaign.Pledges)
	if t.Empty() {
		l.section("The count over time", 40)
		l.paragraph("No counts have been entered yet.", cellInk, 1)
		return
	}
	const height = 146
	l.section("The count over time", height+20)
	l.page.chart(margin-3, l.y, column+6, height, t.Scene(figure.Style{Palette: paper, Text: 8}))
	l.y += height + 6
	caption := "Pledges at the end of each day."
	if len(t.Fan) > 0 {
		caption += " Ahead: the range that holds 8 times in 10, and within it that of 5 in 10."
	}
	if t.Chosen() == figure.Log {
		caption += " The scale is logarithmic: equal steps upwards multiply the count equally."
	}
	l.paragraph(caption, smallInk, 3)
	l.outlook()
}

// outlook says where the count may be by the deadline, if that is known.
func (l *layout) outlook() {
	if l.Forecast == nil {
		return
	}
	day, isDeadline := l.Outlook()
	l.y += 4
	l.paragraph(phrase.Outlook(l.Forecast.On(day.Start(l.Zone)), l.Forecast.Total, day, isDeadline), cellInk, 2)
	l.paragraph(forecast.Method, smallInk, 4)
}

func (l *layout) footer(p *Page, number int) {
	y := pageHeight - 46.0
	p.line(margin, y, pageWidth-margin, y, 0.6, paper.Line)
	small := ink{7.5, false, paper.Secondary}
	p.text(margin, y+14, single("Muster · "+l.Campaign.Name, small, column-90), small, 0)
	p.text(pageWidth-margin, y+14, fmt.Sprintf("page %d of %d", number, len(l.pages)), small, 1)
}
