package command

import (
	"fmt"

	"github.com/spf13/cobra"

	"muster/app"
	"muster/app/phrase"
	"muster/campaign"
	"muster/persistence/exchange"
)

func (f *face) addCommand() *cobra.Command {
	var e app.Entry
	var at string
	var asJSON bool
	c := f.command(&cobra.Command{
		Use:   "add COUNT",
		Short: "Record a count",
		Long: "Record that so many more were counted (fewer, with a minus), or with --total that the\n" +
			"counter now says COUNT. The count is on disk when the command returns.",
		Example: "  muster add 23 --region Ohio --source stall --by Anna\n  muster add 1023 --total --at 2026-11-23T09:00:00Z\n  muster add -5 --note \"counted twice\"",
		Args:    between(1, 1, "COUNT"),
	}, func(args []string) error { return f.add(args[0], at, e, asJSON) })
	c.Flags().BoolVar(&e.Reading, "total", false, "the counter now says COUNT")
	c.Flags().StringVar(&at, "at", "", "`TIME` it was counted (default: now)")
	c.Flags().StringVar(&e.Region, "region", "", "`REGION` the pledges come from")
	c.Flags().StringVar(&e.Source, "source", "", "`SOURCE`, how they came")
	c.Flags().StringVar(&e.Tier, "tier", "", "`TIER`, how firm they are")
	c.Flags().StringVar(&e.Measure, "measure", "", "`MEASURE` that was counted (default: Pledges)")
	c.Flags().StringVar(&e.By, "by", "", "`NAME` of who counted")
	c.Flags().StringVar(&e.Note, "note", "", "`TEXT` worth remembering")
	jsonFlag(c, &asJSON)
	return c
}

func (f *face) add(count, at string, e app.Entry, asJSON bool) error {
	n, err := exchange.ParseCount(count)
	if err != nil {
		return usageError{err}
	}
	e.Count = n
	d, err := f.desk()
	if err != nil {
		return err
	}
	if e.At, err = parseTime("at", at, d.Campaign()); err != nil {
		return err
	}
	u, err := d.Record(e)
	if err != nil {
		return err
	}
	if asJSON {
		return f.jsonOwn(d, u)
	}
	s, err := d.Standing(f.now())
	if err != nil {
		return err
	}
	f.printf("Recorded: %s. Its id is %s.\n%s\n", described(u), u.ID, newTotal(s, u.Measure))
	return nil
}

// described says what an update counts: "+23 pledges (stall, Ohio)".
func described(u campaign.Update) string {
	text := phrase.Change(u)
	if u.Measure == campaign.Pledges {
		text += " " + noun(u.Count, "pledge", "pledges")
	}
	if origin := phrase.Origin(u.Cell); origin != "" {
		text += " (" + origin + ")"
	}
	return text
}

// newTotal says what a measure stands at after a change; the pledges, if it is
// none.
func newTotal(s campaign.Standing, measure string) string {
	if next, ok := s.Next(); ok && (measure == campaign.Pledges || measure == "") {
		return phrase.Headline(next)
	}
	for _, m := range s.Measures {
		if m.Name == measure {
			return fmt.Sprintf("%s: %s.", m.Name, outOf(m))
		}
	}
	return plural(s.Pledges, "pledge", "pledges") + "."
}

// outOf returns "218 of 435", or "218" for a measure without a bound.
func outOf(m campaign.MeasureTotal) string {
	if m.OutOf > 0 {
		return phrase.Count(m.Value) + " of " + phrase.Count(m.OutOf)
	}
	return phrase.Count(m.Value)
}
