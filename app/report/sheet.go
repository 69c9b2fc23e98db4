package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
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
	rows    int    // in all, with those that charts take below
	extent  string // the last cell; where columns and rows end if empty
	head    int    // row of the columns' titles, which stay in view; 0 for none
	aside   int    // columns that charts take on the right
	upright bool   // printed in portrait
	veiled  veil
	unseen  bool // LibreOffice prints hidden sheets that have an area to print
}

// veil is what a sheet hides from people.
type veil struct {
	columns int   // the first so many
	rows    []int // in no order
}

// sheet is one sheet being streamed.
type sheet struct {
	stream *excelize.StreamWriter
	veiled veil
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
	for i, c := range slices.Backward(f.columns) { // excelize puts each before those it has
		if err := stream.SetColWidth(i+1, i+1, c.width); err != nil {
			return nil, err
		}
	}
	if f.head > 0 {
		err = stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: f.head, TopLeftCell: fmt.Sprintf("A%d", f.head+1), ActivePane: "bottomLeft"})
	}
	if err == nil && f.veiled.columns > 0 {
		err = stream.SetColVisible(1, f.veiled.columns, false)
	}
	return &sheet{stream: stream, veiled: f.veiled}, err
}

// onPaper says how far the sheet goes, which readers need before its rows, and
// how it prints: as wide as the page, with its head on every page.
func (b *book) onPaper(f form) error {
	last := cmp.Or(f.extent, address(len(f.columns), max(f.rows, 1)))
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
	}
	if !f.unseen {
		steps = append(steps, b.named("_xlnm.Print_Area", f.name, fmt.Sprintf("$A$1:%s", absolute(len(f.columns)+f.aside, max(f.rows, 1)))))
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
	return s.stream.SetRow(address(1, s.rows), s.values, excelize.RowOpts{Height: height, Hidden: slices.Contains(s.veiled.rows, s.rows)})
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
