package report

import (
	"slices"

	"muster/app"
	"muster/app/phrase"
	"muster/campaign"
)

// field is one cell of a table's row.
type field struct {
	text  string
	ink   ink
	lines int // at most; 1 if 0
}

// tableColumn is where a column lies and which way it is set.
type tableColumn struct {
	title string
	x     float64 // from the left margin
	width float64
	right bool // aligned right
}

// heading sets the titles of a table's columns.
func (l *layout) heading(columns []tableColumn) {
	l.room(50)
	l.y += 12
	for _, c := range columns {
		l.put(c, l.y, c.title, labelInk)
	}
	l.y += 7
	l.rule(0)
}

func (l *layout) put(c tableColumn, y float64, text string, i ink) {
	if c.right {
		l.page.text(margin+c.x+c.width, y, text, i, 1)
		return
	}
	l.page.text(margin+c.x, y, text, i, 0)
}

// row sets one row, as high as its tallest field, and returns the baseline of
// its first line. On a new page it repeats the heading.
func (l *layout) row(columns []tableColumn, fields []field) float64 {
	var lines [][]string
	height := 1
	for i, f := range fields {
		set := wrap(f.text, f.ink, columns[i].width, max(1, f.lines))
		lines, height = append(lines, set), max(height, len(set))
	}
	const leading = 12.5
	if l.y+leading*float64(height)+12 > pageHeight-footer {
		l.turn()
		l.heading(columns)
	}
	baseline := l.y + 13.5
	for i, set := range lines {
		for j, line := range set {
			l.put(columns[i], baseline+leading*float64(j), line, fields[i].ink)
		}
	}
	l.y = baseline + leading*float64(height-1) + 6.5
	l.rule(0)
	return baseline
}

// number returns a field for a figure, set smaller if it is too long for its
// column: a figure is never cut.
func number(text string, c tableColumn) field {
	return field{text: text, ink: cellInk.fitting(text, c.width, 4)}
}

// none stands where there is nothing to say.
const none = "–"

func orNone(text string) string {
	if text == "" {
		return none
	}
	return text
}

var thresholdColumns = []tableColumn{
	{"Threshold", 0, 132, false},
	{"By", 140, 62, false},
	{"Now", 198, 58, true},
	{"Target", 262, 58, true},
	{"Progress", 338, 94, false},
	{"Reached", 436, column - 436, true},
}

// thresholds lists how far each threshold is.
func (l *layout) thresholds() {
	l.section("Thresholds", 60)
	if len(l.Standing.Thresholds) == 0 {
		l.paragraph("No thresholds are set.", cellInk, 1)
		return
	}
	full := 1.0
	for _, t := range l.Standing.Thresholds {
		if t.Progress > 1 {
			full = 1.5
		}
	}
	l.heading(thresholdColumns)
	for _, t := range l.Standing.Thresholds {
		l.threshold(t, full)
	}
}

func (l *layout) threshold(t campaign.ThresholdStanding, full float64) {
	c := thresholdColumns
	reached := field{none, cellInk, 1}
	if t.Reached {
		reached = field{phrase.Day(campaign.DayOf(t.ReachedAt, l.Zone)), reachedInk, 1}
	}
	if t.Reached && !t.Held {
		reached = field{reached.text + ", not held now", cellInk, 2}
	}
	progress := phrase.Progress(t)
	name := field{t.Name + l.notes.ref("thresholds."+t.Name), cellInk, 3}
	if t.Regions.IsSet() {
		name.text += ", and " + phrase.Regions(t)
		name.lines = 4
	}
	y := l.row(c, []field{name, {orNone(l.deadline(t.Threshold)), cellInk, 1},
		number(phrase.Amount(t.Threshold, t.Value), c[2]), number(phrase.Amount(t.Threshold, t.Target), c[3]), {"", cellInk, 1}, reached})
	l.bar(margin+c[4].x, y-6, 54, t, full)
	room := c[4].width - 58
	i := cellInk.fitting(progress, room, 5)
	l.page.text(margin+c[4].x+c[4].width, y, progress, i, 1)
}

