package figure

import (
	"bytes"
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"muster/campaign"
	"muster/campaign/scenario"
)

// tornadoes are what a tornado may have to show.
func tornadoes() map[string]Tornado {
	some := []Swing{
		{"Pledges by then", "4,200", "31,000", 2_100, 15_400},
		{"A documentary", "500", "9,000", 6_100, 10_300},
		{"Show rate of Committed", "35%", "65%", 4_800, 8_900},
		{"Walk-ons", "0", "600", 6_650, 7_250},
		{"Stall at the fair", "50", "200", 6_700, 6_800},
	}
	many := slices.Clone(some)
	for i := range 12 {
		many = append(many, Swing{fmt.Sprintf("Information evening number %d in the hall of the old town library", i+1), "20", "80", 6_690 - float64(i), 6_760 + float64(i)})
	}
	return map[string]Tornado{
		"some":     {Swings: some, Middle: 6_700, Need: 10_000},
		"need-far": {Swings: some, Middle: 6_700, Need: 100_000},
		"many":     {Swings: many, Middle: 6_700},
		"one":      {Swings: some[2:3], Middle: 6_700, Need: 7_000},
		"none":     {Middle: 500},
		"unmoved":  {Swings: []Swing{{"Walk-ons", "0", "10", 0, 0}}},
		"reversed": {Swings: []Swing{{"Ferry fare", "5", "40", 9_000, 5_000}, {"Rain", "0%", "100%", 7_200, 7_900}}, Middle: 7_000},
		"chance": {Swings: []Swing{
			{"Pledges by then", "4,200", "31,000", 0, 0.97}, {"Show rate of Committed", "35%", "65%", 0.22, 0.41}, {"Walk-ons", "0", "600", 0.3, 0.34},
		}, Middle: 0.31, Chance: true},
	}
}

