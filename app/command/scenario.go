package command

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"muster/app/phrase"
	"muster/persistence/planfile"
)

func (f *face) scenarioCommand() *cobra.Command {
	var listJSON, compareJSON bool
	var asOf string
	c := f.command(&cobra.Command{
		Use:   "scenario",
		Short: "Compare the plan with what could be changed",
		Long: "A scenario is a named set of changes to the plan and to what is to come: another\n" +
			"place, need or deadline, more growth, a moment, an activity. Scenarios are kept in\n" +
			"the plan.",
		Example: "  muster scenario list\n  muster scenario apply faster.yaml\n  muster scenario compare \"Twice as fast\"",
		Args:    knownCommand,
	}, func([]string) error {
		return usage("say which: `muster scenario list`, `show`, `apply FILE` or `compare`")
	})
	list := f.command(&cobra.Command{
		Use:     "list",
		Short:   "List the scenarios",
		Example: "  muster scenario list",
		Args:    between(0, 0, ""),
	}, func([]string) error { return f.listScenarios(listJSON) })
	jsonFlag(list, &listJSON)
	compare := f.command(&cobra.Command{
		Use:   "compare [NAME...]",
		Short: "Put scenarios beside the plan, all or those named",
		Long: "Put scenarios beside the plan, all or those named: the chance of each threshold, the\n" +
			"likely date, the turnout, the pledges needed, and what it would take. With one name\n" +
			"also which assumption matters most.",
		Example: "  muster scenario compare\n  muster scenario compare \"Twice as fast\" --json",
		Args:    cobra.ArbitraryArgs,
	}, func(names []string) error { return f.compareScenarios(names, asOf, compareJSON) })
	compare.Flags().StringVar(&asOf, "as-of", "", "from what was known at this `TIME` (default: now)")
	jsonFlag(compare, &compareJSON)
	c.AddCommand(list, compare, f.command(&cobra.Command{
		Use:     "show [NAME...]",
		Short:   "Print scenarios as YAML, all or those named",
		Example: "  muster scenario show \"Twice as fast\" > faster.yaml",
		Args:    cobra.ArbitraryArgs,
	}, f.showScenarios), f.command(&cobra.Command{
		Use:   "apply FILE",
		Short: "Take in the scenarios of a YAML file",
		Long: "Take in the scenarios of a YAML file; - reads it from standard input. One whose name\n" +
			"there is takes its place, others are added. Whatever is wrong is named with its line,\n" +
			"and nothing changes. `muster plan apply` takes scenarios out.",
		Example: "  muster scenario apply faster.yaml",
		Args:    between(1, 1, "FILE"),
	}, f.applyScenarios))
	for _, sub := range c.Commands() {
		if strings.Contains(sub.Use, "NAME") {
			sub.ValidArgsFunction = f.completeScenarios
		}
	}
	return c
}

func (f *face) listScenarios(asJSON bool) error {
	d, err := f.desk()
	if err != nil {
		return err
	}
	all := d.Scenarios()
	if asJSON {
		return f.json(jsonScenarios(all))
	}
	if len(all) == 0 {
		f.printf("There is no scenario yet. `muster scenario apply FILE` takes in those of a file.\n")
	}
	t := newTable()
	for _, s := range all {
		t.add(s.Name, strings.Join(phrase.Changes(s), "; "))
	}
	f.printf("%s", t)
	return nil
}

func (f *face) showScenarios(names []string) error {
	d, err := f.desk()
	if err != nil {
		return err
	}
	chosen, err := d.FindScenarios(names...)
	if err != nil {
		return err
	}
	text, err := planfile.EncodeScenarios(chosen)
	if err != nil {
		return err
	}
	_, err = f.out.Write(text)
	return err
}

func (f *face) applyScenarios(args []string) error {
	text, err := f.readFile(args[0])
	if err != nil {
		return err
	}
	d, err := f.desk()
	if err != nil {
		return err
	}
	plan, n, err := planfile.DecodeScenarios(text, d.Campaign())
	if err != nil {
		return fmt.Errorf("the scenarios stay as they were: %w", err)
	}
	if err := d.SavePlan(plan, ""); err != nil {
		return err
	}
	f.printf("%s taken in; %s has %s.\n", plural(int64(n), "scenario", "scenarios"), plan.Name,
		plural(int64(len(plan.Scenarios)), "scenario", "scenarios"))
	return nil
}

// completeScenarios offers the names of the scenarios not yet given.
func (f *face) completeScenarios(_ *cobra.Command, given []string, _ string) ([]string, cobra.ShellCompDirective) {
	return slices.DeleteFunc(f.scenarioNames(), func(name string) bool { return slices.Contains(given, name) }), noFiles
}

func (f *face) scenarioNames() []string {
	if !f.hasData() {
		return nil
	}
	d, err := f.desk()
	if err != nil {
		return nil
	}
	var names []string
	for _, s := range d.Scenarios() {
		names = append(names, s.Name)
	}
	return names
}
