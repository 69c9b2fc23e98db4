package window

import (
	"context"
	"errors"

	"muster/app"
)

// forecaster is a screen that shows where the count may go.
type forecaster interface {
	forecasted(app.Snapshot) // the campaign as it now stands, with its forecast, unless that could not be worked out
}

// foresee works out where the count may go, after what is shown has changed.
// Until that is done the last forecast stays, so that nothing flickers. Calls
// that come meanwhile lead to one more.
func (w *Window) foresee() {
	if w.desk == nil {
		return
	}
	if w.foreseeing {
		w.foreseeAgain = true
		return
	}
	w.foreseeing = true
	desk, now := w.desk, w.snapshot
	w.work(func(context.Context) error { return desk.Foresee(&now) }, func(err error) {
		w.foreseeing = false
		if desk == w.desk && sameView(now, w.snapshot) && !errors.Is(err, context.Canceled) {
			w.unforeseen = err
			w.snapshot.Forecast, w.snapshot.NoForecast, w.snapshot.Uplifts = now.Forecast, now.NoForecast, now.Uplifts
			for _, s := range w.shell.made() {
				if f, ok := s.(forecaster); ok {
					f.forecasted(w.snapshot)
				}
			}
		}
		if w.foreseeAgain {
			w.foreseeAgain = false
			w.foresee()
		}
	})
}

// keepForecast carries the last forecast over to a newer snapshot of the same
// campaign and day.
func keepForecast(from app.Snapshot, to *app.Snapshot) {
	if sameView(from, *to) && to.Forecast == nil && to.NoForecast == nil {
		to.Forecast, to.NoForecast, to.Uplifts = from.Forecast, from.NoForecast, from.Uplifts
	}
}

// forecasted implements forecaster.
func (o *overview) forecasted(now app.Snapshot) {
	o.headline.show(now)
	o.trend.show(now)
	o.climb(now)
	o.page.Refresh()
}

// forecasted implements forecaster.
func (t *timeline) forecasted(now app.Snapshot) { t.show(now) }

// forecasted implements forecaster.
func (r *reports) forecasted(now app.Snapshot) {
	r.now = now
	r.look()
}
