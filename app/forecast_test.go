package app

import (
	"errors"
	"testing"
	"time"

	"muster/campaign"
	"muster/campaign/forecast"
)

func TestForecastOfWhatIsKnownSoFar(t *testing.T) {
	d := exampleDesk(t, "petition")
	at := time.Date(2019, 4, 1, 0, 0, 0, 0, time.UTC)
	f, err := d.Forecast(at)
	if err != nil {
		t.Fatal(err)
	}
	s, err := d.Standing(at)
	if err != nil || f.Total != s.Pledges || int64(f.Futures.Total()) != s.Pledges {
		t.Errorf("it starts from %d and %v, the standing has %d, %v", f.Total, f.Futures.Total(), s.Pledges, err)
	}
	// What came two weeks on lies far from a straight line: the last week's rate
	// would have had a million more.
	actual, err := d.Standing(at.AddDate(0, 0, 14))
	if err != nil {
		t.Fatal(err)
	}
	q := f.On(at.AddDate(0, 0, 14)).Quantiles
	if straight := float64(f.Total) + 14*f.PerDay; q[0] < float64(f.Total) || q[9] > straight ||
		q[9]-float64(actual.Pledges) > (straight-float64(actual.Pledges))/2 {
		t.Errorf("two weeks on there were %d; the middle forecast is %v, a straight line %v", actual.Pledges, q[9], straight)
	}
	if len(f.Fan) < 300 || !f.Fan[0].At.After(at) {
		t.Errorf("a fan of %d days from %v on", len(f.Fan), f.Fan[0].At)
	}
}

func TestForecastIsRefusedWithAReason(t *testing.T) {
	d := exampleDesk(t, "march")
	if _, err := d.Forecast(time.Time{}); !errors.Is(err, forecast.ErrTooLittle) {
		t.Errorf("one reading: %v", err)
	}
	old := exampleDesk(t, "petition")
	if _, err := old.Forecast(time.Time{}); !errors.Is(err, forecast.ErrTooLittle) {
		t.Errorf("seven years after the last update: %v", err)
	}
}

// TestDaysWithoutPledgesCount holds a ledger of added counts that fell silent
// against one that did not.
func TestDaysWithoutPledgesCount(t *testing.T) {
	silent := newDesk(t, campaign.Campaign{Name: "March"})
	lively := newDesk(t, campaign.Campaign{Name: "March"})
	for i := range 30 {
		at := today.AddDate(0, 0, i-30)
		record(t, lively, Entry{Count: 10, At: at})
		if i < 15 {
			record(t, silent, Entry{Count: 20, At: at})
		}
	}
	month := today.AddDate(0, 1, 0)
	a, err := silent.Forecast(time.Time{}, month)
	if err != nil {
		t.Fatal(err)
	}
	b, err := lively.Forecast(time.Time{}, month)
	if err != nil {
		t.Fatal(err)
	}
	if a.Total != b.Total || a.On(month).Quantiles[9] >= b.On(month).Quantiles[9] {
		t.Errorf("after silence %v, after daily pledges %v, both from %d", a.On(month).Quantiles[9], b.On(month).Quantiles[9], a.Total)
	}
	if a.PerDay != 0 || b.PerDay < 8 {
		t.Errorf("lately %v and %v a day", a.PerDay, b.PerDay)
	}
}
