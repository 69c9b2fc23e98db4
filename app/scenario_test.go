package app

import (
	"errors"
	"testing"
	"time"

	"muster/campaign"
	"muster/campaign/forecast"
)

// TestCompareAgreesWithTheForecast: the plan beside its scenarios says what the
// forecast of the plan says.
func TestCompareAgreesWithTheForecast(t *testing.T) {
	d := exampleDesk(t, "petition")
	plan := d.Campaign()
	plan.Deadline = campaign.NewDay(2019, 5, 1)
	plan.Thresholds = []campaign.Threshold{{Name: "Seven million", Figure: campaign.FigurePledges, Target: 7_000_000}}
	plan.Scenarios = []campaign.Scenario{
		{Name: "Later", Deadline: campaign.NewDay(2019, 9, 1)},
		{Name: "Faster", Growth: campaign.Growth{Times: 3}},
	}
	if err := d.SavePlan(plan, ""); err != nil {
		t.Fatal(err)
	}
	at := time.Date(2019, 4, 1, 0, 0, 0, 0, time.UTC)
	f, err := d.Forecast(at)
	if err != nil {
		t.Fatal(err)
	}
	c, err := d.Compare(at)
	if err != nil || c.NoForecast != nil || len(c.Outcomes) != 3 {
		t.Fatalf("%v, %v: %d outcomes", err, c.NoForecast, len(c.Outcomes))
	}
	got, want := c.Outcomes[0].Thresholds[0], f.Thresholds[0]
	if got.Chance != want.Chance || got.Dates != want.Dates || got.NeededPerDay != want.NeededPerDay || !got.By.Equal(want.Deadline) {
		t.Errorf("the plan beside its scenarios: %+v\nits forecast: %+v", got, want)
	}
	if fan := f.On(got.By); c.Outcomes[0].Pledges.P50 != fan.Quantile(0.5) || c.Outcomes[0].Pledges.P90 != fan.Quantile(0.9) {
		t.Errorf("by the deadline %+v, forecast %v", c.Outcomes[0].Pledges, fan.Quantiles)
	}
	for _, o := range c.Outcomes[1:] {
		if o.Thresholds[0].Chance <= got.Chance {
			t.Errorf("%s gives a chance of %v, the plan %v", o.Scenario.Name, o.Thresholds[0].Chance, got.Chance)
		}
	}
	if one, err := d.Compare(at, "faster"); err != nil || len(one.Outcomes) != 2 || one.Outcomes[1].Scenario.Name != "Faster" {
		t.Errorf("one by its name: %v, %d outcomes", err, len(one.Outcomes))
	}
	if _, err := d.Compare(at, "Parade"); !errors.Is(err, campaign.ErrNoScenario) {
		t.Errorf("a scenario that there is not: %v", err)
	}
}

func TestCompareWithoutAForecast(t *testing.T) {
	d := exampleDesk(t, "march")
	c, err := d.Compare(time.Time{})
	if err != nil || !errors.Is(c.NoForecast, forecast.ErrTooLittle) || len(c.Outcomes) != 2 {
		t.Fatalf("%v, %v: %d outcomes", err, c.NoForecast, len(c.Outcomes))
	}
	plan, smaller := c.Outcomes[0], c.Outcomes[1]
	if smaller.Today.Need != 10_000 || smaller.Today.Needed*9 > plan.Today.Needed || smaller.Thresholds[0].Short != 9000 {
		t.Errorf("a march of 10,000 needs %d pledges, one of 100,000 %d", smaller.Today.Needed, plan.Today.Needed)
	}
	if all, err := d.FindScenarios(); err != nil || len(all) != 1 || len(d.Scenarios()) != 1 {
		t.Errorf("%d scenarios, %v", len(all), err)
	}
}
