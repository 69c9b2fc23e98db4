package report

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"muster/campaign"
)

// sheetColumn is a column of a sheet.
type sheetColumn struct {
	title string
	width float64 // characters
	right bool    // figures and dates
}

// form is how a sheet is laid out.
type form struct {
	name    string
	columns []sheetColumn
	rows    int  // in all
	head    int  // row of the columns' titles, which stay in view; 0 for none
	aside   int  // columns that charts take on the right
	upright bool // printed in portrait
}

// sheet is one sheet being streamed.
type sheet struct {
	stream *excelize.StreamWriter
	rows   int   // written so far
	values []any // of a row, used again
}

// begin begins a sheet that there is.
func (b *book) begin(f form) (*sheet, error) {
	if err := b.onPaper(f); err != nil {
		return nil, err
	}
	stream, err := b.file.NewStreamWriter(f.name)
	if err != nil {
		return nil, err
	}
	for i, c := range f.columns {
		if err := stream.SetColWidth(i+1, i+1, c.width); err != nil {
			return nil, err
		}
	}
	if f.head > 0 {
		err = stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: f.head, TopLeftCell: fmt.Sprintf("A%d", f.head+1), ActivePane: "bottomLeft"})
	}
	return &sheet{stream: stream}, err
}

// onPaper says how far the sheet goes, which readers need before its rows, and
// how it prints: as wide as the page, with its head on every page.
func (b *book) onPaper(f form) error {
	last := address(len(f.columns), max(f.rows, 1))
	if err := b.file.SetSheetDimension(f.name, "A1:"+last); err != nil {
		return err
	}
	size, orientation, fit, tall, wide, grid := 9, "landscape", true, 0, 1, false
	if b.paper == Letter {
		size = 1
	}
	if f.upright {
		orientation = "portrait"
	}
	side, above, below, foot := 0.4, 0.5, 0.7, 0.3 // inches
	steps := []error{
		b.file.SetSheetProps(f.name, &excelize.SheetPropsOptions{FitToPage: &fit}),
		b.file.SetPageLayout(f.name, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToHeight: &tall, FitToWidth: &wide}),
		b.file.SetPageMargins(f.name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &above, Bottom: &below, Header: &foot, Footer: &foot}),
		b.file.SetSheetView(f.name, 0, &excelize.ViewOptions{ShowGridLines: &grid}),
		b.file.SetHeaderFooter(f.name, &excelize.HeaderFooterOptions{OddFooter: "&L" + atFoot(b.Campaign.Name) + "&C&A&R&P / &N"}),
		b.named("_xlnm.Print_Area", f.name, fmt.Sprintf("$A$1:%s", absolute(len(f.columns)+f.aside, max(f.rows, 1)))),
	}
	if f.head > 0 {
		steps = append(steps, b.named("_xlnm.Print_Titles", f.name, fmt.Sprintf("$%[1]d:$%[1]d", f.head)))
	}
	for _, err := range steps {
		if err != nil {
			return err
		}
	}
	return nil
}

// mostFooter is how much of a name stands at the foot of a page, where Excel
// takes 255 characters in all.
const mostFooter = 40

// atFoot returns a name for the foot of a page, where an ampersand begins a
// command.
func atFoot(name string) string {
	runes := []rune(strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' {
			return ' '
		}
		return r
	}, cellText(name)))
	return strings.ReplaceAll(string(runes[:min(len(runes), mostFooter)]), "&", "&&")
}

// named gives cells of a sheet a name, that of a print area within the sheet.
func (b *book) named(name, sheet, cells string) error {
	d := &excelize.DefinedName{Name: name, RefersTo: on(sheet, cells)}
	if strings.HasPrefix(name, "_xlnm") {
		d.Scope = sheet
	}
	return b.file.SetDefinedName(d)
}

// add writes the next row.
func (s *sheet) add(cells ...excelize.Cell) error { return s.addTall(0, cells) }

// addTall writes the next row so many points high; 0 is the usual height.
func (s *sheet) addTall(height float64, cells []excelize.Cell) error {
	s.rows++
	s.values = s.values[:0]
	for i := range cells {
		if cells[i] == (excelize.Cell{}) {
			s.values = append(s.values, nil)
		} else {
			s.values = append(s.values, &cells[i])
		}
	}
	return s.stream.SetRow(address(1, s.rows), s.values, excelize.RowOpts{Height: height})
}

