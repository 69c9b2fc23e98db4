package figure

import (
	"slices"

	"gonum.org/v1/plot/vg"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// days reads a trend day by day.
type days struct{ *layout }

// reach implements reader: all that the trend has to show.
func (l days) reach() (from, to float64) {
	first, last := l.trend.span()
	return float64(first), float64(last)
}

// least implements reader: a week.
func (l days) least() float64 { return 7 }

func (l days) stops() (first, last int)   { return int(l.first), int(l.last) }
func (l days) strides() (short, long int) { return 1, 7 }
func (l days) usual() int                 { return int(l.trend.End()) }

// stopAt implements reader: below the base it is the day of the moment that
// is pointed at, if one is.
func (l days) stopAt(at vg.Point) int {
	if at.Y < l.area.Min.Y {
		for _, m := range l.inRange() {
			if abs(l.x(float64(m.Day))-at.X) < l.em(0.6) {
				return int(m.Day)
			}
		}
	}
	return int(min(max(campaign.Day(l.value(at.X)+0.5), l.first), l.last))
}

// read implements reader.
func (l days) read(stop int) Reading {
	day := campaign.Day(stop)
	r := Reading{Stop: stop, Name: phrase.Day(day), box: l.upTo(float64(day))}
	total, counted := l.trend.On(day)
	switch {
	case counted && !l.trend.view.hides(Counted):
		r.Values = append(r.Values, Value{l.trend.name(), phrase.Count(total)})
		l.mark(&r, float64(total))
	case counted:
	case day > l.trend.End() && !l.trend.view.hides(Foreseen) && len(l.trend.Fan) > 0:
		l.readAhead(&r, day)
	case day > l.trend.End() && !l.trend.AsOf.IsSet(), day > l.trend.AsOf:
		r.Values = append(r.Values, Value{"", say.Text("still to come")})
	case day > l.trend.End():
		r.Values = append(r.Values, Value{"", say.Text("no update since %s", phrase.Day(l.trend.End()))})
	default:
		r.Values = append(r.Values, Value{"", say.Text("nothing counted yet")})
	}
	if came, ok := (Trend{Days: l.trend.Came}).On(day); ok && day > l.trend.AsOf {
		r.Values = append(r.Values, Value{say.Text("came to"), phrase.Count(came)})
	}
	l.readDated(&r, day)
	return r
}

// readAhead reads what is forecast of a day.
func (l days) readAhead(r *Reading, day campaign.Day) {
	t := l.trend
	if t.forecast != nil {
		fan, total := t.forecast.On((day + 1).Start(t.forecast.Zone)), float64(t.forecast.Total)
		half := phrase.Quantile(fan, 0.25, total) + "–" + phrase.Quantile(fan, 0.75, total)
		wide := phrase.Quantile(fan, 0.1, total) + "–" + phrase.Quantile(fan, 0.9, total)
		r.Values = append(r.Values, Value{say.Text("as likely as not"), phrase.Quantile(fan, 0.5, total)},
			Value{say.Text("5 in 10"), half}, Value{say.Text("8 in 10"), wide})
		for _, q := range []float64{0.9, 0.5, 0.1} {
			l.mark(r, fan.Quantile(q))
		}
		return
	}
	for _, b := range t.Fan {
		if i, ok := slices.BinarySearch(b.Days, day); ok {
			r.Values = append(r.Values, Value{b.Name, phrase.Whole(b.Low[i]) + "–" + phrase.Whole(b.High[i])})
			l.mark(r, b.Low[i])
			l.mark(r, b.High[i])
		}
	}
}

// readDated reads what is dated on a day.
func (l days) readDated(r *Reading, day campaign.Day) {
	for _, d := range l.marked() {
		if d.day == day && d.day != l.trend.AsOf {
			r.Values = append(r.Values, Value{"", d.name})
		}
	}
	for _, m := range l.inRange() {
		if m.Day == day {
			r.Values = append(r.Values, Value{kindName(m.Kind), Legible(m.Name)})
		}
	}
}
