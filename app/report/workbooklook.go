package report

import (
	"math"
	"strings"

	"github.com/xuri/excelize/v2"
)

// look is how a cell shows what it holds.
type look struct {
	format string // of numbers, or "@" for a text that stays one when it is edited
	bold   bool
	muted  bool
	title  bool
	right  bool
	wrap   bool
	rule   bool // below it
	input  bool // for somebody to change
}

// The looks of cells, by what they hold.
var (
	asText     = look{format: "@"}
	asNote     = look{format: "@", muted: true, wrap: true}
	asProse    = look{format: "@", wrap: true}
	asLead     = look{muted: true}
	asPart     = look{bold: true, rule: true}
	asHead     = look{bold: true, muted: true, wrap: true, rule: true}
	asAmount   = look{bold: true, muted: true, wrap: true, rule: true, right: true} // head of a column of figures
	asTitle    = look{format: "@", title: true}
	asCount    = look{format: "#,##0"}
	asRate     = look{format: "#,##0.0"}
	asPeople   = look{format: "#,##0"}
	asDecimal  = look{format: "#,##0.00"}
	asPercent  = look{format: "0.0##%"}
	asProgress = look{format: "#,##0.0%"}
	asDay      = look{format: "d mmm yyyy"}
	asMoment   = look{format: "d mmm yyyy, hh:mm"}
)

// asFigure returns the look of a figure that is mostly whole, such as a target:
// a format of "up to two decimals" would leave a lone decimal point.
func asFigure(v float64) look {
	if v == math.Trunc(v) {
		return asCount
	}
	return asDecimal
}

// asShare returns the look of a share like this one: a small one has more
// decimals.
func asShare(v float64) look {
	decimals := 1
	if v > 0 {
		decimals = min(max(1, int(-math.Floor(math.Log10(v)))), 7)
	}
	return look{format: "#,##0." + strings.Repeat("0", decimals) + "%"}
}

// changeable returns the look of a cell for somebody to change.
func (l look) changeable() look {
	l.input = true
	return l
}

// inBold returns the look of a sum.
func (l look) inBold() look {
	l.bold = true
	return l
}

// style sets figures right and texts left, indented so that they keep off
// figures to their left.
func (l look) style() *excelize.Style {
	style := &excelize.Style{
		Alignment: &excelize.Alignment{Horizontal: "left", Vertical: "top", Indent: 1, WrapText: l.wrap},
		Font:      &excelize.Font{Family: "Calibri", Size: 11, Bold: l.bold || l.title, Color: "1F2933"},
	}
	if l.format != "" {
		style.CustomNumFmt = &l.format
	}
	if l.format != "" && l.format != "@" || l.right {
		style.Alignment = &excelize.Alignment{Horizontal: "right", Vertical: "top", WrapText: l.wrap}
	}
	if l.muted {
		style.Font.Color = "5F6875"
	}
	if l.title {
		style.Font.Size = 18
	}
	if l.rule {
		style.Border = append(style.Border, excelize.Border{Type: "bottom", Style: 1, Color: "B8BEC6"})
	}
	if l.input {
		style.Protection = &excelize.Protection{Locked: false} // where the sheet is locked
		style.Font.Color = "1B4B91"
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFF4CC"}}
		for _, side := range []string{"left", "right", "top", "bottom"} {
			style.Border = append(style.Border, excelize.Border{Type: side, Style: 1, Color: "C9A227"})
		}
	}
	return style
}

// style returns the number of a look in the workbook.
func (b *book) style(l look) int {
	id, ok := b.looks[l]
	if !ok {
		var err error
		if id, err = b.file.NewStyle(l.style()); err != nil && b.fault == nil {
			b.fault = err
		}
		b.looks[l], b.drawn[id] = id, l
	}
	return id
}
