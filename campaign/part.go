package campaign

// Part is what a measure's total is split by.
type Part uint8

// The parts of a total.
const (
	Whole Part = iota // not split
	ByRegion
	BySource
	ByTier
)

// of returns the name of the part that a cell belongs to.
func (p Part) of(cell Cell) string {
	switch p {
	case ByRegion:
		return cell.Region
	case BySource:
		return cell.Source
	case ByTier:
		return cell.Tier
	}
	return ""
}

// split is one way of splitting one measure.
type split struct {
	measure string
	part    Part
}

// parts returns the curves of a measure's parts by name. They are made when
// first asked for, and kept in step from then on.
func (t *Tally) parts(measure string, part Part) map[string]*curve {
	if of := t.curves[measure]; part == Whole && of != nil { // always kept
		return map[string]*curve{"": of}
	}
	key := split{measure, part}
	if of, ok := t.splits[key]; ok {
		return of
	}
	t.splits[key] = map[string]*curve{}
	for cell, c := range t.courses {
		if cell.Measure == measure {
			c.follow(t.curve(key, cell))
		}
	}
	return t.splits[key]
}

// curve returns the curve that a cell belongs to in a split.
func (t *Tally) curve(key split, cell Cell) *curve {
	of, name := t.splits[key], key.part.of(cell)
	if of[name] == nil {
		of[name] = &curve{}
	}
	return of[name]
}

// Totals returns a measure's total split into parts, the largest first, with
// an empty name for what names no part. Parts that come to nothing are left out.
func (t *Tally) Totals(measure string, part Part) []Total {
	sums := map[string]int64{}
	for cell, c := range t.courses {
		if cell.Measure == measure {
			sums[part.of(cell)] += c.total()
		}
	}
	return totals(sums)
}

// DailyBy returns the totals of a measure's parts by name, each at the end of
// every day from its own first update to its last.
func (t *Tally) DailyBy(measure string, part Part) map[string][]DayTotal {
	days := map[string][]DayTotal{}
	for name, of := range t.parts(measure, part) {
		days[name] = of.daily()
	}
	return days
}
