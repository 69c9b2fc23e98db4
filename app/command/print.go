package command

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"time"
	"unicode/utf8"

	"muster/campaign"
)

// printf writes for people.
func (f *face) printf(format string, args ...any) {
	fmt.Fprintf(f.out, format, args...)
}

// table is text in columns. Those named in right hold numbers.
type table struct {
	right map[int]bool
	rows  [][]string
}

func newTable(right ...int) *table {
	t := &table{right: map[int]bool{}}
	for _, column := range right {
		t.right[column] = true
	}
	return t
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

// String returns the rows, each column as wide as its widest cell.
func (t *table) String() string {
	var widths []int
	for _, row := range t.rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	var out strings.Builder
	for _, row := range t.rows {
		var line strings.Builder
		for i, cell := range row {
			pad := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			if t.right[i] {
				cell = pad + cell
			} else {
				cell += pad
			}
			line.WriteString(cell + "  ")
		}
		out.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return out.String()
}

// paragraph is how wide running text is, in letters.
const paragraph = 80

// indented returns text over several lines, all but the first set further in.
func indented(text string) string {
	var out strings.Builder
	line := " "
	for _, word := range strings.Fields(text) {
		if utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > paragraph {
			out.WriteString(line + "\n")
			line = "   "
		}
		line += " " + word
	}
	return out.String() + line + "\n"
}

// json writes a value over several lines.
func (f *face) json(v any) error {
	e := json.NewEncoder(f.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// jsonLine writes a value on one line.
func (f *face) jsonLine(v any) error {
	e := json.NewEncoder(f.out)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// In JSON what is not known, not set or without end is null.

func orNull[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}

func finite(v float64) *float64 {
	if math.IsInf(v, 0) || math.IsNaN(v) {
		return nil
	}
	return &v
}

func jsonTime(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	text := t.UTC().Format(time.RFC3339Nano)
	return &text
}

func jsonDay(d campaign.Day) *string { return orNull(d.String()) }

func jsonID(id campaign.ID) *string {
	if id.IsZero() {
		return nil
	}
	text := id.String()
	return &text
}
