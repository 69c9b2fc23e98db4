package report

import (
	"errors"
	"slices"
	"strings"

	"muster/app"
	"muster/app/figure"
	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// Chart is what a picture shows.
type Chart string

// What a picture can show. Without a choice it is the forecast, or the pledges
// while there is none.
const (
	ChartPledges  Chart = "pledges"  // over time, with the thresholds
	ChartForecast Chart = "forecast" // and where they may go
	ChartTurnout  Chart = "turnout"  // how many may come
	ChartCascade  Chart = "cascade"  // what conditional pledges do to each other
	ChartPeople   Chart = "people"   // 1 in 7, person by person
	ChartMatters  Chart = "matters"  // which assumption moves the turnout most
	Card          Chart = "card"     // the campaign at a glance, to be shared
)

// Charts returns all that a picture can show, in the order of a report.
func Charts() []Chart {
	return []Chart{ChartPledges, ChartForecast, ChartTurnout, ChartCascade, ChartPeople, ChartMatters, Card}
}

// ErrChart is returned for a chart that there is not, or not of this campaign.
var ErrChart = errors.New("no such chart")

// ParseChart returns the chart of a name, whatever its case. Error: ErrChart.
func ParseChart(name string) (Chart, error) {
	if c := Chart(strings.ToLower(strings.TrimSpace(name))); slices.Contains(Charts(), c) {
		return c, nil
	}
	var names []string
	for _, c := range Charts() {
		names = append(names, string(c))
	}
	return "", campaign.Explain(ErrChart, "there is no chart %q: choose one of %s", name, strings.Join(names, ", "))
}

// Title returns what people call the chart.
func (c Chart) Title() string {
	switch c {
	case ChartPledges:
		return say.Text("Pledges over time")
	case ChartForecast:
		return say.Text("Forecast of the pledges")
	case ChartTurnout:
		return say.Text("Turnout expected")
	case ChartCascade:
		return say.Text("Conditional pledges")
	case ChartPeople:
		return say.Text("Share of the population")
	case ChartMatters:
		return say.Text("What matters most")
	case Card:
		return say.Text("Card to share")
	}
	return ""
}

// chartOf returns the chart that is asked for.
func chartOf(d app.Dossier, o Options) Chart {
	switch {
	case o.Chart != "":
		return o.Chart
	case d.Forecast != nil:
		return ChartForecast
	}
	return ChartPledges
}

// sceneOf returns the scene of a chart and what is to be said below it. Error:
// ErrChart, where the campaign has nothing to draw.
func sceneOf(d app.Dossier, o Options) (*figure.Scene, string, error) {
	switch chartOf(d, o) {
	case ChartPledges:
		now := d.Snapshot
		now.Forecast = nil
		t := figure.TrendOf(now, campaign.Pledges)
		if t.Empty() {
			return t.Scene(pictureStyle), say.Text("No counts have been entered yet."), nil
		}
		return t.Scene(pictureStyle), say.Text("Pledges at the end of each day."), nil
	case ChartForecast:
		if d.Forecast == nil {
			return nothing(campaign.Explain(ErrChart, "there is no forecast to draw. %s", noForecast(d)))
		}
		t := figure.TrendOf(d.Snapshot, campaign.Pledges)
		return t.Scene(pictureStyle), bands(t), nil
	case ChartTurnout:
		t := figure.DistributionOf(d.Turnout)
		if t.Empty() {
			return nothing(campaign.Explain(ErrChart, "there is no turnout to draw: nobody has pledged yet, or how many come is certain"))
		}
		return t.Scene(pictureStyle), phrase.Expected(d.Turnout), nil
	case ChartCascade:
		c := d.Turnout.Cascade
		if !phrase.IsConditional(c) || c.Pledged == 0 {
			return nothing(campaign.Explain(ErrChart, "there is no cascade to draw: no pledge is on the condition that others join"))
		}
		return figure.Cascade{Of: c}.Scene(pictureStyle), joined(" ", phrase.FromStart(c), phrase.IfTrusted(c)), nil
	case ChartMatters:
		return tornadoOf(d, o)
	}
	_, err := ParseChart(string(o.Chart))
	return nothing(err)
}

// tornadoOf returns which assumption of the plan, or of a scenario, matters
// most. Errors: ErrChart, campaign.ErrNoScenario.
func tornadoOf(d app.Dossier, o Options) (*figure.Scene, string, error) {
	if d.Compared == nil {
		return nothing(campaign.Explain(ErrChart, "there are no assumptions to compare: give the plan a scenario first"))
	}
	outcome, effects := d.Compared.Outcomes[0], d.Matters
	if o.Scenario != "" {
		chosen, ok := d.Campaign.Scenario(o.Scenario)
		if !ok {
			return nil, "", campaign.Explain(campaign.ErrNoScenario, "there is no scenario %q", o.Scenario)
		}
		outcome = d.Compared.Basis.Outcome(chosen)
		effects = d.Compared.Basis.Matters(outcome)
	}
	t := figure.TornadoOf(outcome, effects)
	if !t.Moves() {
		return nothing(campaign.Explain(ErrChart, "there is nothing to compare: whatever the assumptions, as many people come"))
	}
	words := say.Text("How many people come, in the middle of the range, if one assumption comes out low or high and the others stay as uncertain as they are.")
	return t.Scene(pictureStyle), joined(" ", phrase.ScenarioName(outcome.Scenario)+".", words), nil
}

func noForecast(d app.Dossier) string {
	if d.NoForecast == nil {
		return ""
	}
	return phrase.Sentence(d.NoForecast)
}

func nothing(err error) (*figure.Scene, string, error) { return nil, "", err }
