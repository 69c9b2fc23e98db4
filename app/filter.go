package app

import (
	"strconv"
	"strings"
	"time"

	"muster/campaign"
)

// Filter chooses lines of the ledger. Zero fields choose all.
type Filter struct {
	Text                              string    // found in any text of the line, whatever its case
	Measure, Region, Source, Tier, By string    // equal, whatever their case
	Since, Until                      time.Time // Since <= at < Until
}

// all reports whether the filter chooses every line.
func (f Filter) all() bool { return f == Filter{} }

// takes reports whether the filter chooses an update; the times have been
// looked after already.
func (f Filter) takes(u campaign.Update) bool {
	return is(f.Measure, u.Measure) && is(f.Region, u.Region) && is(f.Source, u.Source) &&
		is(f.Tier, u.Tier) && is(f.By, u.By) && f.mentions(u)
}

func is(want, got string) bool { return want == "" || strings.EqualFold(want, got) }

func (f Filter) mentions(u campaign.Update) bool {
	if f.Text == "" {
		return true
	}
	text := strings.ToLower(f.Text)
	for _, part := range []string{u.Region, u.Source, u.Tier, u.By, u.Note, u.Measure} {
		if strings.Contains(strings.ToLower(part), text) {
			return true
		}
	}
	return strings.Contains(strconv.FormatInt(u.Count, 10), text) || strings.HasPrefix(u.ID.String(), text)
}

// Each calls take with every line that the filter chooses, oldest first, until
// it returns an error.
func (d *Desk) Each(f Filter, take func(Line) error) error {
	d.mu.Lock()
	_, err := d.freshen()
	voids := d.book.Tally.Voids()
	d.mu.Unlock()
	if err != nil {
		return err
	}
	return d.muster.store.Each(d.id, f.Since, f.Until, func(u campaign.Update) error {
		if !f.takes(u) {
			return nil
		}
		return take(lineOf(u, voids))
	})
}
