package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"muster/app"
	"muster/campaign"
)

// answerName fills in the field of the question that lies on top.
func answerName(t *testing.T, w *Window, name string) {
	t.Helper()
	field, ok := w.Canvas().Focused().(*entry)
	if !ok {
		t.Fatalf("%T has the focus", w.Canvas().Focused())
	}
	test.Type(field, name) // in place of what is selected
	press(w, fyne.KeyReturn)
}

func TestRename(t *testing.T) {
	m := openMuster(t)
	w := startWindow(t, m)
	press(w, fyne.KeyEscape)
	if _, err := m.Create(campaign.Campaign{Name: "Library"}); err != nil {
		t.Fatal(err)
	}
	press(w, fyne.KeyF2)
	answerName(t, w, " ")
	answerName(t, w, "library")
	if top := w.Canvas().Overlays().Top(); top == nil || !strings.Contains(shown(top), "already") {
		t.Error("a name that is taken is not refused in the dialog: " + shown(top))
	}
	answerName(t, w, "The march")
	if w.Canvas().Overlays().Top() != nil || w.snapshot.Campaign.Name != "The march" {
		t.Errorf("the campaign is called %q", w.snapshot.Campaign.Name)
	}
}

func TestDuplicatePlan(t *testing.T) {
	w := exploring(t)
	need := w.snapshot.Campaign.Need
	act(t, w, "Duplicate the plan…")
	answerName(t, w, "Second march")
	got := w.snapshot
	if got.Campaign.Name != "Second march" || got.Campaign.Need != need || got.Standing.Updates != 0 {
		t.Errorf("%q needs %d and has %d updates", got.Campaign.Name, got.Campaign.Need, got.Standing.Updates)
	}
}

func TestDeleteKeepsABackupThatCanBeRestored(t *testing.T) {
	m := openMuster(t)
	if _, err := m.Create(campaign.Campaign{Name: "Library"}); err != nil {
		t.Fatal(err)
	}
	if _, err := m.Create(march()); err != nil {
		t.Fatal(err)
	}
	w := startWindow(t, m)
	if _, err := w.desk.Record(app.Entry{Count: 5}); err != nil {
		t.Fatal(err)
	}
	w.changed()
	act(t, w, "Delete…")
	press(w, fyne.KeyReturn) // on Cancel, which has the focus
	if all, _ := m.Campaigns(); len(all) != 2 {
		t.Fatalf("cancelled, there are %d campaigns", len(all))
	}
	act(t, w, "Delete…")
	click(t, w, "Delete")
	if got := w.snapshot.Campaign.Name; got != "March on Washington" {
		t.Errorf("then %q is open", got)
	}
	backups, _ := filepath.Glob(filepath.Join(m.Dir(), "backups", "*"))
	if len(backups) == 0 {
		t.Fatal("there is no backup")
	}
	w.offerRestore(backups[len(backups)-1])
	click(t, w, "Restore")
	if all, _ := m.Campaigns(); len(all) != 2 {
		t.Errorf("restored, there are %d campaigns", len(all))
	}
	if w.Canvas().Overlays().Top() != nil || w.desk == nil {
		t.Error("no campaign is open then")
	}
}

func TestDeleteOfTheLastBeginsAnew(t *testing.T) {
	w := exploring(t)
	act(t, w, "Delete…")
	click(t, w, "Delete")
	if top := w.Canvas().Overlays().Top(); top == nil || !strings.Contains(shown(top), "Explore the example") {
		t.Error("there is no welcome")
	}
}

func TestBackUpAndCheck(t *testing.T) {
	w := exploring(t)
	path := filepath.Join(t.TempDir(), "copy.db")
	w.backUpTo(path)
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
	act(t, w, "Check the data")
	if got := shown(w.Canvas().Overlays().Top()); !strings.Contains(got, "All is well") {
		t.Errorf("it says %s", got)
	}
	press(w, fyne.KeyEscape)
	w.layCheck(app.CheckResult{Damage: []string{"the sum of 2026-11-01 is wrong"}})
	if got := shown(w.Canvas().Overlays().Top()); !strings.Contains(got, "the sum of 2026-11-01 is wrong") || !strings.Contains(got, "Restore a backup…") {
		t.Errorf("it says %s", got)
	}
}
