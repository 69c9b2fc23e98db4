package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"muster/app"
)

// ledgerList is the virtual list of the ledger's lines. A line is chosen as a
// whole, which is why it is a list with columns and not a table of cells.
type ledgerList struct {
	widget.List
	ledger *ledger
	chosen int // index
}

func newLedgerList(l *ledger) *ledgerList {
	list := &ledgerList{ledger: l, chosen: -1}
	list.Length = l.lines.len
	list.CreateItem = func() fyne.CanvasObject { return newLedgerRow(l.columns) }
	list.UpdateItem = func(i widget.ListItemID, item fyne.CanvasObject) { item.(*ledgerRow).set(l.lines.at(i)) }
	list.OnSelected = func(i widget.ListItemID) {
		list.chosen = i
		line, _ := l.lines.at(i)
		l.choose(line.Line)
	}
	list.OnUnselected = func(widget.ListItemID) {
		list.chosen = -1
		l.choose(app.Line{})
	}
	list.ExtendBaseWidget(list)
	return list
}

// first returns the first line that is seen.
func (l *ledgerList) first() int {
	row := newLedgerRow(l.ledger.columns).MinSize().Height + l.Theme().Size("padding")
	return int(l.GetScrollOffset() / row)
}

// TypedKey implements fyne.Focusable: Enter chooses a line and asks what to do
// with it, Delete voids it, Escape is passed on.
func (l *ledgerList) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		passOn(l, k)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDelete:
		l.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		l.ledger.ask()
	default:
		l.List.TypedKey(k)
	}
}
