package window

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"muster/app/report"
)

// TestTallySheetIsMade makes a sheet from the Pledges screen; what it was made for
// is filled in the next time, and the file is known again by the import.
func TestTallySheetIsMade(t *testing.T) {
	w, p := onScreen[*pledges](t, "Pledges")
	top := func() string { return shown(w.Canvas().Overlays().Top()) }
	folder := t.TempDir()
	w.settings.setFolder(folder)
	click(t, w, "Tally…")
	press(w, fyne.KeyEscape)
	for kind, f := range map[report.Format]*tallyForm{report.FormatWorkbook: nil, report.FormatPDF: nil} {
		f = w.layTally()
		click(t, w, "Make it…")
		if !strings.Contains(top(), "Say who counts") {
			t.Errorf("without a name it says %s", top())
		}
		f.inputs["for"].set("Anna")
		f.kind = kind
		f.submit()
		if !strings.Contains(top(), "Save the tally sheet") {
			t.Fatalf("it asks %s", top())
		}
		click(t, w, "Save")
		files, err := filepath.Glob(filepath.Join(folder, "*Anna*."+string(kind)))
		if err != nil || len(files) != 1 {
			t.Fatalf("the folder has %v, %v", files, err)
		}
		if got := shown(w.shell.toasts); !strings.Contains(got, "Saved as") {
			t.Errorf("it says %q", got)
		}
		if last := w.settings.lastTally(p.now.Campaign.ID); last.For != "Anna" || last.Kind != kind || last.Tier != "" {
			t.Errorf("remembered is %+v", last)
		}
		w.settings.SetString(keyLastTally+p.now.Campaign.ID.String(), "")
	}
	files, _ := filepath.Glob(filepath.Join(folder, "*.xlsx"))
	seeImport(w, files[0])
	if !strings.Contains(top(), "There is nothing in it to take.") {
		t.Errorf("of an empty sheet it says %s", top())
	}
}

// TestTallySheetSaysWhatIsWrong leaves the form open on what cannot be.
func TestTallySheetSaysWhatIsWrong(t *testing.T) {
	w, _ := onScreen[*pledges](t, "Pledges")
	f := w.layTally()
	f.inputs["for"].set("Anna")
	for _, c := range []struct{ from, to, want string }{
		{"soon", "", "is not a date"},
		{"2026-12-02", "2026-12-01", "before its first"},
		{"2026-12-01", "2027-12-01", "92 days at most"},
	} {
		f.inputs["from"].set(c.from)
		f.inputs["to"].set(c.to)
		f.submit()
		if got := shown(w.Canvas().Overlays().Top()); !strings.Contains(got, c.want) {
			t.Errorf("from %q to %q it says %s", c.from, c.to, got)
		}
	}
}
