package command

import (
	"fmt"
	"math"
	"time"

	"muster/app"
	"muster/app/phrase"
	"muster/campaign"
	"muster/campaign/forecast"
)

// forecastJSON is a forecast as programs get it. Fields may be added, none
// renamed.
type forecastJSON struct {
	Campaign   string                  `json:"campaign"`
	AsOf       *string                 `json:"as_of"`
	Total      int64                   `json:"total"`
	PerDay     float64                 `json:"per_day"` // lately
	On         []fanJSON               `json:"on"`
	Thresholds []thresholdForecastJSON `json:"thresholds"` // on pledges, those not held
	Moments    []upliftJSON            `json:"moments"`    // those past
	Method     string                  `json:"method"`
}

// upliftJSON is what a moment brought above what was forecast before it.
type upliftJSON struct {
	Name   string         `json:"name"`
	Date   *string        `json:"date"`
	Days   int            `json:"days,omitempty"` // after it, in which it did
	Uplift *quantilesJSON `json:"uplift"`         // null if it cannot be told
	Why    string         `json:"why,omitempty"`  // why not
}

type fanJSON struct {
	At        *string            `json:"at"`
	Quantiles map[string]float64 `json:"quantiles"` // from "0.05" to "0.95"
}

type thresholdForecastJSON struct {
	Name         string    `json:"name"`
	Target       float64   `json:"target"`
	Deadline     *string   `json:"deadline"`
	Chance       *float64  `json:"chance_by_deadline"` // null without a deadline ahead
	Date         datesJSON `json:"date"`
	NeededPerDay *float64  `json:"needed_per_day"` // null without a deadline ahead
}

// datesJSON is when a target is reached; null beyond the forecast.
type datesJSON struct {
	P10 *string `json:"p10"`
	P50 *string `json:"p50"`
	P90 *string `json:"p90"`
}

func jsonForecast(known app.Forecast, moments []time.Time, uplifts []app.Uplift) forecastJSON {
	out := forecastJSON{
		Campaign:   known.Campaign,
		AsOf:       jsonTime(known.AsOf),
		Total:      known.Total,
		PerDay:     known.PerDay,
		On:         []fanJSON{},
		Thresholds: []thresholdForecastJSON{},
		Moments:    []upliftJSON{},
		Method:     forecast.Method,
	}
	for _, moment := range moments {
		out.On = append(out.On, jsonFan(known.On(moment)))
	}
	for _, th := range known.Thresholds {
		one := thresholdForecastJSON{
			Name:   th.Name,
			Target: th.Target,
			Date:   datesJSON{jsonTime(th.Dates.P10), jsonTime(th.Dates.P50), jsonTime(th.Dates.P90)},
		}
		if !th.Deadline.IsZero() {
			one.Deadline = jsonDay(campaign.DayOf(th.Deadline, known.Zone))
		}
		if th.HasChance {
			one.Chance, one.NeededPerDay = &th.Chance, finite(th.NeededPerDay)
		}
		out.Thresholds = append(out.Thresholds, one)
	}
	for _, u := range uplifts {
		out.Moments = append(out.Moments, jsonUplift(u))
	}
	return out
}

func jsonUplift(u app.Uplift) upliftJSON {
	out := upliftJSON{Name: u.Title, Date: jsonDay(u.Date)}
	if u.Why != nil {
		out.Why = phrase.Why(u.Why)
		return out
	}
	out.Days = u.Days()
	out.Uplift = &quantilesJSON{P10: math.Round(u.Low), P50: math.Round(u.Mid), P90: math.Round(u.High)}
	return out
}

func jsonFan(fan forecast.Fan) fanJSON {
	out := fanJSON{At: jsonTime(fan.At), Quantiles: map[string]float64{}}
	for i, p := range forecast.Levels {
		out.Quantiles[fmt.Sprintf("%.2f", p)] = math.Round(fan.Quantiles[i])
	}
	return out
}
