package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"muster/app"
	"muster/app/phrase"
	"muster/campaign"
)

// ledgerColumn is one column of the ledger.
type ledgerColumn struct {
	title         string
	least, weight float32
	right         bool // aligned, as figures are
	text          func(c *ledgerColumns, l ledgerLine) string
}

// allColumns are the columns of the ledger. From stands in for the four
// before it where there is no room for them.
var allColumns = []ledgerColumn{
	{"When", 132, 0, false, func(c *ledgerColumns, l ledgerLine) string { return phrase.When(l.At, c.now.Standing.AsOf, c.now.Zone) }},
	{"Count", 104, 0, true, func(_ *ledgerColumns, l ledgerLine) string { return whatCounts(l) }},
	{"Measure", 96, 0.8, false, func(_ *ledgerColumns, l ledgerLine) string { return l.cell().Measure }},
	{"Region", 84, 1, false, func(_ *ledgerColumns, l ledgerLine) string { return l.cell().Region }},
	{"Source", 84, 1, false, func(_ *ledgerColumns, l ledgerLine) string { return l.cell().Source }},
	{"Tier", 84, 1, false, func(_ *ledgerColumns, l ledgerLine) string { return l.cell().Tier }},
	{"From", 110, 1.4, false, func(_ *ledgerColumns, l ledgerLine) string { return from(l) }},
	{"By", 64, 0.7, false, func(_ *ledgerColumns, l ledgerLine) string { return l.By }},
	{"Note", 120, 2.6, false, func(_ *ledgerColumns, l ledgerLine) string { return noteOf(l) }},
}

const (
	columnCount   = 1
	columnMeasure = 2
	columnTier    = 5
	columnFrom    = 6
	columnGap     = 14
	rowInset      = 8
)

// cell returns where a line counts; a void counts where its target did.
func (l ledgerLine) cell() campaign.Cell {
	if l.Kind == campaign.Void {
		return l.target.Cell
	}
	return l.Cell
}

// whatCounts returns what a line does to the count: +23, now 1,000, or void.
func whatCounts(l ledgerLine) string {
	u := l.Update
	if u.Kind == campaign.Void {
		u = l.target
		switch u.Kind {
		case 0:
			return "void"
		case campaign.Void:
			return "void of a void"
		}
	}
	u.Measure = campaign.Pledges // it has a column of its own
	if l.Kind == campaign.Void {
		return "void " + phrase.Change(u)
	}
	return phrase.Change(u)
}

// from returns all of where a line counts in few words.
func from(l ledgerLine) string {
	cell := l.cell()
	if cell.Measure == campaign.Pledges || cell.Measure == "" {
		return phrase.Origin(cell)
	}
	return strings.TrimSuffix(cell.Measure+", "+phrase.Origin(cell), ", ")
}

// noteOf returns the note, on one line, and says before it what became of the
// update.
func noteOf(l ledgerLine) string {
	note := strings.Join(strings.Fields(l.Note), " ")
	if l.VoidedBy.IsZero() {
		return note
	}
	return strings.TrimSuffix("voided · "+note, " · ")
}

// ledgerColumns knows which columns a campaign has, and where they lie.
type ledgerColumns struct {
	now    app.Snapshot
	width  float32 // that x and widths go with
	x      []float32
	widths []float32           // 0 for a column that is not shown
	cuts   []map[string]string // by column: texts and what of them fits
}

// of takes the columns of another campaign.
func (c *ledgerColumns) of(now app.Snapshot) {
	c.now = now
	c.x = nil
}

// cutsMost is how many texts of a column are remembered with what fits.
const cutsMost = 4096

// cut returns what of a text fits into a column. Measuring is slow and names
// come again and again, so what was measured is remembered.
func (c *ledgerColumns) cut(i int, words string, size float32, style fyne.TextStyle) string {
	if float32(len(words))*size*0.4 < c.widths[i]*0.5 { // short for certain
		return words
	}
	if short, ok := c.cuts[i][words]; ok {
		return short
	}
	if len(c.cuts[i]) >= cutsMost {
		clear(c.cuts[i])
	}
	short := shorten(words, c.widths[i], func(s string) float32 { return fyne.MeasureText(s, size, style).Width })
	c.cuts[i][words] = short
	return short
}

// shown reports whether a column is wanted, in full or compact.
func (c *ledgerColumns) shown(i int, compact bool) bool {
	plan := c.now.Campaign
	switch {
	case i == columnFrom:
		return compact
	case i >= columnMeasure && i <= columnTier && compact:
		return false
	case i == columnMeasure:
		return len(plan.Measures) > 0
	case i == columnTier:
		return slices.ContainsFunc(c.now.Standing.ByTier, func(t campaign.Total) bool { return t.Name != "" })
	}
	return true
}

// fit places the columns into a width.
func (c *ledgerColumns) fit(width float32) {
	if c.x != nil && c.width == width {
		return
	}
	c.width = width
	least, weights := c.least(false)
	compact := least > width-2*rowInset
	if compact {
		least, weights = c.least(true)
	}
	left := max(0, width-2*rowInset-least)
	x := float32(rowInset)
	c.x, c.widths = make([]float32, len(allColumns)), make([]float32, len(allColumns))
	c.cuts = make([]map[string]string, len(allColumns))
	for i, column := range allColumns {
		c.cuts[i] = map[string]string{}
		if c.shown(i, compact) {
			c.x[i], c.widths[i] = x, column.least+left*column.weight/weights
			x += c.widths[i] + columnGap
		}
	}
}

func (c *ledgerColumns) least(compact bool) (least, weights float32) {
	least = -columnGap
	for i, column := range allColumns {
		if c.shown(i, compact) {
			least, weights = least+column.least+columnGap, weights+column.weight
		}
	}
	return least, weights
}
