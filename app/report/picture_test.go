package report

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"muster/app"
	"muster/app/figure"
	"muster/campaign"
)

// TestPictures draws every chart of every sample as PNG and SVG, or is told
// why there is none.
func TestPictures(t *testing.T) {
	for name, sample := range samples {
		for _, chart := range append(Charts(), "") {
			t.Run(name+"/"+string(chart), func(t *testing.T) {
				s, _ := sample(t)
				d, o := dossierOf(s), Options{Chart: chart}
				var image, vectors bytes.Buffer
				err := PNG(&image, d, o)
				if again := SVG(&vectors, d, o); !errors.Is(again, err) && (err == nil || again == nil || again.Error() != err.Error()) {
					t.Errorf("PNG: %v, SVG: %v", err, again)
				}
				if err != nil {
					if !errors.Is(err, ErrChart) || chart == "" || chart == ChartPledges || chart == Card {
						t.Error(err)
					}
					return
				}
				checkPNG(t, &image, chart)
				checkXML(t, &vectors)
			})
		}
	}
}

func checkPNG(t *testing.T, r io.Reader, chart Chart) {
	t.Helper()
	width, height := 1600, 840
	if chart == Card {
		width, height = 1200, 630
	}
	image, err := png.Decode(r)
	if err != nil {
		t.Fatal(err)
	}
	if size := image.Bounds().Size(); size.X != width || size.Y != height {
		t.Errorf("a picture of %v", size)
	}
}

func checkXML(t *testing.T, r io.Reader) {
	t.Helper()
	d := xml.NewDecoder(r)
	var err error
	for err == nil {
		_, err = d.Token()
	}
	if !errors.Is(err, io.EOF) {
		t.Errorf("the SVG is broken: %v", err)
	}
}

