package report

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"muster/app"
	"muster/campaign"
)

// open makes a workbook of a sample and opens it again.
func open(t *testing.T, d app.Dossier, l ledger, most int) *excelize.File {
	t.Helper()
	var b bytes.Buffer
	if err := workbook(&b, d, Options{}, l.each, most); err != nil {
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

// find returns the row of a sheet whose first cell says something.
func find(t *testing.T, f *excelize.File, sheet, says string) int {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		if len(row) > 0 && row[0] == says {
			return i + 1
		}
	}
	t.Fatalf("%s has no line %q", sheet, says)
	return 0
}

func TestWorkbookHolds(t *testing.T) {
	s, l := march(t)
	f := open(t, dossierOf(s), l, excelize.TotalRows)
	if want := []string{"Summary", "Plan", "Turnout", "Thresholds", "Forecast", "Scenarios", "Regions", "Daily", "Updates", "Definitions"}; !slices.Equal(f.GetSheetList(), want) {
		t.Fatalf("the sheets are %q", f.GetSheetList())
	}
	for _, c := range []struct{ sheet, line, column, want string }{
		{"Summary", "March on Washington", "A", "March on Washington"},
		{"Summary", "Pledges", "B", "1000"},
		{"Summary", "Need", "B", "100000"},
		{"Summary", "Need", "C", "derived (a seventh of the city)"},
		{"Summary", "Population", "B", "702250"},
		{"Summary", "Needed: one in", "B", "7.0225"},
		{"Summary", "Pledged: one in", "B", "702.25"},
		{"Plan", "Need", "B", "100000"},
		{"Plan", "no tier given", "B", "0.89"},
		{"Turnout", "In all", "F", "445"},
		{"Turnout", "Pledges needed at the likely rates", "B", "224720"},
		{"Thresholds", "The march is on", "D", "1000"},
		{"Thresholds", "The march is on", "G", "99000"},
		{"Thresholds", "The march is on", "H", "2"},
		{"Thresholds", "First hundred", "K", "1"},
		{"Regions", "Ohio", "B", "700"},
		{"Regions", "Ohio", "H", "1.4"},
		{"Regions", "Utah", "B", "0"},
	} {
		if got := raw(t, f, c.sheet, fmt.Sprint(c.column, find(t, f, c.sheet, c.line))); got != c.want {
			t.Errorf("%s, %s, %s is %q, not %q", c.sheet, c.line, c.column, got, c.want)
		}
	}
	rows, err := f.GetRows("Updates")
	if err != nil || len(rows) != s.Standing.Updates+1 {
		t.Errorf("%d rows of updates for %d updates (%v)", len(rows), s.Standing.Updates, err)
	}
	for cell, want := range map[string]string{"D2": "700", "J3": "void", "C6": "void", "D6": ""} {
		if got := raw(t, f, "Updates", cell); got != want {
			t.Errorf("%s of the updates is %q, not %q", cell, got, want)
		}
	}
	if got, _ := f.GetCellValue("Updates", "A2"); got != "24 Sep 2026, 10:00" {
		t.Errorf("the first update is shown at %q", got)
	}
	if got := raw(t, f, "Updates", "A2"); !same(got, "46289.4166666667") {
		t.Errorf("the first update is stored as %q, not as a date", got)
	}
	if held, _ := f.GetCellValue("Thresholds", fmt.Sprint("K", find(t, f, "Thresholds", "First hundred"))); held != "yes" {
		t.Errorf("a threshold that is held says %q", held)
	}
}

// TestTextsAreNoFormulas: what somebody typed is a text, and stays one when its
// cell is edited.
func TestTextsAreNoFormulas(t *testing.T) {
	s, l := hostile(t)
	f := open(t, dossierOf(s), l, excelize.TotalRows)
	for _, c := range []struct{ sheet, cell string }{
		{"Summary", "A1"}, {"Regions", "A3"}, {"Thresholds", "A4"}, {"Updates", "E2"}, {"Updates", "F2"}, {"Updates", "I3"},
	} {
		if formula, _ := f.GetCellFormula(c.sheet, c.cell); formula != "" {
			t.Errorf("%s!%s became the formula %q", c.sheet, c.cell, formula)
		}
		if kind, _ := f.GetCellType(c.sheet, c.cell); kind != excelize.CellTypeInlineString {
			t.Errorf("%s!%s holds %v, not text", c.sheet, c.cell, kind)
		}
		id, _ := f.GetCellStyle(c.sheet, c.cell)
		if style, err := f.GetStyle(id); err != nil || style.NumFmt != 49 && (style.CustomNumFmt == nil || *style.CustomNumFmt != "@") {
			t.Errorf("%s!%s would become a formula when it is edited (%v)", c.sheet, c.cell, err)
		}
	}
}

// TestSameBytes: the same data make the same file.
func TestSameBytes(t *testing.T) {
	d, l := planned(t)
	var first bytes.Buffer
	if err := Workbook(&first, d, Options{}, l.each); err != nil {
		t.Fatal(err)
	}
	for range 5 {
		var again bytes.Buffer
		if err := Workbook(&again, d, Options{}, l.each); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first.Bytes(), again.Bytes()) {
			t.Fatal("another file")
		}
	}
}

func TestPaperOfSheets(t *testing.T) {
	s, l := bare(t)
	for paper, want := range map[Paper]int{A4: 9, Letter: 1} {
		var b bytes.Buffer
		if err := Workbook(&b, dossierOf(s), Options{Paper: paper}, l.each); err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenReader(&b)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if layout, err := f.GetPageLayout("Updates"); err != nil || *layout.Size != want || *layout.Orientation != "landscape" {
			t.Errorf("%s: %+v (%v)", paper, layout, err)
		}
	}
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

func TestUpdatesGoOnOnAnotherSheet(t *testing.T) {
	var l ledger
	for i := range 25 {
		l.add(day-time.Duration(i)*time.Second, campaign.Added, int64(i), campaign.Cell{}, "", "")
	}
	f := open(t, dossierOf(l.snapshot(t, campaign.Campaign{Name: "Many"})), l, 11)
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
	if err := Workbook(&bytes.Buffer{}, dossierOf(s), Options{}, broken); err == nil {
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
