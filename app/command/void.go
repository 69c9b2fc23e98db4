package command

import (
	"github.com/spf13/cobra"
)

func (f *face) voidCommand() *cobra.Command {
	var why, by string
	var asJSON bool
	c := f.command(&cobra.Command{
		Use:   "void ID",
		Short: "Take an update out of the count",
		Long: "Take an update out of the count, with a reason. It stays in the ledger, and voiding the\n" +
			"void brings it back. The beginning of the id is enough if no other begins so.",
		Example: "  muster void 019ab0f2-7c1e --why \"counted twice\"",
		Args:    between(1, 1, "ID --why TEXT"),
	}, func(args []string) error { return f.void(args[0], why, by, asJSON) })
	c.Flags().StringVar(&why, "why", "", "`TEXT` with the reason")
	c.Flags().StringVar(&by, "by", "", "`NAME` of who takes it out")
	jsonFlag(c, &asJSON)
	return c
}

func (f *face) void(id, why, by string, asJSON bool) error {
	if why == "" {
		return usage("say why: write `muster void ID --why TEXT`")
	}
	d, err := f.desk()
	if err != nil {
		return err
	}
	target, err := d.FindUpdate(id)
	if err != nil {
		return err
	}
	voids, err := d.Void(why, by, target.ID)
	if err != nil {
		return err
	}
	if asJSON {
		return f.jsonOwn(d, voids[0])
	}
	s, err := d.Standing(f.now())
	if err != nil {
		return err
	}
	if target.Voids.IsZero() {
		f.printf("Taken out of the count: %s.\n", described(target))
	} else {
		f.printf("The void %s no longer holds.\n", target.ID)
	}
	f.printf("%s\n", newTotal(s, target.Measure))
	return nil
}
