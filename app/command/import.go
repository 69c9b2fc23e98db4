package command

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"strings"

	"github.com/spf13/cobra"

	"muster/app"
	"muster/campaign"
	"muster/persistence/exchange"
)

func (f *face) importCommand() *cobra.Command {
	var o app.ImportOptions
	var said []string
	var asJSON bool
	c := f.command(&cobra.Command{
		Use:   "import FILE",
		Short: "Take counts from a CSV file",
		Long: "Take counts from a CSV file, all or nothing; lines that cannot be taken are named with\n" +
			"their reason. Importing a file again adds nothing. Columns go by their usual names\n" +
			"(date, total, added, region, ...) or by what --map says; the fields are " + strings.Join(exchange.Fields(), ", ") + ".",
		Example: "  muster import signups.csv --dry-run\n  muster import signups.csv --map at=\"Collected on\" --map total=People",
		Args:    between(1, 1, "FILE"),
	}, func(args []string) error { return f.importFile(args[0], said, o, asJSON) })
	c.Flags().StringArrayVar(&said, "map", nil, "`FIELD=COLUMN` for a column of another name (may be repeated)")
	c.Flags().BoolVar(&o.DryRun, "dry-run", false, "only say what would happen")
	c.Flags().BoolVar(&o.SkipBad, "skip-bad", false, "take the good lines even if others cannot be taken")
	c.Flags().StringVar(&o.By, "by", "", "`NAME` of who imports, for lines that do not say")
	jsonFlag(c, &asJSON)
	return c
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
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
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
	if r.Duplicates > 0 {
		f.printf("; %s there already", plural(int64(r.Duplicates), "was", "were"))
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
}

type rejectedJSON struct {
	Line int    `json:"line"`
	Why  string `json:"why"`
}

func jsonImport(r app.ImportResult) importJSON {
	j := importJSON{Rows: r.Rows, Added: r.Added, Duplicates: r.Duplicates, Rejected: []rejectedJSON{}, DryRun: r.DryRun}
	for _, rejected := range r.Rejected {
		j.Rejected = append(j.Rejected, rejectedJSON{rejected.Line, rejected.Why.Error()})
	}
	return j
}
