package app

import (
	"fmt"
	"time"

	"muster/app/phrase"
	"muster/campaign"
	"muster/campaign/forecast"
)

// Forecast is where the pledges may go from a moment on.
type Forecast struct {
	Campaign   string
	AsOf       time.Time
	Total      int64 // pledges at AsOf
	Zone       *time.Location
	Futures    forecast.Futures
	Fan        []forecast.Fan // at the end of every day from AsOf's on
	Thresholds []ThresholdForecast
	PerDay     float64 // pledges a day over the last seven days, or since the first update
}

// ThresholdForecast is what a forecast says of one threshold on pledges that
// is not held.
type ThresholdForecast struct {
	campaign.ThresholdStanding
	Deadline     time.Time // its own or the campaign's, as a moment; zero if there is none
	Chance       float64   // of reaching it by the deadline, from 0 to 1
	HasChance    bool      // whether there is a deadline within the forecast
	Dates        forecast.Dates
	NeededPerDay float64 // from AsOf to the deadline; 0 without one
}

// DaysLeft returns how long it is from a moment to the deadline; 0 without one.
func (t ThresholdForecast) DaysLeft(from time.Time) float64 {
	if t.Deadline.IsZero() {
		return 0
	}
	return t.Deadline.Sub(from).Hours() / 24
}

// What a forecast needs of the ledger.
const (
	forecastSeed  = 1
	exactLines    = 100_000             // beyond so many lines, totals at the days' ends will do
	stalePatience = 60 * 24 * time.Hour // since the last update, beyond which nothing can be said
	usualHorizon  = 365 * 24 * time.Hour
	rateWindow    = 7 * 24 * time.Hour
)

// Forecast works out where the pledges may go from a moment on; zero means
// now. Only updates up to the moment are used. It goes to the last deadline or
// a year ahead, and on to the given moments. Error: forecast.ErrTooLittle, with
// a sentence that says what is missing.
func (d *Desk) Forecast(at time.Time, on ...time.Time) (Forecast, error) {
	at = d.orNow(at)
	s, err := d.Standing(at)
	if err != nil {
		return Forecast{}, err
	}
	readings, err := d.readings(campaign.Pledges, at)
	if err != nil {
		return Forecast{}, err
	}
	if n := len(readings); n > 0 && at.Sub(readings[n-1].At) > stalePatience {
		return Forecast{}, campaign.Explain(forecast.ErrTooLittle,
			"the last update is of %s: too long ago to say where the count is heading. Record a new one",
			phrase.Day(campaign.DayOf(readings[n-1].At, d.Campaign().Location())))
	}
	f := Forecast{Campaign: s.Campaign, AsOf: at, Total: s.Pledges, Zone: d.Campaign().Location()}
	if f.Futures, err = forecast.New(readings, horizon(d.Campaign(), at, on), forecastSeed); err != nil {
		return Forecast{}, err
	}
	f.Fan = f.Futures.Daily(f.dayEnds())
	f.PerDay = perDay(readings, at)
	for _, threshold := range s.Thresholds {
		if forecastable(threshold) {
			f.Thresholds = append(f.Thresholds, f.threshold(threshold, d.Campaign()))
		}
	}
	return f, nil
}

// forecastable reports whether a threshold is one on the total of pledges that
// is still to be held.
func forecastable(t campaign.ThresholdStanding) bool {
	return t.Figure == campaign.FigurePledges && !t.Regions.IsSet() && !t.Held
}

// On returns the range of totals at a moment.
func (f Forecast) On(at time.Time) forecast.Fan { return f.Futures.At(at) }

func (f Forecast) threshold(t campaign.ThresholdStanding, c campaign.Campaign) ThresholdForecast {
	tf := ThresholdForecast{ThresholdStanding: t, Dates: f.Futures.Dates(t.Target)}
	day := t.Threshold.Deadline
	if !day.IsSet() {
		day = c.Deadline
	}
	if !day.IsSet() {
		return tf
	}
	tf.Deadline = day.Start(f.Zone)
	if tf.Deadline.Before(f.AsOf) {
		return tf
	}
	tf.Chance, tf.HasChance = f.Futures.Chance(t.Target, tf.Deadline)
	tf.NeededPerDay = forecast.NeededPerDay(t.Value, t.Target, f.AsOf, tf.Deadline)
	return tf
}

