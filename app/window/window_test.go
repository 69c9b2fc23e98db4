package window

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"muster/app"
	"muster/campaign"
)

// startWindow returns the window that a person sees on a data folder.
func startWindow(t testing.TB, m *app.Muster) *Window {
	t.Helper()
	w := built(t, test.NewTempApp(t), m, inline)
	w.start()
	return w
}

// press gives a key to whatever has the focus, as a real window does.
func press(w *Window, key fyne.KeyName) {
	if focused := w.Canvas().Focused(); focused != nil {
		focused.TypedKey(&fyne.KeyEvent{Name: key})
		return
	}
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: key})
}

func pressCommand(w *Window, key fyne.KeyName) {
	w.keys.TypedShortcut(command(key))
}

// click presses the button of a label that lies on top, or else in the window.
func click(t *testing.T, w *Window, label string) {
	t.Helper()
	o := fyne.CanvasObject(w.shell)
	if top := w.Canvas().Overlays().Top(); top != nil {
		o = top
	}
	var found fyne.Tappable
	walk(o, fyne.NewPos(0, 0), func(o fyne.CanvasObject, _ fyne.Position) {
		if b, ok := o.(*button); ok && b.Text == label {
			found = b
		}
		if b, ok := o.(*widget.Button); ok && b.Text == label {
			found = b
		}
	})
	if found == nil {
		t.Fatalf("there is no button %q", label)
	}
	test.Tap(found)
}

func TestEmptyFolderShowsExampleUnderWelcome(t *testing.T) {
	w := startWindow(t, openMuster(t))
	if got := w.snapshot.Campaign.Name; got != "March on Washington" {
		t.Errorf("the campaign open is %q", got)
	}
	top := w.Canvas().Overlays().Top()
	if top == nil || !strings.Contains(shown(top), "Explore the example") {
		t.Fatal("there is no welcome")
	}
	press(w, fyne.KeyEscape)
	if w.Canvas().Overlays().Top() != nil {
		t.Error("Escape leaves the welcome open")
	}
	if got := shown(w.shell); !strings.Contains(got, "1,000 of 100,000") {
		t.Errorf("the example is not shown: %s", got)
	}
}

func TestWelcomeLeadsToPetition(t *testing.T) {
	m := openMuster(t)
	w := startWindow(t, m)
	click(t, w, "See a real petition")
	if got := w.snapshot.Standing.Pledges; got != 6_078_985 {
		t.Errorf("%d pledges are shown", got)
	}
	w.openPetition()
	if all, _ := m.Campaigns(); len(all) != 2 {
		t.Errorf("there are %d campaigns", len(all))
	}
}

func TestLastCampaignAndScreenComeBack(t *testing.T) {
	m := openMuster(t)
	for _, name := range []string{"Apples", "Bread"} {
		if _, err := m.Create(campaign.Campaign{Name: name}); err != nil {
			t.Fatal(err)
		}
	}
	a := test.NewTempApp(t)
	w := built(t, a, m, inline)
	w.start()
	if got := w.snapshot.Campaign.Name; got != "Apples" {
		t.Errorf("the first campaign open is %q", got)
	}
	if w.Canvas().Overlays().Top() != nil {
		t.Error("a welcome is laid over somebody's own campaign")
	}
	items := w.shell.header.switcher.menu().Items
	items[1].Action()
	if got := w.snapshot.Campaign.Name; got != "Bread" {
		t.Errorf("the menu opened %q", got)
	}
	again := built(t, a, m, inline)
	again.start()
	if got := again.snapshot.Campaign.Name; got != "Bread" {
		t.Errorf("the next window opened %q", got)
	}
}

