package window

import (
	"fmt"
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"muster/app"
	"muster/campaign"
)

// TestScreenshotsOfManyLines draws the ledger of a campaign of 250,000 updates,
// for people to look at.
func TestScreenshotsOfManyLines(t *testing.T) {
	if os.Getenv("MUSTER_SCREENSHOTS") == "" {
		t.Skip("nobody looks")
	}
	m, err := withCounts(t.TempDir(), 250_000)
	if err != nil {
		t.Fatal(err)
	}
	states := map[string]func(*Window, *ledger){
		"top":    func(*Window, *ledger) {},
		"middle": func(_ *Window, l *ledger) { l.list.scrollTo(l.list.room() / 2) },
		"chosen": func(_ *Window, l *ledger) {
			chooseLine(l, 100_002)
			chooseLine(l, 100_005, fyne.KeyModifierShift)
		},
		"filter": func(_ *Window, l *ledger) {
			l.filter.open(true)
			l.filter.text.SetText("square")
			l.filter.region.SetText("Region 07")
			l.filter.from.SetText("2026-01-01")
			l.read()
		},
		"sorted": func(_ *Window, l *ledger) { l.head.press(allColumns[columnCount]); chooseLine(l, 1) },
		"void": func(w *Window, l *ledger) {
			l.filter.text.SetText("sheet 2499")
			l.read()
			l.choice.everything()
			l.ask()
		},
	}
	for name, bring := range states {
		eachLook(t, func(variant string, size fyne.Size) {
			w := built(t, test.NewTempApp(t), m, inline)
			fyne.CurrentApp().Settings().SetTheme(themes[variant])
			w.Resize(size)
			w.start()
			bring(w, pledgesOf(w).ledger)
			shoot(t, w, fmt.Sprintf("Ledger-%s-%s-%.0f.png", name, variant, size.Width))
		})
	}
}

func TestLedgerRowsGolden(t *testing.T) {
	golden(t, "ledgerrows", 900, func() fyne.CanvasObject {
		columns := &ledgerColumns{}
		columns.of(app.Snapshot{Campaign: march(), Standing: campaign.Standing{AsOf: now}})
		counted := update(3, 1, campaign.Added, 23, campaign.Cell{Region: "Ohio", Source: "stall"})
		counted.Note = "in the rain, on the square in front of the library, with the two tables from the hall"
		void := campaign.Update{ID: campaign.ID{9}, At: now, Kind: campaign.Void, Voids: counted.ID, By: "Ben", Note: "typed twice"}
		head := newLedgerHead(columns, func(app.Order) {})
		head.order = app.Order{By: app.ByRegion, Up: true}
		rows := container.New(column{}, head)
		for _, r := range []struct {
			row   app.Row
			marks rowMarks
		}{
			{app.Row{Line: app.Line{Update: one()}}, rowMarks{hovered: true}},
			{app.Row{Line: app.Line{Update: counted}}, rowMarks{chosen: true, focused: true}},
			{app.Row{Line: app.Line{Update: counted, VoidedBy: void.ID}}, rowMarks{}},
			{app.Row{Line: app.Line{Update: void}, Target: counted}, rowMarks{focused: true}},
		} {
			row := newLedgerRow(columns)
			row.set(r.row, r.marks)
			rows.Add(container.New(padded{right: barWidth}, row))
		}
		return rows
	})
}
