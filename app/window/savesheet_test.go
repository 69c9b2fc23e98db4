package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

func TestSaveSheetAsksForNameAndFolder(t *testing.T) {
	w := startWindow(t, openMuster(t))
	press(w, fyne.KeyEscape)
	dir := t.TempDir()
	w.settings.setFolder(dir)
	taken := filepath.Join(dir, "taken.csv")
	if err := os.WriteFile(taken, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	chosen := ""
	saveAs := func(name string) *entry {
		w.chooseTarget("Export", "list.csv", func(path string) { chosen = path })
		typed, ok := w.Canvas().Focused().(*entry)
		if !ok || typed.SelectedText() != "list.csv" {
			t.Fatal("the cursor is not in the proposed name")
		}
		typed.SetText(name)
		press(w, fyne.KeyReturn)
		return typed
	}
	for name, want := range map[string]string{
		"list.csv": "list.csv", "autumn": "autumn.csv", " a/b.CSV ": "a-b.csv", "v1.2": "v1.2.csv",
	} {
		if saveAs(name); chosen != filepath.Join(dir, want) || w.Canvas().Overlays().Top() != nil {
			t.Errorf("%q leads to %s", name, chosen)
		}
	}

	chosen = ""
	saveAs(" .csv")
	if got := shown(w.Canvas().Overlays().Top()); chosen != "" || !strings.Contains(got, "Give the file a name.") {
		t.Errorf("without a name it goes to %q and says %s", chosen, got)
	}
	press(w, fyne.KeyEscape) // from the field

	saveAs("taken.csv")
	if got := shown(w.Canvas().Overlays().Top()); chosen != "" || !strings.Contains(got, "Replace taken.csv?") {
		t.Errorf("a file that is there: %q, %s", chosen, got)
	}
	click(t, w, "Cancel")
	if kept, _ := os.ReadFile(taken); chosen != "" || string(kept) != "precious" {
		t.Errorf("%q is replaced all the same", chosen)
	}
	saveAs("taken.csv")
	if click(t, w, "Replace"); chosen != taken || w.Canvas().Overlays().Top() != nil {
		t.Errorf("what may be replaced leads to %q", chosen)
	}
}
