package report

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"muster/campaign"
)

// FuzzReports feeds any text and figure into every writer: none panics, the
// workbook is whole and opens again, and qpdf finds no fault with the PDFs.
func FuzzReports(f *testing.F) {
	for _, c := range troubles {
		f.Add(c.name, c.region, c.note, c.count, c.target, c.people)
	}
	f.Fuzz(func(t *testing.T, name, region, note string, count, target, people int64) {
		d, l := trouble{name, region, note, count, target, people}.dossier(t)
		var book, full, brief, message bytes.Buffer
		for format, w := range map[Format]io.Writer{FormatPDF: &full, FormatWorkbook: &book, FormatCSV: io.Discard, FormatCalendar: io.Discard, FormatMessage: &message} {
			if err := Write(w, format, d, Options{}, l.each); err != nil {
				t.Fatalf("%s: %v", format, err)
			}
		}
		if err := PDF(&brief, d, Options{Brief: true, Paper: Letter}); err != nil {
			t.Fatal(err)
		}
		if pages := Pages(d, Options{Brief: true}); len(pages) != 1 {
			t.Fatalf("a brief of %d pages", len(pages))
		}
		checkMessage(t, d.Snapshot, message.String())
		for _, chart := range Charts() {
			p, err := Picture(d, Options{Chart: chart})
			if errors.Is(err, ErrChart) {
				continue
			} else if err != nil {
				t.Fatal(err)
			}
			p.Image(Pixels(p))
			checkXML(t, bytes.NewReader(vectorsOf(t, p)))
		}
		checkPDF(t, full.Bytes())
		checkPDF(t, brief.Bytes())
		checkWorkbook(t, book.Bytes())
		file, err := excelize.OpenReader(&book)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		if _, err := file.GetRows(sheetUpdates()); err != nil {
			t.Fatal(err)
		}
	})
}

func bound(n int64) int64 { return max(-campaign.MaxCount, min(n, campaign.MaxCount)) }

// fuzzed is a plan with the texts and figures wherever a plan has any.
func fuzzed(name, region, note string, count, target, people int64) campaign.Campaign {
	soon := campaign.DayOf(now, now.Location()) + campaign.Day(target%50_000)
	some := campaign.Range{Low: 1, Likely: float64(max(1, bound(target))), High: float64(campaign.MaxCount)}
	return campaign.Campaign{
		Name: name, Ask: note, Need: max(0, bound(target)), TimeZone: region, Deadline: soon,
		Event:      campaign.Event{Place: region, Date: soon + 1, Came: max(0, bound(count))},
		Population: campaign.Population{Name: name, Count: max(0, bound(people)), Source: note, Year: int(people % 3000)},
		Tiers:      []campaign.Tier{{Name: name, JoinsAt: max(0, bound(people))}, {Name: note}},
		Regions:    []campaign.Region{{Name: region, Target: 7, Population: max(0, bound(people))}, {Name: note}},
		Measures:   []campaign.Measure{{Name: region, OutOf: 10}},
		Thresholds: []campaign.Threshold{
			{Name: name, Figure: campaign.FigurePledges, Target: float64(max(1, bound(target)))},
			{Name: note, Figure: campaign.FigureTurnout, Target: 3, Deadline: soon, Regions: campaign.RegionCondition{AtLeast: 1}},
		},
		Moments:    []campaign.Moment{{Date: soon, Kind: campaign.News, Title: name, Link: note}, {Title: note, Link: region}},
		Activities: []campaign.Activity{{Name: name, Date: soon, Owner: region, Source: name, Cost: 3, Expect: some}},
		Marks:      map[string]campaign.Mark{"need": {Kind: campaign.Stated, Ground: note}, note: {Kind: campaign.Assumed, Ground: region}, "moments." + name: {}},
	}
}

// checkPDF has qpdf look a PDF through.
func checkPDF(t *testing.T, pdf []byte) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, "qpdf", "--check", path)
}

// TestOneTextEverywhere is the fuzz target with texts that were trouble once.
func TestOneTextEverywhere(t *testing.T) {
	for _, text := range []string{"+1", "@SUM(A1)", "a\tb\nc", "\u202eevil\u2066", "👩‍👩‍👧", "a\u0300\u0301", "\u00a0", "·", "“", "“x", "⁰", "€100 ≥ 5 − 3"} {
		s := ledger{}.snapshot(t, fuzzed(text, text, text, 1, 2, 3))
		var b bytes.Buffer
		if err := PDF(&b, dossierOf(s), Options{Since: time.Time{}}); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		checkPDF(t, b.Bytes())
	}
}
