package window

import (
	"context"
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
	"muster/campaign"
)

// withLines records so many counts, from Ohio and Maryland in turn, one a day
// up to yesterday.
func withLines(t testing.TB, w *Window, n int) {
	t.Helper()
	for i := range n {
		_, err := w.desk.Record(app.Entry{Count: int64(i + 1), At: now.AddDate(0, 0, i-n), By: "Anna",
			Cell: campaign.Cell{Region: []string{"Ohio", "Maryland"}[i%2], Source: "stall"}})
		if err != nil {
			t.Fatal(err)
		}
	}
	w.changed()
}

func TestLedgerShowsTheNewestFirst(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	withLines(t, w, 300)
	got := shown(p.ledger)
	for _, want := range []string{"Ledger · 301 lines", "today 09:02 now 1,000", "yesterday 09:02 +300"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %s", want, got)
		}
	}
	if strings.Index(got, "+300") > strings.Index(got, "+299") {
		t.Error("an older line comes before a newer one")
	}
	rows, err := w.desk.Rows(context.Background(), app.Filter{}, app.Order{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range []int{0, 1, 127, 128, 129, 255, 256, 300, 5, 299} {
		want, _ := rows.Lines(i, 1)
		ready := p.ledger.lines.ready(i, i+1)
		if line, ok := p.ledger.lines.at(i); !ready || !ok || line != want[0] {
			t.Errorf("line %d is %+v, want %+v", i, line, want)
		}
	}
	if line, ok := p.ledger.lines.at(301); ok {
		t.Errorf("there is a line beyond the last: %+v", line)
	}
}

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

func TestLinesAreReadOnceAndLetGo(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	withLines(t, w, linesAtATime*(linesKept+3))
	reads := 0
	l := p.ledger.lines
	l.threads.away = func(f func()) { reads++; f() }
	for i := range l.len() {
		if _, ok := l.at(i); !l.ready(i, i+1) && ok {
			t.Fatalf("line %d is there and not ready", i)
		}
	}
	if blocks := (l.len()-1)/linesAtATime + 1; reads > blocks || reads < blocks-2 {
		t.Errorf("%d readings for %d blocks, two of which were there", reads, blocks)
	}
	if len(l.blocks) > linesKept {
		t.Errorf("%d blocks are kept", len(l.blocks))
	}
}

// TestWhatIsSeenStaysUntilTheNextIsRead holds the disk back while the bar is
// dragged.
func TestWhatIsSeenStaysUntilTheNextIsRead(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	withLines(t, w, linesAtATime*6)
	l := p.ledger
	before := shown(l.list)
	var held []func()
	l.lines.threads.away = func(f func()) { held = append(held, f) }
	for _, part := range []float32{2, 9, 9, -9, 20, 20} {
		l.list.bar.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(0, l.list.bar.Size().Height/part)})
	}
	if len(held) != 1 || shown(l.list) != before || l.list.seen != 0 || l.list.top == 0 {
		t.Fatalf("%d readings; at %v the list shows what is at %v", len(held), l.list.top, l.list.seen)
	}
	for len(held) > 0 {
		next := held[0]
		held = held[1:]
		next()
	}
	first, _ := l.lines.at(int(l.list.top))
	if l.list.seen != l.list.top || !strings.Contains(shown(l.list), whatCounts(first)) {
		t.Errorf("at %v the list shows what is at %v: %s", l.list.top, l.list.seen, shown(l.list))
	}
	if len(l.lines.blocks) > 5 {
		t.Errorf("%d blocks were read, some of which were only passed", len(l.lines.blocks))
	}
	l.list.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 1e9)})
	if l.list.top != 0 || shown(l.list) != before {
		t.Error("the wheel does not lead back to the top")
	}
}

