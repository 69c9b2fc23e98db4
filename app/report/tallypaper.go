package report

import (
	"fmt"
	"io"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
	"muster/persistence/exchange"
)

// TallyPDF writes a tally sheet to print: boxes to tick, in groups of five. The
// same sheet and paper give the same bytes.
func TallyPDF(w io.Writer, s app.TallySheet, o Options) error {
	about := app.Dossier{Snapshot: app.Snapshot{Campaign: s.Campaign, Zone: s.Zone}}
	about.Standing.AsOf = s.Made
	return pdfOf(w, about, o, TallyPages(s, o))
}

// TallyPages lays a tally sheet out for paper.
func TallyPages(s app.TallySheet, o Options) []*Page {
	t := &tallyPaper{TallySheet: s, layout: &layout{}}
	t.width, t.height = o.Paper.size()
	t.column = t.width - 2*margin
	t.measure()
	t.turn()
	for d := s.From; d <= s.To; d++ {
		t.day(d)
	}
	t.total()
	for i, page := range t.pages {
		t.foot(page, i+1)
	}
	return t.pages
}

// tallyPaper is a tally sheet being laid out.
type tallyPaper struct {
	*layout
	app.TallySheet
	tiers    []string // one without a name if there are none
	dayWidth float64
	tierAt   float64 // where things begin, from the left margin
	boxesAt  float64
	sumAt    float64
	groups   int     // of boxes on a line
	lines    int     // of boxes for a day and tier
	side     float64 // of a box
}

// The measures of a tally, in points. A box is as large as those of forms that
// are filled in by hand.
const (
	leastSide  = 11.5
	mostSide   = 13.0
	boxGap     = 2.0
	groupBoxes = 5
	groupGap   = 8.0
	linePitch  = 17.0
	dayGap     = 4.0
	sumWidth   = 48.0
	tierWidth  = 96.0  // at most
	aroundDays = 295.0 // of a page: its margins, head and foot
	mostLines  = 4
)

// measure works out how many boxes there are and where they stand.
func (t *tallyPaper) measure() {
	if t.tiers = t.Tiers; len(t.tiers) == 0 {
		t.tiers = []string{""}
	}
	for d := t.From; d <= t.To; d++ {
		t.dayWidth = max(t.dayWidth, cellInk.width(tallyDay(d)))
	}
	t.tierAt = t.dayWidth + columnGap
	t.boxesAt = t.tierAt
	if t.hasTiers() {
		widest := 0.0
		for _, tier := range t.tiers {
			widest = max(widest, cellInk.width(tier))
		}
		t.boxesAt += min(widest, tierWidth) + columnGap
	}
	t.sumAt = t.column - sumWidth
	room := t.sumAt - t.boxesAt - columnGap + groupGap
	t.groups = max(1, int(room/t.group(leastSide)))
	t.side = min(mostSide, leastSide+(room/float64(t.groups)-t.group(leastSide))/groupBoxes)
	day := (t.height-aroundDays)/float64(t.Days()) - dayGap // with one page a day has as many lines as there is room for
	t.lines = max(1, min(mostLines, int(day/linePitch/float64(len(t.tiers)))))
}

// group returns how much room a group of boxes takes with the gap behind it.
func (t *tallyPaper) group(side float64) float64 {
	return groupBoxes*side + (groupBoxes-1)*boxGap + groupGap
}

// hasTiers reports whether the lines of a day say which tier they count.
func (t *tallyPaper) hasTiers() bool { return t.tiers[0] != "" }

// tallyDay names a day as it stands before its boxes.
func tallyDay(d campaign.Day) string { return phrase.Weekday(d) + " " + phrase.Day(d) }

// turn begins a page with the head of the sheet.
func (t *tallyPaper) turn() {
	t.page = &Page{width: t.width, height: t.height}
	t.pages = append(t.pages, t.page)
	t.y = margin
	number := say.Text("sheet %s", exchange.TallyNumber(t.ID))
	t.page.text(t.width-margin, t.y+16, number, underInk, 1)
	title := say.Text("Tally sheet of %s", t.For)
	t.page.text(margin, t.y+16, single(title, titleInk, t.column-underInk.width(number)-24), titleInk, 0)
	t.y += 24
	if len(t.pages) == 1 {
		t.introduce()
	}
	t.y += 4
	t.heads()
}

