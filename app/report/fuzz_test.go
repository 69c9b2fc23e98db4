package report

import (
	"bytes"
	"io"
	"testing"

	"github.com/xuri/excelize/v2"

	"muster/campaign"
)

// FuzzReports feeds any text and figure into every writer: none panics, and
// the workbook opens again.
func FuzzReports(f *testing.F) {
	f.Add("March on Washington", "Ohio", "a note", int64(1000), int64(100_000), int64(702_250))
	f.Add("=HYPERLINK(\"x\")", "\u202e😀\x00", "\t\n\r", int64(-5), int64(1), int64(0))
	f.Add("", "\xff\xfe", "नमस्ते", int64(1e12), int64(1e12), int64(1))
	f.Fuzz(func(t *testing.T, name, region, note string, count, target, people int64) {
		bound := func(n int64) int64 { return max(-campaign.MaxCount, min(n, campaign.MaxCount)) }
		c := campaign.Campaign{
			Name: name, Ask: note, Need: max(0, bound(target)), TimeZone: region,
			Population: campaign.Population{Name: name, Count: max(0, bound(people)), Source: note},
			Deadline:   campaign.DayOf(now, now.Location()) + campaign.Day(target%50_000),
			Regions:    []campaign.Region{{Name: region, Target: 7}},
			Thresholds: []campaign.Threshold{{Name: name, Figure: campaign.FigurePledges, Target: float64(max(1, bound(target)))}},
			Marks:      map[string]campaign.Mark{"need": {Kind: campaign.Stated, Ground: note}},
		}
		var l ledger
		l.add(3*day, campaign.Reading, max(0, bound(count)), campaign.Cell{Region: region, Source: name}, name, note)
		l.add(day, campaign.Added, bound(count), campaign.Cell{Region: note}, region, name)
		s := l.snapshot(t, c)
		var book bytes.Buffer
		for format, w := range map[Format]io.Writer{FormatPDF: io.Discard, FormatWorkbook: &book, FormatCSV: io.Discard, FormatSVG: io.Discard} {
			if err := Write(w, format, dossierOf(s), Options{}, l.each); err != nil {
				t.Fatalf("%s: %v", format, err)
			}
		}
		file, err := excelize.OpenReader(&book)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		if _, err := file.GetRows(sheetUpdates); err != nil {
			t.Fatal(err)
		}
	})
}
