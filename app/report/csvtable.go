package report

import (
	"encoding/csv"
	"errors"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"muster/app"
	"muster/campaign"
	"muster/persistence/exchange"
)

// Table is what a CSV file lists.
type Table string

// What a CSV file can list.
const (
	TableUpdates    Table = "updates"    // the ledger, which can be taken in again
	TableDaily      Table = "daily"      // the total of every measure at the end of each day
	TableThresholds Table = "thresholds" // how far each is
)

// Tables returns all that a CSV file can list, the one without a choice first.
func Tables() []Table { return []Table{TableUpdates, TableDaily, TableThresholds} }

// ErrTable is returned for a table that there is not.
var ErrTable = errors.New("no such table")

// ParseTable returns the table of a name, whatever its case. Error: ErrTable.
func ParseTable(name string) (Table, error) {
	if t := Table(strings.ToLower(strings.TrimSpace(name))); slices.Contains(Tables(), t) {
		return t, nil
	}
	var names []string
	for _, t := range Tables() {
		names = append(names, string(t))
	}
	return "", campaign.Explain(ErrTable, "there is no table %q: choose one of %s", name, strings.Join(names, ", "))
}

// table writes the table that is chosen.
func (o Options) table(w io.Writer, s app.Snapshot, lines Lines) error {
	switch o.Table {
	case TableDaily:
		return dailyCSV(csv.NewWriter(w), s)
	case TableThresholds:
		return thresholdCSV(csv.NewWriter(w), s)
	}
	return CSV(w, s, lines)
}

// dailyCSV writes the total of every measure at the end of each day. A measure
// that is not counted yet has none.
func dailyCSV(out *csv.Writer, s app.Snapshot) error {
	measures := s.Campaign.MeasureNames()
	head, row := []string{"day"}, make([]string, len(measures)+1)
	for _, m := range measures {
		head = append(head, exchange.Inert(m))
	}
	if err := out.Write(head); err != nil {
		return err
	}
	next := make([]int, len(measures))
	first, days := countedDays(s, measures)
	for day := first; day < first+campaign.Day(days); day++ {
		row[0] = day.String()
		for i, m := range measures {
			if totals := s.Daily[m]; next[i] < len(totals) && totals[next[i]].Day == day {
				row[i+1] = strconv.FormatInt(totals[next[i]].Total, 10)
				next[i]++
			}
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// countedDays returns the first day on which some measures were counted, and how
// many days there are up to the last.
func countedDays(s app.Snapshot, measures []string) (first campaign.Day, days int) {
	var last campaign.Day
	for _, m := range measures {
		all := s.Daily[m]
		if len(all) == 0 {
			continue
		}
		if !first.IsSet() || all[0].Day < first {
			first = all[0].Day
		}
		last = max(last, all[len(all)-1].Day)
	}
	if !first.IsSet() {
		return first, 0
	}
	return first, int(last-first) + 1
}

var thresholdHeader = []string{"name", "figure", "target", "value", "progress", "reached_at", "held", "short", "orders_of_magnitude", "doublings",
	"deadline", "chance_by_deadline"}

// thresholdCSV writes how far each threshold is, under the names that programs
// get it by from `muster status --json`.
func thresholdCSV(out *csv.Writer, s app.Snapshot) error {
	if err := out.Write(thresholdHeader); err != nil {
		return err
	}
	for _, t := range s.Standing.Thresholds {
		reached, chance := "", ""
		if t.Reached {
			reached = t.ReachedAt.In(s.Zone).Format(time.RFC3339)
		}
		if f, ok := foreseen(s, t.Name); ok && f.HasChance {
			chance = plainly(f.Chance)
		}
		err := out.Write([]string{exchange.Inert(t.Name), exchange.Inert(t.Figure), plainly(t.Target), plainly(t.Value), plainly(t.Progress), reached, strconv.FormatBool(t.Held),
			plainly(t.Gap.Short), plainly(t.Gap.Orders), plainly(t.Gap.Doublings), t.Deadline.String(), chance})
		if err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// plainly returns a figure as programs read it, or nothing where there is none.
func plainly(v float64) string {
	if math.IsInf(v, 0) || math.IsNaN(v) {
		return ""
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}
