package window

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"muster/app"
	"muster/campaign"
)

// The big campaign: three years, 50 regions, 4 sources, 30 people.
const bigLines = 1_000_000

// bigMuster opens a data folder with the big campaign, made once.
var bigMuster = sync.OnceValues(func() (*app.Muster, error) {
	folder, err := os.MkdirTemp("", "muster-ledger-")
	if err != nil {
		return nil, err
	}
	removeAtEnd = folder
	return withCounts(folder, bigLines)
})

// withCounts opens a data folder with a campaign of so many updates.
func withCounts(folder string, n int) (*app.Muster, error) {
	counts := filepath.Join(folder, "counts.csv")
	if err := writeCounts(counts, n); err != nil {
		return nil, err
	}
	m, err := app.Open(filepath.Join(folder, "data"), func() time.Time { return now })
	if err != nil {
		return nil, err
	}
	plan := march()
	plan.ID, plan.Name, plan.TimeZone = campaign.ID{}, "Big", "America/New_York"
	c, err := m.Create(plan)
	if err != nil {
		return nil, err
	}
	desk, err := m.Desk(c.ID)
	if err != nil {
		return nil, err
	}
	_, err = desk.Import(context.Background(), counts, app.ImportOptions{})
	return m, err
}

var removeAtEnd string // a folder

func TestMain(m *testing.M) {
	code := m.Run()
	if removeAtEnd != "" {
		os.RemoveAll(removeAtEnd)
	}
	os.Exit(code)
}

func writeCounts(path string, n int) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w, r := bufio.NewWriter(f), rand.New(rand.NewPCG(1, 2))
	fmt.Fprintln(w, "at,added,region,source,by,note")
	const span = 3 * 365 * 24 * time.Hour
	for i := range n {
		at := now.Add(time.Duration(i-n) * (span / time.Duration(n)))
		note := ""
		if r.IntN(3) == 0 {
			note = fmt.Sprintf("sheet %d, from the stall on the square and the doors around it", i)
		}
		fmt.Fprintf(w, "%s,%d,Region %02d,source %d,Person %02d,\"%s\"\n", at.Format("2006-01-02T15:04:05.000Z"), 1+r.IntN(5), r.IntN(50), r.IntN(4), r.IntN(30), note)
	}
	return w.Flush()
}

// bigLedger returns the Pledges screen of a window on the big campaign.
func bigLedger(b *testing.B) (*Window, *ledger) {
	b.Helper()
	m, err := bigMuster()
	if err != nil {
		b.Fatal(err)
	}
	w := build(test.NewTempApp(b), m, inline)
	w.Resize(usual)
	w.start()
	l := pledgesOf(w).ledger
	if l.lines.len() != bigLines {
		b.Fatalf("there are %d lines", l.lines.len())
	}
	w.Canvas().Capture() // so that all is laid out
	return w, l
}

// BenchmarkLedgerScroll scrolls the ledger of a million lines by a screenful at
// a time: the lines are read from the disk, set and drawn by the software
// renderer. What the scrolling changes is drawn by itself, at the size it has
// in the window, and then all of the window, most of which is its background.
func BenchmarkLedgerScroll(b *testing.B) {
	w, l := bigLedger(b)
	page := float32(int(l.list.page())) * rowHeight(l.list)
	alone, size := software.NewTransparentCanvas(), l.list.Size()
	alone.SetPadded(false)
	var set, list, window time.Duration
	for b.Loop() {
		start := time.Now()
		l.list.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -page)})
		if l.list.seen != l.list.top || l.list.top == 0 {
			b.Fatal("the lines have not been read")
		}
		set += time.Since(start)
		start = time.Now()
		w.Canvas().Capture()
		window += time.Since(start)
		alone.SetContent(l.list)
		alone.Resize(size)
		start = time.Now()
		alone.Capture()
		list += time.Since(start)
	}
	b.ReportMetric(float64(len(l.list.rows)), "rows")
	b.ReportMetric(set.Seconds()*1000/float64(b.N), "ms/read-and-set")
	b.ReportMetric((set+list).Seconds()*1000/float64(b.N), "ms/screenful(<16)")
	b.ReportMetric(window.Seconds()*1000/float64(b.N), "ms/whole-window")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkLedgerJump drags the bar to another place in a million lines.
func BenchmarkLedgerJump(b *testing.B) {
	_, l := bigLedger(b)
	r := rand.New(rand.NewPCG(7, 7))
	var took time.Duration
	for b.Loop() {
		to := r.Float64() * l.list.room()
		start := time.Now()
		l.list.scrollTo(to)
		took += time.Since(start)
	}
	b.ReportMetric(took.Seconds()*1000/float64(b.N), "ms/jump")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkLedgerFilter looks for what only some of a million lines have, until
// the first are on the screen and until all are found; and puts all in order.
func BenchmarkLedgerFilter(b *testing.B) {
	m, err := bigMuster()
	if err != nil {
		b.Fatal(err)
	}
	c, err := m.Find("Big")
	if err != nil {
		b.Fatal(err)
	}
	desk, err := m.Desk(c.ID)
	if err != nil {
		b.Fatal(err)
	}
	var first, last, sorted time.Duration
	for b.Loop() {
		start, told := time.Now(), false
		rows, err := desk.Rows(b.Context(), app.Filter{Text: "sheet 9", Region: "Region 07", Typing: true}, app.Order{}, func(rows *app.Rows) {
			if !told && rows.Len() > 0 {
				told = true
				if _, err := rows.Lines(0, linesAtATime); err != nil {
					b.Fatal(err)
				}
				first += time.Since(start)
			}
		})
		last += time.Since(start)
		if err != nil || rows.Len() == 0 || !told {
			b.Fatalf("%d lines are found, %v", rows.Len(), err)
		}
		start = time.Now()
		if _, err := desk.Rows(b.Context(), app.Filter{}, app.Order{By: app.ByRegion, Up: true}, nil); err != nil {
			b.Fatal(err)
		}
		sorted += time.Since(start)
	}
	b.ReportMetric(first.Seconds()*1000/float64(b.N), "ms/first-answer")
	b.ReportMetric(last.Seconds()*1000/float64(b.N), "ms/all-found")
	b.ReportMetric(sorted.Seconds()*1000/float64(b.N), "ms/all-sorted")
	b.ReportMetric(0, "ns/op")
}
