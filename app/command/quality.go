package command

import (
	"context"
	"errors"
	"os"
	"os/signal"

	"github.com/spf13/cobra"

	"muster/app/phrase"
	"muster/campaign"
)

func (f *face) qualityCommand() *cobra.Command {
	var at string
	var asJSON bool
	c := f.command(&cobra.Command{
		Use:   "quality",
		Short: "Say what wants a look: unusual counts, gaps, stale sources",
		Long: "Look through the ledger for what is unusual: counts ten times the usual of their place, the\n" +
			"same count from two people, readings that fall, days without counts, regions and sources\n" +
			"from which nothing comes any more, and what part of the total is not verified. A flag does\n" +
			"not say that something is wrong, and nothing is left out of the count.",
		Example: "  muster quality\n  muster quality --json",
		Args:    between(0, 0, ""),
	}, func([]string) error { return f.quality(at, asJSON) })
	c.Flags().StringVar(&at, "at", "", "as it was at this `TIME` (default: now)")
	jsonFlag(c, &asJSON)
	return c
}

func (f *face) quality(at string, asJSON bool) error {
	d, moment, err := f.deskAt(at)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	q, err := d.Quality(ctx, moment)
	if errors.Is(err, context.Canceled) {
		return errors.New("stopped: the ledger was not looked through to its end")
	}
	if err != nil {
		return err
	}
	if asJSON {
		return f.json(jsonQuality(q))
	}
	f.printQuality(q)
	return nil
}

func (f *face) printQuality(q campaign.Quality) {
	f.printf("%s from %s.\n%s\n", plural(q.Pledges, "pledge", "pledges"), plural(int64(q.Updates), "update", "updates"), phrase.Verified(q))
	if len(q.Flags) == 0 {
		f.printf("Nothing unusual was found.\n")
		return
	}
	f.printf("\n")
	for _, flag := range q.Flags {
		f.printf("%s\n  %s\n", phrase.Flag(flag), phrase.FlagDetails(flag))
		for _, u := range flag.Updates {
			f.printf("  %s\n", u.ID)
		}
	}
	if q.More > 0 {
		f.printf("\n%s older.\n", plural(int64(q.More), "more is", "more are"))
	}
}

// qualityJSON is what wants a look, as programs get it.
type qualityJSON struct {
	AsOf            *string    `json:"as_of"`
	Updates         int        `json:"updates"`
	Pledges         int64      `json:"pledges"`
	Unverified      int64      `json:"unverified"`
	UnverifiedShare *float64   `json:"unverified_share"`
	Flags           []flagJSON `json:"flags"`
	More            int        `json:"more"`
}

type flagJSON struct {
	Kind    string   `json:"kind"`
	From    *string  `json:"from"`
	To      *string  `json:"to"`
	Measure string   `json:"measure"`
	Region  string   `json:"region"`
	Source  string   `json:"source"`
	Tier    string   `json:"tier"`
	Count   int64    `json:"count"`
	Usual   int64    `json:"usual"`
	Updates []string `json:"updates"`
}

func jsonQuality(q campaign.Quality) qualityJSON {
	j := qualityJSON{AsOf: jsonTime(q.AsOf), Updates: q.Updates, Pledges: q.Pledges, Unverified: q.Unverified, Flags: []flagJSON{}, More: q.More}
	if q.Pledges > 0 {
		j.UnverifiedShare = finite(q.UnverifiedShare().Fraction())
	}
	for _, f := range q.Flags {
		flag := flagJSON{Kind: string(f.Kind), From: jsonDay(f.From), To: jsonDay(f.To), Measure: f.Measure, Region: f.Region, Source: f.Source,
			Tier: f.Tier, Count: f.Count, Usual: f.Usual, Updates: []string{}}
		for _, u := range f.Updates {
			flag.Updates = append(flag.Updates, u.ID.String())
		}
		j.Flags = append(j.Flags, flag)
	}
	return j
}
