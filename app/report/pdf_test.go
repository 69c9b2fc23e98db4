package report

import (
	"bytes"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"muster/app"
	"muster/campaign"
)

// read writes a PDF, has qpdf check it and returns its text as pdftotext sees
// it, with runs of white space made one space.
func read(t *testing.T, pdf []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, "qpdf", "--check", path)
	return strings.Join(strings.Fields(run(t, "pdftotext", "-layout", path, "-")), " ")
}

func TestPDFSays(t *testing.T) {
	s, _ := march(t)
	var b bytes.Buffer
	if err := PDF(&b, s); err != nil {
		t.Fatal(err)
	}
	text := read(t, b.Bytes())
	for _, want := range []string{
		"March on Washington", "As of 23 Nov 2026, 09:00 EST", "A treaty", "Washington, DC · 1 May 2027",
		"1,000", "of 100,000¹ pledges by 1 Mar 2027² for “The march is on”",
		"99,000 short: 2.0 orders of magnitude, 6.6 doublings.",
		"1 in 7 of Washington, DC", "100,000³ of 702,250", "1 in 702",
		"US Census Bureau, Vintage 2024",
		"“The march is on”: stated (the pledge page)", "Need: derived (a seventh of the city)", "Deadline: assumed",
		"First hundred", "1,000% 24 Sep 2026",
		"One in a thousand", "0.14% 0.1%", "Sixty senators 1 Jan 2028 12 60", "20%",
		"+300 website, Texas", "+50 website, Texas void: typed twice", "now 700 stall, Ohio Anna",
		"The scale is logarithmic", "page 1 of",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the PDF does not say %q:\n%s", want, text)
		}
	}
	if strings.Contains(text, "after the moment") {
		t.Error("the PDF tells of an update after its moment")
	}
}

// TestPDFLooksAhead reads the report of a campaign that has a forecast.
func TestPDFLooksAhead(t *testing.T) {
	m, err := app.Open(t.TempDir(), func() time.Time { return now })
	if err != nil {
		t.Fatal(err)
	}
	c, err := m.CreateExample("petition")
	if err != nil {
		t.Fatal(err)
	}
	d, err := m.Desk(c.ID)
	if err != nil {
		t.Fatal(err)
	}
	s, err := d.Snapshot(campaign.NewDay(2019, 4, 1).Start(c.Location()))
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Foresee(&s); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := PDF(&b, s); err != nil {
		t.Fatal(err)
	}
	text := read(t, b.Bytes())
	for _, want := range []string{
		"8 in 10", "Ahead: the range that holds 8 times in 10", "At this pace and its uncertainty, 1 Jun 2019 finds you at 6,", "It knows nothing of plans",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the PDF does not say %q:\n%s", want, text)
		}
	}
}

func TestPDFOfAnything(t *testing.T) {
	for name, sample := range samples {
		t.Run(name, func(t *testing.T) {
			s, _ := sample(t)
			var first, again bytes.Buffer
			if err := PDF(&first, s); err != nil {
				t.Fatal(err)
			}
			if err := PDF(&again, s); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(first.Bytes(), again.Bytes()) {
				t.Error("the same snapshot gave two different files")
			}
			if text := read(t, first.Bytes()); !strings.Contains(text, "page 1 of") {
				t.Errorf("no page number in %q", text)
			}
		})
	}
}

func TestPDFOfNothing(t *testing.T) {
	s, _ := bare(t)
	var b bytes.Buffer
	if err := PDF(&b, s); err != nil {
		t.Fatal(err)
	}
	text := read(t, b.Bytes())
	for _, want := range []string{"0 pledges so far; no threshold is set", "No counts have been entered yet.", "No thresholds are set.", "page 1 of 1"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %q", want, text)
		}
	}
}

func TestLongTableBreaksOverPages(t *testing.T) {
	var l ledger
	l.add(day, campaign.Reading, 40, campaign.Cell{}, "", "")
	c := campaign.Campaign{Name: "Long"}
	for i := range 90 {
		c.Thresholds = append(c.Thresholds, campaign.Threshold{Name: "Step", Figure: campaign.FigurePledges, Target: float64(i + 1)})
	}
	pages := Pages(l.snapshot(t, c))
	if len(pages) < 3 {
		t.Errorf("90 thresholds on %d pages", len(pages))
	}
	var b bytes.Buffer
	if err := PDF(&b, l.snapshot(t, c)); err != nil {
		t.Fatal(err)
	}
	text := read(t, b.Bytes())
	if n := strings.Count(text, "Threshold By Now Target Progress Reached"); n < 3 {
		t.Errorf("the heading comes %d times, once a page is wanted", n)
	}
	if n := strings.Count(text, "Step "); n < 90 {
		t.Errorf("only %d of 90 rows", n)
	}
}

func TestPreviewIsThePage(t *testing.T) {
	s, _ := march(t)
	image := Pages(s)[0].Image(800)
	if size := image.Bounds().Size(); size.X < 780 || size.X > 800 || size.Y < 1100 {
		t.Fatalf("a preview of %v", size)
	}
	accent := 0
	for y := range image.Bounds().Dy() {
		for x := range image.Bounds().Dx() {
			if color.NRGBAModel.Convert(image.At(x, y)) == color.Color(paper.Accent) {
				accent++
			}
		}
	}
	if accent < 500 { // the lit person alone has more
		t.Errorf("only %d pixels in the accent colour", accent)
	}
	if Pages(s)[0].Image(0) != nil {
		t.Error("a picture without room")
	}
}
