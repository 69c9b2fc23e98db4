package report

import (
	"slices"
	"strings"

	"muster/app"
	"muster/app/figure"
	"muster/app/phrase"
	"muster/app/say"
)

// The inks of a report.
var (
	paper = figure.Paper

	nameInk    = ink{24, true, paper.Text}
	titleInk   = ink{19, true, paper.Text}
	underInk   = ink{9.5, false, paper.Secondary}
	bigInk     = ink{46, true, paper.Text}
	chapterInk = ink{15, true, paper.Text}
	headInk    = ink{10.5, true, paper.Text}
	shareInk   = ink{13, true, paper.Text}
	bodyInk    = ink{10.8, false, paper.Text}
	mutedInk   = ink{10, false, paper.Secondary}
	smallInk   = ink{8.5, false, paper.Secondary}
	tinyInk    = ink{7.5, false, paper.Secondary}
	labelInk   = ink{8, true, paper.Secondary}
	cellInk    = ink{9, false, paper.Text}
	reachedInk = ink{9, true, paper.Reached}
)

// The margins of a page, in points.
const (
	margin = 45.0
	footer = 62.0 // from the lower edge up to where the text may go
)

// layout fills pages from top to bottom.
type layout struct {
	app.Dossier
	width, height float64 // of a page
	column        float64 // the width between the margins
	isBrief       bool
	pages         []*Page
	page          *Page
	y             float64 // from the upper edge: where the next thing goes
	heading       string  // of a section, until what comes below it has a place
	notes         notes
	chapters      []chapter // as they were begun
}

// chapter is where a part of the report begins.
type chapter struct {
	title string
	page  int // from 1
	y     float64
}

// Pages lays the report out.
func Pages(d app.Dossier, o Options) []*Page {
	l := &layout{Dossier: d, notes: notes{marks: d.Campaign.Marks}}
	l.width, l.height = o.Paper.size()
	l.column = l.width - 2*margin
	l.isBrief = o.Brief
	l.turn()
	if o.Brief {
		l.brief()
	} else {
		l.full()
	}
	for i, page := range l.pages {
		l.foot(page, i+1)
	}
	return l.pages
}

// turn begins a page. All but the first say again whose they are.
func (l *layout) turn() {
	l.page = &Page{width: l.width, height: l.height}
	l.pages = append(l.pages, l.page)
	l.y = margin
	if len(l.pages) == 1 {
		return
	}
	asOf := l.asOf()
	l.page.text(l.width-margin, l.y+8, asOf, smallInk, 1)
	l.page.text(margin, l.y+8, single(l.Campaign.Name, smallInk, l.column-smallInk.width(asOf)-20), smallInk, 0)
	l.y += 18
	l.rule(20)
}

func (l *layout) asOf() string { return say.Text("As of %s", phrase.AsOf(l.Standing.AsOf, l.Zone)) }

// bottom is how far down the text of a page may go.
func (l *layout) bottom() float64 { return l.height - footer }

// isFresh reports whether nothing is on the page yet but its head.
func (l *layout) isFresh() bool { return l.y < margin+40 && len(l.pages) > 1 }

// room begins a new page unless so many points are left on this one. A heading
// that waits for what comes below it goes first.
func (l *layout) room(height float64) {
	if l.heading != "" {
		height += headingHeight
	}
	if l.y+height > l.bottom() && !l.isFresh() {
		l.turn()
	}
	if l.heading != "" {
		l.y += 15
		l.page.text(margin, l.y+4, l.heading, headInk, 0)
		l.y += 12
		l.heading = ""
	}
}

const headingHeight = 27.0

// rule draws a hairline across the page and leaves space below it.
func (l *layout) rule(below float64) {
	l.page.line(margin, l.y, l.width-margin, l.y, 0.6, paper.Line)
	l.y += below
}

