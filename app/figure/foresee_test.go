package figure

import (
	"strings"
	"testing"

	"muster/campaign"
)

// foreseen is the march with a fan that has names and a middle.
func foreseen() Trend {
	t := march()
	t.Scale = Linear
	t.Levels = nil
	days := []campaign.Day{today, today + 98}
	t.Fan = []Band{
		{Name: "8 in 10", Days: days, Low: []float64{1000, 1200}, High: []float64{1000, 2900}},
		{Name: "5 in 10", Days: days, Low: []float64{1000, 1400}, High: []float64{1000, 2100}},
	}
	t.Median = []float64{1000, 1700}
	return t
}

func TestFanNamesItsBandsAndDrawsItsMiddle(t *testing.T) {
	var with, without strings.Builder
	trend := foreseen()
	if err := trend.Scene(Style{Palette: Light}).SVG(&with, 600, 400); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"8 in 10", "5 in 10"} {
		if !strings.Contains(with.String(), name) {
			t.Errorf("the chart does not say %q", name)
		}
	}
	trend.Median = nil
	if err := trend.Scene(Style{Palette: Light}).SVG(&without, 600, 400); err != nil {
		t.Fatal(err)
	}
	if strings.Count(with.String(), "<path") != strings.Count(without.String(), "<path")+1 {
		t.Error("the middle is not one line more")
	}
}

func TestNarrowFanIsNotNamed(t *testing.T) {
	trend := foreseen()
	trend.Fan[0].High[1], trend.Fan[1].High[1] = 1220, 1210
	trend.Median = []float64{1000, 1205}
	var svg strings.Builder
	if err := trend.Scene(Style{Palette: Light}).SVG(&svg, 600, 400); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(svg.String(), "in 10") {
		t.Error("a name is written over a band too narrow for it")
	}
}
