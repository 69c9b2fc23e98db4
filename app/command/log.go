package command

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"muster/app"
	"muster/app/phrase"
	"muster/campaign"
)

func (f *face) logCommand() *cobra.Command {
	var filter app.Filter
	var since, until string
	var asJSON bool
	c := f.command(&cobra.Command{
		Use:     "log",
		Short:   "List the updates, oldest first",
		Example: "  muster log --since 2026-11-01 --region Ohio\n  muster log --text \"in the rain\" --by Anna --json",
		Args:    between(0, 0, ""),
	}, func([]string) error { return f.log(filter, since, until, asJSON) })
	c.Flags().StringVar(&since, "since", "", "from this `TIME` on")
	c.Flags().StringVar(&until, "until", "", "before this `TIME`")
	c.Flags().StringVar(&filter.Region, "region", "", "of this `REGION`")
	c.Flags().StringVar(&filter.Source, "source", "", "of this `SOURCE`")
	c.Flags().StringVar(&filter.Tier, "tier", "", "of this `TIER`")
	c.Flags().StringVar(&filter.Measure, "measure", "", "of this `MEASURE`")
	c.Flags().StringVar(&filter.By, "by", "", "entered by `NAME`")
	c.Flags().StringVar(&filter.Text, "text", "", "with this `TEXT` in a name or the note, or as the beginning of the id")
	jsonFlag(c, &asJSON)
	return c
}

func (f *face) log(filter app.Filter, since, until string, asJSON bool) error {
	d, err := f.desk()
	if err != nil {
		return err
	}
	plan := d.Campaign()
	if filter.Since, err = parseTime("since", since, plan); err != nil {
		return err
	}
	if filter.Until, err = parseTime("until", until, plan); err != nil {
		return err
	}
	lines := 0
	if asJSON {
		return d.EachFrom(filter, func(l app.Line, from app.Origin) error { return f.jsonLine(jsonUpdate(l, from)) })
	}
	err = d.Each(filter, func(l app.Line) error {
		lines++
		f.printf("%s\n", logged(l, plan.Location()))
		return nil
	})
	if err == nil && lines == 0 {
		f.printf("There are no such updates.\n")
	}
	return err
}

// logged returns a line of the ledger for people.
func logged(l app.Line, zone *time.Location) string {
	change, rest := phrase.Change(l.Update), []string{}
	if l.Kind == campaign.Void {
		change = "void"
		rest = append(rest, "of "+l.Voids.String())
	}
	if origin := phrase.Origin(l.Cell); origin != "" {
		rest = append(rest, origin)
	}
	if l.By != "" {
		rest = append(rest, "by "+l.By)
	}
	if l.Note != "" {
		rest = append(rest, strings.Join(strings.Fields(l.Note), " "))
	}
	if !l.VoidedBy.IsZero() {
		rest = append(rest, "(taken out of the count)")
	}
	line := fmt.Sprintf("%s  %18s  %14s  %s", l.ID, phrase.Moment(l.At, zone), change, strings.Join(rest, " · "))
	return strings.TrimRight(line, " ")
}

// updateJSON is one update as programs get it.
type updateJSON struct {
	ID       string  `json:"id"`
	At       *string `json:"at"`
	Measure  *string `json:"measure"`
	Region   *string `json:"region"`
	Source   *string `json:"source"`
	Tier     *string `json:"tier"`
	Added    *int64  `json:"added,omitempty"`
	Total    *int64  `json:"total,omitempty"`
	By       *string `json:"by"`
	Note     *string `json:"note"`
	Voids    *string `json:"voids"`
	VoidedBy *string `json:"voided_by"`
	Device   *string `json:"device"` // fingerprint
	Verified bool    `json:"verified"`
}

func jsonUpdate(l app.Line, from app.Origin) updateJSON {
	j := updateJSON{
		ID: l.ID.String(), At: jsonTime(l.At), Measure: orNull(l.Measure),
		Region: orNull(l.Region), Source: orNull(l.Source), Tier: orNull(l.Tier),
		By: orNull(l.By), Note: orNull(l.Note), Voids: jsonID(l.Voids), VoidedBy: jsonID(l.VoidedBy),
		Device: jsonKey(from.Device), Verified: from.Verified,
	}
	switch l.Kind {
	case campaign.Added:
		j.Added = &l.Count
	case campaign.Reading:
		j.Total = &l.Count
	}
	return j
}

// jsonOwn writes an update that was just recorded here.
func (f *face) jsonOwn(d *app.Desk, u campaign.Update) error {
	from, err := d.Origin(u.ID)
	if err != nil {
		return err
	}
	return f.jsonLine(jsonUpdate(app.Line{Update: u}, from))
}
