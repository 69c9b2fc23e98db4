package window

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"muster/campaign"
)

// TestScreensWorkBesideTheWindow does on every screen what a person does, with
// the work on real goroutines and the test as the window's.
func TestScreensWorkBesideTheWindow(t *testing.T) {
	m := openMuster(t)
	if _, err := m.Create(march()); err != nil {
		t.Fatal(err)
	}
	events := make(chan func(), 1000)
	w := built(t, test.NewTempApp(t), m, threads{
		away: func(f func()) { go f() }, stay: func(f func()) { go f() },
		ui: func(f func()) { events <- f }, after: inline.after, linger: inline.linger, afterFrame: inline.afterFrame,
	})
	defer w.close()
	until := func(what string, yes func() bool) {
		t.Helper()
		for limit := time.After(20 * time.Second); !yes(); {
			select {
			case f := <-events:
				f()
			case <-limit:
				t.Fatalf("not in time: %s; the window shows %s", what, shown(w.shell))
			}
		}
	}
	w.settings.setFolder(t.TempDir())
	w.start()
	until("the campaign is open", func() bool { return w.snapshot.Campaign.Name != "" })

	w.addPledges()
	p := w.shell.front().(*pledges)
	for range 3 {
		test.Type(p.form.count, "23")
		press(w, fyne.KeyReturn)
	}
	until("three counts are in the ledger", func() bool { return strings.Contains(shown(p.ledger), "3 lines") })
	until("and count", func() bool { return w.snapshot.Standing.Pledges == 69 })

	w.shell.navigate("Plan")
	w.shell.front().(*plan).into("need", "90,000")
	press(w, fyne.KeyReturn)
	until("the plan is saved", func() bool { return w.snapshot.Campaign.Need == 90_000 })

	w.shell.navigate("Reports")
	r := w.shell.front().(*reports)
	until("the page is laid out", func() bool { return len(r.preview.box.Objects) > 0 })
	r.keep()
	until("the report is saved", func() bool { return strings.Contains(shown(w.shell.toasts), "Saved as") })

	w.shell.navigate("Pledges")
	chooseLine(p.ledger, 0)
	p.ledger.ask()
	test.Type(w.Canvas().Focused(), "typed twice")
	press(w, fyne.KeyReturn)
	until("a count is void", func() bool { return w.snapshot.Standing.Pledges == 46 })
	if got := w.snapshot.Latest[0]; got.Kind != campaign.Void || got.Note != "typed twice" {
		t.Errorf("the newest line is %+v", got)
	}
}
