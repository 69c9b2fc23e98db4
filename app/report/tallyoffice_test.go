package report

import (
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fill is a macro of LibreOffice that opens a workbook, writes into cells as a
// person would, and saves it as another.
const fill = `Sub Fill(path As String, target As String, cells As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(path), "_blank", 0, hidden())
  sheet = doc.Sheets.getByIndex(0)
  For Each part In Split(cells, ";")
    said = Split(part, "=")
    sheet.getCellRangeByName(said(0)).setFormula(said(1))
  Next
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName"
  kind(0).Value = "Calc MS Excel 2007 XML"
  doc.storeToURL(ConvertToURL(target), kind())
  doc.close(True)
End Sub
`

// office is a LibreOffice with a profile of its own that can fill workbooks in.
type office struct {
	t      *testing.T
	folder string
}

func newOffice(t *testing.T) office {
	t.Helper()
	o := office{t, t.TempDir()}
	o.run("--terminate_after_init") // makes the profile
	var text strings.Builder
	if err := xml.EscapeText(&text, []byte(fill)); err != nil {
		t.Fatal(err)
	}
	module := `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">` + text.String() + `</script:module>`
	if err := os.WriteFile(filepath.Join(o.folder, "user", "basic", "Standard", "Module1.xba"), []byte(module), 0o600); err != nil {
		t.Fatal(err)
	}
	return o
}

func (o office) run(args ...string) {
	o.t.Helper()
	run(o.t, "soffice", append([]string{"-env:UserInstallation=file://" + o.folder, "--headless"}, args...)...)
}

// fill writes into cells of a workbook and returns the path of what was saved.
func (o office) fill(path string, cells ...string) string {
	o.t.Helper()
	target := filepath.Join(o.t.TempDir(), "filled.xlsx")
	o.run(fmt.Sprintf("macro:///Standard.Module1.Fill(%q,%q,%q)", path, target, strings.Join(cells, ";")))
	if _, err := os.Stat(target); err != nil {
		o.t.Fatal("LibreOffice saved nothing:", err)
	}
	return target
}

// TestTallySheetsSurviveLibreOffice fills a sheet in with LibreOffice, imports it,
// changes, moves and empties lines, and imports it again, and once more the first
// by mistake.
func TestTallySheetsSurviveLibreOffice(t *testing.T) {
	d, s := tallySheet(t, anna)
	s.Region = "" // chosen on each line
	s.Made = s.Made.AddDate(-1, 0, 0)
	path := filepath.Join(t.TempDir(), "anna.xlsx")
	if err := SaveTally(t.Context(), path, s, Options{}); err != nil {
		t.Fatal(err)
	}
	office := newOffice(t)
	first := office.fill(path, "C12=Ohio", "D12=5", "E12=7", "C13=Texas", "D13=1200", "C14=Ohio", "D14=3")
	wantLedger(t, d, first, 4, "5 Ohio stall Committed", "7 Ohio stall Keep me informed", "1200 Texas stall Committed", "3 Ohio stall Committed")
	second := office.fill(first, "D12=4", "C13=Ohio", "D14=", "D15=9")
	want := []string{"7 Ohio stall Keep me informed", "4 Ohio stall Committed", "1200 Ohio stall Committed", "9 stall Committed"}
	wantLedger(t, d, second, 4, want...)
	wantLedger(t, d, first, 0, want...)
}
