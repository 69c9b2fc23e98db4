package report

import (
	"fmt"
	"io"
	"testing"
	"time"

	"muster/app"
	"muster/campaign"
)

// manyRegions returns the desk of a campaign with 200 regions, counted in each
// of them on several days.
func manyRegions(tb testing.TB) *app.Desk {
	tb.Helper()
	m, err := app.Open(tb.TempDir(), func() time.Time { return now })
	if err != nil {
		tb.Fatal(err)
	}
	c := campaign.Campaign{Name: "Two hundred regions", Need: 100_000, Deadline: campaign.NewDay(2027, 3, 1),
		Population: campaign.Population{Name: "Washington, DC", Count: 702_250, Year: 2024, Source: "US Census Bureau"},
		Thresholds: []campaign.Threshold{{Name: "The march is on", Figure: campaign.FigurePledges, Target: 100_000}}}
	for i := range 200 {
		c.Regions = append(c.Regions, campaign.Region{Name: fmt.Sprintf("Region %d", i), Population: int64(1_000_000 + i), Target: 500})
	}
	if c, err = m.Create(c); err != nil {
		tb.Fatal(err)
	}
	d, err := m.Desk(c.ID)
	if err != nil {
		tb.Fatal(err)
	}
	for i := range 1000 {
		e := app.Entry{Count: int64(i%17 + 1), At: now.Add(-time.Duration(i) * time.Hour), Cell: campaign.Cell{Region: c.Regions[i%200].Name, Source: "stall"}, By: "Anna"}
		if _, err := d.Record(e); err != nil {
			tb.Fatal(err)
		}
	}
	return d
}

// BenchmarkFullPDF makes the full report of a campaign with 200 regions, from
// the store to the file: 400 ms is what people wait without noticing.
func BenchmarkFullPDF(b *testing.B) {
	d := manyRegions(b)
	for b.Loop() {
		dossier, err := d.Dossier(b.Context(), time.Time{}, now.Add(-10*day))
		if err != nil {
			b.Fatal(err)
		}
		if err := PDF(io.Discard, dossier, Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N)/400, "of-400ms")
}

// BenchmarkPreview makes what the window shows of it after a change: all pages
// are laid out, one is drawn.
func BenchmarkPreview(b *testing.B) {
	d := manyRegions(b)
	for b.Loop() {
		dossier, err := d.Dossier(b.Context(), time.Time{}, time.Time{})
		if err != nil {
			b.Fatal(err)
		}
		if Pages(dossier, Options{})[0].Image(800) == nil {
			b.Fatal("no picture")
		}
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N)/200, "of-200ms")
}
