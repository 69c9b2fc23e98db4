package command

import (
	"fmt"

	"github.com/spf13/cobra"
)

func (f *face) checkCommand() *cobra.Command {
	var asJSON bool
	c := f.command(&cobra.Command{
		Use:     "check",
		Short:   "Read all data back and compare every checksum and sum",
		Example: "  muster check",
		Args:    between(0, 0, ""),
	}, func([]string) error { return f.check(asJSON) })
	jsonFlag(c, &asJSON)
	return c
}

// checkJSON is what a check found, as programs get it.
type checkJSON struct {
	Campaigns int      `json:"campaigns"`
	Updates   int      `json:"updates"`
	Damage    []string `json:"damage"`
}

func (f *face) check(asJSON bool) error {
	m, err := f.muster()
	if err != nil {
		return err
	}
	r, err := m.Check()
	if err != nil {
		return err
	}
	if asJSON {
		if err := f.json(checkJSON{r.Campaigns, r.Updates, append([]string{}, r.Damage...)}); err != nil {
			return err
		}
	} else {
		for _, damage := range r.Damage {
			f.printf("%s\n", damage)
		}
	}
	if n := len(r.Damage); n > 0 {
		return fmt.Errorf("the data is damaged in %s: `muster restore FILE` brings back a backup from the folder %s",
			plural(int64(n), "place", "places"), quoted(m.Dir()))
	}
	if !asJSON {
		f.printf("All is well: %s, %s.\n", plural(int64(r.Campaigns), "campaign", "campaigns"),
			plural(int64(r.Updates), "update", "updates"))
	}
	return nil
}
