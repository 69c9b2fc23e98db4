package report

import (
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"muster/app"
	"muster/campaign"
)

// planned is a campaign with everything that formulas depend on: tiers with
// rates of their own and with conditions, walk-ons, regions, thresholds on all
// figures, a forecast and scenarios.
func planned(t testing.TB) (app.Dossier, ledger) { return plannedWith(t, func(*campaign.Campaign) {}) }

// plannedWith is planned with something of its plan changed.
func plannedWith(t testing.TB, change func(*campaign.Campaign)) (app.Dossier, ledger) {
	t.Helper()
	c := campaign.Campaign{
		Name: "Planned & weighed", Need: 20_000, Confidence: 0.8, Deadline: campaign.NewDay(2027, 2, 1), WalkOns: campaign.Range{Low: 100, Likely: 300, High: 900},
		Population: campaign.Population{Name: "Ohio", Count: 11_883_304, Year: 2024, Source: "US Census Bureau"},
		Tiers: []campaign.Tier{{Name: "Committed", Valid: 0.95, Show: campaign.Range{Low: 0.5, Likely: 0.65, High: 0.8}},
			{Name: "If 30,000 do", JoinsAt: 30_000}, {Name: "Keep me informed", Show: campaign.Range{Low: 0.02, Likely: 0.05, High: 0.15}}},
		Regions: []campaign.Region{{Name: "Columbus", Population: 905_748, Target: 5000}, {Name: "Dayton", Target: 9000}},
		Thresholds: []campaign.Threshold{
			{Name: "Halfway", Figure: campaign.FigurePledges, Target: 10_000},
			{Name: "The march is on", Figure: campaign.FigurePledges, Target: 40_000},
			{Name: "Enough there", Figure: campaign.FigureTurnout, Target: 9000, Regions: campaign.RegionCondition{AtLeast: 2}},
			{Name: "One in a thousand", Figure: campaign.FigureShare, Target: 0.001},
		},
		Scenarios: []campaign.Scenario{{Name: "In Columbus", Need: 5000, Growth: campaign.Growth{Times: 2}}},
	}
	change(&c)
	m, err := app.Open(t.TempDir(), func() time.Time { return now })
	if err != nil {
		t.Fatal(err)
	}
	c, err = m.Create(c)
	if err != nil {
		t.Fatal(err)
	}
	desk, err := m.Desk(c.ID)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 60 {
		for j, tier := range c.Tiers {
			e := app.Entry{Count: int64(200 + 7*i - 30*j), At: now.Add(-time.Duration(60-i) * day), By: "Anna",
				Cell: campaign.Cell{Region: []string{"Columbus", "Dayton", ""}[(i+j)%3], Source: "stall", Tier: tier.Name}}
			if _, err := desk.Record(e); err != nil {
				t.Fatal(err)
			}
		}
	}
	d, err := desk.Dossier(t.Context(), time.Time{}, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	if d.Forecast == nil || d.Compared == nil {
		t.Fatal("there is no forecast, or no comparison")
	}
	var l ledger
	err = desk.Each(app.Filter{}, func(line app.Line) error {
		l = append(l, line.Update)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return d, l
}

// always makes LibreOffice work formulas out anew when it opens a workbook; by
// itself it believes the values that are stored.
const always = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

// recalculated has LibreOffice work all formulas of some workbooks out anew.
func recalculated(t *testing.T, paths ...string) []*excelize.File {
	t.Helper()
	dir := t.TempDir()
	user := filepath.Join(dir, "profile", "user")
	if err := errors.Join(os.MkdirAll(user, 0o700), os.WriteFile(filepath.Join(user, "registrymodifications.xcu"), []byte(always), 0o600)); err != nil {
		t.Fatal(err)
	}
	run(t, "soffice", append([]string{"-env:UserInstallation=file://" + dir + "/profile", "--headless", "--convert-to", "xlsx", "--outdir", dir}, paths...)...)
	var all []*excelize.File
	for _, path := range paths {
		f, err := excelize.OpenFile(filepath.Join(dir, filepath.Base(path)))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { f.Close() })
		all = append(all, f)
	}
	return all
}

// TestLibreOfficeAgrees has LibreOffice open and recalculate workbooks: what it
// gets is what is stored.
func TestLibreOfficeAgrees(t *testing.T) {
	dir := t.TempDir()
	books := map[string]func(testing.TB) (app.Dossier, ledger){"planned": planned}
	for name, sample := range samples {
		books[name] = func(t testing.TB) (app.Dossier, ledger) {
			s, l := sample(t)
			return dossierOf(s), l
		}
	}
	for i, c := range append(troubles, more(6)...) {
		books[fmt.Sprintf("trouble %d", i)] = c.dossier
	}
	var paths []string
	var ours []*excelize.File
	for name, make := range books {
		d, l := make(t)
		path := filepath.Join(dir, name+".xlsx")
		if err := Save(t.Context(), path, d, Options{}, l.each); err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		paths, ours = append(paths, path), append(ours, f)
	}
	for i, theirs := range recalculated(t, paths...) {
		t.Run(filepath.Base(paths[i]), func(t *testing.T) {
			if n := compareFormulas(t, ours[i], func(sheet, cell string) string { return raw(t, theirs, sheet, cell) }); n < 15 {
				t.Errorf("only %d formulas", n)
			}
			if !slices.Equal(theirs.GetSheetList(), ours[i].GetSheetList()) {
				t.Errorf("the sheets are %q", theirs.GetSheetList())
			}
			for row := 2; row < 6; row++ {
				for _, column := range []string{"E", "F", "G", "H", "I"} {
					cell := fmt.Sprint(column, row)
					if was, is := raw(t, ours[i], sheetUpdates(), cell), raw(t, theirs, sheetUpdates(), cell); was != is {
						t.Errorf("the text %q in %s became %q", was, cell, is)
					}
				}
			}
		})
	}
}

// compareFormulas compares the stored value of every formula with a
// recalculated one, and returns how many there are.
func compareFormulas(t *testing.T, f *excelize.File, recalculated func(sheet, cell string) string) int {
	t.Helper()
	n := 0
	for _, sheet := range f.GetSheetList() {
		dimension, err := f.GetSheetDimension(sheet)
		if err != nil {
			t.Fatal(err)
		}
		_, last, _ := strings.Cut(dimension, ":")
		columns, rows, err := excelize.CellNameToCoordinates(last)
		if err != nil {
			t.Fatal(err)
		}
		for row := 1; row <= min(rows, 400); row++ {
			for column := 1; column <= columns; column++ {
				cell, _ := excelize.CoordinatesToCellName(column, row)
				formula, err := f.GetCellFormula(sheet, cell)
				if err != nil {
					t.Fatal(err)
				}
				if formula == "" {
					continue
				}
				n++
				if stored, now := raw(t, f, sheet, cell), recalculated(sheet, cell); !same(stored, now) {
					t.Errorf("%s!%s =%s is stored as %q but comes to %q", sheet, cell, formula, stored, now)
				}
			}
		}
	}
	return n
}

// cells is a workbook whose cells are known by name.
type cells struct {
	t    *testing.T
	file *excelize.File
}

// at returns where the first cell of a name is.
func (c cells) at(name string) (sheet, cell string) {
	c.t.Helper()
	i := slices.IndexFunc(c.file.GetDefinedName(), func(d excelize.DefinedName) bool { return d.Name == name })
	if i < 0 {
		c.t.Fatalf("nothing is named %s", name)
	}
	return split(c.file.GetDefinedName()[i].RefersTo)
}

// below moves so many rows down.
func below(cell string, rows int) string {
	column, row, _ := excelize.CellNameToCoordinates(cell)
	return address(column, row+rows)
}

func (c cells) set(name string, down int, value any) {
	c.t.Helper()
	sheet, cell := c.at(name)
	if err := c.file.SetCellValue(sheet, below(cell, down), value); err != nil {
		c.t.Fatal(err)
	}
}

func (c cells) get(name string, down int) float64 {
	c.t.Helper()
	sheet, cell := c.at(name)
	return number(c.t, raw(c.t, c.file, sheet, below(cell, down)))
}

// TestWhatIsChangedFollows changes the marked cells and has LibreOffice work
// out what follows: what our own functions say of the changed plan.
func TestWhatIsChangedFollows(t *testing.T) {
	d, l := planned(t)
	unset, ul := plannedWith(t, func(c *campaign.Campaign) {
		c.Need, c.Population, c.Thresholds = 0, campaign.Population{}, c.Thresholds[:3]
		c.Tiers[1].JoinsAt, c.WalkOns = 0, campaign.Range{}
	})
	const fromNothing = "need and population from nothing"
	changes := map[string]func(c cells, plan *campaign.Campaign){
		"conditions lifted": func(c cells, plan *campaign.Campaign) {
			c.set("Joins_at", 1, 0)
			c.set("Show_likely", 0, 0.55)
			c.set("Show_high", 1, 0.9)
			c.set("Valid", 2, 0.5)
			plan.Tiers[1].JoinsAt, plan.Tiers[0].Show.Likely, plan.Tiers[2].Valid = 0, 0.55, 0.5
			plan.Tiers[1].Show = campaign.Range{Low: 0.35, Likely: 0.5, High: 0.9}
		},
		"a condition that is met": func(c cells, plan *campaign.Campaign) {
			c.set("Joins_at", 1, 25_000)
			c.set("Joins_at", 2, 40_000)
			plan.Tiers[1].JoinsAt, plan.Tiers[2].JoinsAt = 25_000, 40_000
		},
		"need and population": func(c cells, plan *campaign.Campaign) {
			c.set("Need", 0, 7000)
			c.set("Population", 0, 500_000)
			c.set("Walk_ons_likely", 0, 800)
			c.set("Confidence", 0, 0.95)
			c.set("Joins_at", 1, 0)
			plan.Need, plan.Population.Count, plan.WalkOns.Likely, plan.Confidence, plan.Tiers[1].JoinsAt = 7000, 500_000, 800, 0.95, 0
		},
		fromNothing: func(c cells, plan *campaign.Campaign) {
			c.set("Need", 0, 30_000)
			c.set("Population", 0, 1_000_000)
			plan.Need, plan.Population.Count = 30_000, 1_000_000
		},
		"targets": func(c cells, plan *campaign.Campaign) {
			row := slices.IndexFunc(d.Standing.ByRegion, func(r campaign.Total) bool { return r.Name == "Dayton" })
			c.set("Region_targets", row, 12_001)
			plan.Regions[1].Target = 12_001
			for i, target := range []float64{12_345, 67_890, 4000, 0.01} {
				if err := c.file.SetCellValue("Thresholds", address(columnTarget, firstThreshold+i), target); err != nil {
					t.Fatal(err)
				}
				plan.Thresholds[i].Target = target
			}
		},
	}
	dir := t.TempDir()
	var names, paths []string
	plans := map[string]campaign.Campaign{}
	for name, change := range changes {
		path, from, lines := filepath.Join(dir, name+".xlsx"), d, l
		if name == fromNothing {
			from, lines = unset, ul
		}
		if err := Save(t.Context(), path, from, Options{}, lines.each); err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		plan := from.Campaign
		plan.Tiers, plan.Thresholds, plan.Regions = slices.Clone(plan.Tiers), slices.Clone(plan.Thresholds), slices.Clone(plan.Regions)
		change(cells{t, f}, &plan)
		if err := f.Save(); err != nil {
			t.Fatal(err)
		}
		f.Close()
		names, paths, plans[name] = append(names, name), append(paths, path), plan
	}
	for i, f := range recalculated(t, paths...) {
		t.Run(names[i], func(t *testing.T) { followed(cells{t, f}, plans[names[i]], l) })
	}
}

// followed compares a recalculated workbook with what follows from a plan.
func followed(c cells, plan campaign.Campaign, l ledger) {
	t := c.t
	s := l.snapshot(t, plan)
	turnout, a := plan.Turnout(s.Standing.ByTier), plan.Turnout(s.Standing.ByTier).Approximation()
	low, high := turnout.Extremes()
	for name, want := range map[string]float64{"Pledges": float64(s.Standing.Pledges), nameLikely: turnout.Likely, "Turnout_low": low, "Turnout_high": high,
		"Trusted": float64(turnout.Cascade.Trusted), "Approximate_low": a.Low, "Approximate_high": a.High, "Approximate_chance": a.Chance} {
		closeTo(t, name, c.get(name, 0), want)
	}
	if a.Possible {
		closeTo(t, "Approximate_needed", c.get("Approximate_needed", 0), a.Needed)
	}
	if n, ok := turnout.NeededAtLikely(); ok {
		closeTo(t, "needed at likely", number(t, raw(t, c.file, "Turnout", address(2, find(t, c.file, "Turnout", "Pledges needed at the likely rates")))), n)
	}
	for i, tier := range turnout.Tiers {
		closeTo(t, tier.Name+" counted", c.get("Tier_counted", i), float64(tier.Counted))
		closeTo(t, tier.Name+" low", c.get("Tier_low", i), tier.People(tier.Show.Low))
		closeTo(t, tier.Name+" likely", c.get("Tier_likely", i), tier.Likely)
		closeTo(t, tier.Name+" high", c.get("Tier_high", i), tier.People(tier.Show.High))
	}
	summary := func(line string) float64 {
		return number(t, raw(t, c.file, "Summary", address(2, find(t, c.file, "Summary", line))))
	}
	oneIn, _ := s.Standing.NeedShare.OneIn()
	closeTo(t, "the need's share", summary("Need as a share"), s.Standing.NeedShare.Fraction())
	closeTo(t, "the need, one in", summary("Needed: one in"), oneIn)
	closeTo(t, "the pledges' share", summary("Pledges as a share"), s.Standing.Share.Fraction())
	for i, th := range s.Standing.Thresholds {
		row := firstThreshold + i
		held := 0.0
		if th.Held {
			held = 1
		}
		for column, want := range map[int]float64{4: th.Value, 6: th.Progress, 7: th.Gap.Short, 8: th.Gap.Orders, 9: th.Gap.Doublings, 11: held} {
			closeTo(t, th.Name+" "+address(column, row), number(t, raw(t, c.file, "Thresholds", address(column, row))), want)
		}
		if th.Regions.IsSet() {
			closeTo(t, th.Name+" regions", number(t, raw(t, c.file, "Thresholds", address(12, row))), float64(th.RegionsShort()))
		}
	}
}

// closeTo compares two figures but for rounding.
func closeTo(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-6*math.Max(1, math.Abs(want)) {
		t.Errorf("%s is %v, not %v", what, got, want)
	}
}
