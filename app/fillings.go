package app

import (
	"muster/campaign"
)

// fillings remembers what the ledger held of the lines of a tally sheet when it
// was looked at: while the sheet is taken in, the store is not to be asked.
type fillings struct {
	desk *Desk
	held map[fillingLine][]campaign.Update
	err  error // the first that the store returned
}

// fillingLine is a line of a tally sheet: its moment, and what the ids of its
// fillings have in common.
type fillingLine struct {
	at   int64
	line [6]byte
}

// of returns the fillings of the line that the update is one of, in order.
func (f *fillings) of(u campaign.Update) []campaign.Update {
	line := fillingLine{u.At.UnixMilli(), [6]byte(u.ID[6:12])}
	if held, ok := f.held[line]; ok {
		return held
	}
	held, err := f.desk.muster.store.Rivals(f.desk.id, u)
	if err != nil && f.err == nil {
		f.err = err
	}
	if f.held == nil {
		f.held = map[fillingLine][]campaign.Update{}
	}
	f.held[line] = held
	return held
}
