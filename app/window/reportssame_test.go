package window

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"muster/app"
	"muster/app/report"
	"muster/campaign"
)

// fromWeekToWeek returns the Reports screen with a clock that can be put on by
// days, saving into a folder of its own.
func fromWeekToWeek(t *testing.T) (w *Window, r *reports, folder string, later func(days int)) {
	t.Helper()
	clock := now
	m, err := app.Open(t.TempDir(), func() time.Time { return clock })
	if err != nil {
		t.Fatal(err)
	}
	w = startWindow(t, m)
	press(w, fyne.KeyEscape) // the welcome
	w.shell.navigate("Reports")
	folder = t.TempDir()
	w.settings.setFolder(folder)
	return w, w.shell.front().(*reports), folder, func(days int) {
		clock = clock.AddDate(0, 0, days)
		w.changed()
	}
}

func TestSameAsLastTime(t *testing.T) {
	w, r, folder, later := fromWeekToWeek(t)
	if r.same.content.Visible() {
		t.Error("it is offered before anything was saved")
	}
	test.Tap(r.options.length.options[1])
	click(t, w, "Save")
	first := w.snapshot.Standing.AsOf
	later(7)
	test.Tap(r.options.length.options[0])
	w.settings.setFolder(t.TempDir())
	r.choose(report.FormatCSV)
	if got := shown(r.left); !strings.Contains(got, "March on Washington 2026-11-30.pdf") {
		t.Errorf("it is not said which file is written: %s", got)
	}
	click(t, w, "Same as last time")
	text, err := os.ReadFile(filepath.Join(folder, "March on Washington 2026-11-30.pdf"))
	if err != nil || !strings.HasPrefix(string(text), "%PDF") {
		t.Fatalf("it was not saved: %v", err)
	}
	if is := r.options.options(); !is.Brief || !is.Since.Equal(first) || r.format != report.FormatPDF {
		t.Errorf("%s with %+v, changes since %v wanted", r.format, is, first)
	}
	r.options.now = app.Snapshot{} // as if the window was opened anew
	r.options.show(w.snapshot)
	if is := r.options.options(); !is.Since.Equal(first) {
		t.Errorf("the report of today is held against that of %v", is.Since)
	}
}

// TestSameFileAnew writes a file of a name of its own again, unasked as long as
// it is as it was saved.
func TestSameFileAnew(t *testing.T) {
	w, r, folder, later := fromWeekToWeek(t)
	r.choose(report.FormatMessage)
	r.file.SetText("for Anna")
	click(t, w, "Save")
	path := filepath.Join(folder, "for Anna.md")
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	later(1)
	r.choose(report.FormatPDF)
	click(t, w, "Same as last time")
	if after, _ := os.ReadFile(path); string(after) == string(before) || w.Canvas().Overlays().Top() != nil {
		t.Error("it was not written anew at once")
	}
	if err := os.WriteFile(path, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(path, now, now); err != nil {
		t.Fatal(err)
	}
	click(t, w, "Same as last time")
	click(t, w, "Cancel")
	if got, _ := os.ReadFile(path); string(got) != "precious" {
		t.Error("the file of somebody else was replaced unasked")
	}
}

func TestSettingsThatCannotBeReadOfferNothing(t *testing.T) {
	w, r, _, _ := fromWeekToWeek(t)
	for _, text := range []string{"2026-11-23T00:00:00Z", `{"format":"docx","path":"/a"}`, `{"format":"pdf"}`} {
		w.settings.SetString(keyLastReport+w.snapshot.Campaign.ID.String(), text)
		w.changed()
		if r.same.content.Visible() {
			t.Errorf("%s is offered", text)
		}
	}
}

func TestChangesSinceAChosenDay(t *testing.T) {
	w, r, folder, _ := fromWeekToWeek(t)
	r.options.since.SetSelected("Another day…")
	if got := r.options.options().Since; !got.Equal(campaign.NewDay(2026, 11, 16).Start(zoneOf(w.snapshot))) {
		t.Errorf("a week is not proposed: %v", got)
	}
	fill(w, r.options.day, "2026-10-01")
	if got := r.options.options().Since; !got.Equal(campaign.NewDay(2026, 10, 1).Start(zoneOf(w.snapshot))) {
		t.Errorf("changes since %v", got)
	}
	for typed, want := range map[string]string{"2027-01-01": "choose an earlier day", "soon": "not a date"} {
		fill(w, r.options.day, typed)
		click(t, w, "Save")
		if files, _ := os.ReadDir(folder); len(files) > 0 || !strings.Contains(shown(r.left), want) {
			t.Errorf("%s: %s", typed, shown(r.left))
		}
	}
	r.options.since.SetSelected("Not told")
	if got := r.options.options().Since; !got.IsZero() {
		t.Errorf("changes are told all the same, since %v", got)
	}
	click(t, w, "Save")
	if files, _ := os.ReadDir(folder); len(files) != 1 {
		t.Error("it is not saved")
	}
}

// TestReportsOfOneDay are held against that of the day before, however many
// there are.
func TestReportsOfOneDay(t *testing.T) {
	at := func(days int, hours int) app.Snapshot {
		return app.Snapshot{Zone: time.UTC, Standing: campaign.Standing{AsOf: time.Date(2026, 11, 1+days, hours, 0, 0, 0, time.UTC)}}
	}
	var last lastReport
	if !last.earlier(at(0, 9)).IsZero() {
		t.Error("there is one before the first")
	}
	last = last.told(at(0, 9)).told(at(7, 9)).told(at(7, 10))
	if got := last.earlier(at(7, 11)); got != at(0, 9).Standing.AsOf {
		t.Errorf("on the same day: %v", got)
	}
	if got := last.earlier(at(8, 9)); got != at(7, 10).Standing.AsOf {
		t.Errorf("on the day after: %v", got)
	}
	if got := last.earlier(at(3, 9)); got != at(0, 9).Standing.AsOf {
		t.Errorf("of a day in between: %v", got)
	}
}

// TestTypedNameStaysInTheFolder writes no path, and says that a name is too long.
func TestTypedNameStaysInTheFolder(t *testing.T) {
	w, r, folder, _ := fromWeekToWeek(t)
	r.choose(report.FormatMessage)
	r.file.SetText("../a/b: c.md")
	click(t, w, "Save")
	if _, err := os.Stat(filepath.Join(folder, "..-a-b- c.md")); err != nil {
		t.Error(err)
	}
	r.file.SetText(strings.Repeat("long ", 60))
	click(t, w, "Save")
	if got := shown(w.shell.toasts); !strings.Contains(got, "too long") {
		t.Errorf("the toast says %q", got)
	}
}

// TestQuittingLeavesNoPartOfAFile quits while a file is being written.
func TestQuittingLeavesNoPartOfAFile(t *testing.T) {
	w, _, folder, _ := fromWeekToWeek(t)
	w.threads.away = func(f func()) { go f() }
	begun := make(chan struct{})
	w.workOnFile(func(ctx context.Context) error {
		return report.Replace(filepath.Join(folder, "a.csv"), func(io.Writer) error {
			close(begun)
			<-ctx.Done()
			return ctx.Err()
		})
	}, nil)
	<-begun
	w.quit()
	if files, _ := os.ReadDir(folder); len(files) > 0 {
		t.Errorf("%s is left behind", files[0].Name())
	}
}
