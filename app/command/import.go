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
	"muster/app/phrase"
	"muster/campaign"
	"muster/persistence/exchange"
)

func (f *face) importCommand() *cobra.Command {
	var o app.ImportOptions
	var a importArgs
	c := f.command(&cobra.Command{
		Use:   "import [FILE]",
		Short: "Take counts from a file: CSV, Excel, tally sheet, sign-up list, petition",
		Long: "Take counts from a file, all or nothing; lines that cannot be taken are named with their\n" +
			"reason. Importing a file again adds nothing. It may be a CSV file or an Excel sheet with a\n" +
			"count on every line, a list with a person on every line, of which only how many signed up\n" +
			"on each day is kept, a tally sheet that `muster tally` made, the JSON record of a petition on\n" +
			"petition.parliament.uk, or a ledger that `muster report -o FILE.csv` wrote. Columns go by\n" +
			"their usual names (date, total, added, region, ...), by what --map says, or by what it said\n" +
			"for the last file of the same source; the fields are " + strings.Join(exchange.Fields(), ", ") + ". An import can be undone as a whole.",
		Example: "  muster import counts.csv --look\n  muster import counts.csv --dry-run\n" +
			"  muster import counts.xlsx --sheet \"March 2027\" --map at=\"Collected on\" --map total=People\n" +
			"  muster import export.csv --list newsletter\n  muster import petition.json --parts constituency\n" +
			"  muster import --log\n  muster import --undo 3 --why \"the wrong file\"",
		Args: between(0, 1, "FILE"),
	}, func(args []string) error { return f.importing(args, a, o) })
	c.Flags().StringArrayVar(&a.said, "map", nil, "`FIELD=COLUMN` for a column of another name, FIELD= for none (may be repeated)")
	c.Flags().StringVar(&a.dates, "dates", "", "`ORDER` of dates such as 3/1/2027: day-first or month-first")
	c.Flags().StringVar(&o.Sheet, "sheet", "", "`NAME` of the sheet of a workbook (default: the first)")
	c.Flags().StringVar(&o.List, "list", "", "`NAME` of the list of sign-ups that the file is an export of (default: the file's, without numbers)")
	c.Flags().StringVar(&o.Parts, "parts", "", "`WHAT` a petition is counted by: "+strings.Join(exchange.Parts(), ", ")+" (default "+exchange.Parts()[0]+")")
	c.Flags().BoolVar(&a.look, "look", false, "only show what the file is and how it would be read")
	c.Flags().BoolVar(&o.DryRun, "dry-run", false, "only say what would happen")
	c.Flags().BoolVar(&o.SkipBad, "skip-bad", false, "take the good lines even if others cannot be taken")
	c.Flags().StringVar(&o.By, "by", "", "`NAME` of who imports, for lines that do not say")
	c.Flags().BoolVar(&a.log, "log", false, "list the imports there were, with their numbers")
	c.Flags().Uint64Var(&a.undo, "undo", 0, "take the import of this `NUMBER` out of the count")
	c.Flags().Uint64Var(&a.redo, "redo", 0, "bring the import of this `NUMBER` back into the count")
	c.Flags().StringVar(&a.why, "why", "", "`TEXT` with the reason for --undo")
	c.MarkFlagsMutuallyExclusive("log", "undo", "redo", "look", "dry-run")
	jsonFlag(c, &a.asJSON)
	return c
}

// importArgs are what the command line says beside the options of an import.
type importArgs struct {
	said              []string // FIELD=COLUMN
	dates, why        string
	look, log, asJSON bool
	undo, redo        uint64
}

// importing does what the flags of import say.
func (f *face) importing(args []string, a importArgs, o app.ImportOptions) error {
	switch {
	case a.log || a.undo > 0 || a.redo > 0:
		return f.imported(args, a, o.By)
	case len(args) == 0:
		return usage("something is missing: write `muster import FILE`")
	}
	var known bool
	if o.Dates, known = exchange.ParseDates(a.dates); !known {
		return usage("--dates %s: write day-first or month-first", a.dates)
	}
	o.Map = map[string]string{}
	for _, pair := range a.said {
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
	if a.look {
		return f.lookAt(d, args[0], o, a.asJSON)
	}
	return f.importFile(d, args[0], o, a.asJSON)
}

func (f *face) importFile(d *app.Desk, path string, o app.ImportOptions, asJSON bool) error {
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
	f.printBefore(r.Before)
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
	f.printEffect(r)
	for _, i := range r.Undone {
		f.printf("Counts of the file came with import %d, which was undone: `muster import --redo %d` brings them back.\n", i.Number, i.Number)
	}
	if r.Out > 0 && len(r.Undone) == 0 {
		f.printf("Of those that were there, %s out of the count: somebody voided them.\n", plural(int64(r.Out), "is", "are"))
	}
	if r.Number > 0 {
		f.printf("`muster import --undo %d --why TEXT` takes this import back.\n", r.Number)
	}
}

// printEffect says what the totals were and are.
func (f *face) printEffect(r app.ImportResult) {
	for _, m := range r.Effect.Measures {
		if m.Before == m.After {
			continue
		}
		is := "now"
		if r.DryRun {
			is = "after it"
		}
		f.printf("%s: %s before, %s %s.\n", m.Name, phrase.Count(m.Before), phrase.Count(m.After), is)
	}
	if r.Voided > 0 {
		f.printf("%s of a shorter list would be voided.\n", plural(int64(r.Voided), "earlier count", "earlier counts"))
	}
}
