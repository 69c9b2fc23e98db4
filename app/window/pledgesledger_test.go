package window

import (
	"context"
	"os"
	"path/filepath"
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
	for _, want := range []string{"Ledger · 301 lines", "today 09:02 total 1,000", "yesterday 09:02 +300"} {
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

func TestTitlesPutTheLinesInOrder(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	withLines(t, w, 30)
	l := p.ledger
	first := func() string { row, _ := l.lines.at(0); return whatCounts(row) }
	for _, step := range []struct {
		column     int
		want, says string
	}{
		{columnCount, "total 1,000", "Count, in falling order"}, {columnCount, "+1", "Count, in rising order"},
		{0, "total 1,000", "When, in falling order"}, {0, "+1", "When, in rising order"},
		{3, "total 1,000", "Region, in rising order"}, {3, "+29", "Region, in falling order"},
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
