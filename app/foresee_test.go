package app_test

import (
	"errors"
	"testing"
	"time"

	"muster/app"
	"muster/campaign"
	"muster/campaign/forecast"
)

// foreseeDesk opens a campaign that gained 40 a day for so many days.
func foreseeDesk(t *testing.T, plan campaign.Campaign, days int) (*app.Desk, time.Time) {
	t.Helper()
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	m, err := app.Open(t.TempDir(), func() time.Time { return now })
	if err != nil {
		t.Fatal(err)
	}
	plan.Name = "March"
	c, err := m.Create(plan)
	if err != nil {
		t.Fatal(err)
	}
	d, err := m.Desk(c.ID)
	if err != nil {
		t.Fatal(err)
	}
	for i := range days {
		if _, err := d.Record(app.Entry{Count: 40, At: now.AddDate(0, 0, i-days)}); err != nil {
			t.Fatal(err)
		}
	}
	return d, now
}

func TestForeseeFillsASnapshot(t *testing.T) {
	day := campaign.NewDay
	for name, c := range map[string]struct {
		plan     campaign.Campaign
		outlook  campaign.Day
		deadline bool
	}{
		"a deadline":            {campaign.Campaign{Deadline: day(2027, 3, 1)}, day(2027, 3, 1), true},
		"none":                  {campaign.Campaign{}, day(2027, 1, 23), false},
		"past":                  {campaign.Campaign{Deadline: day(2026, 11, 1)}, day(2027, 1, 23), false},
		"over a year off":       {campaign.Campaign{Deadline: day(2029, 1, 1)}, day(2027, 1, 23), false},
		"thresholds' deadlines": {campaign.Campaign{Thresholds: []campaign.Threshold{threshold(1e5, day(2027, 5, 1)), threshold(1e4, day(2027, 2, 1))}}, day(2027, 2, 1), true},
	} {
		t.Run(name, func(t *testing.T) {
			d, now := foreseeDesk(t, c.plan, 30)
			s, err := d.Snapshot(now)
			if err != nil {
				t.Fatal(err)
			}
			if s.Forecast != nil || s.NoForecast != nil {
				t.Fatal("a snapshot has a forecast before it is asked for")
			}
			if err := d.Foresee(&s); err != nil || s.Forecast == nil || s.NoForecast != nil {
				t.Fatalf("%v, %v, %v", s.Forecast, s.NoForecast, err)
			}
			if got, deadline := s.Outlook(); got != c.outlook || deadline != c.deadline {
				t.Errorf("the outlook is of %v, a deadline: %v", got, deadline)
			}
			next, ok := s.Forecast.Next()
			if ok != (len(c.plan.Thresholds) > 0) || ok && next.Target != 1e4 {
				t.Errorf("the next threshold is %v, %v", next.Threshold, ok)
			}
		})
	}
}

func threshold(target float64, by campaign.Day) campaign.Threshold {
	return campaign.Threshold{Name: by.String(), Figure: campaign.FigurePledges, Target: target, Deadline: by}
}

func TestForeseeSaysWhyNot(t *testing.T) {
	d, now := foreseeDesk(t, campaign.Campaign{}, 2)
	s, err := d.Snapshot(now)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Foresee(&s); err != nil || s.Forecast != nil || !errors.Is(s.NoForecast, forecast.ErrTooLittle) {
		t.Errorf("%v, %v, %v", s.Forecast, s.NoForecast, err)
	}
	if day, ok, err := d.EarlierForecast(now); ok || err != nil {
		t.Errorf("there is one as of %v, %v", day, err)
	}
	if rows, err := d.OwnRecord(now); len(rows) > 0 || err != nil {
		t.Errorf("its own record is %v, %v", rows, err)
	}
}

// After a year without an update the last one can still be looked from.
func TestEarlierForecastIsThatOfTheLastUpdate(t *testing.T) {
	d, now := foreseeDesk(t, campaign.Campaign{}, 30)
	later := now.AddDate(1, 0, 0)
	if _, err := d.Forecast(later); !errors.Is(err, forecast.ErrTooLittle) {
		t.Fatalf("a year on the forecast says %v", err)
	}
	day, ok, err := d.EarlierForecast(later)
	if want := campaign.DayOf(now.AddDate(0, 0, -1), time.UTC); err != nil || !ok || day != want {
		t.Fatalf("it is as of %v, %v, %v", day, ok, err)
	}
	if f, err := d.Forecast(d.AsOf(day)); err != nil || f.Total != 1200 {
		t.Errorf("from there it starts at %d, %v", f.Total, err)
	}
}

func TestOwnRecordIsOfTheCampaignsPast(t *testing.T) {
	d, now := foreseeDesk(t, campaign.Campaign{}, 60)
	rows, err := d.OwnRecord(now)
	if err != nil || len(rows) != 3 {
		t.Fatalf("%v, %v", rows, err)
	}
	if rows[0].All.Cases < 3 || rows[0].All.CRPS > rows[2].All.CRPS || rows[1].All.CRPS > 0.01 {
		t.Errorf("of an even pace the record is %+v", rows)
	}
}

// The present rate is that of the last seven days, however readings lie.
func TestPerDayIsThatOfTheLastWeek(t *testing.T) {
	d, now := foreseeDesk(t, campaign.Campaign{}, 30)
	f, err := d.Forecast(now.AddDate(0, 0, -1))
	if err != nil || f.PerDay < 39.9 || f.PerDay > 40.1 {
		t.Errorf("40 a day is %v a day, %v", f.PerDay, err)
	}
	if f, err = d.Forecast(now.AddDate(0, 0, 13)); err != nil || f.PerDay != 0 {
		t.Errorf("two weeks without any are %v a day, %v", f.PerDay, err)
	}
	if _, err := d.Record(app.Entry{Count: 140, At: now.AddDate(0, 0, 13)}); err != nil {
		t.Fatal(err)
	}
	if f, err = d.Forecast(now.AddDate(0, 0, 13)); err != nil || f.PerDay < 9.9 || f.PerDay > 10.1 {
		t.Errorf("140 after two weeks without a count are %v a day, %v", f.PerDay, err)
	}
}
