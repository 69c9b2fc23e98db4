package report

import (
	"github.com/xuri/excelize/v2"
)

// sheet is one sheet being streamed.
type sheet struct {
	stream *excelize.StreamWriter
	rows   int // written so far
}

// sheetColumn is a column of a sheet.
type sheetColumn struct {
	title string
	width float64 // characters
	right bool    // figures and dates
}

// sheet begins a sheet of so many rows and writes the titles of its columns,
// which stay in view, if they have any.
func (b *book) sheet(name string, columns []sheetColumn, rows int) (*sheet, error) {
	if _, err := b.file.NewSheet(name); err != nil {
		return nil, err
	}
	titled := columns[0].title != ""
	if err := b.onPaper(name, len(columns), rows, titled); err != nil {
		return nil, err
	}
	stream, err := b.file.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	for i, c := range columns {
		if err := stream.SetColWidth(i+1, i+1, c.width); err != nil {
			return nil, err
		}
	}
	s := &sheet{stream: stream}
	if !titled {
		return s, nil
	}
	err = stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
	if err != nil {
		return nil, err
	}
	return s, s.add(b.heads(columns)...)
}

// onPaper says how far the sheet goes, which readers need before its rows, and
// how it prints: as wide as the page, with its head on every page.
func (b *book) onPaper(name string, columns, rows int, titled bool) error {
	last, err := excelize.CoordinatesToCellName(columns, max(rows, 1))
	if err != nil {
		return err
	}
	if err := b.file.SetSheetDimension(name, "A1:"+last); err != nil {
		return err
	}
	a4, orientation, fit, tall, wide := 9, "portrait", true, 0, 1
	if columns > 5 {
		orientation = "landscape"
	}
	if err := b.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	err = b.file.SetPageLayout(name, &excelize.PageLayoutOptions{
		Size: &a4, Orientation: &orientation, FitToHeight: &tall, FitToWidth: &wide})
	if err != nil || !titled {
		return err
	}
	return b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", RefersTo: "'" + name + "'!$1:$1", Scope: name})
}

// add writes the next row.
func (s *sheet) add(cells ...excelize.Cell) error { return s.addTall(0, cells) }

// addTall writes the next row so many points high; 0 is the usual height.
func (s *sheet) addTall(height float64, cells []excelize.Cell) error {
	s.rows++
	values := make([]any, len(cells))
	for i, c := range cells {
		values[i] = c
	}
	at, err := excelize.CoordinatesToCellName(1, s.rows)
	if err != nil {
		return err
	}
	return s.stream.SetRow(at, values, excelize.RowOpts{Height: height})
}

// heads returns the cells of a head row.
func (b *book) heads(columns []sheetColumn) []excelize.Cell {
	cells := make([]excelize.Cell, len(columns))
	for i, c := range columns {
		cells[i] = b.cell(asHead, c.title)
		if c.right {
			cells[i] = b.cell(asAmount, c.title)
		}
	}
	return cells
}

// finish ends the sheet.
func (s *sheet) finish() error { return s.stream.Flush() }
