package command

import (
	"github.com/spf13/cobra"
	"muster/app"
	"muster/app/report"
)

func (f *face) reportCommand() *cobra.Command {
	var path, at string
	c := f.command(&cobra.Command{
		Use:     "report",
		Short:   "Write a report: PDF, Excel workbook, CSV, picture or calendar",
		Example: "  muster report -o march.pdf\n  muster report -o march.xlsx --at 2026-11-01\n  muster report -o march.ics",
		Args:    between(0, 0, "-o FILE.(pdf|xlsx|csv|png|svg|ics)"),
	}, func([]string) error { return f.report(path, at) })
	c.Flags().StringVarP(&path, "output", "o", "", "`FILE` to write; its ending says which kind: pdf, xlsx, csv, png, svg or ics")
	c.Flags().StringVar(&at, "at", "", "as it was at this `TIME` (default: now)")
	return c
}

func (f *face) report(path, at string) error {
	if path == "" {
		return usage("say where to: write `muster report -o FILE.(pdf|xlsx|csv|png|svg|ics)`")
	}
	if _, err := report.FormatOf(path); err != nil {
		return usageError{err}
	}
	d, moment, err := f.deskAt(at)
	if err != nil {
		return err
	}
	s, err := d.Snapshot(moment)
	if err != nil {
		return err
	}
	if err := d.Foresee(&s); err != nil {
		return err
	}
	lines := func(each func(app.Line) error) error { return d.Each(app.Filter{}, each) }
	if err := report.Save(path, s, lines); err != nil {
		return err
	}
	f.printf("The report is %s.\n", quoted(path))
	return nil
}
