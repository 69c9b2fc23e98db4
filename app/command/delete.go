package command

import (
	"errors"
	"io"
	"strings"

	"github.com/spf13/cobra"
)

func (f *face) deleteCommand() *cobra.Command {
	var yes bool
	c := f.command(&cobra.Command{
		Use:               "delete [NAME]",
		Short:             "Delete a campaign, keeping a backup",
		Long:              "Delete a campaign with its ledger. A backup of the whole data folder is kept.",
		Example:           "  muster delete \"March on Washington\"",
		Args:              between(0, 1, "[NAME]"),
		ValidArgsFunction: f.completeFirst,
	}, func(args []string) error { return f.delete(args, yes) })
	c.Flags().BoolVarP(&yes, "yes", "y", false, "do not ask")
	return c
}

func (f *face) delete(args []string, yes bool) error {
	if len(args) == 1 {
		f.campaign = args[0]
	}
	m, err := f.muster()
	if err != nil {
		return err
	}
	c, err := m.Find(f.campaign)
	if err != nil {
		return err
	}
	s, err := standing(m, c)
	if err != nil {
		return err
	}
	if !yes {
		f.printf("Delete %s with its %s? A backup is kept. Type yes: ", c.Name, plural(int64(s.Updates), "update", "updates"))
		if err := f.confirm(); err != nil {
			return err
		}
	}
	backup, err := m.Delete(c.ID)
	if err != nil {
		return err
	}
	f.printf("%s is deleted. `muster restore %s` brings it back.\n", c.Name, quoted(backup))
	return nil
}

// confirm waits for a yes.
func (f *face) confirm() error {
	if err := f.out.Flush(); err != nil {
		return err
	}
	answer, err := f.in.ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	if answer = strings.ToLower(strings.TrimSpace(answer)); answer != "yes" && answer != "y" {
		return errors.New("nothing was deleted: the answer was not yes (--yes does it without asking)")
	}
	return nil
}

// quoted puts a path in quotes if a shell would need them.
func quoted(path string) string {
	if strings.ContainsAny(path, " '\"$`\\&;()*?") {
		return "'" + strings.ReplaceAll(path, "'", `'\''`) + "'"
	}
	return path
}
