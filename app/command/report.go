package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"muster/app"
	"muster/app/phrase"
	"muster/app/report"
	"muster/app/say"
)

// reportFlags are what is typed behind `muster report`.
type reportFlags struct {
	path, at, since, paper, language string
	chart, scenario, table           string
	brief, card                      bool
}

func (f *face) reportCommand() *cobra.Command {
	var flags reportFlags
	c := f.command(&cobra.Command{
		Use:   "report",
		Short: "Write a report: PDF, Excel workbook, CSV, picture, calendar or message",
		Example: "  muster report -o march.pdf\n  muster report -o march.pdf --brief --paper letter\n" +
			"  muster report -o march.pdf --since 2026-11-01\n  muster report -o march.xlsx --at 2026-11-01\n  muster report -o march.ics\n" +
			"  muster report -o march.svg --chart turnout\n  muster report -o march.png --card\n  muster report -o march.md\n  muster report -o days.csv --table daily",
		Args: between(0, 0, "-o FILE.(pdf|xlsx|csv|png|svg|ics|md)"),
	}, func([]string) error { return f.report(flags) })
	c.Flags().StringVarP(&flags.path, "output", "o", "", "`FILE` to write; its ending says which kind: pdf, xlsx, csv, png, svg, ics or md")
	c.Flags().StringVar(&flags.at, "at", "", "as it was at this `TIME` (default: now)")
	c.Flags().BoolVar(&flags.brief, "brief", false, "one page of PDF in place of the full report")
	c.Flags().StringVar(&flags.paper, "paper", string(report.A4), "`SIZE` of the pages: a4 or letter")
	c.Flags().StringVar(&flags.since, "since", "", "tell in the PDF what has changed since this `TIME`, such as that of the last report")
	c.Flags().StringVar(&flags.chart, "chart", "", "`NAME` of what the picture shows: "+strings.Join(chartNames(), ", ")+" (default: forecast, or pledges while there is none)")
	c.Flags().BoolVar(&flags.card, "card", false, "a picture to share, 1200 by 630 pixels: the same as --chart card")
	c.Flags().StringVar(&flags.scenario, "scenario", "", "`NAME` of the scenario that --chart matters is of (default: the plan)")
	c.Flags().StringVar(&flags.table, "table", "", "`NAME` of what the CSV lists: "+strings.Join(tableNames(), ", ")+" (default: updates)")
	c.Flags().StringVar(&flags.language, "language", "en", "`CODE` of the language that it is written in: en, de, es or fr")
	return c
}

func (f *face) report(flags reportFlags) error {
	if flags.path == "" {
		return usage("say where to: write `muster report -o FILE.(pdf|xlsx|csv|png|svg|ics|md)`")
	}
	options, err := flags.options()
	if err != nil {
		return usageError{err}
	}
	d, moment, err := f.deskAt(flags.at)
	if err != nil {
		return err
	}
	if options.Since, err = parseTime("since", flags.since, d.Campaign()); err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	dossier, err := d.Dossier(ctx, moment, options.Since)
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
	err = report.Save(ctx, flags.path, dossier, options, lines)
	if errors.Is(err, context.Canceled) {
		return fmt.Errorf("the report was stopped: %s is as it was", quoted(flags.path))
	}
	return err
}

// options returns what is chosen about the report, before a campaign is open.
func (flags reportFlags) options() (report.Options, error) {
	format, err := report.FormatOf(flags.path)
	if err != nil {
		return report.Options{}, err
	}
	paper, err := report.ParsePaper(flags.paper)
	if err != nil {
		return report.Options{}, err
	}
	o := report.Options{Paper: paper, Brief: flags.brief, Scenario: flags.scenario}
	switch {
	case flags.card && flags.chart != "" && flags.chart != string(report.Card):
		return o, errors.New("--card is a picture of its own: leave --chart out")
	case flags.card:
		flags.chart = string(report.Card)
	}
	if flags.chart != "" {
		if o.Chart, err = report.ParseChart(flags.chart); err != nil {
			return o, err
		}
	}
	if flags.table != "" {
		if o.Table, err = report.ParseTable(flags.table); err != nil {
			return o, err
		}
	}
	if o.Table != "" && format != report.FormatCSV {
		return o, errors.New("--table is for CSV: end the file's name with .csv")
	}
	if o.Chart != "" && format != report.FormatPNG && format != report.FormatSVG {
		return o, errors.New("--chart and --card are for pictures: end the file's name with .png or .svg")
	}
	if o.Scenario != "" && o.Chart != report.ChartMatters {
		return o, errors.New("--scenario is for --chart matters")
	}
	return o, nil
}

func tableNames() []string {
	var names []string
	for _, t := range report.Tables() {
		names = append(names, string(t))
	}
	return names
}

func chartNames() []string {
	var names []string
	for _, c := range report.Charts() {
		names = append(names, string(c))
	}
	return names
}
