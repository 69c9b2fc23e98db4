package report

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// The heights of rows, in points. Excel makes none higher than tallest.
const (
	lineHeight  = 15.0
	titleHeight = 27.0
	tallest     = 405.0
)

// height returns how high a row must be for what is broken into lines in it, as
// near as that can be told without its font; 0 for a single line. Programs that
// open a workbook leave rows as they find them.
func (d *draft) height(row []excelize.Cell) float64 { return d.book.height(row, d.columns) }

func (b *book) height(row []excelize.Cell, columns []sheetColumn) float64 {
	lines := 1
	for i, c := range row[:min(len(row), len(columns))] {
		text, ok := c.Value.(string)
		switch l := b.drawn[c.StyleID]; {
		case !ok:
		case l.title:
			return titleHeight
		case l.wrap && l.bold:
			lines = max(lines, linesIn(text, columns[i].width))
		case l.wrap:
			lines = max(lines, linesIn(text, columns[i].width*1.12)) // letters are narrower than digits
		}
	}
	if lines == 1 {
		return 0
	}
	return min(tallest, lineHeight*float64(lines))
}

// linesIn returns how many lines a text takes in a column so many digits wide.
func linesIn(text string, width float64) int {
	room := max(4, int(width)-2) // less the indent
	lines := 0
	for _, paragraph := range strings.Split(text, "\n") {
		lines++
		at := 0
		for _, word := range strings.Fields(paragraph) {
			long := wide(word)
			if at > 0 && at+long > room {
				lines++
				at = 0
			}
			lines += max(0, long-1) / room // a word that is too long is cut
			at += long%room + 1            // and a space
		}
	}
	return lines
}

// widen makes room for a figure of a column: one that is too long for its cell
// is not shown.
func (c *sheetColumn) widen(v float64) {
	digits := len(strconv.FormatFloat(v, 'f', 0, 64))
	c.width = max(c.width, float64(digits+(digits-1)/3)+3)
}

// widen makes room for the figures of all rows.
func (d *draft) widen(row []excelize.Cell) {
	for i, c := range row[:min(len(row), len(d.columns))] {
		if !strings.HasPrefix(d.drawn[c.StyleID].format, "#") {
			continue
		}
		switch v := c.Value.(type) {
		case int64:
			d.columns[i].widen(float64(v))
		case float64:
			d.columns[i].widen(v)
		}
	}
}

// wide returns how many digits a word is as wide as: those of East Asia take
// two each.
func wide(word string) int {
	n := 0
	for _, r := range word {
		if n++; r >= 0x1100 {
			n++
		}
	}
	return n
}
