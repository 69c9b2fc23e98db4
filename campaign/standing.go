package campaign

import (
	"cmp"
	"iter"
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
	Activities []ActivityYield // in the plan's order
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
	Held      bool      // it would be reached as things are now
	Gap       Gap       // between value and target, whatever the regions

	RegionTotals []RegionTotal // of a condition on regions: those with a target, in the plan's order
	RegionsHeld  int           // how many of them are at their target now
}

// RegionTotal is how far one region is from its own target.
type RegionTotal struct {
	Region
	Total int64
	Held  bool // the total is at the target now
}

// RegionsShort returns how many more regions must reach their target.
func (t ThresholdStanding) RegionsShort() int { return max(0, t.Regions.AtLeast-t.RegionsHeld) }

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
		ByRegion:   then.Totals(Pledges, ByRegion),
		BySource:   then.Totals(Pledges, BySource),
		ByTier:     then.Totals(Pledges, ByTier),
		Activities: then.yields(c, DayOf(at, t.loc)),
	}
	for _, n := range then.lines {
		s.Updates += n
	}
	s.NeedShare = c.NeedShare()
	s.Share = Share{Count: s.Pledges, Of: c.Population.Count}
	for _, m := range c.Measures {
		s.Measures = append(s.Measures, MeasureTotal{Measure: m, Value: then.Total(m.Name)})
	}
	for _, threshold := range c.Thresholds {
		st, err := then.threshold(c, threshold, ledger)
		if err != nil {
			return Standing{}, err
		}
		s.Thresholds = append(s.Thresholds, st)
	}
	return s, nil
}

func (t *Tally) threshold(c Campaign, th Threshold, ledger Ledger) (ThresholdStanding, error) {
	g := t.goal(c, th)
	totals := g.totals(t.CellTotals(g.measure))
	value := g.value(totals)
	at, reached, err := t.reached(g, ledger)
	st := ThresholdStanding{
		Threshold:   th,
		Value:       value,
		Progress:    value / th.Target,
		Reached:     reached,
		ReachedAt:   at,
		Held:        g.met(totals),
		Gap:         GapBetween(value, th.Target),
		RegionsHeld: g.held(totals),
	}
	for i, total := range g.ofRegions(totals) {
		r := g.regions[i]
		st.RegionTotals = append(st.RegionTotals, RegionTotal{Region: r, Total: total, Held: total >= r.Target})
	}
	return st, err
}

// CellTotals goes through the present totals of a measure's cells.
func (t *Tally) CellTotals(measure string) iter.Seq2[Cell, int64] {
	return func(yield func(Cell, int64) bool) {
		for cell, course := range t.courses {
			if cell.Measure == measure && !yield(cell, course.total()) {
				return
			}
		}
	}
}

// totals returns sums by name, the largest first. What comes to nothing, such
// as what was wholly voided, is not worth a line.
func totals(sums map[string]int64) []Total {
	all := make([]Total, 0, len(sums))
	for name, sum := range sums {
		if sum != 0 {
			all = append(all, Total{Name: name, Total: sum})
		}
	}
	slices.SortFunc(all, func(a, b Total) int {
		return cmp.Or(cmp.Compare(b.Total, a.Total), cmp.Compare(a.Name, b.Name))
	})
	return all
}

// Next returns the threshold to look at now: the nearest one on pledges that
// is not held, or the largest one when all are.
func (s Standing) Next() (ThresholdStanding, bool) {
	var next, last ThresholdStanding
	var open, found bool
	for _, t := range s.Thresholds {
		if t.Figure != FigurePledges {
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
