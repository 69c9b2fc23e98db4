package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"muster/app/say"
)

// TestReportsOfLanguages: in each language the formulas of the workbook find
// the sheets by their names there, the PDF can be made, and the calendar says
// what is due.
func TestReportsOfLanguages(t *testing.T) {
	t.Cleanup(func() { _ = say.Use("en") })
	for _, language := range say.Languages() {
		t.Run(language.Code, func(t *testing.T) {
			if err := say.Use(language.Code); err != nil {
				t.Fatal(err)
			}
			s, l := march(t)
			f := open(t, s, l, excelize.TotalRows)
			compared := compareFormulas(t, f, func(sheet, cell string) string {
				v, err := f.CalcCellValue(sheet, cell, excelize.Options{RawCellValue: true})
				if err != nil {
					t.Fatalf("%s!%s: %v", sheet, cell, err)
				}
				return v
			})
			if compared < 10 {
				t.Errorf("only %d formulas compared", compared)
			}
			if got := raw(t, f, sheetSummary(), "B7"); got != "100000" {
				t.Errorf("the need is %q", got)
			}
			var pdf, calendar bytes.Buffer
			if err := PDF(&pdf, dossierOf(s), Options{}); err != nil {
				t.Fatal(err)
			}
			if err := Calendar(&calendar, s); err != nil {
				t.Fatal(err)
			}
			if want := say.Text("Deadline: %s", s.Campaign.Name); !strings.Contains(calendar.String(), want) {
				t.Errorf("the calendar does not say %q", want)
			}
		})
	}
}
