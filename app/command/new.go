package command

import (
	"github.com/spf13/cobra"

	"muster/assets"
	"muster/campaign"
	"muster/persistence/exchange"
)

// newFlags are what a campaign begins with.
type newFlags struct {
	example, threshold, need, population, deadline, event string
}

func (f *face) newCommand() *cobra.Command {
	var flags newFlags
	c := f.command(&cobra.Command{
		Use:   "new NAME",
		Short: "Begin a campaign",
		Long: "Begin a campaign, or take one of the built-in examples: the march (the model case)\n" +
			"or the petition (a real series of signatures).",
		Example: "  muster new \"March on Washington\" --threshold 100000 --population \"Washington, DC\" --deadline 2027-03-01\n" +
			"  muster new --example march",
		Args: between(0, 1, "NAME"),
	}, func(args []string) error { return f.begin(args, flags) })
	c.Flags().StringVar(&flags.example, "example", "", "a built-in example, `march|petition`")
	c.Flags().StringVar(&flags.threshold, "threshold", "", "pledges to reach, `N`")
	c.Flags().StringVar(&flags.need, "need", "", "people who must be there, `N`")
	c.Flags().StringVar(&flags.population, "population", "", "a built-in population, such as \"Washington, DC\", or a number of people, `NAME|N`")
	c.Flags().StringVar(&flags.deadline, "deadline", "", "day by which it is decided, `DATE`")
	c.Flags().StringVar(&flags.event, "event", "", "day that the pledges are for, `DATE`")
	return c
}

func (f *face) begin(args []string, flags newFlags) error {
	if flags.example != "" {
		return f.beginExample(args, flags.example)
	}
	if len(args) == 0 {
		return usage("the campaign needs a name: write `muster new NAME`")
	}
	plan, err := flags.plan(args[0])
	if err != nil {
		return err
	}
	m, err := f.muster()
	if err != nil {
		return err
	}
	made, err := m.Create(plan)
	if err != nil {
		return err
	}
	f.printf("%s begins. Record pledges with `muster add COUNT`, or import them with `muster import FILE`.\n", made.Name)
	return nil
}

func (f *face) beginExample(args []string, name string) error {
	if len(args) > 0 {
		return usage("an example has its own name: write `muster new --example %s`, then `muster rename`", name)
	}
	m, err := f.muster()
	if err != nil {
		return err
	}
	made, err := m.CreateExample(name)
	if err != nil {
		return err
	}
	f.printf("%s begins, an example. See it with `muster status -c %q`.\n", made.Name, made.Name)
	return nil
}

// plan returns the plan that the flags describe.
func (flags newFlags) plan(name string) (campaign.Campaign, error) {
	c := campaign.Campaign{Name: name, TimeZone: "UTC"}
	var err error
	if c.Deadline, err = parseDay("deadline", flags.deadline); err != nil {
		return c, err
	}
	if c.Event.Date, err = parseDay("event", flags.event); err != nil {
		return c, err
	}
	if c.Need, err = parsePeople("need", flags.need); err != nil {
		return c, err
	}
	if c.Population, err = population("population", flags.population); err != nil {
		return c, err
	}
	target, err := parsePeople("threshold", flags.threshold)
	if err == nil && target > 0 {
		c.Thresholds = []campaign.Threshold{{Name: plural(target, "pledge", "pledges"),
			Figure: campaign.FigurePledges, Target: float64(target), Deadline: c.Deadline}}
	}
	return c, err
}

// population reads the value of a flag as the name of a built-in population, or
// a number of people.
func population(flag, text string) (campaign.Population, error) {
	if text == "" {
		return campaign.Population{}, nil
	}
	if n, err := exchange.ParseCount(text); err == nil {
		if n <= 0 {
			return campaign.Population{}, usage("--%s: %d is not above 0", flag, n)
		}
		return campaign.Population{Name: "the population", Count: n}, nil
	}
	p, ok := assets.FindPopulation(text)
	if !ok {
		return p, campaign.Explain(campaign.ErrInvalid,
			"there is no built-in population %q, or several begin so: give the number of people instead, such as --%s 702250", text, flag)
	}
	return p, nil
}