// introduce says what the sheet is of and how it is filled in.
func (t *tallyPaper) introduce() {
	for i, line := range tallySays(t.TallySheet) {
		set := underInk
		if i > 0 {
			set = headInk
		}
		for _, part := range wrap(line, set, t.column, 2) {
			t.page.text(margin, t.y+9, part, set, 0)
			t.y += set.size * 1.45
		}
	}
	for _, open := range []struct {
		said, ask string
		known     []string
	}{{t.Region, say.Text("Region"), t.Regions}, {t.Source, say.Text("Source"), t.Sources}} {
		if open.said == "" && len(open.known) > 0 {
			t.y += 9
			t.page.text(margin, t.y+9, open.ask, cellInk, 0)
			t.page.line(margin+cellInk.width(open.ask)+8, t.y+11, margin+260, t.y+11, 0.7, paper.Secondary)
			t.y += 12
		}
	}
	t.y += 8
	t.rule(4)
	for _, line := range wrap(joined(" ", say.Text("Tick one box for each person who pledges and write the sum at the end of the line. If the boxes do not suffice, write the whole sum all the same."),
		say.Text("Counts only: never the names of people who pledge.")), smallInk, t.column, 0) {
		t.y += smallInk.size * 1.4
		t.page.text(margin, t.y, line, smallInk, 0)
	}
}

// heads sets the titles of the columns.
func (t *tallyPaper) heads() {
	t.y += 16
	t.page.text(margin, t.y, say.Text("Day"), labelInk, 0)
	t.page.text(margin+t.boxesAt, t.y, say.Text("Pledges"), labelInk, 0)
	t.page.text(t.width-margin, t.y, say.Text("Sum"), labelInk, 1)
	t.y += 6
	t.rule(0)
}

// day sets the boxes of a day, all on one page.
func (t *tallyPaper) day(d campaign.Day) {
	height := float64(len(t.tiers)*t.lines)*linePitch + dayGap
	if t.y+height > t.bottom() {
		t.turn()
	}
	t.page.text(margin, t.y+14, tallyDay(d), cellInk, 0)
	for _, tier := range t.tiers {
		if t.hasTiers() {
			t.tier(tier)
		}
		t.page.frame(margin+t.sumAt, t.y+3.5, sumWidth, t.side+1, 0.8, paper.Text)
		for range t.lines {
			t.boxes(t.y + 4)
			t.y += linePitch
		}
	}
	t.y += dayGap
	t.rule(0)
}

// tier names what the next lines count, on two lines where there is room.
func (t *tallyPaper) tier(name string) {
	width, set := t.boxesAt-t.tierAt-columnGap, cellInk
	if t.lines == 1 {
		set = set.fitting(name, width, 6.5)
	}
	for i, line := range wrap(name, set, width, t.lines) {
		t.page.text(margin+t.tierAt, t.y+14+leading*float64(i), line, set, 0)
	}
}

// boxes sets a line of boxes.
func (t *tallyPaper) boxes(y float64) {
	for group := range t.groups {
		for i := range groupBoxes {
			x := margin + t.boxesAt + float64(group)*t.group(t.side) + float64(i)*(t.side+boxGap)
			t.page.frame(x, y, t.side, t.side, 0.7, paper.Secondary)
		}
	}
}

// total leaves room for the sum of all days.
func (t *tallyPaper) total() {
	if t.y+30 > t.bottom() {
		t.turn()
	}
	t.page.text(margin+t.sumAt-columnGap, t.y+18, say.Text("Sum of all days"), headInk, 1)
	t.page.frame(margin+t.sumAt, t.y+6, sumWidth, mostSide+4, 1.2, paper.Text)
	t.y += 30
}

// foot says which sheet and page this is.
func (t *tallyPaper) foot(p *Page, number int) {
	y := t.height - 46
	p.line(margin, y, t.width-margin, y, 0.6, paper.Line)
	right := say.Text("page %s of %s", phrase.Count(int64(number)), phrase.Count(int64(len(t.pages))))
	p.text(t.width-margin, y+14, right, tinyInk, 1)
	left := fmt.Sprintf("Muster · %s · %s", t.TallySheet.Campaign.Name, say.Text("sheet %s", exchange.TallyNumber(t.ID)))
	p.text(margin, y+14, single(left, tinyInk, t.column-tinyInk.width(right)-20), tinyInk, 0)
}
