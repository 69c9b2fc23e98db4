package figure

import (
	"testing"

	"muster/campaign"
)

var today = campaign.NewDay(2026, 11, 23)

// totals returns days up to and including today.
func totals(of ...int64) []campaign.DayTotal {
	var days []campaign.DayTotal
	for i, total := range of {
		days = append(days, campaign.DayTotal{Day: today + campaign.Day(i+1-len(of)), Total: total})
	}
	return days
}

func TestChosenScale(t *testing.T) {
	for _, c := range []struct {
		name  string
		trend Trend
		want  Scale
	}{
		{"the next level is far", Trend{Days: totals(1000), Levels: []Level{{Target: 100_000}}}, Log},
		{"the next level is near", Trend{Days: totals(1000), Levels: []Level{{Target: 20_000}}}, Linear},
		{"a nearer one is ahead", Trend{Days: totals(1000), Levels: []Level{{Target: 1e6}, {Target: 5000}}}, Linear},
		{"all are passed", Trend{Days: totals(1000), Levels: []Level{{Target: 10, Held: true}}}, Linear},
		{"nothing yet", Trend{Days: totals(0), Levels: []Level{{Target: 100}}}, Linear},
		{"as asked", Trend{Days: totals(1000), Scale: Linear, Levels: []Level{{Target: 1e6}}}, Linear},
	} {
		if got := c.trend.Chosen(); got != c.want {
			t.Errorf("%s: scale %d, not %d", c.name, got, c.want)
		}
	}
}

func TestOn(t *testing.T) {
	trend := Trend{Days: []campaign.DayTotal{{Day: today - 10, Total: 5}, {Day: today - 3, Total: 8}}, AsOf: today}
	for _, c := range []struct {
		day   campaign.Day
		total int64
		known bool
	}{{today - 11, 0, false}, {today - 10, 5, true}, {today - 4, 5, true}, {today - 3, 8, true}, {today, 8, true}, {today + 1, 0, false}} {
		if total, known := trend.On(c.day); total != c.total || known != c.known {
			t.Errorf("on %s: %d, %v", c.day, total, known)
		}
	}
}

func TestSpan(t *testing.T) {
	deadline := today + 98
	for _, c := range []struct {
		name        string
		trend       Trend
		first, last campaign.Day
	}{
		{"from the opening to the deadline", Trend{Days: totals(1), AsOf: today, Opens: today - 400, Deadline: deadline}, today - 400, deadline},
		{"a far deadline is left out", Trend{Days: totals(1, 2, 3), AsOf: today, Deadline: today + 9000}, today - 2, today},
		{"one day has room around it", Trend{Days: totals(1), AsOf: today}, today - 3, today + 3},
		{"as asked", Trend{Days: totals(1, 2, 3), From: today - 30, Till: today - 1}, today - 30, today - 1},
	} {
		if first, last := c.trend.span(); first != c.first || last != c.last {
			t.Errorf("%s: %s to %s", c.name, first, last)
		}
	}
}

func TestEnd(t *testing.T) {
	for _, c := range []struct {
		name  string
		trend Trend
		want  campaign.Day
	}{
		{"carried on to the moment", Trend{Days: totals(1, 2), AsOf: today + 100}, today + 100},
		{"long quiet", Trend{Days: totals(1, 2), AsOf: today + 2000}, today},
		{"a single count is carried on", Trend{Days: totals(1), AsOf: today + 2000}, today + 2000},
		{"nothing counted", Trend{AsOf: today}, today},
	} {
		if got := c.trend.End(); got != c.want {
			t.Errorf("%s: the line ends on %s", c.name, got)
		}
	}
}
