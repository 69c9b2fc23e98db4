package window

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"muster/campaign"
)

var _ = []fyne.Accessible{ // what a screen reader is told about
	(*text)(nil), (*prose)(nil), (*bigFigure)(nil), (*sidebarItem)(nil), (*switcher)(nil), (*mark)(nil), (*option)(nil),
}

// golden compares how an object is drawn in both themes with the markup in
// testdata. What differs is left in testdata/failed; where the change is meant,
// copy it over.
func golden(t *testing.T, name string, width float32, make func() fyne.CanvasObject) {
	t.Helper()
	for variant, th := range themes {
		test.NewTempApp(t)
		fyne.CurrentApp().Settings().SetTheme(th)
		o := make()
		o.Resize(fyne.NewSize(width, heightAt(o, width)))
		test.AssertObjectRendersToMarkup(t, name+"-"+variant+".xml", o)
	}
}

func TestBarGolden(t *testing.T) {
	for name, b := range map[string]struct {
		progress float64
		held     bool
	}{
		"bar-empty":  {},
		"bar-little": {0.01, false},
		"bar-half":   {0.5, false},
		"bar-full":   {1, true},
		"bar-beyond": {2.5, true},
	} {
		golden(t, name, 200, func() fyne.CanvasObject {
			o := newBar(10)
			o.set(b.progress, b.held)
			return o
		})
	}
}

func TestBigFigureGolden(t *testing.T) {
	golden(t, "bigfigure", 400, func() fyne.CanvasObject {
		b := newBigFigure()
		b.set("1,000", "of 100,000")
		return b
	})
}

func TestPeopleGolden(t *testing.T) {
	for name, n := range map[string]float64{"people-7": 7.02, "people-1.5": 1.5, "people-40": 40} {
		golden(t, name, 290, func() fyne.CanvasObject {
			p := newPeopleArray()
			p.set(n)
			return p
		})
	}
}

func TestLadderGolden(t *testing.T) {
	march := campaign.Threshold{Name: "The march is on", Figure: campaign.FigurePledges, Target: 1000}
	reached := time.Date(2026, 3, 14, 9, 0, 0, 0, time.UTC)
	marks := map[string]campaign.Mark{"thresholds.The march is on": {Kind: campaign.Derived, Ground: "a seventh"}}
	standing := func(value float64, ever bool) []campaign.ThresholdStanding {
		return []campaign.ThresholdStanding{{
			Threshold: march, Value: value, Progress: value / 1000, Held: value >= 1000,
			Reached: ever, ReachedAt: reached, Gap: campaign.GapBetween(value, 1000),
		}}
	}
	for name, s := range map[string][]campaign.ThresholdStanding{
		"ladder-open":   standing(999, false),
		"ladder-beyond": standing(2500, true),
		"ladder-below":  standing(900, true),
	} {
		golden(t, name, 296, func() fyne.CanvasObject {
			l := newLadder()
			l.set(s, nil, marks, time.UTC)
			return l
		})
	}
}

func TestToastGolden(t *testing.T) {
	for name, now := range map[string]toast{
		"toast":     {text: "23 pledges recorded.", label: "Undo", do: func() {}},
		"toast-bad": {text: "The data folder is full: free some space and try again.", bad: true},
	} {
		golden(t, name, 400, func() fyne.CanvasObject {
			o := newToasts(inline.after)
			o.show(now)
			return o
		})
	}
}
