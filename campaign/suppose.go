package campaign

// Supposing returns the tally as it would be with other voids, and with other
// updates, in order, on some of its days. The tally itself stays as it is.
func (t *Tally) Supposing(voids Voids, days map[Day][]Update) *Tally {
	then := NewTally(t.loc)
	then.voids, then.latest = voids, t.latest
	for cell, c := range t.courses {
		same := then.Course(cell)
		for i, e := range c.days {
			same.Set(e.day, e.sum(c.before(i)))
		}
	}
	for d, n := range t.lines {
		then.lines[d] = n
	}
	for d, updates := range days {
		then.PutDay(d, updates)
	}
	return then
}
