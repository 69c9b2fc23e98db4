package backtest

import (
	"fmt"
	"math"

	"muster/campaign/forecast"
)

// Fitted is a calibration with how it did on series it was not fitted on.
type Fitted struct {
	Model    forecast.Model
	BySeries Record // each series forecast by a fit on all the others
	ByKind   Record // each kind forecast by a fit on the other kinds
}

// Fit fits the calibration on the series. The stretch is the least at which the
// 80% range holds 80% when each series is forecast by a fit on all the others.
func Fit(series []Series) (Fitted, error) {
	lessons := pairs(series)
	whole, err := fit(weigh(lessons, series, func(Series) bool { return true }), start())
	if err != nil {
		return Fitted{}, err
	}
	f := Fitted{Model: model(whole)}
	bySeries, err := without(lessons, series, whole, func(s Series) string { return s.Name })
	if err != nil {
		return Fitted{}, err
	}
	byKind, err := without(lessons, series, start(), Series.Kind)
	if err != nil {
		return Fitted{}, err
	}
	f.Model.Wander = wander(lessons, series, bySeries)
	for stretch := 1.0; stretch < 2; stretch += 0.02 {
		f.Model.Stretch = stretch
		if f.BySeries, err = Test(series, held(bySeries, stretch, func(s Series) string { return s.Name })); err != nil {
			return Fitted{}, err
		}
		if f.BySeries.All.Holds >= 0.8 {
			break
		}
	}
	f.ByKind, err = Test(series, held(byKind, f.Model.Stretch, Series.Kind))
	return f, err
}

// without returns, for each name that of gives to series, the fit on all series
// of other names.
func without(lessons []pair, series []Series, from []float64, of func(Series) string) (map[string]forecast.Model, error) {
	models := map[string]forecast.Model{}
	for _, s := range series {
		name := of(s)
		if _, done := models[name]; done {
			continue
		}
		others := weigh(lessons, series, func(s Series) bool { return of(s) != name })
		if len(others) == 0 {
			return nil, fmt.Errorf("there is nothing to fit on without %s", name)
		}
		x, err := fit(others, from)
		if err != nil {
			return nil, fmt.Errorf("fitting without %s: %w", name, err)
		}
		models[name] = model(x)
	}
	return models, nil
}

// held returns a forecaster that asks the model fitted without the case.
func held(models map[string]forecast.Model, stretch float64, of func(Series) string) Forecaster {
	return func(c Case) ([19]float64, error) {
		m := models[of(*c.Series)]
		m.Stretch = stretch
		history, err := forecast.NewHistory(c.Known())
		if err != nil {
			return [19]float64{}, err
		}
		return m.Range(history.Traits(c.Ahead()), history.Total()).Quantiles(), nil
	}
}

// wander returns how fast the actual course changes its place in the fan: such
// that the places a week and two months ahead have the correlation seen.
func wander(lessons []pair, series []Series, models map[string]forecast.Model) float64 {
	const near, far = 7, 60
	var x, y []float64
	var place float64
	for _, p := range lessons {
		if !p.anyDay || p.growth <= 0 {
			continue
		}
		m := models[series[p.series].Name]
		ahead := p.traits[forecast.Late]
		here := bound(m.Range(p.traits, 0).Place(math.Expm1(p.growth)), -3, 3)
		switch {
		case ahead == 0:
			place = here // of the latest up to ten days ahead: a week
		case math.Abs(ahead-math.Log(far/10.0)) < 1e-9:
			x, y = append(x, place), append(y, here)
		}
	}
	return math.Acos(bound(correlation(x, y), 0, 1)) / math.Log(float64(far)/near)
}

// correlation returns that of x and y about 0, the middle of the fan.
func correlation(x, y []float64) float64 {
	var xy, xx, yy float64
	for i := range x {
		xy += x[i] * y[i]
		xx += x[i] * x[i]
		yy += y[i] * y[i]
	}
	if xx == 0 || yy == 0 {
		return 1
	}
	return xy / math.Sqrt(xx*yy)
}
