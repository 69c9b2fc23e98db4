package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"muster/app"
	"muster/app/phrase"
	"muster/app/report"
	"muster/app/say"
	"muster/persistence/exchange"
)

// tallyFlags are what is typed behind `muster tally`.
type tallyFlags struct {
	path, from, to, paper, language string
	app.TallyOptions
}

func (f *face) tallyCommand() *cobra.Command {
	var flags tallyFlags
	c := f.command(&cobra.Command{
		Use:   "tally",
		Short: "Make a tally sheet for a volunteer: Excel to fill in, or PDF to print",
		Long: "Make a tally sheet for one person to count in, day by day. A workbook (.xlsx) is filled in\n" +
			"and comes back by `muster import`, as often as it changes: nothing is counted twice. A PDF\n" +
			"has boxes to tick, for a stall or the street; its sums are entered by hand.",
		Example: "  muster tally -o anna.xlsx --for Anna --region Ohio --source stall\n" +
			"  muster tally -o anna.pdf --for Anna --from 2026-12-01 --to 2026-12-07 --paper letter",
		Args: between(0, 0, "-o FILE.(xlsx|pdf) --for NAME"),
	}, func([]string) error { return f.tally(flags) })
	c.Flags().StringVarP(&flags.path, "output", "o", "", "`FILE` to write; its ending says which kind: xlsx or pdf")
	c.Flags().StringVar(&flags.For, "for", "", "`NAME` of who counts")
	c.Flags().StringVar(&flags.Region, "region", "", "`REGION` of all counts (default: each line says)")
	c.Flags().StringVar(&flags.Source, "source", "", "`SOURCE` of all counts (default: each line says)")
	c.Flags().StringArrayVar(&flags.Tiers, "tier", nil, "`TIER` that has a column of its own (may be repeated; default: each of the plan's)")
	c.Flags().StringVar(&flags.from, "from", "", "first `DAY` (default: today)")
	c.Flags().StringVar(&flags.to, "to", "", "last `DAY` (default: two weeks later)")
	c.Flags().StringVar(&flags.paper, "paper", string(report.A4), "`SIZE` of the pages: a4 or letter")
	c.Flags().StringVar(&flags.language, "language", "en", "`CODE` of the language that it is written in: en, de, es or fr")
	return c
}

func (f *face) tally(flags tallyFlags) error {
	if flags.path == "" || flags.For == "" {
		return usage("say who the sheet is for and where it goes: write `muster tally -o FILE.(xlsx|pdf) --for NAME`")
	}
	paper, err := report.ParsePaper(flags.paper)
	if _, unknown := report.TallyFormatOf(flags.path); err == nil {
		err = unknown
	}
	if err != nil {
		return usageError{err}
	}
	if flags.From, err = parseDay("from", flags.from); err != nil {
		return err
	}
	if flags.To, err = parseDay("to", flags.to); err != nil {
		return err
	}
	d, err := f.desk()
	if err != nil {
		return err
	}
	sheet, err := d.TallySheet(flags.TallyOptions)
	if err != nil {
		return err
	}
	if err := say.Use(flags.language); err != nil {
		return usageError{err}
	}
	defer func() { _ = say.Use("en") }() // it is built in
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err = report.SaveTally(ctx, flags.path, sheet, report.Options{Paper: paper})
	if errors.Is(err, context.Canceled) {
		return fmt.Errorf("the tally sheet was stopped: %s is as it was", quoted(flags.path))
	}
	if err != nil {
		return err
	}
	if err := say.Use("en"); err != nil {
		return err
	}
	f.printf("Sheet %s for %s, %s to %s.\n", exchange.TallyNumber(sheet.ID), sheet.For, phrase.Day(sheet.From), phrase.Day(sheet.To))
	return nil
}
