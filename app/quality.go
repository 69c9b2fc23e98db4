package app

import (
	"context"
	"time"

	"muster/campaign"
)

// updatesBetweenLooks is how many updates pass between two looks at whether
// somebody still wants to know.
const updatesBetweenLooks = 1 << 13

// Quality looks through the ledger for what wants a look before the figures are
// trusted, up to a moment; zero means now. It reads every update, so it is for a
// goroutine of its own.
func (d *Desk) Quality(ctx context.Context, at time.Time) (campaign.Quality, error) {
	if _, err := d.fresh(); err != nil {
		return campaign.Quality{}, err
	}
	at = d.orNow(at)
	d.mu.Lock()
	inspection := campaign.NewInspection(d.book.Campaign, d.book.Tally.Voids(), at)
	d.mu.Unlock()
	n := 0
	err := d.muster.store.EachFrom(d.id, time.Time{}, at.Add(time.Millisecond), func(u campaign.Update, from Origin) error {
		inspection.Look(u, from.Verified)
		if n++; n%updatesBetweenLooks == 0 {
			return ctx.Err()
		}
		return nil
	})
	return inspection.Quality(), err
}
