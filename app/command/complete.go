package command

import (
	"os"
	"slices"

	"github.com/spf13/cobra"

	"muster/app"
	"muster/assets"
	"muster/campaign"
)

// noFiles ends a list of completions that no file name belongs to.
const noFiles = cobra.ShellCompDirectiveNoFileComp

// complete has the shell offer the names there are.
func (f *face) complete(root *cobra.Command) {
	offer := func(c *cobra.Command, flag string, names func() []string) {
		if c.Flag(flag) == nil {
			return
		}
		err := c.RegisterFlagCompletionFunc(flag, func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return names(), noFiles
		})
		if err != nil {
			panic(err) // two for one flag: a fault of the program
		}
	}
	offer(root, "campaign", f.campaignNames)
	for _, c := range root.Commands() {
		for flag, part := range map[string]func(campaign.Cell) string{
			"region": func(c campaign.Cell) string { return c.Region },
			"source": func(c campaign.Cell) string { return c.Source },
			"tier":   func(c campaign.Cell) string { return c.Tier },
		} {
			offer(c, flag, func() []string { return f.names(part) })
		}
		offer(c, "measure", f.measureNames)
		offer(c, "example", assets.Examples)
		offer(c, "population", populationNames)
		offer(c, "against", populationNames)
		offer(c, "chart", chartNames)
		offer(c, "table", tableNames)
		offer(c, "scenario", f.scenarioNames)
		offer(c, "to", f.recipients)
	}
}

// recipients returns whom packs have been written for.
func (f *face) recipients() []string {
	if !f.hasData() {
		return nil
	}
	d, err := f.desk()
	if err != nil {
		return nil
	}
	outlets, err := d.Outlets()
	if err != nil {
		return nil
	}
	var names []string
	for _, o := range outlets {
		if o.Kind == app.ByHand {
			names = append(names, o.Name)
		}
	}
	return names
}

// completeFirst offers the campaigns for the first argument.
func (f *face) completeFirst(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, noFiles
	}
	return f.campaignNames(), noFiles
}

// hasData reports whether there is a data folder, so that pressing Tab does
// not make one.
func (f *face) hasData() bool {
	dir, err := f.dataDir()
	if err != nil {
		return false
	}
	_, err = os.Stat(dir)
	return err == nil
}

func (f *face) campaignNames() []string {
	if !f.hasData() {
		return nil
	}
	m, err := f.muster()
	if err != nil {
		return nil
	}
	all, err := m.Campaigns()
	if err != nil {
		return nil
	}
	var names []string
	for _, c := range all {
		names = append(names, c.Name)
	}
	return names
}

// names returns the regions, sources or tiers of the plan and the pledges.
func (f *face) names(part func(campaign.Cell) string) []string {
	if !f.hasData() {
		return nil
	}
	d, err := f.desk()
	if err != nil {
		return nil
	}
	s, err := d.Standing(f.now())
	if err != nil {
		return nil
	}
	plan := d.Campaign()
	var cells []campaign.Cell
	for _, r := range plan.Regions {
		cells = append(cells, campaign.Cell{Region: r.Name})
	}
	for _, source := range plan.Sources {
		cells = append(cells, campaign.Cell{Source: source})
	}
	for _, t := range plan.Tiers {
		cells = append(cells, campaign.Cell{Tier: t.Name})
	}
	for i, totals := range [][]campaign.Total{s.ByRegion, s.BySource, s.ByTier} {
		for _, t := range totals {
			cells = append(cells, [...]campaign.Cell{{Region: t.Name}, {Source: t.Name}, {Tier: t.Name}}[i])
		}
	}
	var names []string
	for _, c := range cells {
		if name := part(c); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

func (f *face) measureNames() []string {
	if !f.hasData() {
		return nil
	}
	d, err := f.desk()
	if err != nil {
		return nil
	}
	return d.Campaign().MeasureNames()
}

func populationNames() []string {
	var names []string
	for _, p := range assets.Populations() {
		names = append(names, p.Name)
	}
	return names
}
