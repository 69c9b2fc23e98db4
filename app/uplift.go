package app

import (
	"cmp"
	"errors"
	"math"
	"slices"
	"time"

	"muster/campaign"
	"muster/campaign/forecast"
)

// UpliftDays is how many days after a moment are looked at for what it brought.
const UpliftDays = 7

// Why it cannot be said what a moment brought. The other reason is
// forecast.ErrTooLittle.
var (
	// ErrNotOver is the reason while the days after it last.
	ErrNotOver = errors.New("not over yet")
	// ErrNoCount is the reason if those days have no count.
	ErrNoCount = errors.New("no count")
)

// Uplift is what a past moment of the plan brought: the pledges in the days
// after it above what the readings before it led to expect.
type Uplift struct {
	campaign.Moment
	forecast.Uplift              // zero where Why is set
	Till            campaign.Day // of the last reading among those days
	Why             error        // why it cannot be said; nil if it can
}

// Days returns how many days after the moment were looked at.
func (u Uplift) Days() int { return int(u.Till - u.Date) }

// Size returns the uplift as what may be expected of another moment: whole
// pledges, at least none.
func (u Uplift) Size() campaign.Range {
	pledges := func(v float64) float64 { return math.Round(max(0, v)) }
	return campaign.Range{Low: pledges(u.Low), Likely: pledges(u.Mid), High: pledges(u.High)}
}

// Sizes returns those that may serve as a size of another moment, because they
// most likely brought something, the newest first.
func Sizes(uplifts []Uplift) []Uplift {
	sizes := slices.DeleteFunc(slices.Clone(uplifts), func(u Uplift) bool { return u.Why != nil || u.Size().Likely == 0 })
	slices.SortStableFunc(sizes, func(a, b Uplift) int { return cmp.Compare(b.Date, a.Date) })
	return sizes
}

// Uplifts returns what each moment of the plan brought that lies between the
// opening of the campaign and a time, zero for now, in the plan's order. It reads the ledger and works out a
// forecast for each, so it is not for the window's goroutine; a snapshot that
// was given to Foresee has them.
func (d *Desk) Uplifts(at time.Time) ([]Uplift, error) {
	at = d.orNow(at)
	plan := d.Campaign()
	var past []Uplift
	for _, m := range plan.Moments {
		if m.Date.IsSet() && m.Date >= plan.Opens && !m.Date.Start(plan.Location()).After(at) {
			past = append(past, Uplift{Moment: m})
		}
	}
	if len(past) == 0 {
		return nil, nil
	}
	readings, err := d.readings(campaign.Pledges, at)
	if err != nil {
		return nil, err
	}
	for i := range past {
		past[i].Why = past[i].workOut(readings, at, plan.Location())
	}
	return past, nil
}

// workOut fills in what a moment brought, or returns why that cannot be said.
func (u *Uplift) workOut(readings []forecast.Reading, at time.Time, zone *time.Location) error {
	from, until := u.Date.Start(zone), (u.Date + UpliftDays + 1).Start(zone).Add(-time.Millisecond)
	if until.After(at) {
		return campaign.Explain(ErrNotOver, "the %d days after it are not over yet", UpliftDays)
	}
	var last time.Time
	for _, r := range readings {
		if !r.At.After(until) {
			last = later(last, r.At)
		}
	}
	if u.Till = campaign.DayOf(last, zone); last.IsZero() || u.Till <= u.Date {
		return campaign.Explain(ErrNoCount, "no count was recorded in the %d days after it", UpliftDays)
	}
	var err error
	if u.Uplift, err = forecast.UpliftOf(readings, from, until); errors.Is(err, forecast.ErrTooLittle) {
		return campaign.Explain(err, "too few counts, or of too few days, were recorded before it to forecast from")
	}
	return err
}
