package campaign

import "testing"

func TestBaseRatesAreOfComparableTargets(t *testing.T) {
	for target, want := range map[float64][]int64{
		100_000: {449, 11}, 200_000: {449, 11}, 200_001: nil, 50_000: {449, 101, 11}, 10_000: {81},
		12_000: nil, 20_000: {101}, 1000: nil, 0: nil, 1e9: nil,
	} {
		rates := BaseRatesFor(target)
		if len(rates) != len(want) {
			t.Errorf("%v is compared with %v", target, rates)
			continue
		}
		for i, r := range rates {
			if r.Reached != want[i] {
				t.Errorf("%v is compared with %v, want those of which %d reached it", target, r, want[i])
			}
		}
	}
}

func TestBaseRatesAddUp(t *testing.T) {
	for _, r := range BaseRates() {
		if r.Reached > r.Of || r.ReachedClosed > r.Closed() || r.ReachedClosed > r.Reached || r.Source == "" || r.Years == "" {
			t.Errorf("%+v cannot be", r)
		}
		if r.Open == 0 && r.ReachedClosed != r.Reached {
			t.Errorf("none of %+v is open, but some that reached it are not closed", r)
		}
	}
}
