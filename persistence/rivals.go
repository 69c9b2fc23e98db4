package persistence

import (
	"bytes"

	"muster/campaign"
)

// Rivals returns what the ledger holds of the update's rivals: the fillings of
// the same line of a tally sheet, or the recounts of the same day and place. Only
// the last of them stands.
func (s *Store) Rivals(id campaign.ID, u campaign.Update) (rivals []campaign.Update, err error) {
	err = s.inLedger(id, func(l ledger) error {
		rivals, err = l.rivals(u)
		return err
	})
	return rivals, err
}

// rivals returns the update's rivals in order, itself among them if it is there.
// The ids of recounts tell their place first; those of fillings have to be looked
// for among all updates of the moment, which is the beginning of a day.
func (l ledger) rivals(u campaign.Update) ([]campaign.Update, error) {
	prefix := appendMoment(nil, u.At)
	moment := len(prefix)
	place, recount := u.RecountPlace()
	switch {
	case recount:
		prefix = append(prefix, place...)
	case !u.IsFilling():
		return nil, nil
	}
	var there []campaign.Update
	c := l.updates.Cursor()
	for key, record := c.Seek(prefix); bytes.HasPrefix(key, prefix); key, record = c.Next() {
		if !recount && !u.ID.SameLine(campaign.ID(key[moment:])) {
			continue
		}
		rival, _, err := decodeUpdate(key, record, nil)
		if err != nil {
			return nil, err
		}
		if _, is := rival.RecountPlace(); recount && is || !recount && rival.IsFilling() {
			there = append(there, rival)
		}
	}
	return there, nil
}
