package window

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Focusable    = (*ledgerList)(nil)
	_ fyne.Scrollable   = (*ledgerList)(nil)
	_ fyne.Shortcutable = (*ledgerList)(nil)
	_ desktop.Keyable   = (*ledgerList)(nil)
	_ desktop.Mouseable = (*ledgerList)(nil)
	_ desktop.Hoverable = (*ledgerList)(nil)
)

// ledgerList is the virtual list of the ledger's lines: as many rows as are
// seen, whatever there are. Fyne's own list places its rows in pixels from the
// first, for which its numbers are too coarse from some 300,000 lines on; this
// one counts in lines. What is seen stays until the lines to be seen next have
// been read.
type ledgerList struct {
	widget.BaseWidget
	lines   *ledgerLines
	columns *ledgerColumns
	choice  *ledgerChoice
	bar     *ledgerBar
	rows    []*ledgerRow   // that are shown in turn
	shows   []int          // which line each shows; -1 for none
	top     float64        // lines above what is to be seen
	seen    float64        // lines above what is seen
	height  float32        // that it was laid out at
	pointer *fyne.Position // nil while it is elsewhere
	focused bool
	shift   bool // is held
	act     func()
}

func newLedgerList(lines *ledgerLines, columns *ledgerColumns, choice *ledgerChoice) *ledgerList {
	l := &ledgerList{lines: lines, columns: columns, choice: choice, act: func() {}}
	l.bar = newLedgerBar(l)
	l.ExtendBaseWidget(l)
	return l
}

// page returns how many lines are seen at once.
func (l *ledgerList) page() float64 { return float64(l.Size().Height / rowHeight(l)) }

// room returns how far the list can be scrolled.
func (l *ledgerList) room() float64 { return max(0, float64(l.lines.len())-l.page()) }

// scrollTo brings another line to the top.
func (l *ledgerList) scrollTo(top float64) {
	l.top = min(max(0, top), l.room())
	l.bar.place()
	l.follow()
}

// follow shows what is to be seen as soon as it can be.
func (l *ledgerList) follow() {
	if !l.lines.ready(int(l.top), int(math.Ceil(l.top+l.page()))) {
		return
	}
	l.seen = l.top
	l.place()
}

// again shows all rows anew: the lines, the order or the columns are others.
func (l *ledgerList) again() {
	for i := range l.shows {
		l.shows[i] = -1
	}
	l.top = min(l.top, l.room())
	l.seen = l.top
	l.bar.place()
	l.follow()
	l.place()
}

// place puts the rows where they are seen. A row that shows its line already
// is only moved.
func (l *ledgerList) place() {
	size := l.Size()
	if size.Height <= 0 || len(l.rows) == 0 {
		return
	}
	height, hovered := rowHeight(l), -1
	if l.pointer != nil {
		hovered = l.lineAt(*l.pointer)
	}
	first := int(l.seen)
	for i := first; i < first+len(l.rows); i++ {
		at := i % len(l.rows)
		row := l.rows[at]
		line, ok := l.lines.at(i)
		row.Hidden = !ok || i >= l.lines.len()
		if row.Hidden {
			l.shows[at] = -1
			continue
		}
		y := float32((float64(i) - l.seen) * float64(height))
		place(row, 0, y, size.Width-barWidth, height)
		marks := rowMarks{chosen: l.choice.has(i), focused: l.focused && i == l.choice.current, hovered: i == hovered}
		if l.shows[at] == i {
			row.mark(marks)
		} else {
			l.shows[at] = i
			row.set(line, marks)
		}
	}
	canvas.Refresh(l)
}

// bring scrolls no further than needed for a line to be seen.
func (l *ledgerList) bring(i int) {
	switch at := float64(i); {
	case at < l.top:
		l.scrollTo(at)
	case at+1 > l.top+l.page():
		l.scrollTo(at + 1 - l.page())
	default:
		l.place()
	}
}

// Scrolled implements fyne.Scrollable.
func (l *ledgerList) Scrolled(e *fyne.ScrollEvent) {
	l.scrollTo(l.top - float64(e.Scrolled.DY/rowHeight(l)))
}

// lineAt returns the line at a height, or -1.
func (l *ledgerList) lineAt(p fyne.Position) int {
	i := int(math.Floor(l.seen + float64(p.Y/rowHeight(l))))
	if i >= l.lines.len() || p.X > l.Size().Width-barWidth {
		return -1
	}
	return i
}

// MouseDown implements desktop.Mouseable: a click chooses a line, with Ctrl (or
// the command key) one more, with Shift all up to it.
func (l *ledgerList) MouseDown(e *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
	i := l.lineAt(e.Position)
	switch {
	case i < 0 || e.Button != desktop.MouseButtonPrimary:
		return
	case e.Modifier&fyne.KeyModifierShift != 0:
		l.choice.reach(i)
	case e.Modifier&fyne.KeyModifierShortcutDefault != 0:
		l.choice.toggle(i)
	default:
		l.choice.only(i)
	}
	l.place()
}

// MouseUp implements desktop.Mouseable.
func (l *ledgerList) MouseUp(*desktop.MouseEvent) {}

// MouseIn implements desktop.Hoverable.
func (l *ledgerList) MouseIn(e *desktop.MouseEvent) { l.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (l *ledgerList) MouseMoved(e *desktop.MouseEvent) {
	before := l.pointer
	l.pointer = &e.Position
	if before == nil || l.lineAt(*before) != l.lineAt(e.Position) {
		l.place()
	}
}

// MouseOut implements desktop.Hoverable.
func (l *ledgerList) MouseOut() {
	l.pointer = nil
	l.place()
}

// CreateRenderer implements fyne.Widget.
func (l *ledgerList) CreateRenderer() fyne.WidgetRenderer { return &ledgerListRenderer{l} }

type ledgerListRenderer struct{ list *ledgerList }

func (r *ledgerListRenderer) Destroy()           {}
func (r *ledgerListRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 2*rowHeight(r.list)) }

func (r *ledgerListRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, len(r.list.rows)+1)
	for _, row := range r.list.rows {
		objects = append(objects, row)
	}
	return append(objects, r.list.bar)
}

// Layout makes as many rows as may be seen in part.
func (r *ledgerListRenderer) Layout(size fyne.Size) {
	l := r.list
	for n := int(l.page()) + 2; len(l.rows) < n; {
		l.rows, l.shows = append(l.rows, newLedgerRow(l.columns)), append(l.shows, -1)
	}
	for i := range l.shows {
		l.shows[i] = -1 // which row shows which line goes by their number
	}
	place(l.bar, size.Width-barWidth, 0, barWidth, size.Height)
	before := float64(l.height / rowHeight(l))
	l.height = size.Height
	l.scrollTo(l.top)
	if at := float64(l.choice.current); at >= l.top && at < l.top+before {
		l.bring(l.choice.current) // the details of a line must not cover it
	}
}

func (r *ledgerListRenderer) Refresh() {
	r.list.again()
	r.list.bar.Refresh()
}
