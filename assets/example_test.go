package assets

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"image/png"
	"math"
	"strconv"
	"strings"
	"testing"
	"time"

	"muster/campaign"
)

var today = campaign.NewDay(2026, time.November, 23)

func TestExamplesAreValidPlans(t *testing.T) {
	for _, name := range Examples() {
		for _, day := range []campaign.Day{today, campaign.NewDay(2028, time.February, 29), campaign.NewDay(2026, time.August, 31)} {
			e, ok := FindExample(strings.ToUpper(name), day)
			if !ok {
				t.Fatalf("no example %s", name)
			}
			if err := e.Plan.Validate(); err != nil {
				t.Errorf("%s on %s: %v", name, day, err)
			}
			if (len(e.Readings) == 0) == (e.Series == nil) {
				t.Errorf("%s begins with %d readings and %d bytes of a series", name, len(e.Readings), len(e.Series))
			}
		}
	}
	if _, ok := FindExample("parade", today); ok {
		t.Error("found an example that there is not")
	}
}

func TestMarch(t *testing.T) {
	e, _ := FindExample("march", today)
	plan := e.Plan
	for what, day := range map[string][2]campaign.Day{
		"opens":    {plan.Opens, campaign.NewDay(2025, time.September, 23)},
		"deadline": {plan.Deadline, campaign.NewDay(2027, time.February, 23)},
		"event":    {plan.Event.Date, campaign.NewDay(2027, time.April, 23)},
		"march on": {plan.Thresholds[0].Deadline, plan.Deadline},
	} {
		if day[0] != day[1] {
			t.Errorf("%s: %s, want %s", what, day[0], day[1])
		}
	}
	oneIn, _ := campaign.Share{Count: plan.Need, Of: plan.Population.Count}.OneIn()
	gap := campaign.GapBetween(float64(e.Readings[0].Count), plan.Thresholds[0].Target)
	got := fmt.Sprintf("1 in %.2f, %.1f orders of magnitude, %.1f doublings", oneIn, gap.Orders, gap.Doublings)
	if want := "1 in 7.02, 2.0 orders of magnitude, 6.6 doublings"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestEveryFigureOfTheExamplesIsMarked(t *testing.T) {
	for _, name := range Examples() {
		e, _ := FindExample(name, today)
		paths := []string{"ask", "opens", "population"}
		if e.Plan.Need > 0 {
			paths = append(paths, "need", "deadline", "event.date", "event.place", "name", "tiers", "tiers.Keep me informed", "tracks", "moments")
		}
		for _, m := range e.Plan.Measures {
			paths = append(paths, "measures."+m.Name)
		}
		for _, threshold := range e.Plan.Thresholds {
			paths = append(paths, "thresholds."+threshold.Name)
		}
		for _, other := range e.Plan.Scenarios {
			paths = append(paths, "scenarios."+other.Name)
		}
		for _, path := range paths {
			if e.Plan.Marks[path].Ground == "" {
				t.Errorf("%s: %s has no ground", name, path)
			}
		}
		if len(paths) != len(e.Plan.Marks) {
			t.Errorf("%s: %d marks, %d figures", name, len(e.Plan.Marks), len(paths))
		}
	}
}

func TestPetitionSeries(t *testing.T) {
	rows, err := csv.NewReader(bytes.NewReader(PetitionSeries())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(rows[0], ","); got != "at,total" {
		t.Errorf("columns %s", got)
	}
	last := math.Inf(-1)
	for i, row := range rows[1:] {
		if _, err := time.Parse(time.RFC3339, row[0]); err != nil {
			t.Errorf("line %d: %v", i+2, err)
		}
		if last, err = strconv.ParseFloat(row[1], 64); err != nil {
			t.Errorf("line %d: %v", i+2, err)
		}
	}
	if last != 6_078_985 {
		t.Errorf("the series ends at %v", last)
	}
}

func TestMonthsFrom(t *testing.T) {
	for _, c := range []struct {
		day    campaign.Day
		months int
		want   string
	}{
		{campaign.NewDay(2026, time.April, 30), -14, "2025-02-28"},
		{campaign.NewDay(2026, time.November, 30), 3, "2027-02-28"},
		{campaign.NewDay(2027, time.December, 31), 2, "2028-02-29"},
		{today, 0, "2026-11-23"},
	} {
		if got := monthsFrom(c.day, c.months).String(); got != c.want {
			t.Errorf("%d months from %s: %s, want %s", c.months, c.day, got, c.want)
		}
	}
}

func TestIcon(t *testing.T) {
	img, err := png.Decode(bytes.NewReader(Icon()))
	if err != nil {
		t.Fatal(err)
	}
	if size := img.Bounds().Size(); size.X != 512 || size.Y != 512 {
		t.Errorf("the icon is %v", size)
	}
}
