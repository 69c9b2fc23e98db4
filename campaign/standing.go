package campaign

import (
	"cmp"
	"slices"
	"time"
)

// Standing is where the campaign is at a moment: everything derived from the
// plan and the ledger.
type Standing struct {
	Campaign   string
	AsOf       time.Time // UTC
	Updates    int       // lines in the ledger up to AsOf, voids and voided ones included
	Pledges    int64
	Need       int64 // people; 0 if not set
	Thresholds []ThresholdStanding
	Population Population
	NeedShare  Share // the need as a share of the population
	Share      Share // the pledges as a share of the population
	Measures   []MeasureTotal
	ByRegion   []Total // of pledges, largest first; these add up to Pledges
	BySource   []Total
	ByTier     []Total
}

// ThresholdStanding is how far a threshold is from being reached.
type ThresholdStanding struct {
	Threshold
	Value     float64
	Progress  float64   // value/target; may pass 1
	Reached   bool      // at some moment up to AsOf
	ReachedAt time.Time // of the update that first reached the target; stays when the count falls back
	Held      bool      // the value is at the target now
	Gap       Gap
}

// MeasureTotal is the present total of a measure.
type MeasureTotal struct {
	Measure
	Value int64
}

// Total is the part of the pledges that came from one region, source or tier.
// An empty name means that it was not given.
type Total struct {
	Name  string
	Total int64
}

// Standing works out where the campaign is at a moment. Updates after it are
// left out. The ledger is asked only for days that hold the moment itself or
// that of a reached threshold.
func (t *Tally) Standing(c Campaign, at time.Time, ledger Ledger) (Standing, error) {
	then, err := t.At(at, ledger)
	if err != nil {
		return Standing{}, err
	}
	s := Standing{
		Campaign:   c.Name,
		AsOf:       at.UTC(),
		Pledges:    then.Total(Pledges),
		Need:       c.Need,
		Population: c.Population,
		ByRegion:   then.totalsBy(func(cell Cell) string { return cell.Region }),
		BySource:   then.totalsBy(func(cell Cell) string { return cell.Source }),
		ByTier:     then.totalsBy(func(cell Cell) string { return cell.Tier }),
	}
	for _, n := range then.lines {
		s.Updates += n
	}
	s.NeedShare = Share{Count: c.Need, Of: c.Population.Count}
	s.Share = Share{Count: s.Pledges, Of: c.Population.Count}
	for _, m := range c.Measures {
		s.Measures = append(s.Measures, MeasureTotal{Measure: m, Value: then.Total(m.Name)})
	}
	for _, threshold := range c.Thresholds {
		st, err := then.threshold(threshold, ledger)
		if err != nil {
			return Standing{}, err
		}
		s.Thresholds = append(s.Thresholds, st)
	}
	return s, nil
}

func (t *Tally) threshold(threshold Threshold, ledger Ledger) (ThresholdStanding, error) {
	value := float64(t.Total(threshold.Measure()))
	at, reached, err := t.Reached(threshold.Measure(), threshold.Target, ledger)
	return ThresholdStanding{
		Threshold: threshold,
		Value:     value,
		Progress:  value / threshold.Target,
		Reached:   reached,
		ReachedAt: at,
		Held:      value >= threshold.Target,
		Gap:       GapBetween(value, threshold.Target),
	}, err
}

// totalsBy splits the pledges by a part of the cell.
func (t *Tally) totalsBy(part func(Cell) string) []Total {
	sums := map[string]int64{}
	for cell, c := range t.courses {
		if cell.Measure == Pledges {
			sums[part(cell)] += c.total()
		}
	}
	totals := make([]Total, 0, len(sums))
	for name, sum := range sums {
		if sum != 0 { // what was wholly voided is not worth a line
			totals = append(totals, Total{Name: name, Total: sum})
		}
	}
	slices.SortFunc(totals, func(a, b Total) int {
		return cmp.Or(cmp.Compare(b.Total, a.Total), cmp.Compare(a.Name, b.Name))
	})
	return totals
}

// Next returns the threshold to look at now: the nearest one on pledges that
// is not held, or the largest one when all are.
func (s Standing) Next() (ThresholdStanding, bool) {
	var next, last ThresholdStanding
	var open, found bool
	for _, t := range s.Thresholds {
		if t.Measure() != Pledges {
			continue
		}
		if !t.Held && (!open || t.Target < next.Target) {
			next, open = t, true
		}
		if !found || t.Target > last.Target {
			last, found = t, true
		}
	}
	if open {
		return next, true
	}
	return last, found
}
