package figure

import (
	"fmt"
	"math"
	"time"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"

	"muster/app/phrase"
	"muster/app/say"
	"muster/campaign"
)

// linearTicks returns about most ticks between lo and hi at steps of 1, 2 or 5
// times a power of ten, never finer than whole numbers.
func linearTicks(lo, hi float64, most int) []plot.Tick {
	step := 1.0
	for i := 0; (hi-lo)/step > float64(max(most, 2)); i++ {
		step = math.Pow(10, float64(i/3)) * []float64{1, 2, 5}[i%3]
	}
	var ticks []plot.Tick
	for v := math.Ceil(lo/step) * step; v <= hi; v += step {
		ticks = append(ticks, plot.Tick{Value: v, Label: amount(v)})
	}
	return ticks
}

// logTicks returns the decades from lo to hi, fewer when there is no room for
// all, and 2 and 5 between them when there is plenty.
func logTicks(lo, hi float64, most int) []plot.Tick {
	decades := math.Log10(hi / lo)
	between := []float64{1}
	if decades*3 <= float64(most) && decades < 3 {
		between = []float64{1, 2, 5}
	}
	every := max(1, int(math.Ceil(decades/float64(max(most, 2)))))
	var ticks []plot.Tick
	for i := int(math.Round(math.Log10(lo))); math.Pow(10, float64(i)) <= hi; i += every {
		for _, factor := range between {
			if v := factor * math.Pow(10, float64(i)); v <= hi {
				ticks = append(ticks, plot.Tick{Value: v, Label: words(v, 1)})
			}
		}
	}
	return ticks
}

// amount returns a round value in few characters: 9,000,000 but 250 million.
func amount(v float64) string { return words(v, 10) }

// words returns a round value in words from so many millions on.
func words(v, least float64) string {
	for _, unit := range []struct {
		size float64
		name say.Key
	}{{1e12, say.Key("%s trillion")}, {1e9, say.Key("%s billion")}, {1e6, say.Key("%s million")}} {
		if math.Abs(v) >= unit.size && math.Abs(v) >= least*1e6 {
			return unit.name.Text(phrase.Figure(v / unit.size))
		}
	}
	return phrase.Figure(v)
}

// calendar is a way to space ticks on days: every so many days, months or
// years.
type calendar struct{ days, months, years int }

var calendars = []calendar{
	{days: 1}, {days: 2}, {days: 7}, {days: 14},
	{months: 1}, {months: 3}, {months: 6},
	{years: 1}, {years: 2}, {years: 5}, {years: 10}, {years: 20}, {years: 50}, {years: 100},
}

// dayTicks returns ticks on calendar days, as many as fit into width.
func (l *layout) dayTicks(width vg.Length) []plot.Tick {
	label := l.plot.X.Tick.Label
	for _, c := range calendars {
		long, short := label.Width(c.name(campaign.NewDay(2028, time.September, 28), true)), label.Width(c.name(campaign.NewDay(2028, time.September, 28), false))
		room := width * vg.Length(c.length()/(l.to-l.from))
		if room >= (long+short)/2+l.em(1) || c.years == 100 {
			return l.ticksBy(c)
		}
	}
	return nil
}

// ticksBy returns the ticks of a calendar. The first names its year, and so
// does each that begins one.
func (l *layout) ticksBy(c calendar) []plot.Tick {
	var ticks []plot.Tick
	year := 0
	for day := c.from(l.first); day <= l.last; day = c.next(day) {
		if day < l.first {
			continue
		}
		y, _, _ := day.Date()
		ticks = append(ticks, plot.Tick{Value: float64(day), Label: c.name(day, y != year)})
		year = y
	}
	return ticks
}

// length returns how many days lie between two ticks.
func (c calendar) length() float64 {
	return float64(c.days) + 30.4*float64(c.months) + 365.2*float64(c.years)
}

// from returns the last tick on or before day.
func (c calendar) from(day campaign.Day) campaign.Day {
	y, m, _ := day.Date()
	switch {
	case c.days > 0:
		return day - (day-1)%campaign.Day(c.days) // day 1 was a Monday
	case c.months > 0:
		return campaign.NewDay(y, m-(m-1)%time.Month(c.months), 1)
	}
	return campaign.NewDay(y-y%c.years, time.January, 1)
}

func (c calendar) next(day campaign.Day) campaign.Day {
	y, m, d := day.Date()
	return campaign.NewDay(y+c.years, m+time.Month(c.months), d+c.days)
}

// name returns a day as its tick says it.
func (c calendar) name(day campaign.Day, withYear bool) string {
	y, m, d := day.Date()
	switch name := phrase.ShortMonth(m); {
	case c.years > 0:
		return fmt.Sprint(y)
	case c.months > 0 && withYear:
		return say.Text("%[1]s %[2]d", name, y)
	case c.months > 0:
		return name
	case withYear:
		return phrase.Day(day)
	default:
		return say.Text("%d %s", d, name)
	}
}
