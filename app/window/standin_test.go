package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"muster/campaign"
)

// slowly holds back what goes to other goroutines, and what the clock starts.
type slowly struct{ away, later []func() }

func (s *slowly) threads() threads {
	t := inline
	t.away = func(f func()) { s.away = append(s.away, f) }
	t.after = func(_ time.Duration, f func()) func() {
		stopped := false
		s.later = append(s.later, func() {
			if !stopped {
				f()
			}
		})
		return func() { stopped = true }
	}
	return t
}

// wait lets some time go by in which nothing gets done.
func (s *slowly) wait() {
	later := s.later
	s.later = nil
	for _, f := range later {
		f()
	}
}

// work does all that is to be done.
func (s *slowly) work() {
	for len(s.away) > 0 {
		next := s.away[0]
		s.away = s.away[1:]
		next()
	}
}

// TestEveryScreenSaysWhatToDoWhileItIsEmpty looks at a campaign of which
// nothing is known but its name.
func TestEveryScreenSaysWhatToDoWhileItIsEmpty(t *testing.T) {
	w := startWindow(t, openMuster(t))
	press(w, fyne.KeyEscape)
	see(t, w, campaign.Campaign{Name: "New campaign"}, nil)
	for screen, want := range map[string]string{
		"Overview": "No pledges counted yet", "Pledges": "Type the first count above and press Enter", "Plan": "Add a threshold",
		"Turnout": "plan", "Forecast": "Enter what was counted earlier with its date", "Scenarios": "Move the sliders",
		"Timeline": "Add an activity you plan", "Reports": "Preview", "Sharing": "Choose a folder that Nextcloud",
	} {
		w.shell.navigate(screen)
		if got := shown(w.shell.front()); !strings.Contains(got, want) {
			t.Errorf("%s shows %s", screen, got)
		}
	}
}

// TestWaitingIsSaidOnlyWhenItIsFelt: what is there within a moment shows no
// sign of it, what takes longer says what is being done.
func TestWaitingIsSaidOnlyWhenItIsFelt(t *testing.T) {
	m := openMuster(t)
	var slow slowly
	w := built(t, test.NewTempApp(t), m, slow.threads())
	w.start()
	if got := shown(w.shell); strings.Contains(got, "Opening…") {
		t.Errorf("at once it shows %s", got)
	}
	slow.wait()
	if got := shown(w.shell); !strings.Contains(got, "Opening…") {
		t.Errorf("after a moment it shows %s", got)
	}
	slow.work()
	press(w, fyne.KeyEscape)
	if got := shown(w.shell); strings.Contains(got, "Opening…") || !strings.Contains(got, "of 100,000") {
		t.Errorf("when it is there it shows %s", got)
	}
	for screen, says := range map[string]string{
		"Turnout": "Working out the turnout…", "Forecast": "Working out the forecast…", "Pledges": "Reading the ledger…",
		"Scenarios": "Working out what would follow…", "Reports": "Drawing the preview…", "Sharing": "Reading what is shared…",
	} {
		w := built(t, test.NewTempApp(t), m, slow.threads())
		w.settings.setScreen("Overview")
		w.start()
		for w.snapshot.Zone == nil {
			next := slow.away[0]
			slow.away = slow.away[1:]
			next()
		}
		slow.later = nil
		w.shell.navigate(screen)
		slow.wait()
		if got := shown(w.shell.front()); !strings.Contains(got, says) {
			t.Errorf("%s does not say what is being done, but %s", screen, got)
		}
		slow.work()
		slow.wait()
		if got := shown(w.shell.front()); strings.Contains(got, says) {
			t.Errorf("%s goes on saying %s", screen, got)
		}
	}
}

// TestErrorIsSaidInPlaceOfWhatCannotBeShown damages the data under a window, and
// mends it.
func TestErrorIsSaidInPlaceOfWhatCannotBeShown(t *testing.T) {
	for screen, title := range map[string]string{
		"Turnout": "The turnout cannot be worked out", "Forecast": "The forecast cannot be worked out",
		"Pledges": "The ledger cannot be read", "Reports": "The preview cannot be made", "Sharing": "What is shared cannot be read",
	} {
		m := openMuster(t)
		if _, err := m.Create(march()); err != nil {
			t.Fatal(err)
		}
		var slow slowly
		w := built(t, test.NewTempApp(t), m, slow.threads())
		w.start()
		for w.snapshot.Zone == nil {
			next := slow.away[0]
			slow.away = slow.away[1:]
			next()
		}
		w.shell.navigate(screen)
		mend := damage(t, m.Dir())
		slow.work()
		if got := shown(w.shell.front()); !strings.Contains(got, title) || !strings.Contains(got, "Try again") {
			t.Errorf("%s shows %s", screen, got)
			continue
		}
		mend()
		click(t, w, "Try again")
		slow.work()
		if got := shown(w.shell.front()); strings.Contains(got, title) || strings.Contains(got, "Try again") {
			t.Errorf("mended, %s shows %s", screen, got)
		}
	}
}

func TestCampaignThatCannotBeReadIsTold(t *testing.T) {
	m := openMuster(t)
	if _, err := m.Create(march()); err != nil {
		t.Fatal(err)
	}
	w := built(t, test.NewTempApp(t), m, inline)
	mend := damage(t, m.Dir())
	w.start()
	if got := shown(w.shell); !strings.Contains(got, "Muster cannot open its data") {
		t.Fatalf("the window shows %s", got)
	}
	mend()
	click(t, w, "Try again")
	if got := shown(w.shell); !strings.Contains(got, "0 of 100,000") || w.shell.instead.Visible() {
		t.Errorf("mended, the window shows %s", got)
	}
}

// damage makes the data of a folder unreadable until it is mended.
func damage(t *testing.T, dir string) (mend func()) {
	t.Helper()
	path := filepath.Join(dir, "muster.db")
	if err := os.Rename(path, path+".away"); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("this is no store of campaigns"), 0o600); err != nil {
		t.Fatal(err)
	}
	return func() {
		t.Helper()
		if err := os.Rename(path+".away", path); err != nil {
			t.Fatal(err)
		}
	}
}
