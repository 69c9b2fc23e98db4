package command

import (
	"fmt"

	"github.com/spf13/cobra"

	"muster/app/phrase"
	"muster/campaign"
)

func (f *face) statusCommand() *cobra.Command {
	var at string
	var against []string
	var asJSON bool
	c := f.command(&cobra.Command{
		Use:     "status",
		Short:   "Show where the campaign is",
		Example: "  muster status\n  muster status --at 2019-03-20 --json\n  muster status --against \"United States\" --against World",
		Args:    between(0, 0, ""),
	}, func([]string) error { return f.status(at, against, asJSON) })
	c.Flags().StringVar(&at, "at", "", "as it was at this `TIME` (default: now)")
	c.Flags().StringArrayVar(&against, "against", nil, "beside this population, built in or a number of people, `NAME|N`; may be repeated")
	jsonFlag(c, &asJSON)
	return c
}

func (f *face) status(at string, against []string, asJSON bool) error {
	beside, err := populations(against)
	if err != nil {
		return err
	}
	d, moment, err := f.deskAt(at)
	if err != nil {
		return err
	}
	s, err := d.Standing(moment)
	if err != nil {
		return err
	}
	if asJSON {
		return f.json(jsonStanding(s, d.Campaign(), beside))
	}
	f.printStanding(s, d.Campaign(), beside)
	return nil
}

// printStanding writes the sentence first, then what it rests on.
func (f *face) printStanding(s campaign.Standing, plan campaign.Campaign, beside []campaign.Population) {
	zone := plan.Location()
	f.printf("%s, as of %s\n\n", s.Campaign, phrase.AsOf(s.AsOf, zone))
	if next, ok := s.Next(); ok {
		f.printf("%s\n", phrase.Headline(next))
	} else {
		f.printf("%s. No threshold on pledges is set: `muster plan show` prints the plan to put one in.\n", plural(s.Pledges, "pledge", "pledges"))
	}
	f.printThresholds(s, zone)
	if lines := shares(s); len(lines.rows) > 0 {
		f.printf("\n%s", lines)
	}
	f.printAgainst(s, beside)
	if len(s.Measures) > 0 {
		f.printf("\n%s", measureTable(s.Measures))
	}
	f.printTracks(s, plan)
	f.printActivities(s, plan)
	for _, by := range []struct {
		what   string
		totals []campaign.Total
	}{{"Region", s.ByRegion}, {"Source", s.BySource}, {"Tier", s.ByTier}} {
		if known(by.totals) {
			f.printf("\n%s", totalTable(by.what, by.totals, s.Pledges))
		}
	}
}

// exactly is up to which N of "1 in N" its decimals say something.
const exactly = 1000

// shares says what part of the population the need and the pledges are.
func shares(s campaign.Standing) *table {
	t := newTable(1)
	of := ""
	if p := s.Population; p.Count > 0 {
		of = "of " + p.Name + " (" + phrase.Count(p.Count)
		if p.Year > 0 {
			of += fmt.Sprintf(" in %d", p.Year)
		}
		of += ")"
	}
	add := func(what string, count int64, share campaign.Share) {
		if n, ok := share.OneIn(); ok {
			one := phrase.OneIn(n)
			if n < exactly {
				one += fmt.Sprintf(" (%.2f)", n)
			}
			t.add(what, phrase.Count(count), one, of)
			return
		}
		t.add(what, phrase.Count(count))
	}
	if s.Need > 0 {
		add("Needed", s.Need, s.NeedShare)
	}
	if s.Need > 0 || s.Population.Count > 0 {
		add("Pledged", s.Pledges, s.Share)
	}
	return t
}

func measureTable(measures []campaign.MeasureTotal) *table {
	t := newTable(1)
	for _, m := range measures {
		t.add(m.Name, outOf(m))
	}
	return t
}

// known reports whether any part of the pledges has a name.
func known(totals []campaign.Total) bool {
	return len(totals) > 1 || len(totals) == 1 && totals[0].Name != ""
}

func totalTable(what string, totals []campaign.Total, all int64) *table {
	t := newTable(1, 2)
	t.add(what, "Pledges", "Part")
	for _, total := range totals {
		part := ""
		if all > 0 {
			part = phrase.Percent(float64(total.Total) / float64(all))
		}
		t.add(orNotGiven(total.Name), phrase.Count(total.Total), part)
	}
	return t
}

func orNotGiven(name string) string {
	if name == "" {
		return "not given"
	}
	return name
}
