package window

import (
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"muster/app/report"
	"muster/campaign"
)

// savingTo returns the screen, saving into a folder of its own.
func savingTo(t *testing.T) (w *Window, r *reports, folder string) {
	t.Helper()
	w, r = onScreen[*reports](t, "Reports")
	folder = t.TempDir()
	w.settings.setFolder(folder)
	return w, r, folder
}

func TestPDFIsSavedAndCanBeRead(t *testing.T) {
	w, _, folder := savingTo(t)
	click(t, w, "Save")
	path := filepath.Join(folder, "March on Washington 2026-11-23.pdf")
	if got := shown(w.shell.toasts); !strings.Contains(got, "March on Washington 2026-11-23.pdf") {
		t.Errorf("the toast says %q", got)
	}
	text, err := exec.CommandContext(t.Context(), "pdftotext", "-layout", path, "-").CombinedOutput()
	if err != nil {
		t.Fatalf("pdftotext: %v\n%s", err, text)
	}
	for _, want := range []string{"March on Washington", "1,000", "2.0 orders of magnitude", "1 in 7"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("%q is not in the report:\n%s", want, text)
		}
	}
}

func TestEveryKindIsSavedUnderItsName(t *testing.T) {
	w, r, folder := savingTo(t)
	for i, f := range report.Formats() {
		test.Tap(r.kinds[i])
		click(t, w, "Save")
		path := filepath.Join(folder, "March on Washington 2026-11-23."+string(f))
		if info, err := os.Stat(path); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", f, err)
		}
	}
	r.file.SetText("for Anna.pdf")
	r.format = report.FormatSVG
	click(t, w, "Save")
	if _, err := os.Stat(filepath.Join(folder, "for Anna.svg")); err != nil {
		t.Error(err)
	}
	test.Tap(r.kinds[2])
	if r.file.Text != "for Anna.csv" {
		t.Errorf("the file name is %q", r.file.Text)
	}
}

