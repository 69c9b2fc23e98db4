package report

import (
	"slices"
)

// field is one cell of a table's row.
type field struct {
	text    string
	ink     ink
	lines   int    // at most; 1 if 0
	address string // that it leads to; none if empty
}

// tableColumn is where a column lies and which way it is set.
type tableColumn struct {
	title string
	width float64 // points; 0 takes the room that is left
	right bool    // aligned right
	x     float64 // from the left margin
}

// columnGap is the room between two columns.
const columnGap = 10.0

// table is one in the making, as wide as the page.
type table struct {
	*layout
	columns []tableColumn
	begun   bool
	tight   bool    // for many rows
	last    float64 // the height of the last row, while the one before it is set
}

// table begins a table. At most one column takes the room that is left.
func (l *layout) table(columns ...tableColumn) *table {
	left := l.column - columnGap*float64(len(columns)-1)
	for _, c := range columns {
		left -= c.width
	}
	x := 0.0
	for i := range columns {
		if columns[i].width == 0 {
			columns[i].width = max(40, left)
		}
		columns[i].x = x
		x += columns[i].width + columnGap
	}
	return &table{layout: l, columns: columns}
}

// head sets the titles of the columns.
func (t *table) head() {
	t.begun = true
	t.y += 12
	height := 1
	var titles [][]string
	for _, c := range t.columns {
		titles = append(titles, wrap(c.title, labelInk, c.width, 2))
		height = max(height, len(titles[len(titles)-1]))
	}
	t.y += 10 * float64(height-1)
	for i, lines := range titles {
		for j, line := range lines {
			t.put(t.columns[i], t.y-10*float64(len(lines)-1-j), line, labelInk)
		}
	}
	t.y += 7
	t.rule(0)
}

func (t *table) put(c tableColumn, y float64, text string, i ink) {
	if c.right {
		t.page.text(margin+c.x+c.width, y, text, i, 1)
		return
	}
	t.page.text(margin+c.x, y, text, i, 0)
}

// leading is the distance of two lines of a table's row.
const leading = 12.0

// row sets one row, as high as its tallest field, and returns the baseline of
// its first line. The first row, and the first on a new page, comes below the
// heading.
func (t *table) row(fields ...field) float64 {
	lines, height := t.set(fields)
	above, below := t.space()
	need := leading*float64(height-1) + above + below
	if !t.begun {
		t.room(need + 60) // a heading with a row or two
		t.head()
	} else if t.y+need+t.last > t.bottom() {
		t.turn()
		t.head()
	}
	baseline := t.y + above
	for i, set := range lines {
		for j, line := range set {
			t.put(t.columns[i], baseline+leading*float64(j), line, fields[i].ink)
		}
		if a := fields[i].address; a != "" && len(set) > 0 {
			c := t.columns[i]
			t.page.links = append(t.page.links, link{x: margin + c.x, y: baseline - 9, w: c.width, h: leading * float64(len(set)), address: a})
		}
	}
	t.y = baseline + leading*float64(height-1) + below
	t.rule(0)
	return baseline
}

// set breaks the fields of a row into lines, and returns how many the tallest
// has.
func (t *table) set(fields []field) (lines [][]string, height int) {
	height = 1
	page := int((t.bottom()-margin-80)/leading) - 1 // lines that a page has room for
	for i, f := range fields {
		set := wrap(f.text, f.ink, t.columns[i].width, min(max(1, f.lines), page))
		lines, height = append(lines, set), max(height, len(set))
	}
	return lines, height
}

// space returns what a row leaves free above and below its baselines.
func (t *table) space() (above, below float64) {
	if t.tight {
		return 11, 4.5
	}
	return 13, 6
}

// rows sets all rows. The last of them is never alone on a page.
func (t *table) rows(all [][]field) {
	for i, fields := range all {
		if i == len(all)-2 && len(all) > 2 {
			_, height := t.set(all[i+1])
			above, below := t.space()
			t.last = leading*float64(height-1) + above + below
		}
		t.row(fields...)
		t.last = 0
	}
}

// words returns a field for a text of up to so many lines.
func words(text string, lines int) field { return field{text: text, ink: cellInk, lines: lines} }

// number returns a field for a figure in the i-th column, set smaller if it is
// too long: a figure is never cut.
func (t *table) number(i int, text string) field {
	return field{text: text, ink: cellInk.fitting(text, t.columns[i].width, 4)}
}

// none stands where there is nothing to say.
const none = "–"

func orNone(text string) string {
	if text == "" {
		return none
	}
	return text
}

// withoutEmpty leaves out the columns in which no row says anything.
func withoutEmpty(columns []tableColumn, rows [][]field) ([]tableColumn, [][]field) {
	var kept []tableColumn
	shorter := make([][]field, len(rows))
	for i, c := range columns {
		if !slices.ContainsFunc(rows, func(row []field) bool { return row[i].text != "" }) {
			continue
		}
		kept = append(kept, c)
		for j, row := range rows {
			shorter[j] = append(shorter[j], row[i])
		}
	}
	if len(kept) > 0 && !slices.ContainsFunc(kept, func(c tableColumn) bool { return c.width == 0 }) {
		if last := &kept[len(kept)-1]; !last.right {
			last.width = 0
		}
	}
	return kept, shorter
}
