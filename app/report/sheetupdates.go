package report

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"muster/app"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

func updateColumns() []sheetColumn {
	return []sheetColumn{
		{say.Text("When"), 21, true}, {say.Text("Measure"), 16, false}, {say.Text("Kind"), 10, false}, {say.Text("Count"), 20, true}, {say.Text("Region"), 20, false}, {say.Text("Source"), 18, false},
		{say.Text("Tier"), 18, false}, {say.Text("By"), 16, false}, {say.Text("Note"), 40, false}, {say.Text("Void"), 8, false}, {say.Text("Update id"), 38, false},
	}
}

// updateWriter streams the ledger. Its cells are made once and used for every
// row, and the words that come again and again are said once: there may be a
// million rows.
type updateWriter struct {
	*book
	sheet    *sheet
	number   int // of the sheet
	left     int // updates that are still to come
	cells    [11]excelize.Cell
	row      []any
	measures map[string]string
	kinds    [campaign.Void + 1]string
	void     string
}

// updateSheets writes the ledger, on another sheet when one is full.
func (b *book) updateSheets(lines Lines) error {
	u := &updateWriter{book: b, left: b.Standing.Updates, measures: map[string]string{}, void: say.Text("void")}
	u.kinds[campaign.Added], u.kinds[campaign.Reading], u.kinds[campaign.Void] = say.Text("added"), say.Text("reading"), say.Text("void")
	when, count, text := b.style(asMoment), b.style(asCount), b.style(asText)
	for i := range u.cells {
		u.cells[i].StyleID = text
		u.row = append(u.row, &u.cells[i])
	}
	u.cells[0].StyleID, u.cells[3].StyleID = when, count
	if err := u.turn(); err != nil {
		return err
	}
	if err := lines(u.write); err != nil {
		return err
	}
	return u.sheet.finish()
}

// turn begins the next sheet, for as many of the updates as it holds.
func (u *updateWriter) turn() error {
	u.number++
	f := form{name: sheetUpdates(), columns: updateColumns(), head: 1, rows: min(u.most, max(u.left, 0)+1)}
	if u.number > 1 {
		f.name = sheetName(fmt.Sprintf("%s %d", sheetUpdates(), u.number))
		if _, err := u.file.NewSheet(f.name); err != nil {
			return err
		}
	}
	u.left -= u.most - 1
	if err := u.file.AutoFilter(f.name, "A1:"+address(len(f.columns), f.rows), nil); err != nil {
		return err
	}
	var err error
	if u.sheet, err = u.begin(f); err != nil {
		return err
	}
	return u.sheet.heads(u.book, f.columns)
}

// write writes an update.
func (u *updateWriter) write(l app.Line) error {
	if u.sheet.rows == u.most {
		if err := u.sheet.finish(); err != nil {
			return err
		}
		if err := u.turn(); err != nil {
			return err
		}
	}
	c := &u.cells
	c[0].Value = serial(l.At.In(u.Zone))
	u.put(1, u.measure(l.Measure))
	u.put(2, u.kinds[l.Kind])
	if c[3].Value = l.Count; l.Kind == campaign.Void {
		c[3].Value = nil
	}
	for i, text := range [...]string{l.Region, l.Source, l.Tier, l.By, l.Note} {
		u.put(4+i, cellText(text))
	}
	if u.row[9] = nil; !l.VoidedBy.IsZero() {
		u.put(9, u.void)
	}
	u.put(10, l.ID.String())
	u.sheet.rows++
	return u.sheet.stream.SetRow(address(1, u.sheet.rows), u.row)
}

// measure returns what a measure is called.
func (u *updateWriter) measure(name string) string {
	said, ok := u.measures[name]
	if !ok {
		said = cellText(phrase.Measure(name))
		u.measures[name] = said
	}
	return said
}

// put puts a text into a cell of the row, or leaves it out.
func (u *updateWriter) put(i int, text string) {
	if u.row[i] = nil; text != "" {
		u.cells[i].Value = text
		u.row[i] = &u.cells[i]
	}
}