func TestFileIsReplacedOnlyWhenAsked(t *testing.T) {
	w, _, folder := savingTo(t)
	path := filepath.Join(folder, "March on Washington 2026-11-23.pdf")
	if err := os.WriteFile(path, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	click(t, w, "Save")
	click(t, w, "Cancel")
	if got, _ := os.ReadFile(path); string(got) != "precious" {
		t.Fatal("it was replaced unasked")
	}
	click(t, w, "Save")
	press(w, fyne.KeySpace) // Replace has the focus
	if got, _ := os.ReadFile(path); !strings.HasPrefix(string(got), "%PDF") {
		t.Errorf("it was not replaced: %.20q", got)
	}
}

func TestCancelLeavesWhatWasThere(t *testing.T) {
	w, r, folder := savingTo(t)
	w.openPetition()
	r.choose(report.FormatCSV)
	path := filepath.Join(folder, "old.csv")
	if err := os.WriteFile(path, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	var held []func()
	w.threads.away = func(f func()) { held = append(held, f) }
	r.write(path)
	if !r.writing.content.Visible() || !r.save.Disabled() {
		t.Error("it does not show that it is writing")
	}
	click(t, w, "Cancel")
	held[0]()
	if got, _ := os.ReadFile(path); string(got) != "precious" {
		t.Errorf("the file holds %q", got)
	}
	if files, _ := os.ReadDir(folder); len(files) != 1 {
		t.Errorf("%d files are left", len(files))
	}
	if got := shown(w.shell.toasts); !strings.Contains(got, "Cancelled.") || r.writing.content.Visible() || r.save.Disabled() {
		t.Errorf("the toast says %q", got)
	}
}

func TestFolderThatIsGoneIsTold(t *testing.T) {
	w, r, folder := savingTo(t)
	w.settings.setFolder(filepath.Join(folder, "gone"))
	click(t, w, "Save")
	if got := shown(w.shell.toasts); !strings.Contains(got, "does not exist") || r.save.Disabled() {
		t.Errorf("the toast says %q", got)
	}
}

func TestFolderIsChosenAndRemembered(t *testing.T) {
	w, r, folder := savingTo(t)
	for _, name := range []string{"Plans", "Papers"} {
		if err := os.Mkdir(filepath.Join(folder, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	w.settings.setFolder(filepath.Join(folder, "Papers"))
	click(t, w, "Change…")
	top := w.Canvas().Overlays().Top()
	if top == nil || !strings.Contains(shown(top), "Save reports in") {
		t.Fatal("no dialog opens at the folder")
	}
	click(t, w, "Choose")
	if got := w.settings.folder(); got != filepath.Join(folder, "Papers") || !strings.HasSuffix(r.folder.words, "Papers") {
		t.Errorf("the folder is %s, shown as %q", got, r.folder.words)
	}
}

func TestFileNames(t *testing.T) {
	day := campaign.NewDay(2026, 11, 23)
	for name, want := range map[string]string{
		"March":                  "March 2026-11-23.pdf",
		"":                       "Report 2026-11-23.pdf",
		"a/b\\c:d*?\"<>|\te":     "a-b-c-d-------e 2026-11-23.pdf",
		" ..":                    "Report 2026-11-23.pdf",
		strings.Repeat("ü", 200): strings.Repeat("ü", 80) + " 2026-11-23.pdf",
		strings.Repeat("😀", 90):  strings.Repeat("😀", 40) + " 2026-11-23.pdf",
		"\xff":                   "- 2026-11-23.pdf",
	} {
		if got := fileName(name, day, report.FormatPDF); got != want {
			t.Errorf("%q: %q", name, got)
		}
	}
	for name, want := range map[string]string{
		"a.pdf": "a.csv", "a.PDF": "a.csv", "a": "a.csv", "v1.2": "v1.2.csv", "a.csv": "a.csv", "": ".csv",
	} {
		if got := withEnding(name, report.FormatCSV); got != want {
			t.Errorf("%q: %q", name, got)
		}
	}
}

func TestPreviewShowsWhatWillBeSaved(t *testing.T) {
	w, r, _ := savingTo(t)
	w.openPetition()
	for f, want := range map[report.Format]string{
		report.FormatWorkbook: "Updates The whole ledger: 775 lines",
		report.FormatCSV:      "6078985",
		report.FormatPNG:      "1,600 by 840 pixels",
		formatCalendar:        "activity or event yet",
	} {
		r.choose(f)
		if got := shown(r.preview); !strings.Contains(got, want) {
			t.Errorf("%s: %s", f, got)
		}
	}
	plan := march()
	plan.Name = "Library"
	if err := w.desk.SavePlan(plan, ""); err != nil {
		t.Fatal(err)
	}
	w.changed()
	r.choose(formatCalendar)
	if got := shown(r.preview); !strings.Contains(got, "1 Mar 2027 Deadline: The march is on") {
		t.Errorf("the calendar: %s", got)
	}
	r.choose(report.FormatPDF)
	dossier, err := w.desk.Dossier(t.Context(), w.snapshot.Standing.AsOf, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(r.preview.box.Objects), len(report.Pages(dossier, report.Options{})); got != want {
		t.Errorf("%d pages are shown, want %d", got, want)
	}
	r.choose(report.FormatCSV)
	lines := strings.Fields(shown(r.preview))
	last, err := csv.NewReader(strings.NewReader(lines[len(lines)-1])).Read()
	if err != nil || last[3] != "6078985" {
		t.Errorf("the last line is %v, %v", last, err)
	}
}

// TestPreviewIsNotDrawnUnseen keeps a count that comes in from costing a page.
func TestPreviewIsNotDrawnUnseen(t *testing.T) {
	w, r, _ := savingTo(t)
	w.shell.navigate("Pledges")
	asked := r.preview.asked
	withLines(t, w, 3)
	if r.preview.asked != asked {
		t.Error("the preview is made while another screen is in front")
	}
	w.shell.navigate("Reports")
	if r.preview.asked == asked {
		t.Error("the preview shows the old count")
	}
}

// TestOptionsOfThePDF chooses one page of US Letter.
func TestOptionsOfThePDF(t *testing.T) {
	w, r, folder := savingTo(t)
	if pages := len(r.preview.box.Objects); pages < 4 {
		t.Errorf("the full report has %d pages", pages)
	}
	test.Tap(r.options.length.options[1])
	test.Tap(r.options.paper.options[1])
	if pages := len(r.preview.box.Objects); pages != 1 {
		t.Errorf("the brief has %d pages", pages)
	}
	if is := r.options.options(); !is.Since.IsZero() {
		t.Errorf("changes are told before there was a report: %+v", is)
	}
	click(t, w, "Save")
	path := filepath.Join(folder, "March on Washington 2026-11-23.pdf")
	info, err := exec.CommandContext(t.Context(), "pdfinfo", path).CombinedOutput()
	if err != nil || !strings.Contains(string(info), "612 x 792") {
		t.Errorf("%v\n%s", err, info)
	}
	r.choose(report.FormatCSV)
	if r.options.content.Visible() {
		t.Error("a CSV has pages to choose")
	}
}

// TestMessageIsCopied takes the message to the clipboard, as it would be saved.
func TestMessageIsCopied(t *testing.T) {
	w, r, folder := savingTo(t)
	r.choose(report.FormatMessage)
	if got := shown(r.preview); !strings.Contains(got, "**March on Washington**") {
		t.Errorf("the preview: %s", got)
	}
	click(t, w, "Copy")
	copied := fyne.CurrentApp().Clipboard().Content()
	click(t, w, "Save")
	saved, err := os.ReadFile(filepath.Join(folder, "March on Washington 2026-11-23.md"))
	if err != nil || copied != string(saved) || !strings.Contains(copied, "1,000 of 100,000 pledges") {
		t.Errorf("%v: copied %q, saved %q", err, copied, saved)
	}
}

// TestPictureIsChosen saves the chart that is shown, and says why there is none.
func TestPictureIsChosen(t *testing.T) {
	w, r, folder := savingTo(t)
	if r.charts.content.Visible() {
		t.Error("a PDF has pictures to choose")
	}
	r.choose(report.FormatSVG)
	r.charts.which.SetSelected(report.Card.Title())
	if got := shown(r.preview); !strings.Contains(got, "1,200 by 630") {
		t.Errorf("the preview of the card: %s", got)
	}
	click(t, w, "Save")
	saved, err := os.ReadFile(filepath.Join(folder, "March on Washington 2026-11-23.svg"))
	if err != nil || !strings.Contains(string(saved), "1 in 7 of Washington, DC") {
		t.Errorf("the card is not saved: %v", err)
	}
	r.charts.which.SetSelected(report.ChartForecast.Title())
	if got := shown(r.preview); !strings.Contains(got, "There is no forecast to draw. There is 1 reading") {
		t.Errorf("the preview of a forecast: %s", got)
	}
}
