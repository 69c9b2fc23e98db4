package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
)

func TestDroppedFilesAreAskedOfOneAfterAnother(t *testing.T) {
	w := startWindow(t, openMuster(t))
	press(w, fyne.KeyEscape)
	dir := t.TempDir()
	backup, err := w.muster.Backup(filepath.Join(dir, "old.db"))
	if err != nil {
		t.Fatal(err)
	}
	var dropped []fyne.URI
	for name, text := range map[string]string{"a.csv": "date,added\n2026-11-01,20\n", "b.CSV": "date,added\n2026-11-02,3\n"} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, path := range []string{filepath.Join(dir, "a.csv"), filepath.Join(dir, "photo.png"), filepath.Join(dir, "b.CSV"), filepath.Join(dir, "gone.csv"), backup} {
		dropped = append(dropped, storage.NewFileURI(path))
	}
	w.dropped(fyne.NewPos(1, 1), dropped)
	for _, c := range []struct{ says, press string }{
		{"a.csv A count on each line.", "Import"},
		{"photo.png cannot be opened Counts are imported from files that end in .csv, .tsv, .txt, .xlsx, .json, packs (.muster) are merged, and backups (.db) are restored.", "Close"},
		{"b.CSV A count on each line.", "Import"},
		{"gone.csv cannot be opened", "Close"},
		{"Replace all campaigns by old.db?", "Restore"},
	} {
		top := w.Canvas().Overlays().Top()
		if top == nil || !strings.Contains(shown(top), c.says) {
			t.Fatalf("%q is not asked, but %v", c.says, top)
		}
		click(t, w, c.press)
		if c.press == "Restore" {
			break
		}
		if got := w.Canvas().Overlays().Top(); got != nil {
			t.Fatalf("two questions lie over each other: %s", shown(got))
		}
		w.nextFile() // as the clock does
	}
	if got := w.snapshot.Standing.Pledges; got != 1000 || len(w.files) > 0 {
		t.Errorf("after the backup there are %d pledges; %v wait", got, w.files)
	}
	w.nextFile()
	if w.Canvas().Overlays().Top() != nil {
		t.Error("something is asked although nothing waits")
	}
}

// TestFilesWaitForTheCampaign is how the program starts with files.
func TestFilesWaitForTheCampaign(t *testing.T) {
	w := startWindow(t, openMuster(t)) // under the welcome
	path := filepath.Join(t.TempDir(), "counts.tsv")
	if err := os.WriteFile(path, []byte("date\tadded\n2026-11-01\t20\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.Take([]string{path})
	if got := shown(w.Canvas().Overlays().Top()); strings.Contains(got, "counts.tsv") {
		t.Error("a question lies over the welcome")
	}
	press(w, fyne.KeyEscape)
	w.nextFile()
	click(t, w, "Import")
	if got := shown(w.shell.toasts); !strings.Contains(got, "imported from counts.tsv") {
		t.Errorf("the toast says %q", got)
	}
}