// exampleOf returns the dossier of an example, made from a data folder.
func exampleOf(t testing.TB, name string, change ...func(*campaign.Campaign)) app.Dossier {
	t.Helper()
	m, err := app.Open(t.TempDir(), func() time.Time { return now })
	if err != nil {
		t.Fatal(err)
	}
	c, err := m.CreateExample(name)
	if err != nil {
		t.Fatal(err)
	}
	desk, err := m.Desk(c.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range change {
		plan := desk.Campaign()
		f(&plan)
		if err := desk.SavePlan(plan, ""); err != nil {
			t.Fatal(err)
		}
	}
	d, err := desk.Dossier(t.Context(), time.Time{}, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestTornadoOfAScenario compares the assumptions of a scenario where one is
// named.
func TestTornadoOfAScenario(t *testing.T) {
	d := exampleOf(t, "march")
	_, err := Picture(d, Options{Chart: ChartMatters})
	if !errors.Is(err, ErrChart) {
		t.Errorf("nobody comes whatever is assumed, and it is drawn: %v", err)
	}
	d = exampleOf(t, "petition", func(c *campaign.Campaign) { c.Scenarios = []campaign.Scenario{{Name: "Larger", Need: 5_000_000}} })
	for scenario, want := range map[string]string{"": "The plan.", "larger": "Larger."} {
		p, err := Picture(d, Options{Chart: ChartMatters, Scenario: scenario})
		if err != nil {
			t.Fatal(err)
		}
		if text := string(vectorsOf(t, p)); !strings.Contains(text, "if it comes out low") || !strings.Contains(text, want) {
			t.Errorf("the picture does not say %q", want)
		}
	}
	if _, err := Picture(d, Options{Chart: ChartMatters, Scenario: "none"}); !errors.Is(err, campaign.ErrNoScenario) {
		t.Errorf("a scenario that there is not: %v", err)
	}
}

func TestParseChart(t *testing.T) {
	if c, err := ParseChart(" Turnout"); err != nil || c != ChartTurnout {
		t.Errorf("%q, %v", c, err)
	}
	if _, err := ParseChart("pie"); !errors.Is(err, ErrChart) || !strings.Contains(err.Error(), "pledges, forecast, turnout") {
		t.Errorf("a pie: %v", err)
	}
	for _, c := range Charts() {
		if c.Title() == "" {
			t.Errorf("%s has no title", c)
		}
	}
}

// TestCardHoldsWhatItSays looks for the texts of the card in its SVG.
func TestCardHoldsWhatItSays(t *testing.T) {
	march, err := Picture(exampleOf(t, "march"), Options{Chart: Card})
	if err != nil {
		t.Fatal(err)
	}
	text := string(vectorsOf(t, march))
	if n := strings.Count(text, "<text "); n == 0 || strings.Count(text, `<text opacity="0" textLength=`) != n || strings.Count(text, "Noto Sans,sans-serif") != n || strings.Count(text, "<path ") < n {
		t.Error("a text is not drawn as outlines, or not held to their width")
	}
	for _, want := range []string{"March on Washington", ">1,000<", "1 in 7 of Washington, DC", "The march is on", "As of 23 Nov 2026"} {
		if !strings.Contains(text, want) {
			t.Errorf("the card does not say %q", want)
		}
	}
}

func vectorsOf(t *testing.T, p *Page) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := figure.SVG(&out, p.width, p.height, p.Draw); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// extremes are cards with what is hard to lay out.
var extremes = map[string]func(testing.TB) app.Dossier{
	"march":    func(t testing.TB) app.Dossier { return exampleOf(t, "march") },
	"petition": func(t testing.TB) app.Dossier { return exampleOf(t, "petition") },
	"hostile": func(t testing.TB) app.Dossier {
		s, _ := hostile(t)
		return dossierOf(s)
	},
	"bare": func(t testing.TB) app.Dossier {
		s, _ := bare(t)
		return dossierOf(s)
	},
	"scripts": func(t testing.TB) app.Dossier {
		c := campaign.Campaign{
			Name: "مسيرة السلام والعدالة · שלום", Need: 3, Population: campaign.Population{Name: "नई दिल्ली 東京 서울", Count: 10},
			Thresholds: []campaign.Threshold{{Name: "पहला कदम", Figure: campaign.FigurePledges, Target: 4}, {Name: "ผู้คน", Figure: campaign.FigurePledges, Target: 400}},
		}
		var l ledger
		l.add(9*day, campaign.Reading, 5, campaign.Cell{}, "", "")
		return dossierOf(l.snapshot(t, c))
	},
	"open": func(t testing.TB) app.Dossier {
		var l ledger
		for i := range 30 {
			l.add(time.Duration(60-2*i)*day, campaign.Added, int64(i*i), campaign.Cell{}, "", "")
		}
		return dossierOf(l.snapshot(t, campaign.Campaign{Name: "No threshold, no population"}))
	},
	"huge": func(t testing.TB) app.Dossier {
		c := campaign.Campaign{
			Name: strings.Repeat("A very long name of a campaign ", 10), Need: campaign.MaxCount,
			Population: campaign.Population{Name: strings.Repeat("Everywhere and ", 20), Count: campaign.MaxCount},
			Event:      campaign.Event{Place: strings.Repeat("On the square ", 20), Date: campaign.NewDay(2027, 1, 1)},
		}
		for range 9 {
			c.Thresholds = append(c.Thresholds, campaign.Threshold{Name: strings.Repeat("x", 10+len(c.Thresholds)*9), Figure: campaign.FigurePledges, Target: 999_999_999_000 + float64(len(c.Thresholds))})
		}
		var l ledger
		l.add(9*day, campaign.Reading, 999_999_999_001, campaign.Cell{}, "", "")
		l.add(day, campaign.Added, -2, campaign.Cell{}, "", "")
		return dossierOf(l.snapshot(t, c))
	},
}

// TestPicturesOfExtremes draws every chart of campaigns that are hard to lay
// out. MUSTER_SCREENSHOTS names a folder to keep them in.
func TestPicturesOfExtremes(t *testing.T) {
	dir := os.Getenv("MUSTER_SCREENSHOTS")
	for name, make := range extremes {
		d := make(t)
		for _, chart := range Charts() {
			p, err := Picture(d, Options{Chart: chart})
			if err != nil {
				t.Logf("%s, %s: %v", name, chart, err)
				continue
			}
			checkXML(t, bytes.NewReader(vectorsOf(t, p)))
			if dir == "" {
				continue
			}
			for _, format := range []Format{FormatPNG, FormatSVG} {
				path := filepath.Join(dir, name+"-"+string(chart)+"."+string(format))
				if err := Save(t.Context(), path, d, Options{Chart: chart}, nil); err != nil {
					t.Error(err)
				}
			}
		}
	}
}
