package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
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

// written returns the PDF of a dossier.
func written(t *testing.T, d app.Dossier, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := PDF(&b, d, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// says checks that a text has each of the words.
func says(t *testing.T, text string, wanted ...string) {
	t.Helper()
	for _, want := range wanted {
		if !strings.Contains(text, want) {
			t.Errorf("the PDF does not say %q:\n%s", want, text)
		}
	}
}

func TestPDFSays(t *testing.T) {
	s, _ := march(t)
	text := read(t, written(t, dossierOf(s), Options{}))
	says(t, text,
		"March on Washington", "As of 23 Nov 2026, 09:00 EST", "A treaty", "Washington, DC · 1 May 2027",
		"1,000", "of 100,000¹ pledges by 1 Mar 2027² for “The march is on”",
		"99,000 short: 2.0 orders of magnitude, 6.6 doublings.",
		"1 in 7 of Washington, DC", "100,000³ of 702,250", "1 in 702",
		"Of 1,000 pledges, 310 to 580 people are expected to come (8 in 10).",
		"¹ “The march is on” stated the pledge page", "³ Need derived a seventh of the city", "² Deadline assumed –",
		"US Census Bureau, Vintage 2024",
		"First hundred 1 Mar 2027² 1,000 100 reached 24 Sep 2026",
		"One in a thousand", "0.14% 0.1%", "Sixty senators 1 Jan 2028 12 60", "20%",
		"+300 website, Texas", "+50 website, Texas void: typed twice", "total 700 stall, Ohio Anna",
		"The scale is logarithmic", "Ohio 700 70% 11,883,304 1 in 16,976 500 140%", "Utah 0 0%",
		"Order of magnitude", "SHA-256", "7f3a 91c2 7f3a 91c2", "data 7f3a 91c2 · page 1 of",
	)
	if strings.Contains(text, "after the moment") {
		t.Error("the PDF tells of an update after its moment")
	}
}

// TestBriefIsOnePage holds it to that, whatever the campaign.
func TestBriefIsOnePage(t *testing.T) {
	for name, sample := range samples {
		t.Run(name, func(t *testing.T) {
			s, _ := sample(t)
			for _, p := range Papers() {
				text := read(t, written(t, dossierOf(s), Options{Brief: true, Paper: p}))
				says(t, text, "page 1 of 1", "From pledges to people")
			}
		})
	}
	s, _ := march(t)
	says(t, read(t, written(t, dossierOf(s), Options{Brief: true})), "1,000", "of 100,000¹ pledges", "First hundred", "322,000 pledges are needed", "“The march is on”: stated (the pledge page).")
}

func TestPaper(t *testing.T) {
	s, _ := march(t)
	for p, want := range map[Paper]string{"": "595.28 x 841.89", A4: "595.28 x 841.89", Letter: "612 x 792"} {
		path := filepath.Join(t.TempDir(), "report.pdf")
		if err := Save(t.Context(), path, dossierOf(s), Options{Paper: p}, nil); err != nil {
			t.Fatal(err)
		}
		if info := run(t, "pdfinfo", path); !strings.Contains(info, want) {
			t.Errorf("%q: not %s:\n%s", p, want, info)
		}
	}
	if p, err := ParsePaper(" Letter"); p != Letter || err != nil {
		t.Errorf("%q, %v", p, err)
	}
	if _, err := ParsePaper("a3"); !errors.Is(err, ErrPaper) {
		t.Errorf("a3: %v", err)
	}
}

// TestContentsLeadToChapters follows the list on the first page: each chapter
// has a bookmark and a link, and begins on the page that the list says.
func TestContentsLeadToChapters(t *testing.T) {
	s, _ := march(t)
	d := dossierOf(s)
	pdf := written(t, d, Options{})
	path := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	var document struct {
		Outlines []struct {
			Title string
			Page  int `json:"destpageposfrom1"`
		}
	}
	if err := json.Unmarshal([]byte(run(t, "qpdf", "--json", "--json-key=outlines", path)), &document); err != nil {
		t.Fatal(err)
	}
	links := 0
	for _, page := range Pages(d, Options{})[:1] {
		links += len(page.links)
	}
	if len(document.Outlines) < 8 || links != len(document.Outlines) {
		t.Errorf("%d bookmarks, %d links", len(document.Outlines), links)
	}
	for _, o := range document.Outlines {
		page := fmt.Sprint(o.Page)
		if text := run(t, "pdftotext", "-f", page, "-l", page, path, "-"); !strings.Contains(text, o.Title) {
			t.Errorf("%q is not on page %s", o.Title, page)
		}
	}
}

func TestChangesSince(t *testing.T) {
	s, l := march(t)
	d := dossierOf(s)
	folded := campaign.Fold(l[:1], s.Zone)
	standing, err := folded.Standing(s.Campaign, now.Add(-30*day))
	if err != nil {
		t.Fatal(err)
	}
	d.Earlier = &app.Snapshot{Campaign: s.Campaign, Standing: standing, Zone: s.Zone}
	says(t, read(t, written(t, d, Options{})),
		"Changes since 24 Oct 2026, 10:00", "+300 pledges since 24 Oct 2026, 10:00, when there were 700.",
		"Pledges 700 1,000 +300", "Senators in favour 0 12 +12", "Texas +300")
}

// TestNamesOfAnyScript are drawn as outlines, and found all the same.
func TestNamesOfAnyScript(t *testing.T) {
	names := []string{"مسيرة إلى واشنطن", "צעדה לירושלים", "दिल्ली में मार्च", "เดินขบวน", "華盛頓遊行", "Αθήνα", "Україна", "서울"}
	c := campaign.Campaign{Name: names[0]}
	for i, name := range names[1:] {
		c.Thresholds = append(c.Thresholds, campaign.Threshold{Name: name, Figure: campaign.FigurePledges, Target: float64(i + 1)})
	}
	var l ledger
	l.add(day, campaign.Reading, 4, campaign.Cell{}, "", "")
	l.add(2*day, campaign.Reading, 3, campaign.Cell{}, "", "")
	text := strings.NewReplacer("\u202b", "", "\u202c", "", "\u200f", "", "\u200e", "").Replace(read(t, written(t, dossierOf(l.snapshot(t, c)), Options{})))
	says(t, text, names...)
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
	d2, err := d.Dossier(t.Context(), s.Standing.AsOf, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	if err := PDF(&b, d2, Options{}); err != nil {
		t.Fatal(err)
	}
	text := read(t, b.Bytes())
	for _, want := range []string{
		"8 in 10", "Totals to come", "Ahead: the range that holds 8 times in 10", "At this pace and its uncertainty, 1 Jun 2019 finds you at 6,", "It knows nothing of plans",
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
			if err := PDF(&first, dossierOf(s), Options{}); err != nil {
				t.Fatal(err)
			}
			if err := PDF(&again, dossierOf(s), Options{}); err != nil {
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
	says(t, read(t, written(t, dossierOf(s), Options{})), "0 pledges so far; no threshold is set", "No counts have been entered yet.",
		"No thresholds are set.", "No forecast yet.", "page 1 of 3")
}

func TestLongTableBreaksOverPages(t *testing.T) {
	var l ledger
	l.add(day, campaign.Reading, 40, campaign.Cell{}, "", "")
	c := campaign.Campaign{Name: "Long"}
	for i := range 90 {
		c.Thresholds = append(c.Thresholds, campaign.Threshold{Name: "Step", Figure: campaign.FigurePledges, Target: float64(i + 1)})
	}
	pages := Pages(dossierOf(l.snapshot(t, c)), Options{})
	if len(pages) < 3 {
		t.Errorf("90 thresholds on %d pages", len(pages))
	}
	var b bytes.Buffer
	if err := PDF(&b, dossierOf(l.snapshot(t, c)), Options{}); err != nil {
		t.Fatal(err)
	}
	text := read(t, b.Bytes())
	if n := strings.Count(text, "Threshold By Now Target Progress"); n < 3 {
		t.Errorf("the heading comes %d times, once a page is wanted", n)
	}
	if n := strings.Count(text, "Step "); n < 90 {
		t.Errorf("only %d of 90 rows", n)
	}
}

// TestNothingLeavesThePage looks where every word of a long-winded report is.
func TestNothingLeavesThePage(t *testing.T) {
	s, _ := hostile(t)
	s.Campaign.Marks = map[string]campaign.Mark{"need": {Kind: campaign.Assumed, Ground: strings.Repeat("reason ", 5000)}}
	for p, size := range map[Paper][2]float64{A4: {595.28, 841.89}, Letter: {612, 792}} {
		path := filepath.Join(t.TempDir(), "report.pdf")
		if err := Save(t.Context(), path, dossierOf(s), Options{Paper: p}, nil); err != nil {
			t.Fatal(err)
		}
		words := regexp.MustCompile(`<word xMin="([-0-9.]+)" yMin="([-0-9.]+)" xMax="([-0-9.]+)" yMax="([-0-9.]+)">`).
			FindAllStringSubmatch(run(t, "pdftotext", "-bbox", path, "-"), -1)
		if len(words) < 500 {
			t.Fatalf("only %d words", len(words))
		}
		for _, w := range words {
			var box [4]float64
			for i := range box {
				box[i], _ = strconv.ParseFloat(w[i+1], 64)
			}
			if box[0] < margin-8 || box[1] < 20 || box[2] > size[0]-margin+8 || box[3] > size[1]-20 {
				t.Errorf("%s: a word at %v", p, box)
			}
		}
	}
}

func TestPreviewIsThePage(t *testing.T) {
	s, _ := march(t)
	image := Pages(dossierOf(s), Options{})[0].Image(800)
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
	if Pages(dossierOf(s), Options{})[0].Image(0) != nil {
		t.Error("a picture without room")
	}
}
