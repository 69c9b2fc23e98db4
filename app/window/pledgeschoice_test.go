package window

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"muster/app"
)

// chooseLine clicks on a line of the ledger, with modifiers held.
func chooseLine(l *ledger, i int, held ...fyne.KeyModifier) {
	l.list.bring(i)
	y := float32(float64(i)-l.list.seen+0.5) * rowHeight(l.list)
	e := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(60, y)}, Button: desktop.MouseButtonPrimary}
	for _, m := range held {
		e.Modifier |= m
	}
	l.list.MouseDown(e)
}

// answerWhy answers the question that lies on top.
func answerWhy(t *testing.T, w *Window, why string) {
	t.Helper()
	if w.Canvas().Overlays().Top() == nil {
		t.Fatal("nothing is asked")
	}
	test.Type(w.Canvas().Focused(), why)
	press(w, fyne.KeyReturn)
}

func TestVoidNeedsAReasonAndCanBeVoided(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	withLines(t, w, 3)
	p.ledger.ask()
	if w.Canvas().Overlays().Top() != nil || !p.ledger.act.Disabled() {
		t.Fatal("a void is offered with no line chosen")
	}
	chooseLine(p.ledger, 1) // +3
	if got := shown(p.ledger.details); !strings.HasPrefix(got, "+3 stall, Ohio 22 Nov 2026, 09:02 · Anna Entered") {
		t.Errorf("the whole line is %q", got)
	}
	click(t, w, "Void…")
	answerWhy(t, w, "")
	if got := shown(w.Canvas().Overlays().Top()); !strings.Contains(got, "Say why") || w.snapshot.Standing.Pledges != 1006 {
		t.Fatalf("without a reason: %s", got)
	}
	answerWhy(t, w, "typed twice")
	if w.Canvas().Overlays().Top() != nil || w.snapshot.Standing.Pledges != 1003 {
		t.Fatalf("there are %d pledges", w.snapshot.Standing.Pledges)
	}
	if got := shown(p.ledger); !strings.Contains(got, "void +3") || !strings.Contains(got, "typed twice") || !strings.Contains(got, "voided") {
		t.Errorf("the ledger shows %s", got)
	}
	if got := shown(p.ledger.details); !strings.Contains(got, "+3 stall") || !strings.Contains(got, "Voided 23 Nov 2026, 09:02: typed twice.") {
		t.Errorf("what is chosen is %q", got)
	}
	for i, want := range []int64{1006, 1003} { // back by the void, then out again by the void of the void
		chooseLine(p.ledger, 0)
		p.ledger.ask()
		answerWhy(t, w, fmt.Sprint("reason ", i))
		if got := w.snapshot.Standing.Pledges; got != want {
			t.Errorf("step %d: %d pledges, want %d", i, got, want)
		}
	}
}

func TestManyAreVoidedWithOneReasonAndUndone(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	withLines(t, w, 40) // the even ones, which are from Ohio, count 400
	p.ledger.filter.region.SetText("Ohio")
	p.ledger.read()
	w.Canvas().Focus(p.ledger.list)
	p.ledger.list.TypedShortcut(&fyne.ShortcutSelectAll{})
	if got := shown(p.ledger); !strings.Contains(got, "20 lines found · 20 chosen") {
		t.Errorf("it says %q", got)
	}
	press(w, fyne.KeyDelete)
	if got := shown(w.Canvas().Overlays().Top()); !strings.Contains(got, "Take 20 lines out of the count?") || !strings.Contains(got, "One Undo") {
		t.Errorf("it asks %q", got)
	}
	answerWhy(t, w, "the wrong sheet")
	if got := w.snapshot.Standing.Pledges; got != 1000+820-400 {
		t.Fatalf("there are %d pledges", got)
	}
	if got := shown(w.shell.toasts); !strings.Contains(got, "20 lines are out of the count.") {
		t.Errorf("the toast says %q", got)
	}
	p.ledger.ask() // the same lines
	answerWhy(t, w, "again")
	if got := w.snapshot.Standing.Pledges; got != 1000+820 {
		t.Errorf("brought back, there are %d pledges", got)
	}
	click(t, w, "Undo")
	if got := w.snapshot.Standing.Pledges; got != 1000+820-400 {
		t.Errorf("after undo there are %d pledges", got)
	}
}

func TestNothingIsVoidedThatNobodyHasSeen(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	withLines(t, w, 9)
	chooseLine(p.ledger, 1)
	chooseLine(p.ledger, 6, fyne.KeyModifierShift)
	p.ledger.ask()
	if _, err := w.desk.Record(app.Entry{Count: 9, At: now.AddDate(0, 0, -3).Add(-time.Hour)}); err != nil { // amid them
		t.Fatal(err)
	}
	answerWhy(t, w, "a slip")
	if got := shown(w.Canvas().Overlays().Top()); !strings.Contains(got, "Somebody has added to the ledger") || w.snapshot.Standing.Pledges != 1045 {
		t.Errorf("there are %d pledges; it says %s", w.snapshot.Standing.Pledges, got)
	}
	press(w, fyne.KeyEscape)
	w.changed()
	if p.ledger.choice.len() != 0 {
		t.Errorf("with a line more among them %v are chosen", p.ledger.choice.spans)
	}
}

