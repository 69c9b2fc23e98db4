package report

import (
	"fmt"
	"math"
	"strings"
	"time"
	"unicode"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"muster/app/say"
	"muster/campaign"
)

// cell is a value in its look.
func (b *book) cell(l look, value any) excelize.Cell {
	switch v := value.(type) {
	case string:
		value = cellText(v)
	case float64:
		value = finite(v)
	}
	return excelize.Cell{StyleID: b.style(l), Value: value}
}

// text is a cell with a text.
func (b *book) text(s string) excelize.Cell { return b.cell(asText, s) }

// blank is a cell with nothing in it.
func (b *book) blank() excelize.Cell { return excelize.Cell{} }

// input is a cell for somebody to change; 0 is left empty.
func (b *book) input(l look, value int64) excelize.Cell { return b.cell(l.changeable(), orNil(value)) }

// live is a formula with its present value, nil for one that is empty. Values
// are numbers: a text beside a formula would be stored wrongly.
func (b *book) live(l look, value any, format string, args ...any) excelize.Cell {
	if v, ok := value.(float64); ok {
		value = finite(v)
	}
	return excelize.Cell{StyleID: b.style(l), Value: value, Formula: fmt.Sprintf(format, args...)}
}

// yes is a live answer: 1 and 0 in a format that says yes and no.
func (b *book) yes(is bool, format string, args ...any) excelize.Cell {
	value := 0
	if is {
		value = 1
	}
	return b.live(look{format: inFormat(say.Text("yes")) + ";;" + inFormat(say.Text("no"))}, value, format, args...)
}

// inFormat quotes words for a format of numbers.
func inFormat(words string) string { return `"` + strings.ReplaceAll(words, `"`, "") + `"` }

// day is a cell with a calendar day, or an empty one.
func (b *book) day(d campaign.Day) excelize.Cell {
	if !d.IsSet() {
		return b.blank()
	}
	return b.cell(asDay, serial(d.Start(time.UTC)))
}

// dayOf is the day of a moment, or an empty cell.
func (b *book) dayOf(t time.Time) excelize.Cell {
	if t.IsZero() {
		return b.blank()
	}
	return b.day(campaign.DayOf(t, b.Zone))
}

// moment is a cell with a time as clocks of the campaign show it, since a
// spreadsheet knows no time zones.
func (b *book) moment(t time.Time) excelize.Cell { return b.cell(asMoment, serial(t.In(b.Zone))) }

// serial returns what a clock shows as spreadsheets count time: in days, of
// which 1 January 1970 is the 25,569th. They know none before 1900.
func serial(t time.Time) any {
	_, offset := t.Zone()
	days := 25569 + (float64(t.Unix()+int64(offset))+float64(t.Nanosecond())/1e9)/86400
	if days < 61 { // Excel counts a 29 February 1900
		return t.Format("2 Jan 2006")
	}
	return math.Ceil(days*1e9) / 1e9 // without digits that say nothing, and never just before the minute
}

// mostText is how many UTF-16 units a cell of Excel holds.
const mostText = 32767

// cellText returns text that a cell can hold: without control characters but
// tabs and line ends, without marks that turn the direction of writing, and cut
// to Excel's limit.
func cellText(s string) string {
	if plain(s) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\t' && r != '\n' || unicode.Is(unicode.Bidi_Control, r) || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	if len(s) <= mostText {
		return s
	}
	units := utf16.Encode([]rune(s))
	return strings.ToValidUTF8(string(utf16.Decode(units[:min(len(units), mostText-1)])), "")
}

// plain reports whether text is short and of ASCII without control characters,
// as most is.
func plain(s string) bool {
	if len(s) > mostText {
		return false
	}
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// finite returns v, or nil where there is no such number.
func finite(v float64) any {
	if math.IsInf(v, 0) || math.IsNaN(v) {
		return nil
	}
	return v
}

// orNil returns a figure of the plan, or nil if it is not set.
func orNil(n int64) any {
	if n == 0 {
		return nil
	}
	return n
}

// fraction returns a share, or nil where there is none to speak of.
func fraction(s campaign.Share) any {
	if s.Of <= 0 {
		return nil
	}
	return s.Fraction()
}

// needed is fraction for a share that is asked for.
func needed(s campaign.Share) any {
	if s.Count <= 0 {
		return nil
	}
	return fraction(s)
}

// oneIn returns N of "1 in N", or nil where there is no such number.
func oneIn(s campaign.Share) any {
	if n, ok := s.OneIn(); ok {
		return n
	}
	return nil
}

func orUnnamed(name string) string {
	if name == "" {
		return say.Text("(not given)")
	}
	return name
}
