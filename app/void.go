package app

import (
	"strings"

	"muster/campaign"
)

// Void takes updates out of the count, all with one reason, in one
// transaction, and returns the voids. Voiding a void brings its target back.
// Errors: campaign.ErrNoUpdate, campaign.ErrAlreadyVoid, campaign.ErrInvalid.
func (d *Desk) Void(why, by string, ids ...campaign.ID) ([]campaign.Update, error) {
	if strings.TrimSpace(why) == "" {
		return nil, campaign.Explain(campaign.ErrInvalid, "say why the update is taken out of the count: others will want to know")
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, err := d.freshen(); err != nil {
		return nil, err
	}
	voids := make([]campaign.Update, 0, len(ids))
	for _, target := range ids {
		if _, err := d.muster.store.Find(d.id, target.String()); err != nil {
			return nil, err
		}
		if _, out := d.book.Tally.Voids().Out(target); out {
			return nil, campaign.Explain(campaign.ErrAlreadyVoid, "the update %s is out of the count already", target)
		}
		id, err := newID()
		if err != nil {
			return nil, err
		}
		voids = append(voids, campaign.Update{ID: id, At: d.muster.Now(), Kind: campaign.Void, Voids: target,
			By: strings.TrimSpace(by), Note: strings.TrimSpace(why)})
	}
	return voids, d.insert(voids...)
}

// FindUpdate returns the update whose id begins with the given text.
// Errors: campaign.ErrNoUpdate, campaign.ErrWhichUpdate.
func (d *Desk) FindUpdate(prefix string) (campaign.Update, error) {
	return d.muster.store.Find(d.id, prefix)
}
