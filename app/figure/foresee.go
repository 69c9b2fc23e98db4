package figure

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"muster/app"
	"muster/app/say"
	"muster/campaign"
)

// Foresee adds the fan of a forecast up to a day: the ranges that hold 8 and 5
// times in 10, and the middle.
func (t *Trend) Foresee(f app.Forecast, till campaign.Day) {
	t.Fan, t.Median, t.forecast = []Band{{Name: say.Text("8 in 10")}, {Name: say.Text("5 in 10")}}, nil, &f
	add := func(day campaign.Day, at func(p float64) float64) {
		for i, p := range []float64{0.1, 0.25} {
			b := &t.Fan[i]
			b.Days, b.Low, b.High = append(b.Days, day), append(b.Low, at(p)), append(b.High, at(1-p))
		}
		t.Median = append(t.Median, at(0.5))
	}
	last := campaign.DayOf(f.Futures.Origin(), f.Zone)
	add(last, func(float64) float64 { return float64(f.Total) })
	for _, fan := range f.Fan {
		day := campaign.DayOf(fan.At.Add(-1), f.Zone) // it is that day's end
		if day > last && day <= till {
			add(day, fan.Quantile)
		}
	}
}

// bands writes at the end of each band of the fan how often it holds, where it
// is high enough for that.
func (l *layout) bands(c draw.Canvas) {
	for i, b := range l.trend.Fan {
		if l.trend.view.hides(Foreseen) {
			return
		}
		end := len(b.Days) - 1
		for end >= 0 && b.Days[end] > l.last {
			end-- // the last in sight
		}
		if b.Name == "" || end < 0 {
			continue
		}
		low := b.Low[end]
		if i+1 < len(l.trend.Fan) {
			low = l.trend.Fan[i+1].High[end] // the part above the next band
		} else if len(l.trend.Median) > end {
			low = l.trend.Median[end]
		}
		x := l.x(float64(b.Days[end])) - l.em(0.4)
		foot, top := l.y(low), l.y(b.High[end])
		if top-foot < l.em(1.3) {
			continue
		}
		y := max((foot+top)/2-l.em(0.75), foot+l.em(0.1))
		l.write(c, b.Name, l.style.Palette.Text, spot{vg.Point{X: x, Y: y}, -1}, spot{vg.Point{X: x, Y: foot + l.em(0.1)}, -1})
	}
}
