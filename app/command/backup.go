package command

import "github.com/spf13/cobra"

func (f *face) backupCommand() *cobra.Command {
	var path string
	c := f.command(&cobra.Command{
		Use:     "backup",
		Short:   "Write a copy of all data to a file",
		Example: "  muster backup -o muster-backup.db",
		Args:    between(0, 0, ""),
	}, func([]string) error { return f.backup(path) })
	c.Flags().StringVarP(&path, "output", "o", "", "`FILE` to write (default: a dated one in the data folder's backups)")
	return c
}

func (f *face) backup(path string) error {
	m, err := f.muster()
	if err != nil {
		return err
	}
	written, err := m.Backup(path)
	if err != nil {
		return err
	}
	f.printf("The backup is %s.\n", quoted(written))
	return nil
}
