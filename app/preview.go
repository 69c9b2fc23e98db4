package app

import (
	"time"

	"muster/campaign"
)

// Preview works out where the campaign would be at a moment under another
// plan, which is not saved; zero means now.
func (d *Desk) Preview(plan campaign.Campaign, at time.Time) (campaign.Standing, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, err := d.freshen(); err != nil {
		return campaign.Standing{}, err
	}
	return d.book.Tally.Standing(plan, d.orNow(at), d.muster.store.Ledger(d.id))
}
