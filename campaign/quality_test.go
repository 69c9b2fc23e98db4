package campaign

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// qualityDay is the day that the tables below count from.
var qualityDay = NewDay(2026, 3, 2)

// line returns a count of a day of the tables, such as +5 or =100 for a reading.
func line(n, day int, count string, region, by string) Update {
	u := Update{ID: ID{15: byte(n), 14: byte(n >> 8), 6: 0x70}, At: (qualityDay + Day(day)).Start(time.UTC).Add(time.Duration(n) * time.Minute),
		Kind: Added, Cell: Cell{Measure: Pledges, Region: region}, By: by}
	if rest, is := strings.CutPrefix(count, "="); is {
		u.Kind, count = Reading, rest
	}
	if _, err := fmt.Sscan(count, &u.Count); err != nil {
		panic(err)
	}
	return u
}

// every returns as many counts of a region, one each so many days.
func every(days, n int, count, region string) []Update {
	var all []Update
	for i := range n {
		all = append(all, line(i+1, i*days, count, region, "Anna"))
	}
	return all
}

func inspect(plan Campaign, asOf int, updates []Update, unverified ...int) Quality {
	i := NewInspection(plan, NewVoids(updates), (qualityDay + Day(asOf)).Start(time.UTC).Add(12*time.Hour))
	for n, u := range updates {
		verified := true
		for _, not := range unverified {
			verified = verified && n != not
		}
		i.Look(u, verified)
	}
	return i.Quality()
}

// said writes flags in short, with days counted as in the tables.
func said(q Quality) string {
	var all []string
	for _, f := range q.Flags {
		where := strings.Trim(f.Region+","+f.Source, ",")
		all = append(all, strings.TrimSpace(fmt.Sprintf("%s %d-%d %d/%d %s", f.Kind, f.From-qualityDay, f.To-qualityDay, f.Count, f.Usual, where)))
	}
	return strings.Join(all, "; ")
}

func TestQuality(t *testing.T) {
	daily := func(n int) []Update { return every(1, n, "5", "Ohio") }
	for name, c := range map[string]struct {
		plan    Campaign
		asOf    int
		updates []Update
		want    string
	}{
		"nothing":                          {asOf: 9},
		"one count long ago":               {asOf: 300, updates: daily(1)},
		"every day":                        {asOf: 30, updates: daily(30)},
		"a long weekend":                   {asOf: 13, updates: append(daily(10), line(99, 13, "5", "Ohio", ""))},
		"four days without":                {asOf: 14, updates: append(daily(10), line(99, 14, "5", "Ohio", "")), want: "gap 10-13 4/1"},
		"four days without, up to now":     {asOf: 14, updates: daily(10), want: "gap 10-13 4/1"},
		"the event is over":                {plan: Campaign{Event: Event{Date: qualityDay + 11}, Deadline: qualityDay + 30}, asOf: 300, updates: daily(10)},
		"the deadline is over":             {plan: Campaign{Deadline: qualityDay + 20}, asOf: 300, updates: daily(10), want: "gap 10-19 10/1"},
		"too few to say":                   {asOf: 30, updates: daily(5)},
		"every week, one left out":         {asOf: 63, updates: append(every(7, 7, "5", "Ohio"), line(99, 56, "5", "Ohio", ""))},
		"every week, three left out":       {asOf: 71, updates: append(every(7, 7, "5", "Ohio"), line(99, 70, "5", "Ohio", "")), want: "gap 43-69 27/7"},
		"ten times the usual":              {asOf: 10, updates: append(daily(9), line(50, 9, "50", "Ohio", "")), want: "tenfold 9-9 50/5 Ohio"},
		"nearly ten times":                 {asOf: 10, updates: append(daily(9), line(50, 9, "49", "Ohio", ""))},
		"ten times, in another cell":       {asOf: 10, updates: append(daily(9), line(50, 9, "50", "Texas", ""))},
		"ten times one":                    {asOf: 10, updates: append(every(1, 9, "1", "Ohio"), line(50, 9, "19", "Ohio", ""))},
		"ten times, and again":             {asOf: 10, updates: append(daily(9), line(50, 9, "50", "Ohio", ""), line(51, 9, "60", "Ohio", "")), want: "tenfold 9-9 50/5 Ohio; tenfold 9-9 60/5 Ohio"},
		"so many is usual by now":          {asOf: 20, updates: append(daily(5), every(1, 20, "60", "Ohio")[5:]...), want: "tenfold 9-9 60/5 Ohio; tenfold 8-8 60/5 Ohio; tenfold 7-7 60/5 Ohio; tenfold 6-6 60/5 Ohio; tenfold 5-5 60/5 Ohio"},
		"a large correction":               {asOf: 10, updates: append(daily(9), line(50, 9, "-500", "Ohio", ""))},
		"a voided slip":                    {asOf: 10, updates: append(daily(9), line(50, 9, "500", "Ohio", ""), Update{ID: ID{1}, At: qualityDay.Start(time.UTC).Add(300 * time.Hour), Kind: Void, Voids: line(50, 9, "500", "Ohio", "").ID, Note: "x"})},
		"after the moment":                 {asOf: 9, updates: append(daily(9), line(50, 11, "500", "Ohio", ""))},
		"the same from two":                {asOf: 1, updates: []Update{line(1, 0, "23", "Ohio", "Anna"), line(2, 0, "23", "Ohio", "Bert")}, want: "twice 0-0 23/23 Ohio"},
		"the same from one":                {asOf: 1, updates: []Update{line(1, 0, "23", "Ohio", "Anna"), line(2, 0, "23", "Ohio", "anna")}},
		"the same from nobody":             {asOf: 1, updates: []Update{line(1, 0, "23", "Ohio", "Anna"), line(2, 0, "23", "Ohio", "")}},
		"many a day, two alike":            {asOf: 1, updates: append(minutes(9), line(20, 0, "30", "Ohio", "Anna"), line(21, 0, "30", "Ohio", "Bert"))},
		"not quite as many":                {asOf: 1, updates: append(minutes(8), line(20, 0, "30", "Ohio", "Anna"), line(21, 0, "30", "Ohio", "Bert")), want: "twice 0-0 30/30 Ohio"},
		"the same few from two":            {asOf: 1, updates: []Update{line(1, 0, "9", "Ohio", "Anna"), line(2, 0, "9", "Ohio", "Bert")}},
		"the same elsewhere":               {asOf: 1, updates: []Update{line(1, 0, "23", "Ohio", "Anna"), line(2, 0, "23", "Texas", "Bert")}},
		"the same the next day":            {asOf: 1, updates: []Update{line(1, 0, "23", "Ohio", "Anna"), line(2, 1, "23", "Ohio", "Bert")}},
		"a reading that falls":             {asOf: 1, updates: []Update{line(1, 0, "=100", "", ""), line(2, 1, "=90", "", "")}, want: "fall 1-1 90/100"},
		"a reading below what was added":   {asOf: 1, updates: []Update{line(1, 0, "=100", "", ""), line(2, 1, "50", "", ""), line(3, 1, "=120", "", "")}},
		"a reading that stays":             {asOf: 1, updates: []Update{line(1, 0, "=100", "", ""), line(2, 1, "=100", "", "")}},
		"readings that rise evenly":        {asOf: 6, updates: readings(0, 10, 20, 30, 40, 50, 60)},
		"a reading that rises ten times":   {asOf: 7, updates: readings(0, 10, 20, 30, 40, 50, 60, 170), want: "tenfold 7-7 110/10"},
		"as much in ten times the time":    {asOf: 17, updates: append(readings(0, 10, 20, 30, 40, 50, 60), line(7, 17, "=170", "", "")), want: "gap 7-16 10/1"},
		"a region that stopped":            {asOf: 20, updates: merged(daily(20), every(1, 10, "3", "Texas")), want: "stale region 10-19 10/1 Texas"},
		"a region that paused for a week":  {asOf: 17, updates: merged(daily(17), every(1, 10, "3", "Texas"))},
		"a region that comes monthly":      {asOf: 200, updates: merged(daily(200), every(30, 6, "3", "Texas"))},
		"all stopped, and not one of them": {asOf: 40, updates: merged(daily(10), every(1, 10, "3", "Texas")), want: "gap 10-39 30/1"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := said(inspect(c.plan, c.asOf, c.updates)); got != c.want {
				t.Errorf("found %q, want %q", got, c.want)
			}
		})
	}
}

