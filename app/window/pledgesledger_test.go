package window

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
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
	rows, err := w.desk.Rows(context.Background(), app.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range []int{0, 1, 127, 128, 129, 255, 256, 300, 5, 299} {
		want, _ := rows.At(i)
		if line, ok := p.ledger.lines.at(i); !ok || line.Line != want {
			t.Errorf("line %d is %+v, want %+v", i, line.Line, want)
		}
	}
	if line, ok := p.ledger.lines.at(301); ok {
		t.Errorf("there is a line beyond the last: %+v", line)
	}
}

func TestLinesAreReadOnceAndLetGo(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	withLines(t, w, linesAtATime*(linesKept+3))
	reads := 0
	l := p.ledger.lines
	l.threads.away = func(f func()) { reads++; f() }
	for i := range l.len() {
		l.at(i)
	}
	if blocks := (l.len()-1)/linesAtATime + 1; reads > blocks || reads < blocks-2 {
		t.Errorf("%d readings for %d blocks, two of which were there", reads, blocks)
	}
	if len(l.blocks) > linesKept {
		t.Errorf("%d blocks are kept", len(l.blocks))
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
	test.Type(p.ledger.filter, "mary")
	if len(held) > 0 || len(paused) != 4 {
		t.Fatalf("%d searches before a pause, %d pauses", len(held), len(paused))
	}
	for _, pause := range paused {
		pause()
	}
	if len(held) != 1 {
		t.Fatalf("%d searches after it", len(held))
	}
	p.ledger.filter.SetText("ohio")
	p.ledger.read()
	held[1]()
	held[0]() // the slower search
	if got := shown(p.ledger); !strings.Contains(got, "5 lines found") || strings.Contains(got, "Maryland") {
		t.Errorf("the ledger shows %s", got)
	}
	w.threads.away = inline.away
	p.ledger.filter.SetText("nowhere")
	p.ledger.read()
	if got := shown(p.ledger); !strings.Contains(got, "“nowhere” is in no region") {
		t.Errorf("the ledger shows %s", got)
	}
	click(t, w, "Show all")
	if got := shown(p.ledger); !strings.Contains(got, "10 lines") {
		t.Errorf("the ledger shows %s", got)
	}
}

func TestVoidNeedsAReasonAndCanBeVoided(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	withLines(t, w, 3)
	choose := func(i int) { p.ledger.list.UnselectAll(); p.ledger.list.Select(i) }
	answer := func(why string) {
		t.Helper()
		if w.Canvas().Overlays().Top() == nil {
			t.Fatal("nothing is asked")
		}
		test.Type(w.Canvas().Focused(), why)
		press(w, fyne.KeyReturn)
	}
	p.ledger.ask()
	if w.Canvas().Overlays().Top() != nil || !p.ledger.act.Disabled() {
		t.Fatal("a void is offered with no line chosen")
	}
	choose(1) // +3
	if got := shown(p.ledger.whole); got != "+3 stall, Ohio 22 Nov 2026, 09:02 · Anna" {
		t.Errorf("the whole line is %q", got)
	}
	click(t, w, "Void…")
	answer("")
	if got := shown(w.Canvas().Overlays().Top()); !strings.Contains(got, "Say why") || w.snapshot.Standing.Pledges != 1006 {
		t.Fatalf("without a reason: %s", got)
	}
	answer("typed twice")
	if w.Canvas().Overlays().Top() != nil || w.snapshot.Standing.Pledges != 1003 {
		t.Fatalf("there are %d pledges", w.snapshot.Standing.Pledges)
	}
	if got := shown(p.ledger); !strings.Contains(got, "void +3") || !strings.Contains(got, "typed twice") || !strings.Contains(got, "voided") {
		t.Errorf("the ledger shows %s", got)
	}
	for i, want := range []int64{1006, 1003} { // back by the void, then out again by the void of the void
		choose(0)
		p.ledger.ask()
		answer(fmt.Sprint("reason ", i))
		if got := w.snapshot.Standing.Pledges; got != want {
			t.Errorf("step %d: %d pledges, want %d", i, got, want)
		}
	}
}

func TestChosenLineStaysChosenWhenOthersComeIn(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	withLines(t, w, 5)
	p.ledger.list.Select(2)
	chosen := p.ledger.chosen.ID
	if _, err := w.desk.Record(app.Entry{Count: 9}); err != nil {
		t.Fatal(err)
	}
	w.changed()
	if p.ledger.chosen.ID != chosen || p.ledger.list.chosen != 3 || p.ledger.act.Disabled() {
		t.Errorf("chosen is %+v, line %d", p.ledger.chosen, p.ledger.list.chosen)
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

// BenchmarkLedgerScroll scrolls one screenful at a time through 100,000 lines.
func BenchmarkLedgerScroll(b *testing.B) {
	l := newLedger(sampleWindow(b, march()))
	plan := l.w.snapshot
	l.columns.of(plan)
	row := newLedgerRow(l.columns)
	row.Resize(fyne.NewSize(984, 30))
	for i := range b.N {
		for j := range 20 {
			u := update(i*20+j, 0, campaign.Added, int64(i), campaign.Cell{Region: "Ohio", Source: "stall"})
			u.Note = fmt.Sprintf("Line %d of the ledger, with a note that is too long for its column by far", i*20+j)
			row.set(ledgerLine{Line: app.Line{Update: u}}, true)
		}
	}
}
