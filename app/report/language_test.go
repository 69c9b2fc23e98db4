package report

import (
	"bytes"
	"slices"
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
			f := open(t, dossierOf(s), l, excelize.TotalRows)
			if !slices.Equal(f.GetSheetList(), sheetNames()) {
				t.Errorf("the sheets are %q", f.GetSheetList())
			}
			for sheet, cell := range map[string]string{sheetThresholds(): "D3", sheetTurnout(): "B3"} {
				if pledges, err := f.CalcCellValue(sheet, cell, excelize.Options{RawCellValue: true}); err != nil || pledges != "1000" {
					t.Errorf("%s says %q pledges (%v)", sheet, pledges, err)
				}
			}
			var book, pdf, calendar bytes.Buffer
			if err := Workbook(&book, dossierOf(s), Options{}, l.each); err != nil {
				t.Fatal(err)
			}
			checkWorkbook(t, book.Bytes())
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
