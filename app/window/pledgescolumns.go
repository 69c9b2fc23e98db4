package window

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// ledgerColumn is one column of the ledger.
type ledgerColumn struct {
	title         func() string
	order         app.Column // that its title asks for
	least, weight float32
	right         bool // aligned, as figures are
	text          func(c *ledgerColumns, row app.Row) string
}

// allColumns are the columns of the ledger. From stands in for the four
// before it where there is no room for them.
var allColumns = []ledgerColumn{
	{func() string { return say.Text("When") }, app.ByTime, 132, 0, false,
		func(c *ledgerColumns, row app.Row) string {
			return phrase.When(row.At, clockOf(c.now), zoneOf(c.now))
		}},
	{func() string { return say.Text("Count") }, app.ByCount, 104, 0, true, func(_ *ledgerColumns, row app.Row) string { return whatCounts(row) }},
	{func() string { return say.Text("Measure") }, app.ByMeasure, 96, 0.8, false, func(_ *ledgerColumns, row app.Row) string { return cellOf(row).Measure }},
	{func() string { return say.Text("Region") }, app.ByRegion, 84, 1, false, func(_ *ledgerColumns, row app.Row) string { return cellOf(row).Region }},
	{func() string { return say.Text("Source") }, app.BySource, 84, 1, false, func(_ *ledgerColumns, row app.Row) string { return cellOf(row).Source }},
	{func() string { return say.Text("Tier") }, app.ByTier, 84, 1, false, func(_ *ledgerColumns, row app.Row) string { return cellOf(row).Tier }},
	{func() string { return say.Text("From") }, app.ByRegion, 120, 1.4, false, func(_ *ledgerColumns, row app.Row) string { return from(row) }},
	{func() string { return say.Text("By") }, app.ByAuthor, 72, 0.7, false, func(_ *ledgerColumns, row app.Row) string { return row.By }},
	{func() string { return say.Text("Note") }, app.ByNote, 100, 2.6, false, func(_ *ledgerColumns, row app.Row) string { return noteOf(row.Line) }},
}

const (
	columnWhen    = 0
	columnCount   = 1
	columnMeasure = 2
	columnTier    = 5
	columnFrom    = 6
	ledgerGap     = 14
	rowInset      = 10
)

// whatCounts returns what a line does to the count: +23, total 1,000, or void.
func whatCounts(row app.Row) string {
	u := row.Update
	if u.Kind == campaign.Void {
		u = row.Target
		switch u.Kind {
		case 0:
			return say.Text("void")
		case campaign.Void:
			return say.Text("void of a void")
		}
	}
	u.Measure = campaign.Pledges // it has a column of its own
	if row.Kind == campaign.Void {
		return say.Text("void %s", phrase.Change(u))
	}
	return phrase.Change(u)
}

// from returns all of where a line counts in few words.
func from(row app.Row) string {
	cell := cellOf(row)
	if cell.Measure == campaign.Pledges || cell.Measure == "" {
		return phrase.Origin(cell)
	}
	return strings.TrimSuffix(cell.Measure+", "+phrase.Origin(cell), ", ")
}

// noteOf returns the note, on one line, and says before it what became of the
// update.
func noteOf(line app.Line) string {
	note := strings.Join(strings.Fields(line.Note[:min(len(line.Note), noteMost)]), " ")
	if line.VoidedBy.IsZero() {
		return note
	}
	return strings.TrimSuffix(say.Text("voided")+" · "+note, " · ")
}

// noteMost is how many bytes of a note are looked at for one line of it.
const noteMost = 600

// ledgerColumns knows which columns a campaign has, and where they lie.
type ledgerColumns struct {
	now     app.Snapshot
	width   float32 // that x and widths go with
	x       []float32
	widths  []float32 // 0 for a column that is not shown
	letters map[letter]float32
}

// letter is a letter as it is drawn.
type letter struct {
	rune
	size float32
	bold bool
}

// of takes the columns of another campaign.
func (c *ledgerColumns) of(now app.Snapshot) {
	c.now = now
	c.x = nil
}

// clip returns what of a text fits into a column, and an ellipsis if that is
// not all of it: a name that is cut must not look like another. Fyne would
// shape the whole text again and again to find out, which is too slow to scroll
// by; adding up the widths of letters, each measured once, costs next to nothing.
func (c *ledgerColumns) clip(i int, words string, size float32, style fyne.TextStyle) string {
	dots := c.letter(letter{'…', size, style.Bold})
	left, fits := c.widths[i], 0 // the beginning that leaves room for the ellipsis
	for at, r := range words {
		if left >= dots {
			fits = at
		}
		if left -= c.letter(letter{r, size, style.Bold}); left < 0 {
			if allColumns[i].right {
				fits = 0 // half a number would be another one
			}
			return strings.TrimRight(words[:fits], " ,") + "…"
		}
	}
	return words
}

// lettersMost is how many letters' widths are remembered.
const lettersMost = 4096

func (c *ledgerColumns) letter(l letter) float32 {
	width, ok := c.letters[l]
	if !ok {
		if c.letters == nil || len(c.letters) >= lettersMost {
			c.letters = map[letter]float32{}
		}
		width = fyne.MeasureText(string(l.rune), l.size, fyne.TextStyle{Bold: l.bold}).Width
		c.letters[l] = width
	}
	return width
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
	for i, column := range allColumns {
		if c.shown(i, compact) {
			c.x[i], c.widths[i] = x, c.leastOf(i)+left*column.weight/weights
			x += c.widths[i] + ledgerGap
		}
	}
}

// leastOf returns the least width of a column. That of the counts has room for
// all the pledges there are, since half a number would be another one.
func (c *ledgerColumns) leastOf(i int) float32 {
	least := allColumns[i].least
	switch i {
	case columnWhen:
		return max(least, c.when()+2)
	case columnCount:
	default:
		return least
	}
	all := phrase.Change(campaign.Update{Kind: campaign.Reading, Count: c.now.Standing.Pledges, Cell: campaign.Cell{Measure: campaign.Pledges}})
	return max(least, fyne.MeasureText(say.Text("void %s", all), theme.Size(sizeText), fyne.TextStyle{Bold: true}).Width+2)
}

// when returns how wide a moment is, which is written longer in some languages.
func (c *ledgerColumns) when() float32 {
	long := phrase.Moment(time.Date(2028, time.September, 28, 20, 58, 0, 0, time.UTC), time.UTC)
	return fyne.MeasureText(long, theme.Size(sizeText), fyne.TextStyle{}).Width
}

func (c *ledgerColumns) least(compact bool) (least, weights float32) {
	least = -ledgerGap
	for i, column := range allColumns {
		if c.shown(i, compact) {
			least, weights = least+c.leastOf(i)+ledgerGap, weights+column.weight
		}
	}
	return least, weights
}
