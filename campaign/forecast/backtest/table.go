package backtest

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"text/tabwriter"
)

// Print writes the records as a table, a row for each: the score over all
// cases, how often the 80% range held, and the score by kind.
func Print(w io.Writer, rows []Named) error {
	if len(rows) == 0 {
		return nil
	}
	kinds := slices.Sorted(maps.Keys(rows[0].Kinds))
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(t, "forecaster\tall %d\t80%% range holds\t", rows[0].All.Cases)
	for _, kind := range kinds {
		fmt.Fprintf(t, "%s %d\t", kind, rows[0].Kinds[kind].Cases)
	}
	fmt.Fprintln(t)
	for _, row := range rows {
		fmt.Fprintf(t, "%s\t%.3f\t%s\t", row.Name, row.All.CRPS, percent(row.All.Holds))
		for _, kind := range kinds {
			fmt.Fprintf(t, "%.3f\t", row.Kinds[kind].CRPS)
		}
		fmt.Fprintln(t)
	}
	return t.Flush()
}

func percent(share float64) string {
	if share == 0 {
		return "-"
	}
	return fmt.Sprintf("%.0f%%", 100*share)
}