func TestChosenLineIsNotCoveredByItsDetails(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	withLines(t, w, 60)
	list := p.ledger.list
	last := int(list.seen + list.page() - 1)
	chooseLine(p.ledger, last)
	if at := float64(last); at < list.seen || at+1 > list.seen+list.page() {
		t.Errorf("line %d is not among those from %v on, %v at once", last, list.seen, list.page())
	}
	p.ledger.columns.widths = make([]float32, len(allColumns))
	for width, want := range map[float32]string{400: "Person 24", 40: "Pers…", 1: "…"} {
		p.ledger.columns.widths[7] = width
		if got := p.ledger.columns.clip(7, "Person 24", 14, fyne.TextStyle{}); got != want {
			t.Errorf("at %v it is cut to %q, want %q", width, got, want)
		}
	}
	p.ledger.columns.widths[columnCount] = 40
	if got := p.ledger.columns.clip(columnCount, "+1,234,567", 14, fyne.TextStyle{}); got != "…" {
		t.Errorf("a number is cut to %q", got)
	}
}

func TestLinesAreChosenByPointerAndKeys(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	withLines(t, w, 60)
	l := p.ledger
	is := func(step string, current int, want ...app.Span) {
		t.Helper()
		if !slices.Equal(l.choice.spans, want) || l.choice.current != current {
			t.Errorf("%s: %v are chosen and the keyboard is at %d; want %v and %d", step, l.choice.spans, l.choice.current, want, current)
		}
	}
	span := func(from, to int) app.Span { return app.Span{From: from, To: to} }
	chooseLine(l, 2)
	is("click", 2, span(2, 3))
	chooseLine(l, 5, fyne.KeyModifierShortcutDefault)
	is("with Ctrl", 5, span(2, 3), span(5, 6))
	chooseLine(l, 8, fyne.KeyModifierShift)
	is("with Shift", 8, span(5, 9))
	chooseLine(l, 6, fyne.KeyModifierShortcutDefault)
	is("with Ctrl again", 6, span(5, 6), span(7, 9))
	if w.Canvas().Focused() != l.list {
		t.Fatal("the list has not the keyboard")
	}
	press(w, fyne.KeyDown)
	is("down", 7, span(7, 8))
	l.list.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(w, fyne.KeyDown)
	press(w, fyne.KeyDown)
	is("down with Shift", 9, span(7, 10))
	l.list.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	l.list.TypedShortcut(command(fyne.KeyDown))
	is("down with Ctrl", 10, span(7, 10))
	press(w, fyne.KeySpace)
	is("space", 10, span(7, 11))
	press(w, fyne.KeySpace)
	is("space again", 10, span(7, 10))
	press(w, fyne.KeyEnd)
	is("end", 60, span(60, 61))
	if l.list.top != l.list.room() {
		t.Errorf("the end is not in sight: at %v of %v", l.list.top, l.list.room())
	}
	press(w, fyne.KeyHome)
	is("home", 0, span(0, 1))
	l.list.TypedShortcut(&fyne.ShortcutSelectAll{})
	is("Ctrl+A", 0, span(0, 61))
	withLines(t, w, 2)
	is("all, with two more", 0, span(0, 63))
}

func TestChosenLinesAreExported(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	withLines(t, w, 20)
	p.ledger.filter.region.SetText("Ohio")
	p.ledger.read()
	path := filepath.Join(t.TempDir(), "lines.csv")
	exported := func() []string {
		t.Helper()
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return strings.Split(strings.TrimSpace(string(text)), "\n")
	}
	p.ledger.exportTo(path)
	if got := exported(); len(got) != 11 || !strings.Contains(got[1], ",Ohio,stall,") {
		t.Errorf("all that match are %q", got)
	}
	if got := shown(w.shell.toasts); !strings.Contains(got, "10 lines saved as") {
		t.Errorf("the toast says %q", got)
	}
	chooseLine(p.ledger, 2)
	chooseLine(p.ledger, 4, fyne.KeyModifierShift)
	p.ledger.exportTo(path)
	if got := exported(); len(got) != 4 {
		t.Errorf("those chosen are %q", got)
	}
}

func TestChosenLineStaysChosenWhenOthersComeIn(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	withLines(t, w, 5)
	chooseLine(p.ledger, 2)
	before, _ := p.ledger.lines.at(2)
	if _, err := w.desk.Record(app.Entry{Count: 9}); err != nil {
		t.Fatal(err)
	}
	w.changed()
	after, _ := p.ledger.lines.at(3)
	if p.ledger.choice.current != 3 || !p.ledger.choice.has(3) || p.ledger.choice.len() != 1 || after.ID != before.ID || p.ledger.act.Disabled() {
		t.Errorf("chosen is %+v", p.ledger.choice.spans)
	}
}
