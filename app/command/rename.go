package command

import "github.com/spf13/cobra"

func (f *face) renameCommand() *cobra.Command {
	return f.command(&cobra.Command{
		Use:               "rename [NAME] NEWNAME",
		Short:             "Give a campaign another name",
		Example:           "  muster rename \"March on Washington\" \"The march\"",
		Args:              between(1, 2, "[NAME] NEWNAME"),
		ValidArgsFunction: f.completeFirst,
	}, f.rename)
}

func (f *face) rename(args []string) error {
	if len(args) == 2 {
		f.campaign = args[0]
	}
	d, err := f.desk()
	if err != nil {
		return err
	}
	plan := d.Campaign()
	old := plan.Name
	plan.Name = args[len(args)-1]
	if err := d.SavePlan(plan, ""); err != nil {
		return err
	}
	f.printf("%s is now called %s.\n", old, plan.Name)
	return nil
}
