package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"muster/app"
)

func TestFileIsLookedAtBeforeItIsImported(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	path := filepath.Join(t.TempDir(), "counts.csv")
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		seeImport(w, path)
	}
	write("date,added,region\n2026-11-01,20,Ohio\n2026-11-02,some,Ohio\n2026-11-03,\"1,003\",Maryland\n")
	top := shown(w.Canvas().Overlays().Top())
	if !strings.Contains(top, "counts.csv: 3 lines") || !strings.Contains(top, "2 counts are new.") || !strings.Contains(top, "Line 3: ") {
		t.Errorf("it says %s", top)
	}
	click(t, w, "Cancel")
	if w.snapshot.Standing.Updates != 1 {
		t.Fatal("a look imported something")
	}
	seeImport(w, path)
	click(t, w, "Import only the others")
	if got := w.snapshot.Standing.ByRegion[0]; got.Name != "Maryland" || got.Total != 1003 {
		t.Errorf("the largest region is %+v", got)
	}
	if got := shown(p.ledger); !strings.Contains(got, "3 lines") {
		t.Errorf("the ledger shows %s", got)
	}
	write("date,added,region\n2026-11-01,20,Ohio\n")
	if got := shown(w.Canvas().Overlays().Top()); !strings.Contains(got, "All of it is in the ledger already.") {
		t.Errorf("it says %s", got)
	}
	press(w, fyne.KeyEscape)
	write("a letter\n")
	if w.Canvas().Overlays().Top() != nil || !w.shell.toasts.Visible() {
		t.Error("a file without columns is not refused")
	}
	seeImport(w, filepath.Join(t.TempDir(), "gone.csv"))
	if got := shown(w.shell.toasts); !strings.Contains(got, "gone.csv") {
		t.Errorf("of a file that is gone it says %q", got)
	}
}

func TestFileToImportIsChosenFromTheFolder(t *testing.T) {
	w, _ := onScreen[*pledges](t, "Pledges")
	folder := t.TempDir()
	w.settings.setFolder(folder)
	if err := os.WriteFile(filepath.Join(folder, "counts.csv"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	click(t, w, "Import…")
	if top := w.Canvas().Overlays().Top(); top == nil || !strings.Contains(shown(top), "counts") {
		t.Error("the dialog does not show the file in the folder")
	}
}

func TestImportSentence(t *testing.T) {
	for want, found := range map[string]app.ImportResult{
		"1 count is new.": {Added: 1},
		"2 counts are new, 1 is in the ledger already.":           {Added: 2, Duplicates: 1},
		"All of it is in the ledger already.":                     {Duplicates: 3},
		"There is nothing in it to take.":                         {},
		"There is nothing in it to take. 1 line cannot be taken:": {Rejected: make([]app.Rejection, 1)},
	} {
		if got := importSentence(found); got != want {
			t.Errorf("%+v: %q", found, got)
		}
	}
}

// seeImport looks at a file as the button of the ledger does.
func seeImport(w *Window, path string) {
	w.lookAtImport(path, func(err error) {
		if err != nil {
			w.fail(err)
		}
	})
}

// TestListIsImportedWithoutItsPeople shows what becomes of a list, and that
// nobody on it is seen again.
func TestListIsImportedWithoutItsPeople(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	path := filepath.Join(t.TempDir(), "stall 2026.csv")
	if err := os.WriteFile(path, []byte("Timestamp,Your name,State\n2026-11-01 10:00,Xaver,Utah\n2026-11-01 11:00,Xaver,Utah\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	seeImport(w, path)
	if top := shown(w.Canvas().Overlays().Top()); !strings.Contains(top, "2 lines") || !strings.Contains(top, "1 count is new.") || !strings.Contains(top, "the list “stall”") {
		t.Errorf("it says %s", top)
	}
	click(t, w, "Import")
	if got := shown(p.ledger); strings.Contains(got, "Xaver") || !strings.Contains(got, "Utah") {
		t.Errorf("the ledger shows %s", got)
	}
}
