package window

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"muster/app"
	"muster/campaign"
)

// now is the moment that all samples are seen from.
var now = time.Date(2026, 11, 23, 14, 2, 0, 0, time.UTC)

// inline does everything at once, on the goroutine of the test.
var inline = threads{
	away:  func(f func()) { f() },
	stay:  func(func()) {},
	ui:    func(f func()) { f() },
	after: func(time.Duration, func()) func() { return func() {} },

	afterFrame: func(f func()) { f() },
	linger:     func(func() bool) {},
}

// themes are the two variants that everything is looked at in.
var themes = map[string]fyne.Theme{"light": fixed(theme.VariantLight), "dark": fixed(theme.VariantDark)}

func fixed(v fyne.ThemeVariant) fyne.Theme { return look{fixed: &v} }

// sampleWindow returns a window without a data folder, showing a sample.
func sampleWindow(t testing.TB, plan campaign.Campaign, updates ...campaign.Update) *Window {
	t.Helper()
	a := test.NewTempApp(t)
	w := built(t, a, nil, inline)
	w.show(sampleView(t, plan, updates...))
	return w
}

func sampleView(t testing.TB, plan campaign.Campaign, updates ...campaign.Update) view {
	t.Helper()
	folded := campaign.Fold(updates, time.UTC)
	standing, err := folded.Standing(plan, now)
	if err != nil {
		t.Fatal(err)
	}
	s := app.Snapshot{Campaign: plan, Standing: standing, Zone: time.UTC, Daily: map[string][]campaign.DayTotal{}}
	for _, m := range plan.MeasureNames() {
		s.Daily[m] = folded.Daily(m)
	}
	voids := folded.Voids()
	for i := len(updates) - 1; i >= 0 && len(s.Latest) < 20; i-- {
		by, _ := voids.Out(updates[i].ID)
		s.Latest = append(s.Latest, app.Line{Update: updates[i], VoidedBy: by})
	}
	return view{Snapshot: s, present: s, campaigns: []campaign.Campaign{plan}, backup: now.Add(-6 * time.Hour)}
}

// openMuster opens an empty data folder at the moment of the samples.
func openMuster(t testing.TB) *app.Muster {
	t.Helper()
	m, err := app.Open(t.TempDir(), func() time.Time { return now })
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// exampleView makes an example and returns what there is to show of it.
func exampleView(t testing.TB, m *app.Muster, name string) view {
	t.Helper()
	c, err := m.CreateExample(name)
	if err != nil {
		t.Fatal(err)
	}
	desk, err := m.Desk(c.ID)
	if err != nil {
		t.Fatal(err)
	}
	v, err := readView(m, desk, 0)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// march is the plan of the model case.
func march() campaign.Campaign {
	return campaign.Campaign{
		ID:       campaign.ID{1},
		Name:     "March on Washington",
		Ask:      "A global ban on developing superintelligence until alignment research has been done",
		Opens:    campaign.NewDay(2025, 9, 23),
		Deadline: campaign.NewDay(2027, 3, 1),
		Need:     100_000,
		Population: campaign.Population{
			Name: "Washington, DC", Count: 702_250, Year: 2024, Source: "US Census Bureau, Vintage 2024",
		},
		Thresholds: []campaign.Threshold{
			{Name: "The march is on", Figure: campaign.FigurePledges, Target: 100_000, Deadline: campaign.NewDay(2027, 3, 1)},
		},
		Marks: map[string]campaign.Mark{
			"thresholds.The march is on": {Kind: campaign.Derived, Ground: "a seventh of the city"},
			"population":                 {Kind: campaign.Stated, Ground: "US Census Bureau, Vintage 2024"},
		},
	}
}

// climbing is the march with more thresholds, some reached.
func climbing() campaign.Campaign {
	c := march()
	c.Measures = []campaign.Measure{{Name: "Representatives in favour", OutOf: 435}}
	c.Thresholds = append(c.Thresholds,
		campaign.Threshold{Name: "First hundred", Figure: campaign.FigurePledges, Target: 100},
		campaign.Threshold{Name: "A first march", Figure: campaign.FigurePledges, Target: 10_000},
		campaign.Threshold{Name: "Half the House", Figure: "Representatives in favour", Target: 218})
	return c
}

// long is the march with names and numbers as long as they may be.
func long() campaign.Campaign {
	c := march()
	c.Name = strings.Repeat("March on Washington for everybody ", 6)[:campaign.MaxNameLen]
	c.Ask = strings.Repeat("A request that goes on and on. ", 12)
	c.Population.Name = "The District of Columbia and all that lies around it"
	c.Thresholds = append(c.Thresholds, campaign.Threshold{
		Name: strings.Repeat("The very largest march ", 8), Figure: campaign.FigurePledges, Target: campaign.MaxCount,
	})
	return c
}

// beyond goes far past the first threshold.
func beyond() []campaign.Update {
	return []campaign.Update{
		update(1, 40, campaign.Reading, 30_000, campaign.Cell{}),
		update(2, 3, campaign.Reading, 6_078_985, campaign.Cell{Source: strings.Repeat("website ", 20), Region: "Ohio"}),
	}
}

// update returns the i-th update of a sample, so many days before now.
func update(i int, days int, kind campaign.Kind, count int64, cell campaign.Cell) campaign.Update {
	if cell.Measure == "" {
		cell.Measure = campaign.Pledges
	}
	at := now.AddDate(0, 0, -days)
	return campaign.Update{ID: campaign.ID{15: byte(i), 14: byte(i >> 8)}, At: at, Kind: kind, Count: count, Cell: cell, By: "Anna"}
}

// grown returns a year of counts that ends at about 1,000.
func grown() []campaign.Update {
	var updates []campaign.Update
	for i := range 52 {
		cell := campaign.Cell{Region: []string{"Ohio", "Maryland", "Virginia"}[i%3], Source: []string{"stall", "website"}[i%2]}
		updates = append(updates, update(i+1, 7*(52-i), campaign.Added, int64(9+(i*i)%23), cell))
	}
	return append(updates,
		update(60, 1, campaign.Added, 40, campaign.Cell{Source: "stall", Region: "Ohio"}),
		update(61, 0, campaign.Added, 23, campaign.Cell{Source: "stall", Region: "Ohio"}),
		update(62, 0, campaign.Added, 12, campaign.Cell{Measure: "Representatives in favour"}),
	)
}

// one is a single reading of 1,000.
func one() campaign.Update {
	return update(1, 0, campaign.Reading, 1000, campaign.Cell{Source: "pledge page"})
}
