package app

import (
	"errors"
	"time"

	"muster/campaign"
	"muster/campaign/forecast"
)

// Foresee adds to a snapshot of this campaign the forecast from its moment on,
// or the reason why there is none, and what its past moments brought. It reads
// the ledger, so it is not for the window's goroutine.
func (d *Desk) Foresee(s *Snapshot) error {
	s.Forecast, s.NoForecast, s.Uplifts = nil, nil, nil
	f, err := d.Forecast(s.Standing.AsOf)
	switch {
	case errors.Is(err, forecast.ErrTooLittle):
		s.NoForecast = err
	case err != nil:
		return err
	default:
		s.Forecast = &f
	}
	s.Uplifts, err = d.Uplifts(s.Standing.AsOf)
	return err
}

// EarlierForecast returns the day of the last update on the pledges before a
// moment, and whether it is an earlier day that there is a forecast as of.
func (d *Desk) EarlierForecast(before time.Time) (day campaign.Day, ok bool, err error) {
	readings, err := d.readings(campaign.Pledges, before)
	if err != nil || len(readings) == 0 {
		return 0, false, err
	}
	zone := d.Campaign().Location()
	day = campaign.DayOf(readings[len(readings)-1].At, zone)
	_, err = forecast.New(readings, d.AsOf(day), forecastSeed)
	return day, err == nil && day < campaign.DayOf(before, zone), nil
}

// wellTested is how many months ahead forecasts have been tried on many series;
// see docs/forecast.md.
const wellTested = 2

// Outlook returns the day that matters most in a forecast and whether it is a
// deadline: the campaign's, or the next of a threshold's, or two months ahead
// where none lies within.
func (s Snapshot) Outlook() (day campaign.Day, isDeadline bool) {
	f := s.Forecast
	if day := s.Campaign.Deadline; day.IsSet() && f.reaches(day) {
		return day, true
	}
	for _, t := range f.Thresholds {
		if t.HasChance && (!isDeadline || t.Deadline.Before(day.Start(f.Zone))) {
			day, isDeadline = campaign.DayOf(t.Deadline, f.Zone), true
		}
	}
	if !isDeadline {
		day = campaign.DayOf(f.AsOf.In(f.Zone).AddDate(0, wellTested, 0), f.Zone)
	}
	return day, isDeadline
}

// reaches reports whether a day begins within the forecast.
func (f *Forecast) reaches(day campaign.Day) bool {
	at := day.Start(f.Zone)
	return !at.Before(f.AsOf) && !at.After(f.Futures.End())
}

// Next returns the lowest threshold that is still to be reached, and whether
// there is one.
func (f Forecast) Next() (next ThresholdForecast, ok bool) {
	for _, t := range f.Thresholds {
		if !ok || t.Target < next.Target {
			next, ok = t, true
		}
	}
	return next, ok
}
