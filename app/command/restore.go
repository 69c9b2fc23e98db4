package command

import "github.com/spf13/cobra"

func (f *face) restoreCommand() *cobra.Command {
	return f.command(&cobra.Command{
		Use:     "restore FILE",
		Short:   "Replace all data by a backup",
		Long:    "Replace all data by a backup. What was there is kept as a backup too.",
		Example: "  muster restore muster-backup.db",
		Args:    between(1, 1, "FILE"),
	}, f.restore)
}

func (f *face) restore(args []string) error {
	m, err := f.muster()
	if err != nil {
		return err
	}
	kept, err := m.Restore(args[0])
	if err != nil {
		return err
	}
	f.printf("The backup is restored. What was there before is kept in %s.\n", quoted(kept))
	return nil
}
