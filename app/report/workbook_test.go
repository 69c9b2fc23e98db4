package report

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"muster/app"
	"muster/campaign"
)

// open makes a workbook of a sample and opens it again.
func open(t *testing.T, s app.Snapshot, l ledger, most int) *excelize.File {
	t.Helper()
	var b bytes.Buffer
	if err := workbook(&b, s, l.each, most); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func raw(t *testing.T, f *excelize.File, sheet, cell string) string {
	t.Helper()
	v, err := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestWorkbookHolds(t *testing.T) {
	s, l := march(t)
	f := open(t, s, l, excelize.TotalRows)
	if want := []string{"Summary", "Thresholds", "By region", "Daily", "Updates"}; !slices.Equal(f.GetSheetList(), want) {
		t.Fatalf("the sheets are %q", f.GetSheetList())
	}
	for _, c := range []struct{ sheet, cell, want string }{
		{sheetSummary(), "A1", "March on Washington"},
		{sheetSummary(), "B6", "1000"},
		{sheetSummary(), "B7", "100000"},
		{sheetSummary(), "B8", "702250"},
		{sheetSummary(), "B10", "7.0225"},
		{sheetSummary(), "B12", "702.25"},
		{sheetSummary(), "C7", "derived (a seventh of the city)"},
		{sheetThresholds(), "A3", "The march is on"},
		{sheetThresholds(), "D3", "1000"},
		{sheetThresholds(), "G3", "99000"},
		{sheetThresholds(), "H3", "2"},
		{sheetThresholds(), "K2", "yes"},
		{sheetRegions(), "A2", "Ohio"},
		{sheetRegions(), "B2", "700"},
		{sheetRegions(), "F2", "1.4"},
		{sheetRegions(), "A4", "Utah"},
		{sheetUpdates(), "D2", "700"},
		{sheetUpdates(), "J3", "void"},
		{sheetUpdates(), "C6", "void"},
	} {
		if got := raw(t, f, c.sheet, c.cell); got != c.want {
			t.Errorf("%s!%s is %q, not %q", c.sheet, c.cell, got, c.want)
		}
	}
	rows, err := f.GetRows(sheetUpdates())
	if err != nil || len(rows) != s.Standing.Updates+1 {
		t.Errorf("%d rows of updates for %d updates (%v)", len(rows), s.Standing.Updates, err)
	}
	if got, _ := f.GetCellValue(sheetUpdates(), "A2"); got != "24 Sep 2026, 10:00" {
		t.Errorf("the first update is shown at %q", got)
	}
	if got := raw(t, f, sheetUpdates(), "A2"); !same(got, "46289.4166666667") {
		t.Errorf("the first update is stored as %q, not as a date", got)
	}
}

// TestFormulasAgree works every formula out anew and compares it with the value
// that the snapshot gave.
func TestFormulasAgree(t *testing.T) {
	for name, sample := range samples {
		t.Run(name, func(t *testing.T) {
			s, l := sample(t)
			f := open(t, s, l, excelize.TotalRows)
			if n := compareFormulas(t, f, func(sheet, cell string) string {
				v, err := f.CalcCellValue(sheet, cell, excelize.Options{RawCellValue: true})
				if err != nil {
					t.Errorf("%s!%s: %v", sheet, cell, err)
				}
				return v
			}); n < 5 {
				t.Errorf("only %d formulas", n)
			}
		})
	}
}

// compareFormulas compares the stored value of every formula with a
// recalculated one, and returns how many there are.
func compareFormulas(t *testing.T, f *excelize.File, recalculated func(sheet, cell string) string) int {
	t.Helper()
	n := 0
	for _, sheet := range f.GetSheetList() {
		for row := 1; row <= 60; row++ {
			for column := 1; column <= 13; column++ {
				cell, _ := excelize.CoordinatesToCellName(column, row)
				formula, err := f.GetCellFormula(sheet, cell)
				if err != nil {
					t.Fatal(err)
				}
				if formula == "" {
					continue
				}
				n++
				if stored, now := raw(t, f, sheet, cell), recalculated(sheet, cell); !same(stored, now) {
					t.Errorf("%s!%s =%s is stored as %q but comes to %q", sheet, cell, formula, stored, now)
				}
			}
		}
	}
	return n
}

// same reports whether two values are the same, numbers but for rounding.
func same(a, b string) bool {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	if errX != nil || errY != nil {
		return a == b
	}
	return math.Abs(x-y) <= 1e-9*math.Max(1, math.Abs(x))
}

// TestLibreOfficeAgrees has LibreOffice open and recalculate the workbook.
func TestLibreOfficeAgrees(t *testing.T) {
	for name, sample := range samples {
		t.Run(name, func(t *testing.T) {
			s, l := sample(t)
			dir := t.TempDir()
			path := filepath.Join(dir, "book.xlsx")
			if err := Save(path, dossierOf(s), Options{}, l.each); err != nil {
				t.Fatal(err)
			}
			run(t, "soffice", "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "xlsx", "--outdir", filepath.Join(dir, "again"), path)
			ours, err := excelize.OpenFile(path)
			if err != nil {
				t.Fatal(err)
			}
			defer ours.Close()
			theirs, err := excelize.OpenFile(filepath.Join(dir, "again", "book.xlsx"))
			if err != nil {
				t.Fatal(err)
			}
			defer theirs.Close()
			compareFormulas(t, ours, func(sheet, cell string) string { return raw(t, theirs, sheet, cell) })
		})
	}
}

func TestTextsAreNoFormulas(t *testing.T) {
	s, l := hostile(t)
	f := open(t, s, l, excelize.TotalRows)
	for _, c := range []struct{ sheet, cell string }{
		{sheetSummary(), "A1"}, {sheetRegions(), "A2"}, {sheetThresholds(), "A3"}, {sheetUpdates(), "E2"}, {sheetUpdates(), "F2"}, {sheetUpdates(), "I3"},
	} {
		if formula, _ := f.GetCellFormula(c.sheet, c.cell); formula != "" {
			t.Errorf("%s!%s became the formula %q", c.sheet, c.cell, formula)
		}
		if kind, _ := f.GetCellType(c.sheet, c.cell); kind != excelize.CellTypeInlineString {
			t.Errorf("%s!%s holds %v, not text", c.sheet, c.cell, kind)
		}
	}
}

func TestUpdatesGoOnOnAnotherSheet(t *testing.T) {
	var l ledger
	for i := range 25 {
		l.add(day-time.Duration(i)*time.Second, campaign.Added, int64(i), campaign.Cell{}, "", "")
	}
	f := open(t, l.snapshot(t, campaign.Campaign{Name: "Many"}), l, 11)
	total := 0
	for i, want := range []int{11, 11, 6} {
		name := sheetUpdates()
		if i > 0 {
			name = fmt.Sprintf("%s %d", sheetUpdates(), i+1)
		}
		rows, err := f.GetRows(name)
		if err != nil || len(rows) != want {
			t.Errorf("%s has %d rows, not %d (%v)", name, len(rows), want, err)
		}
		dimension, _ := f.GetSheetDimension(name)
		if dimension != fmt.Sprintf("A1:K%d", want) {
			t.Errorf("%s says it spans %s", name, dimension)
		}
		total += len(rows) - 1
	}
	if total != 25 {
		t.Errorf("%d updates of 25", total)
	}
}

func TestWorkbookFailsWithTheLedger(t *testing.T) {
	s, _ := march(t)
	broken := func(func(app.Line) error) error { return os.ErrClosed }
	if err := Workbook(&bytes.Buffer{}, s, broken); err == nil {
		t.Error("a ledger that cannot be read gave a workbook")
	}
}

func TestCellText(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"plain", "plain"}, {"a\x00b\u202ec", "abc"}, {"a\tb\nc", "a\tb\nc"}, {"\xff", "\ufffd"},
	} {
		if got := cellText(c.in); got != c.want {
			t.Errorf("cellText(%q) = %q, not %q", c.in, got, c.want)
		}
	}
	long := cellText(string(bytes.Repeat([]byte("😀"), 40_000)))
	if units := len([]rune(long)) * 2; units > mostText {
		t.Errorf("%d UTF-16 units in a cell", units)
	}
}