// chapter begins a part of the report that the list of contents names.
func (l *layout) chapter(title string) {
	l.room(170)
	if !l.isFresh() {
		l.y += 20
	}
	l.chapters = append(l.chapters, chapter{title, len(l.pages), l.y})
	l.page.marks = append(l.page.marks, bookmark{title, 0, max(0, l.y-10)})
	l.page.text(margin, l.y+11, single(title, chapterInk, l.column), chapterInk, 0)
	l.y += 21
	l.rule(8)
}

// section begins a part of a chapter.
func (l *layout) section(title string) { l.heading = single(title, headInk, l.column) }

// part begins a part of the brief, below a hairline.
func (l *layout) part(title string) {
	l.y += 13
	l.rule(16)
	l.page.text(margin, l.y+4, title, headInk, 0)
	l.y += 14
}

// paragraph sets text over as many lines as it takes.
func (l *layout) paragraph(text string, i ink) { l.lines(wrap(text, i, l.column, 0), i) }

// lines sets lines below each other.
func (l *layout) lines(lines []string, i ink) {
	for n, line := range lines {
		l.room(i.size * 1.5 * float64(together(n, len(lines))))
		l.y += i.size * 1.15
		l.page.text(margin, l.y, line, i, 0)
		l.y += i.size * 0.35
	}
}

// together returns how many lines of so many, from the n-th on, are on one page:
// a line alone, at the end of a page or on top of one, would look lost.
func together(n, all int) int {
	switch left := all - n; {
	case n == 0 && left == 3:
		return 3
	case n == 0 || left == 2:
		return min(left, 2)
	}
	return 1
}

// caption sets a note below a table. One of a single line stays with it, even
// where the page is full.
func (l *layout) caption(text string) {
	lines := wrap(text, smallInk, l.column, 0)
	l.y += 4
	if len(lines) == 1 && l.heading == "" {
		l.y += smallInk.size * 1.15
		l.page.text(margin, l.y, lines[0], smallInk, 0)
		l.y += smallInk.size * 0.35
		return
	}
	l.lines(lines, smallInk)
}

// sentences sets those that are not empty, a paragraph each.
func (l *layout) sentences(all ...string) {
	for _, s := range all {
		if s != "" {
			l.paragraph(s, cellInk)
			l.y += 3
		}
	}
}

// chart draws a scene across the page with a caption below. It is made lower
// rather than leave much of a page empty.
func (l *layout) chart(scene *figure.Scene, height float64, caption ...string) {
	const below = 34
	if left := l.bottom() - l.y - below; l.heading == "" && left < height && left > 0.6*height {
		height = left
	}
	l.room(height + below)
	l.y += 4
	l.page.chart(margin-3, l.y, l.column+6, height, scene)
	l.y += height + 4
	l.paragraph(strings.Join(slices.DeleteFunc(caption, func(s string) bool { return s == "" }), " "), smallInk)
	l.y += 4
}

// style is how charts look on paper.
var style = figure.Style{Palette: paper, Text: 8}

// joined puts the texts that are not empty behind each other.
func joined(between string, texts ...string) string {
	texts = slices.DeleteFunc(texts, func(s string) bool { return s == "" })
	return strings.Join(texts, between)
}

func (l *layout) foot(p *Page, number int) {
	y := l.height - 46
	p.line(margin, y, l.width-margin, y, 0.6, paper.Line)
	right := say.Text("page %s of %s", phrase.Count(int64(number)), phrase.Count(int64(len(l.pages))))
	if data := l.data(); data != "" {
		right = say.Text("data %s", data) + " · " + right
	}
	p.text(l.width-margin, y+14, right, tinyInk, 1)
	p.text(margin, y+14, single("Muster · "+l.Campaign.Name, tinyInk, l.column-tinyInk.width(right)-20), tinyInk, 0)
}

// data returns the beginning of the fingerprint, enough to tell two reports
// apart: 7f3a 91c2.
func (l *layout) data() string {
	if len(l.Fingerprint) < 8 {
		return ""
	}
	return l.Fingerprint[:4] + " " + l.Fingerprint[4:8]
}
