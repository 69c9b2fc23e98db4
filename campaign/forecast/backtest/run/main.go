// The command run tests the forecast on folders of real series and prints how
// it did beside what a user could pick instead.
//
//	go run ./campaign/forecast/backtest/run FOLDER...
//	go run ./campaign/forecast/backtest/run -fit FOLDER     fits the calibration anew
//	go run ./campaign/forecast/backtest/run -write FOLDER   and puts it into the source
//
// A series is a CSV file with the columns at (RFC 3339) and total; what stands
// before the first _ of its name is its kind.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"go/format"
	"os"

	"muster/campaign/forecast/backtest"
)

func main() {
	refit := flag.Bool("fit", false, "fit the calibration on these series, and test it on each by a fit on the others")
	write := flag.Bool("write", false, "fit, and put the calibration and its record into the source")
	flag.Parse()
	if err := run(flag.Args(), *refit || *write, *write); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(folders []string, refit, write bool) error {
	if len(folders) == 0 {
		return fmt.Errorf("no folder of series was named")
	}
	var series []backtest.Series
	for _, folder := range folders {
		more, err := backtest.ReadFolder(os.DirFS(folder))
		if err != nil {
			return fmt.Errorf("reading %s: %w", folder, err)
		}
		series = append(series, more...)
	}
	if refit {
		fitted, err := backtest.Fit(series)
		if err != nil {
			return err
		}
		if write {
			return save(fitted, series)
		}
		fmt.Printf("A fit on these %d series:\n\n", len(series))
		return backtest.Print(os.Stdout, []backtest.Named{
			{Name: "each series by the others", Record: fitted.BySeries},
			{Name: "each kind by the others", Record: fitted.ByKind},
		})
	}
	return test(series)
}

// test prints the shipped forecast on the series, then what is on record.
func test(series []backtest.Series) error {
	var rows []backtest.Named
	for _, f := range []struct {
		name string
		ask  backtest.Forecaster
	}{
		{"Muster, as shipped", backtest.Shipped},
		{"last seven days' rate", backtest.LastWeek},
		{"no more sign-ups", backtest.NoMore},
	} {
		record, err := backtest.Test(series, f.ask)
		if err != nil {
			return err
		}
		rows = append(rows, backtest.Named{Name: f.name, Record: record})
	}
	fmt.Printf("CRPS of ln(1+total), lower is better. These %d series (the shipped calibration has seen those it was fitted on):\n\n", len(series))
	if err := backtest.Print(os.Stdout, rows); err != nil {
		return err
	}
	fmt.Print("\nOn record, the 56 series of the fit, each forecast by a fit on all the others, beside what anyone can pick:\n\n")
	recorded := []backtest.Named{
		{Name: "Muster, each series by the others", Record: backtest.BySeries},
		{Name: "Muster, each kind by the other kinds", Record: backtest.ByKind},
	}
	return backtest.Print(os.Stdout, append(recorded, backtest.Peers...))
}

// save puts the calibration and its record into the source, which is looked
// for below the working directory.
func save(f backtest.Fitted, series []backtest.Series) error {
	var model, record bytes.Buffer
	if err := backtest.WriteModel(&model, f.Model, series); err != nil {
		return err
	}
	if err := backtest.WriteRecord(&record, f); err != nil {
		return err
	}
	for name, source := range map[string][]byte{
		"campaign/forecast/shipped.go":           model.Bytes(),
		"campaign/forecast/backtest/recorded.go": record.Bytes(),
	} {
		text, err := format.Source(source)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if err := os.WriteFile(name, text, 0o644); err != nil {
			return err
		}
	}
	return nil
}
