package report

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"muster/app"
	"muster/campaign"
)

// million returns the desk of a campaign with a million updates of three
// years, 50 regions and 4 sources.
func million(b *testing.B) *app.Desk {
	b.Helper()
	folder := b.TempDir()
	m, err := app.Open(filepath.Join(folder, "data"), func() time.Time { return now })
	if err != nil {
		b.Fatal(err)
	}
	c, err := m.Create(campaign.Campaign{Name: "A million updates", Need: 100_000, Deadline: campaign.NewDay(2027, 3, 1),
		Thresholds: []campaign.Threshold{{Name: "The march is on", Figure: campaign.FigurePledges, Target: 4_000_000}}})
	if err != nil {
		b.Fatal(err)
	}
	d, err := m.Desk(c.ID)
	if err != nil {
		b.Fatal(err)
	}
	counts := filepath.Join(folder, "counts.csv")
	if err := writeMillion(counts); err != nil {
		b.Fatal(err)
	}
	if _, err := d.Import(b.Context(), counts, app.ImportOptions{}); err != nil {
		b.Fatal(err)
	}
	return d
}

func writeMillion(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	const lines, span = 1_000_000, 3 * 365 * day
	w, r := bufio.NewWriter(f), rand.New(rand.NewPCG(1, 2))
	fmt.Fprintln(w, "at,added,region,source")
	for i := range lines {
		at := now.Add(time.Duration(i-lines) * (span / lines))
		fmt.Fprintf(w, "%s,%d,Region %02d,source %d\n", at.Format("2006-01-02T15:04:05.000Z"), 1+r.IntN(5), r.IntN(50), r.IntN(4))
	}
	return w.Flush()
}

// BenchmarkPreviewOfMany makes what the window shows of the report after one
// more of a million updates.
func BenchmarkPreviewOfMany(b *testing.B) {
	d := million(b)
	show := func() {
		dossier, err := d.Dossier(b.Context(), time.Time{}, time.Time{})
		if err != nil {
			b.Fatal(err)
		}
		if Pages(dossier, Options{})[0].Image(800) == nil {
			b.Fatal("no picture")
		}
	}
	show() // the first, when the screen is opened
	var spent time.Duration
	for b.Loop() {
		if _, err := d.Record(app.Entry{Count: 1, At: now.Add(-time.Hour), Cell: campaign.Cell{Region: "Region 07", Source: "source 1"}, By: "Anna"}); err != nil {
			b.Fatal(err)
		}
		start := time.Now()
		show()
		spent += time.Since(start)
	}
	b.ReportMetric(spent.Seconds()*1000/float64(b.N), "ms/preview")
	b.ReportMetric(spent.Seconds()*1000/float64(b.N)/200, "of-200ms(<=1)")
}
