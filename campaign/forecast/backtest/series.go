// Package backtest asks how good the forecast is: it runs it on real series as
// they stood in the past, scores it against what came, and fits the
// calibration that package forecast ships. docs/forecast.md tells the results.
package backtest

import (
	"encoding/csv"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"muster/campaign/forecast"
)

// Series is one real history, in order of time.
type Series struct {
	Name     string // such as uk_241584; what stands before the first _ is its kind
	Readings []forecast.Reading
}

// milestones is the kind of series known only by round totals and when they
// were reached: between two of them nothing is seen, and after the last one
// the count is taken to stand.
const milestones = "chg"

// Kind returns where the series comes from: the name up to the first _.
func (s Series) Kind() string {
	kind, _, _ := strings.Cut(s.Name, "_")
	return kind
}

// days returns the moment of reading i in days after the first.
func (s Series) days(i int) float64 {
	return s.Readings[i].At.Sub(s.Readings[0].At).Hours() / 24
}

// upTo returns how many readings there are until so many days after the first.
func (s Series) upTo(days float64) int {
	n, _ := slices.BinarySearchFunc(s.Readings, days, func(r forecast.Reading, days float64) int {
		if r.At.Sub(s.Readings[0].At).Hours()/24 <= days {
			return -1
		}
		return 1
	})
	return n
}

// ReadFolder reads all CSV files of a folder, each one series.
func ReadFolder(folder fs.FS) ([]Series, error) {
	names, err := fs.Glob(folder, "*.csv")
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("there is no series in the folder: it should hold CSV files with the columns at and total")
	}
	var all []Series
	for _, name := range names {
		s, err := readFile(folder, name)
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, nil
}

func readFile(folder fs.FS, name string) (Series, error) {
	file, err := folder.Open(name)
	if err != nil {
		return Series{}, err
	}
	defer file.Close()
	return Read(strings.TrimSuffix(path.Base(name), ".csv"), file)
}

// Read reads one series: a heading, then a line for each reading, its moment in
// RFC 3339 and the total.
func Read(name string, r io.Reader) (Series, error) {
	lines, err := csv.NewReader(r).ReadAll()
	if err != nil {
		return Series{}, fmt.Errorf("%s: %w", name, err)
	}
	s := Series{Name: name}
	for i, line := range lines {
		if i == 0 || len(line) < 2 {
			continue
		}
		at, err := time.Parse(time.RFC3339, line[0])
		if err != nil {
			return Series{}, fmt.Errorf("%s, line %d: %q is not a moment such as 2019-03-20T19:20:00Z", name, i+1, line[0])
		}
		total, err := strconv.ParseInt(line[1], 10, 64)
		if err != nil {
			return Series{}, fmt.Errorf("%s, line %d: %q is not a whole number", name, i+1, line[1])
		}
		s.Readings = append(s.Readings, forecast.Reading{At: at, Total: total})
	}
	if len(s.Readings) == 0 {
		return Series{}, fmt.Errorf("%s holds no readings", name)
	}
	slices.SortStableFunc(s.Readings, func(a, b forecast.Reading) int { return a.At.Compare(b.At) })
	return s, nil
}
