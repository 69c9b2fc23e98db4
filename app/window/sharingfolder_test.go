package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// shareBy has a window share its campaign by a folder, as choosing it does.
func shareBy(t *testing.T, w *Window, dir string) {
	t.Helper()
	if err := w.desk.Share(dir); err != nil {
		t.Fatal(err)
	}
	w.lookIntoFolder()
}

// TestFolderKeepsWindowsInStep shares a campaign, has another window join, and
// enters a count in each.
func TestFolderKeepsWindowsInStep(t *testing.T) {
	one, _ := onSharing(t, 20)
	dir := t.TempDir()
	shareBy(t, one, dir)
	if got := shown(one.shell.front()); !strings.Contains(got, "In step. Last written from here 23 Nov 2026") || !strings.Contains(got, "(this device)") {
		t.Errorf("the screen shows %s", got)
	}

	two := elsewhere(t)
	two.join(dir, "", func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	})
	if two.snapshot.Campaign.ID != one.snapshot.Campaign.ID || two.snapshot.Standing.Pledges != 20 {
		t.Fatalf("the other window shows %q with %d pledges", two.snapshot.Campaign.Name, two.snapshot.Standing.Pledges)
	}
	enterCount(t, two, 3)
	two.shell.navigate("Sharing")
	click(t, two, "Look now")
	pressCommand(one, fyne.KeyR)
	if got := one.snapshot.Standing.Pledges; got != 23 {
		t.Errorf("where it began there are %d pledges", got)
	}
	enterCount(t, one, 4)
	click(t, one, "Look now")
	click(t, two, "Look now")
	if got := two.snapshot.Standing.Pledges; got != 27 {
		t.Errorf("where it went there are %d pledges", got)
	}
	if one.shell.toasts.Visible() {
		t.Errorf("what goes well is said aloud: %s", shown(one.shell.toasts))
	}
}

func TestWhatIsWrongInTheFolderIsNamed(t *testing.T) {
	w, _ := onSharing(t, 20)
	dir := t.TempDir()
	shareBy(t, w, dir)
	if err := os.WriteFile(filepath.Join(dir, "holiday.jpg"), []byte("sea"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.lookIntoFolder()
	if got := shown(w.shell.toasts); !strings.Contains(got, "1 file in the shared folder cannot be used.") {
		t.Errorf("the toast says %q", got)
	}
	if got := shown(w.shell.front()); !strings.Contains(got, "holiday.jpg Not one of Muster's") {
		t.Errorf("the screen shows %s", got)
	}
	w.shell.toasts.dismiss()
	w.lookIntoFolder()
	if w.shell.toasts.Visible() {
		t.Error("it is said aloud twice")
	}

	if err := os.Rename(dir, dir+" away"); err != nil {
		t.Fatal(err)
	}
	w.lookIntoFolder()
	for _, where := range []fyne.CanvasObject{w.shell.toasts, w.shell.front()} {
		if got := shown(where); !strings.Contains(got, "is not there: connect the drive") || strings.Contains(got, "In step.") {
			t.Errorf("of a folder that is gone it says %s", got)
		}
	}
	awaited := func() bool { return w.shell.sidebar.items[w.shell.now].waiting }
	if !awaited() {
		t.Error("the sidebar does not tell of it")
	}
	if err := os.Rename(dir+" away", dir); err != nil {
		t.Fatal(err)
	}
	w.lookIntoFolder()
	if got := shown(w.shell.front()); !strings.Contains(got, "In step.") || w.shell.toasts.Visible() || awaited() {
		t.Errorf("when it is back it says %s", got)
	}
}

func TestSharingIsStopped(t *testing.T) {
	w, _ := onSharing(t, 20)
	shareBy(t, w, t.TempDir())
	click(t, w, "Stop sharing")
	press(w, fyne.KeyReturn)
	if folder, err := w.desk.Folder(); err != nil || folder != "" {
		t.Errorf("it is shared by %q still: %v", folder, err)
	}
	if got := shown(w.shell.front()); !strings.Contains(got, "Choose a folder…") {
		t.Errorf("the screen shows %s", got)
	}
}

// TestCampaignOfAFolderIsChosen joins a folder with two campaigns.
func TestCampaignOfAFolderIsChosen(t *testing.T) {
	w, _ := onSharing(t, 20)
	dir := t.TempDir()
	shareBy(t, w, dir)
	w.openPetition()
	shareBy(t, w, dir)
	to := elsewhere(t)
	to.askWhich(dir)
	to.Canvas().Focused().(*entry).SetText("Atlantis")
	press(to, fyne.KeyReturn)
	if top := to.Canvas().Overlays().Top(); top == nil || !strings.Contains(shown(top), "has the campaign") {
		t.Error("a campaign that is not there is brought along")
	}
	to.Canvas().Focused().(*entry).SetText("library")
	press(to, fyne.KeyReturn)
	if got := to.snapshot.Campaign.Name; got != "Library" {
		t.Errorf("the campaign open is %q", got)
	}
}
