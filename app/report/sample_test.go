package report

import (
	"slices"
	"strings"
	"testing"
	"time"

	"muster/app"
	"muster/campaign"
)

// now is the moment of every sample.
var now = time.Date(2026, time.November, 23, 14, 0, 0, 0, time.UTC)

// ledger is a set of updates under construction.
type ledger []campaign.Update

func (l *ledger) add(ago time.Duration, kind campaign.Kind, count int64, cell campaign.Cell, by, note string) campaign.ID {
	if cell.Measure == "" {
		cell.Measure = campaign.Pledges
	}
	id := campaign.ID{byte(len(*l) >> 8), byte(len(*l)), 1}
	*l = append(*l, campaign.Update{ID: id, At: now.Add(-ago), Kind: kind, Count: count, Cell: cell, By: by, Note: note})
	return id
}

// snapshot folds the updates as the application does.
func (l ledger) snapshot(t testing.TB, c campaign.Campaign) app.Snapshot {
	t.Helper()
	folded := campaign.Fold(l, c.Location())
	standing, err := folded.Standing(c, now)
	if err != nil {
		t.Fatal(err)
	}
	s := app.Snapshot{Campaign: c, Standing: standing, Zone: c.Location(), Daily: map[string][]campaign.DayTotal{}}
	for _, m := range c.MeasureNames() {
		s.Daily[m] = folded.Daily(m)
	}
	for _, line := range slices.Backward(l.lines()) {
		if len(s.Latest) < 20 && !line.At.After(now) {
			s.Latest = append(s.Latest, line)
		}
	}
	return s
}

func (l ledger) lines() []app.Line {
	sorted := slices.SortedFunc(slices.Values(l), campaign.Update.Compare)
	voids := campaign.NewVoids(sorted)
	var lines []app.Line
	for _, u := range sorted {
		by, _ := voids.Out(u.ID)
		lines = append(lines, app.Line{Update: u, VoidedBy: by})
	}
	return lines
}

// each calls f with every line, as a ledger on disk would.
func (l ledger) each(f func(app.Line) error) error {
	for _, line := range l.lines() {
		if err := f(line); err != nil {
			return err
		}
	}
	return nil
}

const day = 24 * time.Hour

// march is a campaign that sets everything a plan can say.
func march(t testing.TB) (app.Snapshot, ledger) {
	c := campaign.Campaign{
		Name: "March on Washington", Ask: "A treaty", TimeZone: "America/New_York",
		Opens: campaign.NewDay(2025, 9, 23), Deadline: campaign.NewDay(2027, 3, 1),
		Event: campaign.Event{Date: campaign.NewDay(2027, 5, 1), Place: "Washington, DC"},
		Need:  100_000,
		Population: campaign.Population{
			Name: "Washington, DC", Count: 702_250, Year: 2024, Source: "US Census Bureau, Vintage 2024"},
		Regions:  []campaign.Region{{Name: "Ohio", Population: 11_883_304, Target: 500}, {Name: "Utah"}},
		Measures: []campaign.Measure{{Name: "Senators in favour", OutOf: 100}},
		Thresholds: []campaign.Threshold{
			{Name: "First hundred", Figure: campaign.FigurePledges, Target: 100},
			{Name: "The march is on", Figure: campaign.FigurePledges, Target: 100_000},
			{Name: "One in a thousand", Figure: campaign.FigureShare, Target: 0.001},
			{Name: "Sixty senators", Figure: "Senators in favour", Target: 60, Deadline: campaign.NewDay(2028, 1, 1)},
		},
		Marks: map[string]campaign.Mark{
			"need":                       {Kind: campaign.Derived, Ground: "a seventh of the city"},
			"deadline":                   {Kind: campaign.Assumed},
			"thresholds.The march is on": {Kind: campaign.Stated, Ground: "the pledge page"},
		},
	}
	var l ledger
	l.add(60*day, campaign.Reading, 700, campaign.Cell{Region: "Ohio", Source: "stall"}, "Anna", "")
	wrong := l.add(10*day, campaign.Added, 50, campaign.Cell{Region: "Texas", Source: "website"}, "", "typed twice")
	l.add(9*day, campaign.Added, 300, campaign.Cell{Region: "Texas", Source: "website"}, "", "")
	l.add(day, campaign.Reading, 12, campaign.Cell{Measure: "Senators in favour"}, "", "")
	l = append(l, campaign.Update{ID: campaign.ID{9}, At: now.Add(-time.Hour), Kind: campaign.Void, Note: "a slip", Voids: wrong})
	l.add(-day, campaign.Added, 999, campaign.Cell{}, "", "after the moment")
	return l.snapshot(t, c), l
}

// hostile is a campaign whose texts mean harm, and whose figures are extreme.
func hostile(t testing.TB) (app.Snapshot, ledger) {
	bad := "=HYPERLINK(\"http://x\") 😀 \u202eRTL שלום العربية\x00\t\nनमस्ते "
	c := campaign.Campaign{
		Name: bad + strings.Repeat("name ", 50), Ask: strings.Repeat("unbroken", 1300),
		Event: campaign.Event{Place: "\tTab\nNew"}, Need: campaign.MaxCount,
		Population: campaign.Population{Name: bad, Count: campaign.MaxCount, Source: "@SUM(A1)"},
		Regions:    []campaign.Region{{Name: "-1+1", Target: 1}},
		Measures:   []campaign.Measure{{Name: "M 🎉"}},
		Thresholds: []campaign.Threshold{
			{Name: strings.Repeat("x", 200), Figure: campaign.FigurePledges, Target: campaign.MaxCount},
			{Name: "+1", Figure: campaign.FigurePledges, Target: 0.5},
			{Name: bad, Figure: "M 🎉", Target: 3, Deadline: campaign.NewDay(2199, 12, 31)},
		},
		Marks: map[string]campaign.Mark{bad: {Kind: campaign.Assumed, Ground: strings.Repeat(bad, 50)}},
	}
	var l ledger
	l.add(100*365*day, campaign.Reading, 5, campaign.Cell{Region: "-1+1", Source: "@x", Tier: "=1"}, "😀", strings.Repeat("note ", 2000))
	l.add(0, campaign.Added, campaign.MaxCount, campaign.Cell{Measure: "M 🎉", Region: strings.Repeat("Ü", 100)}, strings.Repeat("b", 200), bad)
	l.add(0, campaign.Added, -1_000_000, campaign.Cell{Region: "\tx"}, "\r", "+1")
	return l.snapshot(t, c), l
}

// bare is a campaign that says nothing but its name.
func bare(t testing.TB) (app.Snapshot, ledger) {
	return ledger{}.snapshot(t, campaign.Campaign{Name: "A"}), nil
}

// samples are all of them by name.
var samples = map[string]func(testing.TB) (app.Snapshot, ledger){"march": march, "hostile": hostile, "bare": bare}

// dossierOf returns what a report tells of a snapshot that was made without a
// store.
func dossierOf(s app.Snapshot) app.Dossier {
	d := s.Dossier()
	d.Fingerprint = strings.Repeat("7f3a91c2", 8)
	return d
}