// bar draws progress as a bar whose track ends at full, 1 or more; where it is
// more, a tick shows where the target lies.
func (l *layout) bar(x, y, width float64, t campaign.ThresholdStanding, full float64) {
	const height = 5
	colour := paper.Accent
	if t.Held {
		colour = paper.Reached
	}
	l.page.box(x, y, width, height, paper.Line)
	if t.Progress > 0 {
		l.page.box(x, y, max(0.8, width*min(1, t.Progress/full)), height, colour)
	}
	if full > 1 {
		at := x + width/full
		l.page.line(at, y-2, at, y+height+2, 0.7, paper.Text)
	}
}

var measureColumns = []tableColumn{
	{"Other counts", 0, 180, false},
	{"Now", 186, 70, true},
	{"Of", 262, 58, true},
}

// measures lists what is counted besides pledges and has no threshold.
func (l *layout) measures() {
	others := slices.DeleteFunc(slices.Clone(l.Standing.Measures), func(m campaign.MeasureTotal) bool {
		return slices.ContainsFunc(l.Standing.Thresholds, func(t campaign.ThresholdStanding) bool { return t.Measure() == m.Name })
	})
	if len(others) == 0 {
		return
	}
	l.y += 10
	l.heading(measureColumns)
	for _, m := range others {
		of := none
		if m.OutOf > 0 {
			of = phrase.Count(m.OutOf)
		}
		l.row(measureColumns, []field{{m.Name + l.notes.ref("measures."+m.Name), cellInk, 2},
			number(phrase.Count(m.Value), measureColumns[1]), number(of, measureColumns[2])})
	}
}

var updateColumns = []tableColumn{
	{"When", 0, 88, false},
	{"Count", 102, 76, true},
	{"From", 192, 106, false},
	{"By", 312, 62, false},
	{"Note", 388, column - 388, false},
}

// mostLatest is how many of the latest updates a report lists.
const mostLatest = 6

// latest lists the latest updates, without columns that would stay empty.
func (l *layout) latest() {
	if len(l.Latest) == 0 {
		return
	}
	var rows [][]field
	for _, line := range l.Latest[:min(mostLatest, len(l.Latest))] {
		rows = append(rows, l.update(line))
	}
	columns, rows := withoutEmpty(updateColumns, rows)
	l.section("Latest updates", 60)
	l.heading(columns)
	for _, row := range rows {
		l.row(columns, row)
	}
}

// withoutEmpty leaves out the columns in which no row says anything, moves the
// others together, and gives the last the room that is left.
func withoutEmpty(columns []tableColumn, rows [][]field) ([]tableColumn, [][]field) {
	var kept []tableColumn
	shorter := make([][]field, len(rows))
	x := 0.0
	for i, c := range columns {
		if !slices.ContainsFunc(rows, func(row []field) bool { return row[i].text != "" }) {
			continue
		}
		c.x = x
		x += c.width + 14
		kept = append(kept, c)
		for j, row := range rows {
			shorter[j] = append(shorter[j], row[i])
		}
	}
	if last := &kept[len(kept)-1]; !last.right {
		last.width = column - last.x
	}
	return kept, shorter
}

func (l *layout) update(line app.Line) []field {
	change, note := phrase.Change(line.Update), line.Note
	switch {
	case line.Kind == campaign.Void:
		change = "void"
	case !line.VoidedBy.IsZero():
		note = joined(": ", "void", note)
	}
	return []field{
		{phrase.Moment(line.At, l.Zone), cellInk, 1}, {change, cellInk, 2},
		{phrase.Origin(line.Cell), cellInk, 2}, {line.By, cellInk, 1}, {note, cellInk, 2},
	}
}
