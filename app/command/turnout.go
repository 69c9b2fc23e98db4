package command

import (
	"fmt"
	"math"

	"github.com/spf13/cobra"

	"muster/app/phrase"
	"muster/campaign"
)

func (f *face) turnoutCommand() *cobra.Command {
	var at, people string
	var asJSON bool
	c := f.command(&cobra.Command{
		Use:   "turnout",
		Short: "Show how many people may come, and what they need",
		Long: "Show how many people may come of those who pledged, how many pledges it takes, what\n" +
			"conditional pledges do to each other, and what the day needs. A * marks a default.",
		Example: "  muster turnout\n  muster turnout --people 30000\n  muster turnout --json",
		Args:    between(0, 0, ""),
	}, func([]string) error { return f.turnout(at, people, asJSON) })
	c.Flags().StringVar(&at, "at", "", "of the pledges there were at this `TIME` (default: now)")
	c.Flags().StringVar(&people, "people", "", "what so `MANY` need on the day (default: the need, or those expected if more)")
	jsonFlag(c, &asJSON)
	return c
}

// outlook is what the pledges of a moment come to on the day.
type outlook struct {
	campaign.Turnout
	plan     campaign.Campaign
	standing campaign.Standing
	people   float64 // that the day is planned for
	past     []campaign.PastShow
}

func (f *face) turnout(at, people string, asJSON bool) error {
	many, err := parsePeople("people", people)
	if err != nil {
		return err
	}
	d, err := f.desk()
	if err != nil {
		return err
	}
	o := outlook{plan: d.Campaign()}
	moment, err := parseTime("at", at, o.plan)
	if err != nil {
		return err
	}
	if o.standing, err = d.Standing(moment); err != nil {
		return err
	}
	if o.past, err = f.past(); err != nil {
		return err
	}
	o.Turnout = o.plan.Turnout(o.standing.ByTier)
	if o.people = float64(many); many == 0 {
		o.people = o.PlanFor()
	}
	if asJSON {
		return f.json(jsonTurnout(o))
	}
	f.printTurnout(o)
	return nil
}

// past returns what all events of the data folder have to teach.
func (f *face) past() ([]campaign.PastShow, error) {
	m, err := f.muster()
	if err != nil {
		return nil, err
	}
	return m.Past()
}

// printTurnout writes the sentences first, then what they rest on.
func (f *face) printTurnout(o outlook) {
	f.printf("%s, as of %s\n\n", o.plan.Name, phrase.AsOf(o.standing.AsOf, o.plan.Location()))
	for _, words := range []string{came(o.plan), phrase.Expected(o.Turnout), phrase.MeetingNeed(o.Turnout), phrase.Needed(o.Turnout)} {
		if words != "" {
			f.printf("%s\n", words)
		}
	}
	f.printf("\n%s", funnel(o.Turnout))
	f.printCascade(o.Cascade)
	f.printPast(o)
	if all := phrase.Assumptions(o.Turnout); len(all) > 0 {
		f.printf("\nDefaults (*), until the plan says otherwise\n")
		for _, a := range all {
			f.printf("%s", indented(fmt.Sprintf("%s, %s: %s", a.Name(), a.Value, a.Source)))
		}
	}
	f.printDay(o)
}

// printCascade says what conditional pledges do to each other, if there are any.
func (f *face) printCascade(c campaign.Cascade) {
	if !phrase.IsConditional(c) {
		return
	}
	f.printf("\nConditional pledges\n")
	for _, words := range []string{phrase.FromStart(c), phrase.IfTrusted(c), phrase.Tipping(c)} {
		f.printf("%s", indented(words))
	}
	if len(c.Steps) > 1 {
		for _, step := range c.Steps {
			f.printf("%s", indented("· "+phrase.Step(step)))
		}
	}
}

// came says how many came, once that is recorded.
func came(c campaign.Campaign) string {
	if c.Event.Came == 0 {
		return ""
	}
	words := plural(c.Event.Came, "person", "people") + " came"
	if c.Event.Date.IsSet() {
		words += " on " + phrase.Day(c.Event.Date)
	}
	return words + "."
}

// funnel is the way from pledges to people, a tier a line.
func funnel(t campaign.Turnout) *table {
	lines := newTable(1, 2, 3, 4, 5, 6, 7)
	lines.add("Tier", "Joins at", "Pledged", "Joining", "Valid", "Real", "Show rate", "Likely")
	for _, tier := range t.Tiers {
		joins := "at once"
		if tier.JoinsAt > 0 {
			joins = phrase.Count(tier.JoinsAt)
		}
		lines.add(phrase.TierName(tier.Name), joins, phrase.Count(tier.Pledges), phrase.Count(tier.Counted),
			phrase.Percent(tier.Valid)+star(tier.ValidDefault), whole(tier.Real),
			phrase.Rates(tier.Show)+star(tier.ShowDefault), whole(tier.Likely))
	}
	lines.add("Walk-ons", "", "", "", "", "", "", whole(t.WalkOns.Likely)+star(t.WalkOnsDefault))
	lines.add("In all", "", phrase.Count(t.Pledges), phrase.Count(t.Cascade.Trusted), "", "", "", whole(t.Likely))
	return lines
}

// whole returns people to the person.
func whole(people float64) string { return phrase.Count(int64(math.Round(people))) }

func star(isDefault bool) string {
	if isDefault {
		return "*"
	}
	return ""
}