func TestFilterWaitsForAPauseAndTakesTheLast(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	withLines(t, w, 9)
	var paused, held []func()
	w.threads.after = func(_ time.Duration, f func()) func() {
		paused = append(paused, f)
		i := len(paused) - 1
		return func() { paused[i] = func() {} }
	}
	w.threads.away = func(f func()) { held = append(held, f) }
	test.Type(p.ledger.filter.text, "mary")
	if len(held) > 0 || len(paused) != 4 {
		t.Fatalf("%d searches before a pause, %d pauses", len(held), len(paused))
	}
	for _, pause := range paused {
		pause()
	}
	if len(held) != 1 {
		t.Fatalf("%d searches after it", len(held))
	}
	p.ledger.filter.text.SetText("ohio")
	p.ledger.read()
	held[1]()
	held[0]() // the slower search
	if got := shown(p.ledger); !strings.Contains(got, "5 lines found") || strings.Contains(got, "Maryland") {
		t.Errorf("the ledger shows %s", got)
	}
	w.threads.away = inline.away
	p.ledger.filter.text.SetText("nowhere")
	p.ledger.read()
	if got := shown(p.ledger); !strings.Contains(got, "No line goes with the filter") {
		t.Errorf("the ledger shows %s", got)
	}
	click(t, w, "Show all")
	if got := shown(p.ledger); !strings.Contains(got, "10 lines") {
		t.Errorf("the ledger shows %s", got)
	}
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

func TestTitlesPutTheLinesInOrder(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	withLines(t, w, 30)
	l := p.ledger
	first := func() string { row, _ := l.lines.at(0); return whatCounts(row) }
	for _, step := range []struct {
		column     int
		want, says string
	}{
		{columnCount, "now 1,000", "Count, in falling order"}, {columnCount, "+1", "Count, in rising order"},
		{0, "now 1,000", "When, in falling order"}, {0, "+1", "When, in rising order"},
		{3, "now 1,000", "Region, in rising order"}, {3, "+29", "Region, in falling order"},
	} {
		title := l.head.titles[step.column]
		w.Canvas().Focus(title)
		press(w, fyne.KeyReturn)
		if first() != step.want || title.AccessibilityLabel() != step.says {
			t.Errorf("%s: the first line is %s, want %s", title.AccessibilityLabel(), first(), step.want)
		}
	}
	if got := shown(l.head); !strings.Contains(got, "Region ↓") || strings.Count(got, "↓")+strings.Count(got, "↑") != 1 {
		t.Errorf("the titles are %s", got)
	}
}

func TestFilterHasFields(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	withLines(t, w, 30)
	l := p.ledger
	for _, c := range []struct {
		fill func(f *ledgerFilter)
		want string
	}{
		{func(f *ledgerFilter) { f.region.SetText("mary") }, "15 lines found"},
		{func(f *ledgerFilter) { f.source.SetText("stall") }, "30 lines found"},
		{func(f *ledgerFilter) { f.by.SetText("an") }, "30 lines found"},
		{func(f *ledgerFilter) { f.from.SetText("2026-11-20") }, "4 lines found"}, // and the example's own
		{func(f *ledgerFilter) { f.to.SetText("2026-10-26") }, "3 lines found"},
		{func(f *ledgerFilter) {
			f.from.SetText("2026-11-20")
			f.to.SetText("2026-11-21")
			f.region.SetText("virg")
		}, "0 lines found"},
	} {
		c.fill(l.filter)
		l.read()
		if got := shown(l); !strings.Contains(got, c.want) {
			t.Errorf("want %s: the ledger shows %s", c.want, got)
		}
		l.showAll()
	}
	l.filter.from.SetText("2026-11-20")
	l.filter.to.SetText("2026-11-02")
	l.read()
	if got := shown(l); !strings.Contains(got, "the wrong way round") {
		t.Errorf("of days the wrong way round the ledger says %s", got)
	}
	l.filter.to.SetText("2026-13-02")
	l.read()
	if got := shown(l); !strings.Contains(got, "not a date") {
		t.Errorf("of a day that is none the ledger says %s", got)
	}
	click(t, w, "Clear")
	if got := shown(l); !strings.Contains(got, "31 lines") || strings.Contains(got, "not a date") {
		t.Errorf("cleared, the ledger shows %s", got)
	}
}

func TestSearchShowsWhatThereIsSoFar(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	withLines(t, w, 20)
	l := p.ledger
	some, err := w.desk.Rows(t.Context(), app.Filter{Region: "Ohio"}, app.Order{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	l.search.asked++
	l.search.filter = app.Filter{Region: "Ohio"}
	tell := l.progress(l.search.asked, false)
	tell(some)
	if got := shown(l); !strings.Contains(got, "10 found in 21 of 21 lines") || strings.Contains(got, "Maryland") {
		t.Errorf("on the way the ledger shows %s", got)
	}
	chooseLine(l, 3)
	tell(some)
	if l.choice.len() != 1 {
		t.Error("what is chosen on the way is lost")
	}
	l.read() // of something else
	tell(some)
	if got := shown(l); !strings.Contains(got, "21 lines") {
		t.Errorf("after that the ledger shows %s", got)
	}
}

func TestLedgerThatCannotBeReadSaysWhy(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	withLines(t, w, 3)
	path := filepath.Join(w.muster.Dir(), "muster.db")
	if err := os.Rename(path, path+".away"); err != nil {
		t.Fatal(err)
	}
	p.ledger.read()
	if got := shown(p.ledger); !strings.Contains(got, "The ledger cannot be read There is no data at") {
		t.Errorf("the ledger shows %s", got)
	}
	if err := os.Rename(path+".away", path); err != nil {
		t.Fatal(err)
	}
	click(t, w, "Try again")
	if got := shown(p.ledger); !strings.Contains(got, "4 lines") || strings.Contains(got, "cannot") {
		t.Errorf("the ledger shows %s", got)
	}
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
	p.ledger.exportTo(strings.TrimSuffix(path, ".csv")) // nobody was asked whether to replace it
	if got := shown(w.shell.toasts); !strings.Contains(got, "There is lines.csv already") || len(exported()) != 4 {
		t.Errorf("the toast says %q", got)
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

func TestEmptyLedgerSaysWhatToDo(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	c, err := w.muster.Create(campaign.Campaign{Name: "Library"})
	if err != nil {
		t.Fatal(err)
	}
	w.open(c.ID)
	if got := shown(p.ledger); !strings.Contains(got, "Nothing is counted yet Type the first count above") {
		t.Errorf("the ledger shows %s", got)
	}
	fill(w, p.form.count, "7")
	press(w, fyne.KeyReturn)
	if got := shown(p.ledger); !strings.Contains(got, "1 line") || strings.Contains(got, "Nothing") {
		t.Errorf("the ledger shows %s", got)
	}
}
