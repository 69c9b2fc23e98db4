package app

import (
	"time"

	"muster/campaign"
	"muster/campaign/forecast/backtest"
)

// OwnRecord returns how forecasts made earlier in the campaign did against what
// came, beside two rules of thumb; none while the campaign is too young to
// tell.
func (d *Desk) OwnRecord(at time.Time) ([]backtest.Named, error) {
	readings, err := d.readings(campaign.Pledges, at)
	if err != nil || len(readings) == 0 {
		return nil, err
	}
	own := []backtest.Series{{Name: "own", Readings: readings}}
	if len(backtest.Cases(&own[0])) == 0 {
		return nil, nil
	}
	var rows []backtest.Named
	for _, r := range []struct {
		name string
		by   backtest.Forecaster
	}{{"Muster", backtest.Shipped}, {"last seven days' rate", backtest.LastWeek}, {"no more sign-ups", backtest.NoMore}} {
		record, err := backtest.Test(own, r.by)
		if err != nil {
			return nil, err
		}
		rows = append(rows, backtest.Named{Name: r.name, Record: record})
	}
	return rows, nil
}
