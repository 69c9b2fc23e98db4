package window

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"muster/app"
	"muster/app/report"
	"muster/campaign"
)

// TestScreenshotsOfStates draws Pledges, Plan and Reports in the states that a
// person brings about. Without a folder for the pictures one look is enough.
func TestScreenshotsOfStates(t *testing.T) {
	skipDrawing(t)
	states := map[string]func(*testing.T, *Window){
		"Pledges-ledger":  ledgerState,
		"Pledges-error":   func(_ *testing.T, w *Window) { p := pledgesOf(w); p.form.count.SetText("12x"); p.record() },
		"Pledges-reading": func(_ *testing.T, w *Window) { test.Tap(pledgesOf(w).form.kind.options[1]) },
		"Pledges-void":    func(t *testing.T, w *Window) { ledgerState(t, w); pledgesOf(w).ledger.ask() },
		"Pledges-none": func(_ *testing.T, w *Window) {
			l := pledgesOf(w).ledger
			l.find("nowhere")
		},
		"Import":        importState("counts.csv", countsOfStall),
		"Import-people": importState("newsletter.csv", "Timestamp,Email,Your name,State\n2026-11-01 10:00,a@example.org,A,Ohio\n2026-11-02 11:00,b@example.org,B,Utah\n"),
		"Import-asks":   importState("stall.csv", "Tag;Wer;Ort;Leute\n1/11/2026;A;Columbus;12\n2/11/2026;B;Columbus;8\n"),
		"Import-undone": importUndoneState,
		"Imports":       importsState,
		"Plan-error":    planState,
		"Plan-foot":     func(t *testing.T, w *Window) { planState(t, w); w.shell.front().(*plan).page.scroll.ScrollToBottom() },
		"Reports-xlsx":  reportState(report.FormatWorkbook),
		"Reports-csv":   reportState(report.FormatCSV),
		"Reports-png":   reportState(report.FormatPNG),
		"Reports-card":  cardState,
		"Reports-md":    reportState(report.FormatMessage),
	}
	for name, bring := range states {
		eachLook(t, func(variant string, size fyne.Size) {
			if os.Getenv("MUSTER_SCREENSHOTS") == "" && (variant != "dark" || size != smallest) {
				return
			}
			w := startWindow(t, openMuster(t))
			press(w, fyne.KeyEscape)
			fyne.CurrentApp().Settings().SetTheme(themes[variant])
			w.Resize(size)
			bring(t, w)
			shoot(t, w, fmt.Sprintf("%s-%s-%.0f.png", name, variant, size.Width))
		})
	}
}

func pledgesOf(w *Window) *pledges {
	w.shell.navigate("Pledges")
	return w.shell.front().(*pledges)
}

// ledgerState fills the ledger, voids a line and chooses another.
func ledgerState(t *testing.T, w *Window) {
	withLines(t, w, 60)
	note := app.Entry{Count: -4, By: "Ben", Note: "the farmers' market on the square, in the rain, less than was thought at first",
		Cell: campaign.Cell{Source: "stall", Region: "Northern Virginia and the hills", Tier: "Keep me informed"}}
	u, err := w.desk.Record(note)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.desk.Void("typed twice", "Anna", u.ID); err != nil {
		t.Fatal(err)
	}
	w.changed()
	chooseLine(pledgesOf(w).ledger, 3)
}

const countsOfStall = "date,added,region\n2026-11-01,20,Ohio\n2026-11-02,some,Ohio\n3.11.2026,20,Ohio\n2026-11-03,\"1,003\",Maryland\n"

// importState looks at a file of the given text.
func importState(name, text string) func(*testing.T, *Window) {
	return func(t *testing.T, w *Window) {
		pledgesOf(w)
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		w.lookAtImport(path, func(error) {})
	}
}

func importUndoneState(t *testing.T, w *Window) {
	look := importState("counts.csv", countsOfStall)
	look(t, w)
	click(t, w, "Import only the others")
	w.undoImport(w.desk, 1, "counted by somebody else as well", nil)
	look(t, w)
}

func importsState(t *testing.T, w *Window) {
	importUndoneState(t, w)
	press(w, fyne.KeyEscape)
	importState("a stall in the far north of the country, first week.csv", "date,added\n2026-11-03,5\n")(t, w)
	click(t, w, "Import")
	w.showImports()
}

func planState(_ *testing.T, w *Window) {
	w.shell.navigate("Plan")
	p := w.shell.front().(*plan)
	p.into("need", "many")
	p.into("deadline", "2024-01-01")
	p.listOf(listThresholds).add()
	fill(w, p.listOf(listThresholds).rows[1].cells[2].focus, "900")
}

func reportState(f report.Format) func(*testing.T, *Window) {
	return func(_ *testing.T, w *Window) {
		w.openPetition()
		w.shell.navigate("Reports")
		w.shell.front().(*reports).choose(f)
	}
}

func cardState(_ *testing.T, w *Window) {
	w.shell.navigate("Reports")
	r := w.shell.front().(*reports)
	r.choose(report.FormatPNG)
	r.charts.which.SetSelected(report.Card.Title())
}
