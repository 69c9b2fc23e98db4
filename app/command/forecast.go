package command

import (
	"time"

	"github.com/spf13/cobra"

	"muster/app"
	"muster/app/phrase"
	"muster/campaign"
	"muster/campaign/forecast"
)

func (f *face) forecastCommand() *cobra.Command {
	var asOf string
	var on []string
	var asJSON bool
	c := f.command(&cobra.Command{
		Use:     "forecast",
		Short:   "Show where the pledges may go, and the chance of each threshold",
		Example: "  muster forecast\n  muster forecast --as-of 2019-03-19 --on 2019-03-21 --on 2019-04-01 --json",
		Args:    between(0, 0, ""),
	}, func([]string) error { return f.forecast(asOf, on, asJSON) })
	c.Flags().StringVar(&asOf, "as-of", "", "from what was known at this `TIME` (default: now)")
	c.Flags().StringArrayVar(&on, "on", nil, "the range of totals at this `TIME`; may be repeated")
	jsonFlag(c, &asJSON)
	return c
}

func (f *face) forecast(asOf string, on []string, asJSON bool) error {
	d, err := f.desk()
	if err != nil {
		return err
	}
	plan := d.Campaign()
	at, err := parseTime("as-of", asOf, plan)
	if err != nil {
		return err
	}
	moments, err := parseMoments(on, plan)
	if err != nil {
		return err
	}
	known, err := d.Forecast(at, moments...)
	if err != nil {
		return err
	}
	for i, moment := range moments {
		if moment.Before(known.AsOf) || moment.After(known.Futures.End()) {
			return usage("--on %s: the forecast goes from %s to %s", on[i],
				phrase.Moment(known.AsOf, known.Zone), phrase.Moment(known.Futures.End(), known.Zone))
		}
	}
	if len(moments) == 0 {
		moments = usualMoments(known)
	}
	uplifts, err := d.Uplifts(at)
	if err != nil {
		return err
	}
	if asJSON {
		return f.json(jsonForecast(known, moments, uplifts))
	}
	f.printForecast(plan, known, moments, uplifts)
	return nil
}

func parseMoments(texts []string, plan campaign.Campaign) ([]time.Time, error) {
	var moments []time.Time
	for _, text := range texts {
		t, err := parseTime("on", text, plan)
		if err != nil {
			return nil, err
		}
		moments = append(moments, t)
	}
	return moments, nil
}

// usualMoments are a week, a month and a quarter ahead, and the beginning of the
// forecast's last day, which is the deadline where there is one.
func usualMoments(known app.Forecast) []time.Time {
	var moments []time.Time
	for _, days := range []int{7, 30, 91} {
		if t := known.AsOf.AddDate(0, 0, days); t.Before(known.Futures.End()) {
			moments = append(moments, t)
		}
	}
	last := campaign.DayOf(known.Futures.End(), known.Zone).Start(known.Zone)
	if !last.After(known.AsOf) {
		last = known.Futures.End()
	}
	return append(moments, last)
}

// printForecast writes the range of totals, then what it means for the
// thresholds.
func (f *face) printForecast(plan campaign.Campaign, known app.Forecast, moments []time.Time, uplifts []app.Uplift) {
	f.printf("%s, as of %s\n\n", plan.Name, phrase.AsOf(known.AsOf, known.Zone))
	f.printf("%s now, %s a day lately.\n\n", plural(known.Total, "pledge", "pledges"), phrase.PerDay(known.PerDay))
	t := newTable(1, 2, 3)
	t.add("On", "1 in 10 below", "Even chance", "1 in 10 above")
	for _, moment := range moments {
		fan, total := known.On(moment), float64(known.Total)
		t.add(phrase.Moment(moment, known.Zone), phrase.Quantile(fan, 0.1, total), phrase.Quantile(fan, 0.5, total), phrase.Quantile(fan, 0.9, total))
	}
	f.printf("%s", t)
	if len(known.Thresholds) > 0 {
		f.printf("\n%s", thresholdForecasts(known))
	}
	if len(uplifts) > 0 {
		f.printf("\nWhat moments brought\n%s", upliftTable(uplifts))
	}
	f.printf("\nHow is this worked out?\n%s", indented(forecast.Method))
}

// upliftTable says what each past moment brought, or why that cannot be told.
func upliftTable(uplifts []app.Uplift) *table {
	t := newTable()
	for _, u := range uplifts {
		says := phrase.Uplift(u.Uplift, u.Days())
		if u.Why != nil {
			says = phrase.NoUplift(u.Why)
		}
		t.add("  "+phrase.Day(u.Date), u.Title, says)
	}
	return t
}

func thresholdForecasts(known app.Forecast) *table {
	t := newTable(1, 2, 6)
	t.add("Threshold", "Target", "Chance", "By", "Even chance by", "Range (8 in 10)", "Needed a day")
	for _, th := range known.Thresholds {
		chance, by, needed := "", "", ""
		if th.HasChance {
			chance = phrase.Chance(th.Chance)
			by = phrase.Day(campaign.DayOf(th.Deadline, known.Zone))
			needed = phrase.PerDay(th.NeededPerDay)
		}
		t.add(th.Name, phrase.Figure(th.Target), chance, by, phrase.Reach(th.Dates.P50, known.Zone),
			phrase.Reach(th.Dates.P10, known.Zone)+" to "+phrase.Reach(th.Dates.P90, known.Zone), needed)
	}
	return t
}