// finish ends the sheet.
func (s *sheet) finish() error { return s.stream.Flush() }

// heads writes a head row.
func (s *sheet) heads(b *book, columns []sheetColumn) error {
	cells := b.heads(columns)
	return s.addTall(b.height(cells, columns), cells)
}

// heads returns the cells of a head row.
func (b *book) heads(columns []sheetColumn) []excelize.Cell {
	cells := make([]excelize.Cell, len(columns))
	for i, c := range columns {
		l := asHead
		if c.right {
			l = asAmount
		}
		cells[i] = b.cell(l, c.title)
	}
	return cells
}

// draft is a short sheet, gathered before it is written.
type draft struct {
	*book
	form
	all   [][]excelize.Cell
	names map[string]string // of cells
}

// draft begins a short sheet with lines about it above its table.
func (b *book) draft(f form, leads ...string) *draft {
	d := &draft{book: b, form: f, names: map[string]string{}}
	for _, lead := range leads {
		d.row(b.cell(asLead, lead))
	}
	return d
}

// row adds a row and returns its number.
func (d *draft) row(cells ...excelize.Cell) int {
	d.all = append(d.all, cells)
	return len(d.all)
}

// next returns the number of the next row.
func (d *draft) next() int { return len(d.all) + 1 }

// heading adds the titles of the columns, which stay in view.
func (d *draft) heading() { d.head = d.row(d.heads(d.columns)...) }

// part adds a title over the rows that follow, with titles of its columns.
func (d *draft) part(titles ...string) int {
	d.row()
	cells := make([]excelize.Cell, len(d.columns))
	for i := range cells {
		cells[i] = d.cell(asPart, "")
		if i < len(titles) {
			l := asPart
			l.right = i > 0 && d.columns[i].right
			l.wrap = i > 0
			cells[i] = d.cell(l, titles[i])
		}
	}
	return d.row(cells...)
}

// name gives the rows from one to another of a column a name; the rows of a
// table without any are the one where its first would be.
func (d *draft) name(name string, column, from, to int) {
	cells := absolute(column, from)
	if to > from {
		cells += ":" + absolute(column, to)
	}
	d.names[name] = cells
}

// finish writes the sheet.
func (d *draft) finish() error {
	d.rows = max(d.rows, len(d.all))
	for _, name := range slices.Sorted(maps.Keys(d.names)) {
		if err := d.named(name, d.form.name, d.names[name]); err != nil {
			return err
		}
	}
	for _, row := range d.all {
		d.widen(row)
	}
	s, err := d.begin(d.form)
	if err != nil {
		return err
	}
	for _, row := range d.all {
		if err := s.addTall(d.height(row), row); err != nil {
			return err
		}
	}
	return s.finish()
}

// address returns the name of a cell, such as B7; columns and rows count from 1.
func address(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		panic(err) // our own columns are few
	}
	return name
}

// absolute returns the name of a cell that stays when it is copied: $B$7.
func absolute(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row, true)
	if err != nil {
		panic(err)
	}
	return name
}

// on returns cells of a sheet as formulas refer to them.
func on(sheet, cells string) string {
	return "'" + strings.ReplaceAll(sheet, "'", "''") + "'!" + cells
}

// sheetName returns a text that can be the name of a sheet.
func sheetName(text string) string {
	runes := []rune(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) {
			return -1
		}
		return r
	}, text))
	return strings.Trim(string(runes[:min(len(runes), excelize.MaxSheetNameLength)]), "'")
}

// limits keeps what is typed into cells of a column within bounds.
func (d *draft) limits(column, from, to int, least, most float64, why string) error {
	if to < from {
		return nil
	}
	v := excelize.NewDataValidation(true)
	v.Sqref = address(column, from) + ":" + address(column, to)
	if err := v.SetRange(least, most, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween); err != nil {
		return err
	}
	v.SetError(excelize.DataValidationErrorStyleStop, "Muster", why)
	return d.file.AddDataValidation(d.form.name, v)
}

// count is the most that a count can be.
const mostCount = float64(campaign.MaxCount)