func TestNewCampaign(t *testing.T) {
	m := openMuster(t)
	w := startWindow(t, m)
	press(w, fyne.KeyEscape)
	for _, c := range []struct {
		name, threshold, population, deadline string
		want                                  string // complaint; empty if it is fine
	}{
		{"", "", "", "", "Give the campaign a name."},
		{"Library", "many", "", "", "is not a whole number"},
		{"Library", "5000", "Atlantis", "", "no population called Atlantis"},
		{"Library", "5000", "", "1.3.2027", "is not a date"},
		{"march on washington", "", "", "", "already"},
		{"Library", "5,000", "washington, dc", "2027-03-01", ""},
	} {
		f := newCampaignForm(w)
		f.name.SetText(c.name)
		f.threshold.SetText(c.threshold)
		f.population.SetText(c.population)
		f.deadline.SetText(c.deadline)
		done := false
		f.submit(func() { done = true })
		if got := f.trouble.AccessibilityLabel(); !strings.Contains(got, c.want) || done != (c.want == "") {
			t.Errorf("%v: done %v, it says %q", c, done, got)
		}
	}
	got := w.snapshot.Campaign
	if got.Name != "Library" || got.Need != 5000 || got.Population.Count != 702_250 || got.Thresholds[0].Target != 5000 ||
		got.Deadline != campaign.NewDay(2027, 3, 1) {
		t.Errorf("the new campaign is %+v", got)
	}
	if all, _ := m.Campaigns(); len(all) != 2 {
		t.Errorf("there are %d campaigns, want the example and the new one", len(all))
	}
}

func TestKeys(t *testing.T) {
	w := startWindow(t, openMuster(t))
	pressCommand(w, fyne.KeyN) // under the welcome
	if w.shell.now != 0 {
		t.Error("a shortcut reaches below what lies on top")
	}
	press(w, fyne.KeyEscape)
	for i := len(w.shell.seats) - 1; i >= 0; i-- {
		pressCommand(w, fyne.KeyName(rune('1'+i)))
		if w.shell.now != i || !w.shell.screen(i).Visible() {
			t.Errorf("Ctrl+%d brings screen %d", i+1, w.shell.now)
		}
	}
	w.addPledges()
	if w.Canvas().Focused() == nil {
		t.Error("the cursor is not in the count")
	}
	pressCommand(w, fyne.Key1)
	if w.Canvas().Focused() != nil {
		t.Error("a field that is out of sight keeps the focus")
	}
	w.toast("Done.", "", nil)
	press(w, fyne.KeyEscape)
	if w.shell.toasts.Visible() {
		t.Error("Escape leaves the toast")
	}
}

