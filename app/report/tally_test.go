package report

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"muster/app"
	"muster/app/say"
	"muster/campaign"
)

// tallySheet returns the desk of a campaign and a sheet of a week.
func tallySheet(t *testing.T, o app.TallyOptions) (*app.Desk, app.TallySheet) {
	t.Helper()
	m, err := app.Open(t.TempDir(), time.Now) // as the files that are saved in the tests
	if err != nil {
		t.Fatal(err)
	}
	c, err := m.Create(campaign.Campaign{Name: "March & song", Ask: "Pledge to march", TimeZone: "America/New_York",
		Regions: []campaign.Region{{Name: "Ohio"}, {Name: "Texas"}}, Sources: []string{"stall", "website"},
		Tiers: []campaign.Tier{{Name: "Committed"}, {Name: "Keep me informed"}}})
	if err != nil {
		t.Fatal(err)
	}
	d, err := m.Desk(c.ID)
	if err != nil {
		t.Fatal(err)
	}
	o.From, o.To = campaign.NewDay(2026, 11, 2), campaign.NewDay(2026, 11, 8)
	s, err := d.TallySheet(o)
	if err != nil {
		t.Fatal(err)
	}
	return d, s
}

// anna counts at one place.
var anna = app.TallyOptions{For: "Anna", Region: "Ohio", Source: "stall"}

// TestTallyWorkbook looks at what can be done with the workbook in a spreadsheet.
func TestTallyWorkbook(t *testing.T) {
	_, s := tallySheet(t, app.TallyOptions{For: "Анна =1+1"})
	var first, second bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &second} {
		if err := TallyWorkbook(b, s, Options{}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("the same sheet gives other bytes")
	}
	checkWorkbook(t, first.Bytes())
	f, err := excelize.OpenReader(bytes.NewReader(first.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	name := f.GetSheetList()[0]
	if title, _ := f.GetCellValue(name, "B2"); title != "Tally sheet of Анна =1+1" {
		t.Errorf("the title is %q", title)
	}
	for _, row := range []int{1, 10} {
		if visible, err := f.GetRowVisible(name, row); visible || err != nil {
			t.Errorf("row %d can be seen, %v", row, err)
		}
	}
	if visible, err := f.GetColVisible(name, "A"); visible || err != nil {
		t.Errorf("the first column can be seen, %v", err)
	}
	locks := map[string]bool{"A12": true, "B12": true, "C12": false, "D12": false, "E12": false, "F18": false, "E19": true}
	for cell, locked := range locks {
		id, err := f.GetCellStyle(name, cell)
		if err != nil {
			t.Fatal(err)
		}
		style, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		if got := style.Protection == nil || style.Protection.Locked; got != locked {
			t.Errorf("%s is locked: %v", cell, got)
		}
	}
	checks, err := f.GetDataValidations(name)
	if err != nil || len(checks) != 3 {
		t.Fatalf("%d checks, %v", len(checks), err)
	}
	if c := checks[0]; c.Sqref != "E12:F18" || c.Type != "whole" || c.Formula1 != "0" || c.Formula2 != "1000000" {
		t.Errorf("counts are checked by %+v", *c)
	}
	if c := checks[1]; c.Sqref != "C12:C18" || c.Type != "list" || c.Formula1 != "'Names'!$A$1:$A$2" {
		t.Errorf("regions are checked by %+v", *c)
	}
	if panes, err := f.GetPanes(name); err != nil || !panes.Freeze || panes.YSplit != 11 {
		t.Errorf("the head is not frozen: %+v, %v", panes, err)
	}
	if area := f.GetDefinedName(); len(area) != 2 {
		t.Errorf("printed is %v", area)
	}
}

// TestTallyWorkbookComesBack fills a sheet in and imports it, in each language:
// what an import needs is the same in all.
func TestTallyWorkbookComesBack(t *testing.T) {
	defer func() { _ = say.Use("en") }()
	for _, language := range []string{"en", "de", "es", "fr"} {
		if err := say.Use(language); err != nil {
			t.Fatal(err)
		}
		d, s := tallySheet(t, app.TallyOptions{For: "Anna", Source: "stall"})
		path := filepath.Join(t.TempDir(), "anna.xlsx")
		if err := SaveTally(t.Context(), path, s, Options{}); err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name := f.GetSheetList()[0]
		for cell, value := range map[string]any{"C12": "texas", "D12": 5, "E13": 1234} {
			if err := f.SetCellValue(name, cell, value); err != nil {
				t.Fatal(err)
			}
		}
		if err := errors.Join(f.Save(), f.Close()); err != nil {
			t.Fatal(err)
		}
		wantLedger(t, d, path, 2, "5 Texas stall Committed", "1234 stall Keep me informed")
	}
}

// wantLedger imports a file that adds so many updates, and compares what counts
// in the ledger.
func wantLedger(t *testing.T, d *app.Desk, path string, added int, want ...string) {
	t.Helper()
	for _, added := range []int{added, 0} {
		r, err := d.Import(context.Background(), path, app.ImportOptions{})
		if err != nil || r.Added != added || r.Tally != "Anna" {
			t.Fatalf("imported: %+v, %v; want %d added", r, err, added)
		}
	}
	var got []string
	err := d.Each(app.Filter{}, func(l app.Line) error {
		if l.Kind != campaign.Void && l.VoidedBy.IsZero() && l.Count != 0 {
			got = append(got, strings.Join(strings.Fields(strings.Join([]string{fmt.Sprint(l.Count), l.Region, l.Source, l.Tier}, " ")), " "))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("the ledger counts %q, want %q", got, want)
	}
}

// TestTallyPDF lays sheets out for both kinds of paper: all days are there, and
// nothing is beyond the page.
func TestTallyPDF(t *testing.T) {
	for name, o := range map[string]app.TallyOptions{"stall": anna, "anywhere": {For: "محمد 🎉"}, "long": {For: strings.Repeat("Anna ", 30)}} {
		for _, p := range Papers() {
			_, s := tallySheet(t, o)
			s.Made = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
			s.To = s.From + 40
			var first, second bytes.Buffer
			for _, b := range []*bytes.Buffer{&first, &second} {
				if err := TallyPDF(b, s, Options{Paper: p}); err != nil {
					t.Fatal(err)
				}
			}
			if !bytes.Equal(first.Bytes(), second.Bytes()) {
				t.Errorf("%s: the same sheet gives other bytes", name)
			}
			path := filepath.Join(t.TempDir(), "tally.pdf")
			if err := os.WriteFile(path, first.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
			text := run(t, "pdftotext", "-layout", path, "-")
			for d := s.From; d <= s.To; d++ {
				if !strings.Contains(text, tallyDay(d)) {
					t.Errorf("%s on %s: %s is missing", name, p, tallyDay(d))
				}
			}
		}
	}
}

func TestSaveTallyRefuses(t *testing.T) {
	_, s := tallySheet(t, anna)
	for _, name := range []string{"anna.csv", "anna", "anna.png"} {
		if err := SaveTally(t.Context(), filepath.Join(t.TempDir(), name), s, Options{}); !errors.Is(err, ErrFormat) {
			t.Errorf("%s: %v", name, err)
		}
	}
	ended, end := context.WithCancel(t.Context())
	end()
	path := filepath.Join(t.TempDir(), "anna.xlsx")
	if err := SaveTally(ended, path, s, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("something was written: %v", err)
	}
	if err := TallyWorkbook(io.Discard, app.TallySheet{}, Options{}); err != nil {
		t.Errorf("an empty sheet: %v", err)
	}
}
