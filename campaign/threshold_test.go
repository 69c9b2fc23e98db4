package campaign_test

import (
	"encoding/csv"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"pgregory.net/rapid"

	"muster/campaign"
)

// initiatives reads the real European Citizens' Initiatives in testdata: their
// countries with their minimums, and the signatures of each.
func initiatives(t *testing.T) (map[string][]campaign.Region, map[string][]int64) {
	t.Helper()
	file, err := os.Open("testdata/eci.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	r := csv.NewReader(file)
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	regions, signatures := map[string][]campaign.Region{}, map[string][]int64{}
	for _, row := range rows[1:] {
		count, err1 := strconv.ParseInt(row[2], 10, 64)
		minimum, err2 := strconv.ParseInt(row[3], 10, 64)
		if err1 != nil || err2 != nil {
			t.Fatalf("%v: %v %v", row, err1, err2)
		}
		regions[row[0]] = append(regions[row[0]], campaign.Region{Name: row[1], Target: minimum})
		signatures[row[0]] = append(signatures[row[0]], count)
	}
	return regions, signatures
}

// A European Citizens' Initiative needs a million signatures, and in at least
// seven countries the country's minimum.
func TestCitizensInitiatives(t *testing.T) {
	regions, signatures := initiatives(t)
	for _, c := range []struct {
		number    string
		total     int64
		countries int
		held      bool
	}{
		{"2024/000007", 1_294_188, 24, true},
		{"2017/000007", 1_068_793, 8, true},
		{"2022/000003", 867_946, 9, false}, // enough countries, too few in all
		{"2024/000009", 868_587, 1, false},
	} {
		plan := campaign.Campaign{Name: c.number, Regions: regions[c.number], Thresholds: []campaign.Threshold{
			{Name: "Valid", Figure: campaign.FigurePledges, Target: 1_000_000, Regions: campaign.RegionCondition{AtLeast: 7, Each: campaign.EachTarget}},
		}}
		if err := plan.Validate(); err != nil {
			t.Fatal(err)
		}
		w, total, over, reached := newWriter(), int64(0), 0, time.Time{}
		for i, n := range signatures[c.number] { // a country an hour
			at := moment("00:00").Add(time.Duration(i) * time.Hour)
			w.in(plan.Regions[i].Name, "").read(at.Format(time.RFC3339), n)
			if total += n; n >= plan.Regions[i].Target {
				over++
			}
			if total >= 1_000_000 && over >= 7 && reached.IsZero() {
				reached = at
			}
		}
		got := standing(t, plan, w.updates, end).Thresholds[0]
		if got.Value != float64(c.total) || got.RegionsHeld != c.countries || got.Held != c.held || len(got.RegionTotals) != len(plan.Regions) {
			t.Errorf("%s: %v in %d countries, held %v; want %d in %d, %v", c.number, got.Value, got.RegionsHeld, got.Held, c.total, c.countries, c.held)
		}
		if !got.ReachedAt.Equal(reached) || got.Reached != c.held || got.RegionsShort() != max(0, 7-c.countries) {
			t.Errorf("%s: reached at %v, %d countries short; want at %v", c.number, got.ReachedAt, got.RegionsShort(), reached)
		}
	}
}

// The last thing that was missing may be a region or the whole.
func TestRegionConditionByHand(t *testing.T) {
	plan := campaign.Campaign{
		Name:    "March",
		Regions: []campaign.Region{{Name: "Ohio", Target: 10}, {Name: "Iowa", Target: 5}, {Name: "Utah"}},
		Thresholds: []campaign.Threshold{
			{Name: "Both", Figure: campaign.FigurePledges, Target: 20, Regions: campaign.RegionCondition{AtLeast: 2}},
		},
	}
	for _, c := range []struct {
		name   string
		ledger func(w *writer)
		want   string
		held   bool
	}{
		{"the whole came last", func(w *writer) {
			w.in("Ohio", "").add("09:00", 10)
			w.in("Iowa", "").add("10:00", 5)
			w.in("Utah", "").add("11:00", 5)
		}, "11:00", true},
		{"a region came last", func(w *writer) {
			w.in("Utah", "").add("09:00", 100)
			w.in("Ohio", "").add("10:00", 10)
			w.in("Iowa", "").add("2 10:00", 5)
		}, "2 10:00", true},
		{"a region fell back before the other came", func(w *writer) {
			w.in("Ohio", "").read("09:00", 10)
			w.in("Ohio", "").read("10:00", 4)
			w.in("Iowa", "").read("11:00", 50)
		}, "", false},
		{"both at once within a day, and fell back", func(w *writer) {
			w.in("Ohio", "stall").read("09:00", 8)
			w.in("Ohio", "website").read("2 09:00", 2)
			w.in("Iowa", "").read("2 10:00", 50)
			w.in("Ohio", "stall").read("2 11:00", 0)
		}, "2 10:00", false},
		{"a region without a target does not count", func(w *writer) {
			w.in("Utah", "").add("09:00", 100)
			w.in("Ohio", "").add("10:00", 10)
		}, "", false},
	} {
		w := newWriter()
		c.ledger(w)
		got := standing(t, plan, w.updates, end).Thresholds[0]
		if c.want == "" && got.Reached || c.want != "" && !got.ReachedAt.Equal(moment(c.want)) || got.Held != c.held {
			t.Errorf("%s: reached at %v, held %v; want %q, %v", c.name, got.ReachedAt, got.Held, c.want, c.held)
		}
	}
}

// everyFigure is a plan with a threshold of each kind.
func everyFigure() campaign.Campaign {
	plan := march()
	plan.Population.Count = 700
	plan.Tiers = []campaign.Tier{{Name: "Committed", Valid: 0.9, Show: campaign.Range{Low: 0.4, Likely: 0.5, High: 0.6}}, {Name: "Informed", JoinsAt: 40}}
	plan.WalkOns = campaign.Range{Likely: 3, High: 10}
	plan.Regions = []campaign.Region{{Name: "Ohio", Target: 30}, {Name: "Iowa", Target: 12}, {Name: "Utah", Target: 9}}
	plan.Thresholds = []campaign.Threshold{
		{Name: "There", Figure: campaign.FigureTurnout, Target: 25},
		{Name: "Share", Figure: campaign.FigureShare, Target: 0.05},
		{Name: "Two regions", Figure: campaign.FigurePledges, Target: 20, Regions: campaign.RegionCondition{AtLeast: 2}},
		{Name: "All regions", Figure: campaign.FigureTurnout, Target: 10, Regions: campaign.RegionCondition{AtLeast: 3}},
	}
	return plan
}

// figure works one threshold of everyFigure out from scratch.
func figure(plan campaign.Campaign, th campaign.Threshold, past []campaign.Update) (value float64, met bool) {
	pledges, _ := total(past, campaign.Pledges, 0)
	switch value = float64(pledges); th.Figure {
	case campaign.FigureShare:
		value /= 700
	case campaign.FigureTurnout:
		tier := func(name string) int64 { return part(past, func(c campaign.Cell) string { return c.Tier }, name) }
		committed, informed := float64(max(0, tier("")+tier("Committed"))), float64(max(0, tier("Informed")))
		value = committed*0.9*0.5 + 3
		if committed+informed >= 40 {
			value += informed * 0.89 * 0.5
		}
	}
	held := 0
	for _, r := range plan.Regions {
		if part(past, func(c campaign.Cell) string { return c.Region }, r.Name) >= r.Target {
			held++
		}
	}
	return value, value >= th.Target && held >= th.Regions.AtLeast
}

// On every figure, with and without regions, value and moment are those of a
// replay, also when the tally is kept up step by step.
func TestThresholdsAgreeWithReplay(t *testing.T) {
	plan := everyFigure()
	if err := plan.Validate(); err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		updates := ledgers().Draw(t, "ledger")
		for i := range updates {
			if updates[i].Kind != campaign.Void {
				updates[i].Measure = campaign.Pledges
				updates[i].Region = rapid.SampledFrom([]string{"Ohio", "Iowa", "Utah", ""}).Draw(t, "region")
				updates[i].Tier = rapid.SampledFrom([]string{"", "Committed", "Informed"}).Draw(t, "tier")
			}
		}
		kept := campaign.NewTally(plan.Location())
		for i, u := range updates {
			known := campaign.Fold(updates[:i+1], plan.Location())
			arrive(kept, u, known)
			for _, at := range []time.Time{end, drawMoment(t)} {
				got, err := kept.Standing(plan, at, known)
				if err != nil {
					t.Fatal(err)
				}
				agreeOnThresholds(t, plan, got, history(updates[:i+1], at))
			}
		}
	})
}

