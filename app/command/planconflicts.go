package command

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"muster/app"
	"muster/app/phrase"
	"muster/campaign"
	"muster/persistence/planfile"
)

func (f *face) conflictsCommand() *cobra.Command {
	var asJSON bool
	c := f.command(&cobra.Command{
		Use:   "conflicts",
		Short: "List what several people changed in the plan, each to something else",
		Long: "List what several people changed in the plan while they worked apart, each to\n" +
			"something else. The later change holds until somebody saves a plan: with keep, with\n" +
			"apply or in the window.",
		Example: "  muster plan conflicts\n  muster plan conflicts --json",
		Args:    between(0, 0, ""),
	}, func([]string) error { return f.conflicts(asJSON) })
	jsonFlag(c, &asJSON)
	return c
}

func (f *face) conflicts(asJSON bool) error {
	d, err := f.desk()
	if err != nil {
		return err
	}
	all, err := d.Conflicts()
	switch {
	case err != nil:
		return err
	case asJSON:
		return f.json(jsonConflicts(all))
	case len(all) == 0:
		f.printf("There is nothing to choose: no two people changed the same thing in the plan.\n")
		return nil
	}
	plan := d.Campaign()
	for _, c := range all {
		f.printf("%s: %s\n", c.Path(), phrase.PlanField(c.Field))
		if len(c.Field) == 0 {
			f.printf("%s", indented("What each changed does not fit together: "+c.Why.String()+"."))
		}
		lines := newTable(0)
		for i, v := range c.Versions {
			holds := ""
			if i == len(c.Versions)-1 {
				holds = "holds for now"
			}
			lines.add("  "+strconv.Itoa(i+1), phrase.PlanValue(c, v, plan), phrase.PlanAuthor(v.By), phrase.Moment(v.Saved, plan.Location()), holds)
		}
		f.printf("%s", lines)
	}
	f.printf("Choose with `muster plan keep`, such as `muster plan keep %q`.\n", all[0].Path()+"=1")
	return nil
}

type conflictJSON struct {
	Field    string        `json:"field"`
	Called   string        `json:"called"`
	Why      *string       `json:"why"`
	Versions []versionJSON `json:"versions"`
}

type versionJSON struct {
	Value any     `json:"value"` // as in the plan file; null if not set, or removed
	By    *string `json:"by"`
	Saved *string `json:"saved"`
	Holds bool    `json:"holds"`
}

func jsonConflicts(conflicts []campaign.Conflict) []conflictJSON {
	all := []conflictJSON{}
	for _, c := range conflicts {
		j := conflictJSON{Field: c.Path(), Called: phrase.PlanField(c.Field)}
		if len(c.Field) == 0 {
			j.Why = orNull(c.Why.String())
		}
		for i, v := range c.Versions {
			j.Versions = append(j.Versions, versionJSON{planfile.Plain(v.Value), orNull(v.By), jsonTime(v.Saved), i == len(c.Versions)-1})
		}
		all = append(all, j)
	}
	return all
}

func (f *face) keepCommand() *cobra.Command {
	var by string
	c := f.command(&cobra.Command{
		Use:   "keep [FIELD=VERSION ...]",
		Short: "Choose between versions and save the plan",
		Long: "Save the plan with the versions that are chosen. FIELD and VERSION are those that\n" +
			"conflicts lists; instead of its number a version may be called by the name of who\n" +
			"made it. What is not named keeps what holds for now.",
		Example: "  muster plan keep need=1\n  muster plan keep \"thresholds.The march is on.target=Anna\"",
		Args:    between(0, 1000, "[FIELD=VERSION ...]"),
	}, func(args []string) error { return f.keep(args, by) })
	c.Flags().StringVar(&by, "by", "", "`NAME` of who chooses")
	return c
}

func (f *face) keep(args []string, by string) error {
	d, err := f.desk()
	if err != nil {
		return err
	}
	all, err := d.Conflicts()
	if err != nil {
		return err
	}
	if len(all) == 0 {
		return errors.New("there is nothing to choose: no two people changed the same thing in the plan")
	}
	keep := map[string]campaign.ID{}
	for _, arg := range args {
		c, v, err := chosen(arg, all)
		if err != nil {
			return err
		}
		keep[c.Path()] = v.From
	}
	if err := d.Resolve(keep, by); err != nil {
		return err
	}
	f.printf("%s has one plan again.\n", d.Campaign().Name)
	return nil
}

// chosen returns the conflict and the version that FIELD=VERSION names.
func chosen(arg string, all []campaign.Conflict) (c campaign.Conflict, v campaign.Version, err error) {
	at := strings.LastIndex(arg, "=")
	if at < 0 {
		return c, v, usage("%q names no version: write it like %q", arg, all[0].Path()+"=1")
	}
	field, which := arg[:at], arg[at+1:]
	for _, c = range all {
		if c.Path() == field {
			v, err = versionOf(c, which)
			return c, v, err
		}
	}
	return c, v, fmt.Errorf("there is no choice to make about %q: `muster plan conflicts` lists what there is", field)
}

// versionOf returns the version of a number, or of a name.
func versionOf(c campaign.Conflict, which string) (found campaign.Version, err error) {
	if n, err := strconv.Atoi(which); err == nil && n >= 1 && n <= len(c.Versions) {
		return c.Versions[n-1], nil
	}
	times := 0
	for _, v := range c.Versions {
		if v.By != "" && strings.EqualFold(v.By, which) {
			found, times = v, times+1
		}
	}
	if times != 1 {
		return found, fmt.Errorf("%s has no version %q, or several: give its number, 1 to %d", c.Path(), which, len(c.Versions))
	}
	return found, nil
}

// warnOfConflicts says on standard error that what is printed holds for now only.
func (f *face) warnOfConflicts(d *app.Desk) error {
	all, err := d.Conflicts()
	if len(all) > 0 {
		fmt.Fprintf(f.errOut, "muster: %s changed by several people, each to something else; the latest holds for now. `muster plan conflicts` shows all.\n",
			plural(int64(len(all)), "thing in the plan was", "things in the plan were"))
	}
	return err
}