// dayEnds returns the ends of the days from AsOf's to the last of the futures.
func (f Forecast) dayEnds() []time.Time {
	var ends []time.Time
	for day := campaign.DayOf(f.AsOf, f.Zone) + 1; ; day++ {
		end := day.Start(f.Zone)
		if end.After(f.Futures.End()) {
			return ends
		}
		ends = append(ends, end)
	}
}

// horizon returns how far to look: the last deadline ahead, or a year, and no
// less than the given moments.
func horizon(c campaign.Campaign, at time.Time, on []time.Time) time.Time {
	var last time.Time
	deadlines := []campaign.Day{c.Deadline}
	for _, t := range c.Thresholds {
		deadlines = append(deadlines, t.Deadline)
	}
	for _, day := range deadlines {
		if day.IsSet() && day.Start(c.Location()).After(at) && day.Start(c.Location()).After(last) {
			last = day.Start(c.Location())
		}
	}
	if last.IsZero() || last.Sub(at) > usualHorizon {
		last = at.Add(usualHorizon)
	}
	for _, moment := range on {
		last = later(last, moment)
	}
	return last
}

// perDay returns how many a day came in lately. Between two readings the count
// moves straight.
func perDay(readings []forecast.Reading, at time.Time) float64 {
	from := later(readings[0].At, at.Add(-rateWindow))
	days := at.Sub(from).Hours() / 24
	if days <= 0 {
		return 0
	}
	before, after := readings[0], readings[len(readings)-1]
	for i := len(readings) - 1; i >= 0 && readings[i].At.After(from); i-- {
		before, after = readings[max(i-1, 0)], readings[i]
	}
	total := float64(before.Total)
	if gap := after.At.Sub(before.At); gap > 0 {
		total += float64(after.Total-before.Total) * min(1, float64(from.Sub(before.At))/float64(gap))
	}
	return (float64(readings[len(readings)-1].Total) - total) / days
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// readings returns the total of a measure after each of its updates up to a
// moment, or, of a very long ledger, at the end of each day.
func (d *Desk) readings(measure string, at time.Time) ([]forecast.Reading, error) {
	d.mu.Lock()
	if _, err := d.freshen(); err != nil {
		d.mu.Unlock()
		return nil, err
	}
	then, err := d.book.Tally.At(at, d.muster.store.Ledger(d.id))
	if err != nil {
		d.mu.Unlock()
		return nil, err
	}
	voids, lines := then.Voids(), 0
	for _, day := range then.DayLines() {
		lines += day.Lines
	}
	daily, zone := then.Daily(measure), then.Location()
	d.mu.Unlock()
	if lines > exactLines {
		return dayReadings(daily, zone, at), nil
	}
	var readings []forecast.Reading
	totals, total, last := map[campaign.Cell]int64{}, int64(0), campaign.Reading
	err = d.muster.store.Each(d.id, time.Time{}, at.Add(time.Millisecond), func(u campaign.Update) error {
		if _, out := voids.Out(u.ID); out || u.Kind == campaign.Void || u.Measure != measure {
			return nil
		}
		now := u.Sum().From(totals[u.Cell])
		total += now - totals[u.Cell]
		totals[u.Cell] = now
		readings, last = append(readings, forecast.Reading{At: u.At, Total: total}), u.Kind
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading the history: %w", err)
	}
	if n := len(readings); last == campaign.Added && n+1 >= forecast.MinReadings && at.Sub(readings[n-1].At) <= stalePatience {
		// Where counts are added as they come, no update means no pledges. Where
		// there are too few all the same, it is not said to be one of them.
		readings = append(readings, forecast.Reading{At: at, Total: total})
	}
	return readings, nil
}

// dayReadings returns the totals at the days' ends, the last one at the moment
// itself.
func dayReadings(daily []campaign.DayTotal, zone *time.Location, at time.Time) []forecast.Reading {
	readings := make([]forecast.Reading, len(daily))
	for i, day := range daily {
		end := (day.Day + 1).Start(zone).Add(-time.Millisecond)
		if end.After(at) {
			end = at
		}
		readings[i] = forecast.Reading{At: end, Total: day.Total}
	}
	return readings
}
