package command

import (
	"github.com/spf13/cobra"

	"muster/app"
	"muster/app/phrase"
	"muster/campaign"
)

func (f *face) listCommand() *cobra.Command {
	var asJSON bool
	c := f.command(&cobra.Command{
		Use:     "list",
		Short:   "List the campaigns",
		Example: "  muster list",
		Args:    between(0, 0, ""),
	}, func([]string) error { return f.list(asJSON) })
	jsonFlag(c, &asJSON)
	return c
}

// listed is one campaign in JSON.
type listed struct {
	Name    string `json:"name"`
	ID      string `json:"id"`
	Pledges int64  `json:"pledges"`
	Updates int    `json:"updates"`
	Need    *int64 `json:"need"`
}

func (f *face) list(asJSON bool) error {
	m, err := f.muster()
	if err != nil {
		return err
	}
	all, err := m.Campaigns()
	if err != nil {
		return err
	}
	found, lines := []listed{}, newTable(1)
	for _, c := range all {
		s, err := standing(m, c)
		if err != nil {
			return err
		}
		found = append(found, listed{c.Name, c.ID.String(), s.Pledges, s.Updates, orNull(c.Need)})
		lines.add(c.Name, plural(s.Pledges, "pledge", "pledges"), nextOf(s))
	}
	if asJSON {
		return f.json(found)
	}
	if len(all) == 0 {
		f.printf("There is no campaign yet. `muster new NAME` begins one, `muster new --example march` an example.\n")
	}
	f.printf("%s", lines)
	return nil
}

func standing(m *app.Muster, c campaign.Campaign) (campaign.Standing, error) {
	d, err := m.Desk(c.ID)
	if err != nil {
		return campaign.Standing{}, err
	}
	return d.Standing(m.Now())
}

func nextOf(s campaign.Standing) string {
	next, ok := s.Next()
	if !ok {
		return ""
	}
	return phrase.Gap(next)
}

// jsonFlag adds --json.
func jsonFlag(c *cobra.Command, into *bool) {
	c.Flags().BoolVar(into, "json", false, "print JSON, for programs")
}
