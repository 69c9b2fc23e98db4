package campaign

import (
	"cmp"
	"slices"
)

// Ladder returns the thresholds as one climbs them: those on pledges first, of
// each measure the lowest target first.
func (s Standing) Ladder() []ThresholdStanding {
	others := func(t ThresholdStanding) int {
		if t.Measure() == Pledges {
			return 0
		}
		return 1
	}
	return slices.SortedStableFunc(slices.Values(s.Thresholds), func(a, b ThresholdStanding) int {
		return cmp.Or(cmp.Compare(others(a), others(b)), cmp.Compare(a.Measure(), b.Measure()), cmp.Compare(a.Target, b.Target))
	})
}
