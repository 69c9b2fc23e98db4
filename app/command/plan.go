package command

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"muster/app"
	"muster/campaign"
	"muster/persistence/planfile"
)

func (f *face) planCommand() *cobra.Command {
	c := f.command(&cobra.Command{
		Use:     "plan",
		Short:   "Show the whole plan as YAML, apply one, or choose between versions",
		Example: "  muster plan show > plan.yaml\n  muster plan apply plan.yaml\n  muster plan conflicts",
		Args:    knownCommand,
	}, func([]string) error {
		return usage("say which: `muster plan show`, `muster plan apply FILE` or `muster plan conflicts`")
	})
	c.AddCommand(f.command(&cobra.Command{
		Use:     "show",
		Short:   "Print the plan as YAML",
		Example: "  muster plan show > plan.yaml",
		Args:    between(0, 0, ""),
	}, f.showPlan), f.applyCommand(), f.conflictsCommand(), f.keepCommand(), f.historyCommand())
	return c
}

func (f *face) applyCommand() *cobra.Command {
	var by string
	c := f.command(&cobra.Command{
		Use:   "apply FILE",
		Short: "Replace the plan by that in a YAML file",
		Long: "Replace the plan by that in a YAML file; - reads it from standard input. Keys left\n" +
			"out take their defaults. Whatever is wrong is named with its line, and nothing changes.\n" +
			"The plan goes to the campaign that --campaign names, else to the one it names itself,\n" +
			"else to the only one.",
		Example: "  muster plan apply plan.yaml",
		Args:    between(1, 1, "FILE"),
	}, func(args []string) error { return f.applyPlan(args[0], by) })
	c.Flags().StringVar(&by, "by", "", "`NAME` of who changes the plan")
	return c
}

func (f *face) showPlan([]string) error {
	d, err := f.desk()
	if err != nil {
		return err
	}
	text, err := planfile.Encode(d.Campaign())
	if err != nil {
		return err
	}
	if err := f.warnOfConflicts(d); err != nil {
		return err
	}
	_, err = f.out.Write(text)
	return err
}

func (f *face) applyPlan(path, by string) error {
	text, err := f.readFile(path)
	if err != nil {
		return err
	}
	plan, err := planfile.Decode(text)
	if err != nil {
		return fmt.Errorf("the plan stays as it was: %w", err)
	}
	d, err := f.deskFor(plan)
	if err != nil {
		return err
	}
	if err := d.SavePlan(plan, by); err != nil {
		return err
	}
	f.printf("%s has a new plan with %s.\n", plan.Name, plural(int64(len(plan.Thresholds)), "threshold", "thresholds"))
	return nil
}

// deskFor finds the campaign that a plan is for.
func (f *face) deskFor(plan campaign.Campaign) (*app.Desk, error) {
	if f.campaign != "" {
		return f.desk()
	}
	m, err := f.muster()
	if err != nil {
		return nil, err
	}
	c, err := m.Find(plan.Name)
	if errors.Is(err, campaign.ErrNoCampaign) {
		c, err = m.Find("")
	}
	if err != nil {
		return nil, err
	}
	return m.Desk(c.ID)
}

// readFile reads a file that may be standard input, and not without end.
func (f *face) readFile(path string) ([]byte, error) {
	from := io.Reader(f.in)
	if path != "-" {
		file, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		from = file
	}
	return io.ReadAll(io.LimitReader(from, planfile.MaxSize+1))
}
