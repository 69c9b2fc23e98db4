package window

import "fyne.io/fyne/v2"

// listLines lays out the rows of a list. Titles stand above the first alone,
// unless a row takes more than one line.
type listLines struct {
	list *planList
	gap  float32 // between rows: more where they take several lines
}

// MinSize implements fyne.Layout.
func (l *listLines) MinSize(o []fyne.CanvasObject) fyne.Size { return column{gap: l.gap}.MinSize(o) }

// Layout implements fyne.Layout.
func (l *listLines) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.gap = spaceS
	for i, row := range l.list.rows {
		broken := l.list.least(row) > size.Width
		if broken {
			l.gap = spaceL
		}
		for _, cell := range row.cells {
			cell.field.titled(i == 0 || broken)
		}
	}
	column{gap: l.gap}.Layout(o, size)
}

const (
	cellGap  = 10 // between the cells of a row
	tailRoom = 40 // for the button behind them
)

// least returns how wide a row on one line must be.
func (l *planList) least(row *planListRow) float32 {
	width := float32(tailRoom)
	for j, column := range l.columns {
		if row.cells[j].field.Visible() {
			width += column.room.least + cellGap
		}
	}
	return width - cellGap
}
