package report

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
)

// TestSchemaNotices breaks a workbook in ways that Excel minds and expects each
// to be told.
func TestSchemaNotices(t *testing.T) {
	d, l := planned(t)
	var whole bytes.Buffer
	if err := Workbook(&whole, d, Options{}, l.each); err != nil {
		t.Fatal(err)
	}
	if faults := faultsOf(t, whole.Bytes()); len(faults) > 0 {
		t.Fatalf("a whole workbook has faults: %q", faults)
	}
	const summary, turnout, chart = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml", "xl/charts/chart1.xml"
	for _, c := range []struct{ part, was, is, says string }{
		{summary, "<cols><col", `<cols><col min="9" max="9" width="8"/><col`, "come after 9"},
		{summary, "<sheetData>", "<sheetData/><sheetData>", "is there twice"},
		{summary, "<dimension ", "<pageMargins/><dimension ", "<dimension> comes after <pageMargins>"},
		{summary, `<dimension ref="A1:`, `<dimension ref="A1:A1" was="`, "goes to A1"},
		{summary, `<row r="2"`, `<row r="1"`, "comes after 1"},
		{summary, `<c r="B6"`, `<c r="A6"`, "comes after column 1"},
		{summary, ` s="1"`, ` s="9999"`, "has the style 9999"},
		{summary, "SUM(", "XLOOKUP(", "calls XLOOKUP"},
		{summary, "SUM(Region_pledges)", "SUM(Region_plights)", "nothing is named"},
		{summary, "<f>SUM(", "<f>=SUM(", "has the formula"},
		{turnout, "</f><v>", "</f><v>?", "for a number"},
		{"xl/workbook.xml", `name="Need"`, `name="Pledges"`, "is given twice"},
		{"xl/workbook.xml", `name="Need"`, `name="B2"`, "nothing may be named B2"},
		{"xl/workbook.xml", "&#39;Plan&#39;!$B$6", "&#39;Plant&#39;!$B$6", "no such sheet"},
		{"xl/workbook.xml", `sheet name="Plan"`, `sheet name="Pl:an"`, "no sheet may be called"},
		{"xl/_rels/workbook.xml.rels", "worksheets/sheet4.xml", "worksheets/sheet44.xml", "there is no xl/worksheets/sheet44.xml"},
		{"[Content_Types].xml", "/xl/charts/chart1.xml", "/xl/charts/chart9.xml", "which is not there"},
		{"xl/styles.xml", `<cellXfs count="`, `<cellXfs count="9`, "says it has"},
		{chart, "<crossAx val=\"", "<crossAx val=\"7", "crosses 7"},
		{chart, "&#39;Daily&#39;!$A$2", "Daily!$A$2", "refers to Daily"},
		{chart, "<idx ", "<order val=\"0\"></order><idx ", "<idx> comes after <order>"},
	} {
		faults := strings.Join(faultsOf(t, broken(t, whole.Bytes(), c.part, c.was, c.is)), "\n")
		if !strings.Contains(faults, c.says) {
			t.Errorf("%s in place of %s in %s goes unnoticed: %q", c.is, c.was, c.part, faults)
		}
	}
}

// broken replaces something in a part of a workbook.
func broken(t *testing.T, book []byte, part, was, is string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == part {
			changed := strings.Replace(string(data), was, is, 1)
			if changed == string(data) {
				t.Fatalf("%s has no %s", part, was)
			}
			data = []byte(changed)
		}
		w, err := out.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