func agreeOnThresholds(t *rapid.T, plan campaign.Campaign, got campaign.Standing, past []campaign.Update) {
	for i, th := range plan.Thresholds {
		value, met := figure(plan, th, past)
		first := slices.IndexFunc(past, func(u campaign.Update) bool {
			_, met := figure(plan, th, past[:slices.IndexFunc(past, func(v campaign.Update) bool { return v.ID == u.ID })+1])
			return met
		})
		var reached time.Time
		if first >= 0 {
			reached = past[first].At
		}
		if st := got.Thresholds[i]; !near(st.Value, value) || st.Held != met || !st.ReachedAt.Equal(reached) {
			t.Errorf("%s: %v, held %v, reached at %v; want %v, %v, %v", th.Name, st.Value, st.Held, st.ReachedAt, value, met, reached)
		}
	}
}

// A region condition that is not met yet costs no look at days past.
func TestUnreachedConditionOpensFewDays(t *testing.T) {
	plan := everyFigure()
	w := newWriter().in("Ohio", "")
	var days []campaign.Day
	tally := campaign.NewTally(plan.Location())
	for i := range 60 {
		u := campaign.Update{ID: id(byte(i + 1)), At: moment("12:00").AddDate(0, 0, i), Kind: campaign.Added, Count: 1, Cell: w.cell}
		w.updates = append(w.updates, u)
		ledger := campaign.Fold(w.updates, plan.Location())
		arrive(tally, u, ledger)
		if _, err := tally.Standing(plan, end, counting{Folded: ledger, days: &days}); err != nil {
			t.Fatal(err)
		}
	}
	// The turnout passes 25 at the 49th pledge ((25-3)/0.45), the share of 5% at the 35th.
	first := campaign.DayOf(moment("12:00"), plan.Location())
	if want := []campaign.Day{first + 34, first + 48}; !slices.Equal(days, want) {
		t.Errorf("opened the days %v, want %v", days, want)
	}
}
