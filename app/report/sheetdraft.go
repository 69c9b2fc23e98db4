package report

import (
	"maps"
	"slices"

	"github.com/xuri/excelize/v2"

	"muster/campaign"
)

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
	wide := len(d.columns)
	for _, name := range slices.Sorted(maps.Keys(d.names)) {
		if err := d.named(name, d.form.name, d.names[name]); err != nil {
			return err
		}
	}
	for _, row := range d.all {
		d.widen(row)
		wide = max(wide, len(row))
	}
	d.extent = address(wide, max(len(d.all), 1))
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

// mostCount is the most that a count can be.
const mostCount = float64(campaign.MaxCount)
