package command

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"muster/app"
	"muster/campaign"
	"muster/persistence/exchange"
)

func (f *face) importCommand() *cobra.Command {
	var o app.ImportOptions
	var said []string
	var dates string
	var asJSON bool
	c := f.command(&cobra.Command{
		Use:   "import FILE",
		Short: "Take counts from a file: CSV, Excel, tally sheet, sign-up list, petition",
		Long: "Take counts from a file, all or nothing; lines that cannot be taken are named with their\n" +
			"reason. Importing a file again adds nothing. It may be a CSV file or an Excel sheet with a\n" +
			"count on every line, a list with a person on every line, of which only how many signed up\n" +
			"on each day is kept, a tally sheet that `muster tally` made, or the JSON record of a petition\n" +
			"on petition.parliament.uk. Columns go by their usual names (date, total, added, region, ...)\n" +
			"or by what --map says; the fields are\n" +
			strings.Join(exchange.Fields(), ", ") + ".",
		Example: "  muster import counts.csv --dry-run\n  muster import counts.xlsx --map at=\"Collected on\" --map total=People\n" +
			"  muster import export.csv --list newsletter\n  muster import petition.json --parts constituency",
		Args: between(1, 1, "FILE"),
	}, func(args []string) error {
		var err error
		if o.Dates, err = parseDates(dates); err != nil {
			return err
		}
		return f.importFile(args[0], said, o, asJSON)
	})
	c.Flags().StringArrayVar(&said, "map", nil, "`FIELD=COLUMN` for a column of another name (may be repeated)")
	c.Flags().StringVar(&dates, "dates", "", "`ORDER` of dates such as 3/1/2027: day-first or month-first")
	c.Flags().StringVar(&o.List, "list", "", "`NAME` of the list of sign-ups that the file is an export of (default: the file's, without numbers)")
	c.Flags().StringVar(&o.Parts, "parts", "", "`WHAT` a petition is counted by: "+strings.Join(exchange.Parts(), ", ")+" (default "+exchange.Parts()[0]+")")
	c.Flags().BoolVar(&o.DryRun, "dry-run", false, "only say what would happen")
	c.Flags().BoolVar(&o.SkipBad, "skip-bad", false, "take the good lines even if others cannot be taken")
	c.Flags().StringVar(&o.By, "by", "", "`NAME` of who imports, for lines that do not say")
	jsonFlag(c, &asJSON)
	return c
}

// parseDates reads the value of the flag --dates.
func parseDates(said string) (exchange.DateOrder, error) {
	switch said {
	case "":
		return exchange.DatesUnsaid, nil
	case "day-first":
		return exchange.DayFirst, nil
	case "month-first":
		return exchange.MonthFirst, nil
	}
	return 0, usage("--dates %s: write day-first or month-first", said)
}

func (f *face) importFile(path string, said []string, o app.ImportOptions, asJSON bool) error {
	o.Map = map[string]string{}
	for _, pair := range said {
		field, column, ok := strings.Cut(pair, "=")
		if !ok {
			return usage("--map %s: write it as FIELD=COLUMN, such as --map total=People", pair)
		}
		o.Map[field] = column
	}
	d, err := f.desk()
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	r, err := d.Import(ctx, path, o)
	if errors.Is(err, context.Canceled) {
		return errors.New("the import was stopped: nothing was imported")
	}
	if err != nil && !errors.Is(err, campaign.ErrRejected) {
		return err
	}
	if asJSON {
		return errors.Join(err, f.json(jsonImport(r)))
	}
	f.printImport(r, err != nil)
	return err
}

func (f *face) printImport(r app.ImportResult, refused bool) {
	for _, rejected := range r.Rejected {
		f.printf("line %d: %s\n", rejected.Line, rejected.Why)
	}
	if refused {
		return
	}
	verb := "Added"
	if r.DryRun {
		verb = "Would add"
	}
	f.printf("%s %s", verb, plural(int64(r.Added), "update", "updates"))
	f.printf(" from %s", plural(int64(r.Rows), "line", "lines"))
	if r.Tally != "" {
		f.printf(" of the tally sheet of %s", r.Tally)
	}
	if r.List != "" {
		f.printf(" of the list %q", r.List)
	}
	if r.Duplicates > 0 {
		f.printf("; %s there already", plural(int64(r.Duplicates), "was", "were"))
	}
	if r.Changed > 0 {
		f.printf("; %s said something else before", plural(int64(r.Changed), "line", "lines"))
	}
	if n := len(r.Rejected); n > 0 {
		f.printf("; %s left out", plural(int64(n), "was", "were"))
	}
	f.printf(".\n")
}

// importJSON is what an import did, as programs get it.
type importJSON struct {
	Rows       int            `json:"rows"`
	Added      int            `json:"added"`
	Duplicates int            `json:"duplicates"`
	Rejected   []rejectedJSON `json:"rejected"`
	DryRun     bool           `json:"dry_run"`
	List       string         `json:"list,omitempty"`
	Tally      string         `json:"tally,omitempty"`
	Changed    int            `json:"changed,omitempty"`
}

type rejectedJSON struct {
	Line int    `json:"line"`
	Why  string `json:"why"`
}

func jsonImport(r app.ImportResult) importJSON {
	j := importJSON{Rows: r.Rows, Added: r.Added, Duplicates: r.Duplicates, Rejected: []rejectedJSON{}, DryRun: r.DryRun, List: r.List, Tally: r.Tally, Changed: r.Changed}
	for _, rejected := range r.Rejected {
		j.Rejected = append(j.Rejected, rejectedJSON{rejected.Line, rejected.Why.Error()})
	}
	return j
}