func TestSidebarNavigates(t *testing.T) {
	w := startWindow(t, openMuster(t))
	for i, item := range w.shell.sidebar.items {
		test.Tap(item)
		if w.shell.now != i || !item.selected {
			t.Errorf("%s brings screen %d", item.label, w.shell.now)
		}
	}
	w.shell.sidebar.items[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if w.shell.now != 0 {
		t.Error("space on Overview does not bring it")
	}
}

func TestUndoVoidsTheLastOfThisPerson(t *testing.T) {
	w := startWindow(t, openMuster(t))
	press(w, fyne.KeyEscape)
	w.settings.setBy("Anna")
	record := func(by string, n int64) {
		t.Helper()
		if _, err := w.desk.Record(app.Entry{Count: n, By: by, Cell: campaign.Cell{Source: "stall"}}); err != nil {
			t.Fatal(err)
		}
	}
	record("Anna", 20)
	record("Anna", 3)
	record("Ben", 7)
	undo := func() { w.keys.TypedShortcut(&fyne.ShortcutUndo{}) }
	for i, want := range []int64{1027, 1007, 1007} {
		undo()
		if got := w.snapshot.Standing.Pledges; got != want {
			t.Errorf("after undo %d there are %d pledges, want %d", i+1, got, want)
		}
	}
	if got := shown(w.shell.toasts); !strings.Contains(got, "nothing of yours to undo") {
		t.Errorf("the toast says %q", got)
	}
	record("Anna", 5)
	undo()
	click(t, w, "Bring it back")
	if got := w.snapshot.Standing.Pledges; got != 1012 {
		t.Errorf("brought back there are %d pledges, want 1012", got)
	}
}

func TestToastGoesByItselfUnlessItIsBad(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(themes["light"])
	var later func()
	stopped := 0
	toasts := newToasts(func(_ time.Duration, f func()) func() {
		later = f
		return func() { stopped++ }
	})
	toasts.show(toast{text: "first"})
	first := later
	toasts.show(toast{text: "second"})
	first() // the timer of a toast that another has taken the place of
	if stopped != 1 || !toasts.Visible() {
		t.Errorf("stopped %d timers; the second toast is visible: %v", stopped, toasts.Visible())
	}
	later()
	if toasts.Visible() {
		t.Error("the toast stays after its time")
	}
	later = nil
	toasts.show(toast{text: "the disk is full", bad: true})
	if later != nil || !toasts.dismiss() || toasts.dismiss() {
		t.Error("a bad toast must stay until it is closed, once")
	}
}

func TestErrorsAreSentences(t *testing.T) {
	w := startWindow(t, openMuster(t))
	done := 0
	finish := func(error) { done++ }
	w.work(func(context.Context) error { return context.Canceled }, finish)
	if w.shell.toasts.Visible() {
		t.Error("what was cancelled is shown as an error")
	}
	w.work(func(context.Context) error { return errors.New("the file is damaged") }, finish)
	if got := shown(w.shell.toasts); got != "The file is damaged." || done != 2 {
		t.Errorf("the toast says %q; done was called %d times", got, done)
	}
}

// TestOthersChangesAreShown lets another process's change come in through real
// goroutines, with the test as the window's.
func TestOthersChangesAreShown(t *testing.T) {
	dir := t.TempDir()
	clock := func() time.Time { return now }
	m, err := app.Open(dir, clock)
	if err != nil {
		t.Fatal(err)
	}
	c, err := m.Create(march())
	if err != nil {
		t.Fatal(err)
	}
	events := make(chan func(), 100)
	w := built(t, test.NewTempApp(t), m, threads{
		away: func(f func()) { go f() }, stay: func(f func()) { go f() },
		ui: func(f func()) { events <- f }, after: inline.after, linger: inline.linger, afterFrame: inline.afterFrame,
	})
	defer w.close()
	w.start()
	showing := func(n int64) {
		t.Helper()
		limit := time.After(10 * time.Second)
		for w.snapshot.Standing.Pledges != n || w.snapshot.Campaign.Name == "" {
			select {
			case f := <-events:
				f()
			case <-limit:
				t.Fatalf("%d pledges are shown, want %d; the toast says %q", w.snapshot.Standing.Pledges, n, shown(w.shell.toasts))
			}
		}
	}
	showing(0)
	other, err := app.Open(dir, clock)
	if err != nil {
		t.Fatal(err)
	}
	desk, err := other.Desk(c.ID)
	if err != nil {
		t.Fatal(err)
	}
	for i := range int64(3) {
		if _, err := desk.Record(app.Entry{Count: 23}); err != nil {
			t.Fatal(err)
		}
		showing(23 * (i + 1))
	}
	if got := shown(w.shell); !strings.Contains(got, "69 of 100,000") {
		t.Errorf("the window shows %s", got)
	}
}

func TestDamagedFolderIsToldAndTriedAgain(t *testing.T) {
	w := built(t, test.NewTempApp(t), openMuster(t), inline)
	tried := 0
	w.shell.instead.fail("Muster cannot open its data", errors.New("the file is damaged"), func() { tried++ })
	if got := shown(w.shell); !strings.Contains(got, "The file is damaged.") {
		t.Errorf("the window shows %s", got)
	}
	click(t, w, "Try again")
	if tried != 1 || w.shell.instead.Visible() {
		t.Errorf("tried %d times; the trouble stays: %v", tried, w.shell.instead.Visible())
	}
}

// TestSizeIsKeptHoweverItEnds: a signal stops the program without closing the
// window first.
func TestSizeIsKeptHoweverItEnds(t *testing.T) {
	a := test.NewTempApp(t)
	w := New(a, openMuster(t))
	w.Resize(fyne.NewSize(1000, 700))
	a.Lifecycle().(interface{ OnStopped() func() }).OnStopped()()
	if got := w.settings.size(); got != fyne.NewSize(1000, 700) {
		t.Errorf("the next window is %v large", got)
	}
}
