package window

import "testing"

// TestFormMakesRoomForTheLedger works with the ledger in a low window: the form
// keeps one row, unless more of it is filled in or wanted.
func TestFormMakesRoomForTheLedger(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	w.Resize(smallest)
	withLines(t, w, 30)
	l, before := p.ledger, p.ledger.list.Size().Height
	if p.form.seldom.Hidden {
		t.Fatal("the form is folded while nobody works with the ledger")
	}
	l.choice.only(3)
	if !p.form.seldom.Hidden || l.list.Size().Height < before {
		t.Errorf("with a line chosen the form is folded: %t; the list is %v high, was %v", p.form.seldom.Hidden, l.list.Size().Height, before)
	}
	p.begin()
	if p.form.seldom.Hidden || w.Canvas().Focused() != p.form.count {
		t.Error("the form does not come back for a count")
	}
	p.form.note.Text = "at the door"
	l.read()
	if p.form.seldom.Hidden {
		t.Error("a note that is typed is hidden")
	}
	p.form.note.Text = ""
	l.read()
	if !p.form.seldom.Hidden {
		t.Error("the form does not make room again")
	}
	w.Resize(usual)
	l.read()
	if p.form.seldom.Hidden {
		t.Error("the form is folded where there is room")
	}
}
