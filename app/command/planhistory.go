package command

import (
	"github.com/spf13/cobra"

	"muster/app/phrase"
)

func (f *face) historyCommand() *cobra.Command {
	var asJSON bool
	c := f.command(&cobra.Command{
		Use:     "history",
		Short:   "List who saved the plan when, the latest first",
		Example: "  muster plan history",
		Args:    between(0, 0, ""),
	}, func([]string) error { return f.history(asJSON) })
	jsonFlag(c, &asJSON)
	return c
}

// revisionJSON is one plan as somebody saved it.
type revisionJSON struct {
	ID      string   `json:"id"`
	Parents []string `json:"parents"`
	By      *string  `json:"by"`
	Saved   *string  `json:"saved"`
}

func (f *face) history(asJSON bool) error {
	d, err := f.desk()
	if err != nil {
		return err
	}
	all, err := d.Revisions()
	if err != nil {
		return err
	}
	found, lines := []revisionJSON{}, newTable()
	for _, r := range all {
		j := revisionJSON{ID: r.ID().String(), Parents: []string{}, By: orNull(r.By), Saved: jsonTime(r.Saved)}
		for _, parent := range r.Parents {
			j.Parents = append(j.Parents, parent.String())
		}
		found = append(found, j)
		lines.add(phrase.Moment(r.Saved, d.Campaign().Location()), phrase.PlanAuthor(r.By))
	}
	if asJSON {
		return f.json(found)
	}
	f.printf("%s", lines)
	return nil
}
