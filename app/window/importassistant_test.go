package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"muster/app"
	"muster/campaign"
	"muster/persistence/exchange"
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
	if !strings.Contains(top, "counts.csv") || !strings.Contains(top, "3 lines. 2 counts are new.") || !strings.Contains(top, "Line 3: ") {
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
	press(w, fyne.KeyEscape) // the toast
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

// pickerOf returns the n-th picker of the assistant that lies on top.
func pickerOf(t *testing.T, w *Window, n int) *selection {
	t.Helper()
	var found []*selection
	walk(w.Canvas().Overlays().Top(), fyne.NewPos(0, 0), func(o fyne.CanvasObject, _ fyne.Position) {
		if s, ok := o.(*selection); ok {
			found = append(found, s)
		}
	})
	if n >= len(found) {
		t.Fatalf("there are %d pickers: %s", len(found), shown(w.Canvas().Overlays().Top()))
	}
	return found[n]
}

// TestColumnsAreSaidOnce says what the columns of a file hold, imports it, takes
// that back and brings it back; the next file of its kind needs no word.
func TestColumnsAreSaidOnce(t *testing.T) {
	w, _ := onScreen[*pledges](t, "Pledges")
	before := w.snapshot.Standing.Pledges
	file := func(name, text string) {
		t.Helper()
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		seeImport(w, path)
	}
	top := func() string { return shown(w.Canvas().Overlays().Top()) }
	file("week 1.csv", "Tag;Wer;Leute;Ort\n1/11/2026;Xaver;12;Utah\n2/11/2026;Yvonne;8;Utah\n")
	if got := top(); strings.Contains(got, "Xaver") || !strings.Contains(got, "not shown") || !strings.Contains(got, "Which column says when?") {
		t.Errorf("it says %s", got)
	}
	pickerOf(t, w, 0).SetSelected("Date and time")
	pickerOf(t, w, 3).SetSelected("Region")
	pickerOf(t, w, 2).SetSelected("Added")
	if got := top(); !strings.Contains(got, "begin with the day or with the month") || w.Canvas().Focused() != fyne.Focusable(pickerOf(t, w, 2)) {
		t.Errorf("it says %s", got)
	}
	var order *option
	walk(w.Canvas().Overlays().Top(), fyne.NewPos(0, 0), func(o fyne.CanvasObject, _ fyne.Position) {
		if o, ok := o.(*option); ok && o.word.words == "the day" {
			order = o
		}
	})
	order.pressed()
	if got := top(); !strings.Contains(got, "2 counts are new.") || !strings.Contains(got, "after it.") {
		t.Errorf("it says %s", got)
	}
	click(t, w, "Import")
	if got := w.snapshot.Standing.Pledges; got != before+20 {
		t.Fatalf("%d pledges after the import, %d before", got, before)
	}
	click(t, w, "Undo")
	if got := w.snapshot.Standing.Pledges; got != before {
		t.Fatalf("%d pledges after the import was undone, %d before", got, before)
	}
	file("week 2.csv", "Tag;Wer;Leute;Ort\n1/11/2026;Xaver;12;Utah\n2/11/2026;Yvonne;8;Utah\n3/11/2026;Yvonne;5;Utah\n")
	if got := top(); !strings.Contains(got, "as the last file like it") || !strings.Contains(got, "1 count is new, 2 are") || !strings.Contains(got, "is out of the count") && !strings.Contains(got, "are out of the count") {
		t.Errorf("of the next file it says %s", got)
	}
	click(t, w, "Bring them back")
	if got := w.snapshot.Standing.Pledges; got != before+20 {
		t.Fatalf("%d pledges after the import was brought back", got)
	}
	click(t, w, "Import")
	if got := w.snapshot.Standing.Pledges; got != before+25 {
		t.Errorf("%d pledges at the end", got)
	}
}

// TestImportsAreListed takes an import back by the list of imports.
func TestImportsAreListed(t *testing.T) {
	w, _ := onScreen[*pledges](t, "Pledges")
	w.showImports()
	if got := shown(w.Canvas().Overlays().Top()); !strings.Contains(got, "No file was imported yet.") {
		t.Errorf("it says %s", got)
	}
	press(w, fyne.KeyEscape)
	before := w.snapshot.Standing.Pledges
	path := filepath.Join(t.TempDir(), "stall.csv")
	if err := os.WriteFile(path, []byte("date,added,region\n2026-11-01,20,Utah\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	seeImport(w, path)
	press(w, fyne.KeyReturn)
	w.showImports()
	if got := shown(w.Canvas().Overlays().Top()); !strings.Contains(got, "stall.csv") || !strings.Contains(got, "1 count,") {
		t.Errorf("it says %s", got)
	}
	click(t, w, "Undo…")
	press(w, fyne.KeyReturn)
	if got := shown(w.Canvas().Overlays().Top()); !strings.Contains(got, "Say why") {
		t.Errorf("without a reason it says %s", got)
	}
	w.Canvas().Focused().(*entry).SetText("the wrong stall")
	press(w, fyne.KeyReturn)
	if got := w.snapshot.Standing.Pledges; got != before {
		t.Errorf("%d pledges after it was taken back, %d before", got, before)
	}
	w.showImports()
	if got := shown(w.Canvas().Overlays().Top()); !strings.Contains(got, "the wrong stall") {
		t.Errorf("it says %s", got)
	}
	click(t, w, "Bring back")
	if got := w.snapshot.Standing.Pledges; got != before+20 {
		t.Errorf("%d pledges after it was brought back", got)
	}
}

// TestImportTableGolden draws the first rows of a list with what its columns
// hold above them, and what importing another file would do.
func TestImportTableGolden(t *testing.T) {
	golden(t, "importtable", 640, func() fyne.CanvasObject {
		a := &assistant{look: app.Look{Look: exchange.Look{Kind: exchange.SignUps, Columns: []exchange.Column{
			{Name: "Timestamp", Field: "at"}, {Name: "Your name", Hidden: true}, {Name: "State", Field: "region"}},
			Rows: [][]string{{"2026-11-01 10:00", "", "Ohio"}, {"2026-11-02 11:30", "", "Utah"}}}}}
		return a.table()
	})
	golden(t, "importwould", 640, func() fyne.CanvasObject {
		a := &assistant{known: true, found: app.ImportResult{Rows: 40, Added: 30, Duplicates: 8, Voided: 2, Out: 1,
			Rejected: []app.Rejection{{Line: 3, Why: campaign.Explain(campaign.ErrInvalid, "there is no date or time")}, {Line: 9, Why: campaign.Explain(campaign.ErrInvalid, "there is no date or time")}},
			Effect:   app.Effect{Measures: []app.Shift{{Name: campaign.Pledges, Before: 1000, After: 1043}}, Regions: []app.Shift{{Name: "Ohio", After: 40}, {After: 3}}}}}
		return a.would()
	})
}
