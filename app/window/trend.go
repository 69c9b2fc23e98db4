package window

import "muster/app/figure"

// trend is the chart of a count over time.
type trend struct {
	chartView
	chart figure.Trend
}

func newTrend(t threads) *trend {
	tr := &trend{}
	tr.prepare(t)
	tr.ExtendBaseWidget(tr)
	return tr
}

// set shows another trend.
func (t *trend) set(chart figure.Trend) {
	t.chart = chart
	t.draw(chart)
}
