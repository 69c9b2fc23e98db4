package command

import (
	"context"

	"github.com/spf13/cobra"

	"muster/app"
	"muster/app/phrase"
	"muster/app/report"
	"muster/app/say"
)

// reportFlags are what is typed behind `muster report`.
type reportFlags struct {
	path, at, since, paper, language string
	brief                            bool
}

func (f *face) reportCommand() *cobra.Command {
	var flags reportFlags
	c := f.command(&cobra.Command{
		Use:   "report",
		Short: "Write a report: PDF, Excel workbook, CSV, picture or calendar",
		Example: "  muster report -o march.pdf\n  muster report -o march.pdf --brief --paper letter\n" +
			"  muster report -o march.pdf --since 2026-11-01\n  muster report -o march.xlsx --at 2026-11-01\n  muster report -o march.ics",
		Args: between(0, 0, "-o FILE.(pdf|xlsx|csv|png|svg|ics)"),
	}, func([]string) error { return f.report(flags) })
	c.Flags().StringVarP(&flags.path, "output", "o", "", "`FILE` to write; its ending says which kind: pdf, xlsx, csv, png, svg or ics")
	c.Flags().StringVar(&flags.at, "at", "", "as it was at this `TIME` (default: now)")
	c.Flags().BoolVar(&flags.brief, "brief", false, "one page of PDF in place of the full report")
	c.Flags().StringVar(&flags.paper, "paper", string(report.A4), "`SIZE` of the PDF's pages: a4 or letter")
	c.Flags().StringVar(&flags.since, "since", "", "tell in the PDF what has changed since this `TIME`, such as that of the last report")
	c.Flags().StringVar(&flags.language, "language", "en", "`CODE` of the language that it is written in: en, de, es or fr")
	return c
}

func (f *face) report(flags reportFlags) error {
	if flags.path == "" {
		return usage("say where to: write `muster report -o FILE.(pdf|xlsx|csv|png|svg|ics)`")
	}
	if _, err := report.FormatOf(flags.path); err != nil {
		return usageError{err}
	}
	paper, err := report.ParsePaper(flags.paper)
	if err != nil {
		return usageError{err}
	}
	d, moment, err := f.deskAt(flags.at)
	if err != nil {
		return err
	}
	options := report.Options{Paper: paper, Brief: flags.brief}
	if options.Since, err = parseTime("since", flags.since, d.Campaign()); err != nil {
		return err
	}
	dossier, err := d.Dossier(context.Background(), moment, options.Since)
	if err != nil {
		return err
	}
	if flags.since != "" && dossier.Earlier == nil {
		return usage("--since %s: the report is of %s, so give an earlier moment", flags.since, phrase.AsOf(dossier.Standing.AsOf, dossier.Zone))
	}
	if err := say.Use(flags.language); err != nil {
		return usageError{err}
	}
	defer func() { _ = say.Use("en") }() // it is built in
	lines := func(each func(app.Line) error) error { return d.Each(app.Filter{}, each) }
	if err := report.Save(flags.path, dossier, options, lines); err != nil {
		return err
	}
	f.printf("The report is %s.\n", quoted(flags.path))
	return nil
}
