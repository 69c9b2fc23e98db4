package window

import (
	"strings"
	"testing"

	"muster/campaign"
)

// TestForecastFollowsTheLedger records while a forecast is being worked out.
func TestForecastFollowsTheLedger(t *testing.T) {
	w, s := onForecast(t, usual, seeClimbing)
	before := w.snapshot.Forecast
	record(t, w, 500, campaign.Cell{})
	if got := w.snapshot.Forecast; got == before || got.Total != 10_751 {
		t.Errorf("the forecast starts from %d", got.Total)
	}
	var waiting []func()
	w.threads.away = func(f func()) { waiting = append(waiting, f) }
	w.foresee()
	w.foresee()
	w.foresee()
	if len(waiting) != 1 {
		t.Fatalf("%d forecasts are worked out at once", len(waiting))
	}
	waiting[0]()
	if len(waiting) != 2 {
		t.Errorf("after it %d more are", len(waiting)-1)
	}
	waiting[1]()
	if len(waiting) != 2 || w.foreseeing || w.snapshot.Forecast.Total != 10_751 {
		t.Errorf("it goes on to %d", len(waiting))
	}
	if got := shown(s); !strings.Contains(got, "Pledges by the deadline") {
		t.Errorf("the screen shows %s", got)
	}
	w.shell.navigate("Overview")
	if o := w.shell.front().(*overview); len(o.trend.chart.Fan) != 2 || !strings.Contains(shown(o), "the deadline, 1 Mar 2027, finds you at") {
		t.Errorf("the overview has a fan of %d bands and says %s", len(o.trend.chart.Fan), shown(o))
	}
	w.openPetition()
	if got := w.snapshot.Forecast; got != nil && got.Campaign != w.snapshot.Campaign.Name {
		t.Errorf("%s shows the forecast of %s", w.snapshot.Campaign.Name, got.Campaign)
	}
}
