package report

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// worksheet checks a sheet with so many styles to choose from.
func (p *parts) worksheet(name string, root element, styles int) {
	p.ordered(name, root, inWorksheet, "conditionalFormatting")
	last := 0
	for _, c := range root.all("cols", "col") {
		low, _ := strconv.Atoi(c.attr("min"))
		high, _ := strconv.Atoi(c.attr("max"))
		if width, err := strconv.ParseFloat(c.attr("width"), 64); low <= last || high < low || err != nil || width < 0 || width > 255 {
			p.errorf("%s: the columns %s to %s come after %d, of the width %s", name, c.attr("min"), c.attr("max"), last, c.attr("width"))
		}
		last = high
	}
	wide, row := 0, 0
	for _, r := range root.all("sheetData", "row") {
		n, err := strconv.Atoi(r.attr("r"))
		if err != nil || n <= row || n > excelize.TotalRows {
			p.errorf("%s: row %s comes after %d", name, r.attr("r"), row)
		}
		if h, err := strconv.ParseFloat(r.attr("ht"), 64); r.attr("ht") != "" && (err != nil || h < 0 || h > 409.5) {
			p.errorf("%s: row %d is %s high", name, n, r.attr("ht"))
		}
		row = n
		wide = max(wide, p.row(name, n, r, styles))
	}
	p.extent(name, root, wide, row)
	p.aside(name, root)
}

// row checks the cells of a row and returns the last column.
func (p *parts) row(sheet string, n int, r element, styles int) (last int) {
	for _, c := range r.Children {
		column, row, err := excelize.CellNameToCoordinates(c.attr("r"))
		if err != nil || row != n || column <= last || c.XMLName.Local != "c" {
			p.errorf("%s: in row %d, %q comes after column %d", sheet, n, c.attr("r"), last)
		}
		last = column
		if s, err := strconv.Atoi(c.attr("s")); c.attr("s") != "" && (err != nil || s >= styles) {
			p.errorf("%s!%s has the style %s of %d", sheet, c.attr("r"), c.attr("s"), styles)
		}
		p.cell(sheet+"!"+c.attr("r"), c)
	}
	return last
}

// cell checks what a cell holds.
func (p *parts) cell(where string, c element) {
	p.ordered(where, c, "f v is")
	formula, value, text := c.all("f"), c.all("v"), c.all("is", "t")
	switch kind := c.attr("t"); {
	case kind == "inlineStr":
		if len(formula)+len(value) > 0 || len(text) != 1 {
			p.errorf("%s is a text and something else", where)
		}
		for _, t := range text {
			if strings.Trim(t.Text, " \t\r\n") != t.Text && t.attr("space") != "preserve" {
				p.errorf("%s loses the spaces around %q", where, t.Text)
			}
			if len(utf16.Encode([]rune(t.Text))) > mostText {
				p.errorf("%s is too long", where)
			}
		}
	case kind == "str" && len(formula) == 1 && len(value) == 0: // a formula that says nothing
	case kind != "" && kind != "n":
		p.errorf("%s is of the type %q", where, kind)
	}
	for _, v := range value {
		if _, err := strconv.ParseFloat(v.Text, 64); err != nil || strings.ContainsAny(v.Text, "nN") {
			p.errorf("%s holds %q for a number", where, v.Text)
		}
	}
	for _, f := range formula {
		p.formula(where, f.Text)
		if len(value) == 0 && !strings.Contains(f.Text, `""`) {
			p.errorf("%s has no value beside its formula %s", where, f.Text)
		}
	}
}

// functions are those that we use, which every version of Excel since 2007 has.
var functions = []string{"AND", "IF", "INDEX", "LOG", "LOG10", "MAX", "MIN", "N", "NORMSDIST", "NORMSINV", "OR", "ROUNDUP", "SQRT", "SUM",
	"SUMIF", "SUMPRODUCT", "SUMXMY2"}

var (
	elsewhere = regexp.MustCompile(`'(?:[^']|'')+'!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?`)
	named     = regexp.MustCompile(`[\pL_][\pL\d_.]*\(?`)
	reference = regexp.MustCompile(`^[A-Z]{1,3}\d+$`)
)

// formula checks that Excel can read a formula: what it calls and names is
// there.
func (p *parts) formula(where, text string) {
	if strings.HasPrefix(text, "=") || len(text) > 8192 || strings.Count(text, "(") != strings.Count(text, ")") {
		p.errorf("%s has the formula %s", where, text)
	}
	for _, area := range elsewhere.FindAllString(text, -1) {
		sheet := strings.ReplaceAll(area[1:strings.LastIndex(area, "'")], "''", "'")
		if _, there := p.sheets[sheet]; !there {
			p.errorf("%s refers to the sheet %s, which is not there", where, sheet)
		}
	}
	rest := quoted.ReplaceAllString(elsewhere.ReplaceAllString(text, ""), "")
	for _, word := range named.FindAllString(strings.ReplaceAll(rest, "$", ""), -1) {
		function, isCall := strings.CutSuffix(word, "(")
		switch {
		case isCall && !slices.Contains(functions, function):
			p.errorf("%s calls %s: is it known to Excel?", where, function)
		case !isCall && !reference.MatchString(word) && !p.names[word]:
			p.errorf("%s uses %s, which nothing is named: %s", where, word, text)
		}
	}
}

// extent checks that a sheet says how far it goes, which readers go by.
func (p *parts) extent(name string, root element, columns, rows int) {
	for _, d := range root.all("dimension") {
		_, end, isArea := strings.Cut(d.attr("ref"), ":")
		if !isArea {
			end = d.attr("ref")
		}
		column, row, err := excelize.CellNameToCoordinates(end)
		if err != nil || column < columns || row < rows || row > rows+1 {
			p.errorf("%s says it goes to %s, and goes to column %d, row %d", name, end, columns, rows)
		}
	}
	if len(root.all("dimension")) != 1 {
		p.errorf("%s does not say how far it goes", name)
	}
}

// aside checks what a sheet has besides cells.
func (p *parts) aside(name string, root element) {
	for _, list := range root.all("dataValidations") {
		p.counted(name, list)
		for _, v := range list.Children {
			for attr, most := range map[string]int{"error": 255, "prompt": 255, "errorTitle": 32, "promptTitle": 32} {
				if len(utf16.Encode([]rune(v.attr(attr)))) > most {
					p.errorf("%s: a cell that refuses says too much: %q", name, v.attr(attr))
				}
			}
			p.ordered(name, v, "formula1 formula2")
			if v.attr("sqref") == "" {
				p.errorf("%s: a condition is on no cell", name)
			}
		}
	}
	root.each("oddFooter", func(f element) {
		if len(utf16.Encode([]rune(f.Text))) > 255 {
			p.errorf("%s: the footer is too long: %q", name, f.Text)
		}
	})
	for _, w := range root.all("sheetViews", "sheetView") {
		p.ordered(name, w, "pane selection pivotSelection", "selection")
	}
}