// TestTornadoScenes draws every tornado in every palette, wide and narrow. With
// MUSTER_SCREENSHOTS naming a folder the pictures are written there.
func TestTornadoScenes(t *testing.T) {
	for name, chart := range tornadoes() {
		for variant, palette := range map[string]Palette{"light": Light, "dark": Dark, "paper": Paper} {
			style := Style{Palette: palette, Text: 12.5}
			for _, width := range []int{620, 300} {
				scene, height := chart.Scene(style), int(chart.Height(style, float64(width)))
				var out bytes.Buffer
				if err := scene.PNG(&out, width, height, 1); err != nil {
					t.Fatal(err)
				}
				if drawn := count(scene.Image(width, height, 1), palette.Accent) > 0; drawn == chart.Empty() {
					t.Errorf("%s, %d wide: bars are drawn: %v", name, width, drawn)
				}
				if dir := os.Getenv("MUSTER_SCREENSHOTS"); dir != "" {
					path := filepath.Join(dir, fmt.Sprintf("tornado-%s-%s-%d.png", name, variant, width))
					if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	}
}

func TestTornadoInLittleRoom(t *testing.T) {
	for name, chart := range tornadoes() {
		for _, size := range [][2]int{{1, 1}, {20, 200}, {200, 12}, {120, 90}, {240, 180}, {900, 60}} {
			scene := chart.Scene(Style{Palette: Light})
			if scene.Image(size[0], size[1], 2) == nil {
				t.Errorf("%s: no image of %v", name, size)
			}
			var svg bytes.Buffer
			if err := scene.SVG(&svg, float64(size[0]), float64(size[1])); err != nil || strings.Contains(svg.String(), "NaN") || strings.Contains(svg.String(), "Inf") {
				t.Errorf("%s at %v: something lies nowhere (%v)", name, size, err)
			}
		}
	}
}

// TestTornadoNames reads the words of the vectors.
func TestTornadoNames(t *testing.T) {
	all := tornadoes()
	for _, c := range []struct {
		chart       string
		want, never []string
	}{
		{"some", []string{">need 10,000<", ">expected: 6,700<", ">Pledges by then<", ">4,200<", ">31,000<", ">A documentary<", ">Show rate of Committed<", ">Stall at the fair<", ">if it comes out low<"}, []string{"more that"}},
		{"need-far", []string{">expected: 6,700<"}, []string{"need"}},
		{"many", []string{">Pledges by then<", "…", " more that move it less<"}, []string{"number 1 in the hall of the old town library"}},
		{"reversed", []string{">Ferry fare<", ">40<", ">5<", ">Rain<"}, nil},
		{"none", []string{">Nothing that moves it is uncertain.<"}, []string{"expected", "low"}},
		{"chance", []string{">chance: 31%<", ">40%<", ">chance that enough come<"}, []string{"people"}},
	} {
		var out bytes.Buffer
		if err := all[c.chart].Scene(Style{Palette: Paper}).SVG(&out, 560, 260); err != nil {
			t.Fatal(err)
		}
		for _, want := range c.want {
			if !strings.Contains(out.String(), want) {
				t.Errorf("%s lacks %q", c.chart, want)
			}
		}
		for _, never := range c.never {
			if strings.Contains(out.String(), never) {
				t.Errorf("%s has %q", c.chart, never)
			}
		}
	}
}

func TestTornadoPutsTheWidestOnTop(t *testing.T) {
	swings := tornadoes()["some"].Swings
	slices.Reverse(swings)
	var names []string
	for _, s := range (Tornado{Swings: swings}).sorted() {
		names = append(names, s.Name)
	}
	if want := []string{"Pledges by then", "A documentary", "Show rate of Committed", "Walk-ons", "Stall at the fair"}; !slices.Equal(names, want) {
		t.Errorf("from top to bottom: %q", names)
	}
}

// TestTornadoTellsLowFromHigh looks into both halves of a bar: one is full,
// the other is mostly not.
func TestTornadoTellsLowFromHigh(t *testing.T) {
	chart := Tornado{Swings: []Swing{{"Rate", "a", "b", 100, 300}}, Middle: 200}
	const width, height = 620, 160
	img := chart.Scene(Style{Palette: Light}).Image(width, height, 1)
	low, high, last := 0, 0, 0
	for y := range height {
		for x := range width {
			if color.NRGBAModel.Convert(img.At(x, y)) == color.Color(Light.Text) && y > 60 && y < 66 && x > 200 {
				last = x // the line in the middle, between the bar and the axis
			}
		}
	}
	for y := 50; y < 55; y++ {
		for x := last - 60; x < last+60; x++ {
			if color.NRGBAModel.Convert(img.At(x, y)) == color.Color(Light.Accent) {
				if x < last {
					low++
				} else {
					high++
				}
			}
		}
	}
	if last == 0 || low == 0 || high < 2*low {
		t.Errorf("beside the middle at %d, %d pixels are full on the low side and %d on the high", last, low, high)
	}
}

func TestTornadoOfAnOutcome(t *testing.T) {
	plan := campaign.Campaign{Name: "March", Need: 800, Tiers: []campaign.Tier{{Name: "Committed", Valid: 1}}, WalkOns: campaign.Range{Low: 10, Likely: 20, High: 90}}
	b := scenario.Basis{Plan: plan, ByTier: []campaign.Total{{Name: "Committed", Total: 1600}}}
	o := b.Outcome(campaign.Scenario{})
	people, chance := TornadoOf(o, b.Matters(o)), ChanceTornadoOf(o, b.Matters(o))
	if len(people.Swings) != 2 || people.Swings[0].Name != "Show rate of Committed" || people.Swings[0].Low != "35%" || people.Need != 800 || people.Middle != o.Turnout.Expected.P50 {
		t.Errorf("people: %+v", people)
	}
	if !chance.Chance || len(chance.Swings) != 2 || chance.Middle != o.Turnout.Chance || chance.Swings[0].AtHigh < chance.Swings[0].AtLow {
		t.Errorf("chance: %+v", chance)
	}
	o.Plan.Need = 0
	if !ChanceTornadoOf(o, b.Matters(o)).Empty() {
		t.Error("there is a chance of no need")
	}
}