// minutes returns as many counts of a day, no two alike.
func minutes(n int) []Update {
	var all []Update
	for i := range n {
		all = append(all, line(i+1, 0, fmt.Sprint(11+i), "Ohio", "Anna"))
	}
	return all
}

// readings returns a reading a day.
func readings(counts ...int) []Update {
	var all []Update
	for i, n := range counts {
		all = append(all, line(i, i, fmt.Sprintf("=%d", n), "", ""))
	}
	return all
}

// merged puts the updates of two regions in order, with ids of their own.
func merged(a, b []Update) []Update {
	for i := range b {
		b[i].ID[0] = 1
	}
	all := append(append([]Update(nil), a...), b...)
	slices.SortFunc(all, Update.Compare)
	return all
}

// TestQualityUnverified works out what would be missing without what is not
// verified.
func TestQualityUnverified(t *testing.T) {
	updates := []Update{line(1, 0, "=100", "", ""), line(2, 1, "20", "", ""), line(3, 2, "30", "Ohio", ""), line(4, 3, "5", "Ohio", "")}
	for _, c := range []struct {
		unverified []int
		want       int64
	}{{nil, 0}, {[]int{1}, 20}, {[]int{1, 2}, 50}, {[]int{0}, 100}, {[]int{0, 1, 2, 3}, 155}} {
		q := inspect(Campaign{}, 9, updates, c.unverified...)
		if q.Pledges != 155 || q.Updates != 4 || q.Unverified != c.want {
			t.Errorf("without %v: %d of %d pledges", c.unverified, q.Unverified, q.Pledges)
		}
	}
}

// TestQualityListsTheNewest bounds how many flags are kept of a kind.
func TestQualityListsTheNewest(t *testing.T) {
	var updates []Update
	for i := range 1000 {
		updates = append(updates, line(i, i, fmt.Sprintf("=%d", 5000-i), "", ""))
	}
	q := inspect(Campaign{}, 1000, updates)
	if len(q.Flags) != mostFlags || q.More != 999-mostFlags || q.Flags[0].Count != 4001 {
		t.Errorf("%d flags and %d more, the first of %d", len(q.Flags), q.More, q.Flags[0].Count)
	}
}
