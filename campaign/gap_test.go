package campaign_test

import (
	"math"
	"testing"

	"muster/campaign"
)

func TestGapBetween(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct {
		value, target float64
		want          campaign.Gap
	}{
		{1000, 100_000, campaign.Gap{Short: 99_000, Orders: 2, Doublings: math.Log2(100)}},
		{50, 100, campaign.Gap{Short: 50, Orders: math.Log10(2), Doublings: 1}},
		{100, 100, campaign.Gap{}},
		{250, 100, campaign.Gap{}},
		{0, 100, campaign.Gap{Short: 100, Orders: inf, Doublings: inf}},
		{-5, 100, campaign.Gap{Short: 105, Orders: inf, Doublings: inf}},
		{0.05, 0.1, campaign.Gap{Short: 0.05, Orders: math.Log10(2), Doublings: 1}},
	} {
		got := campaign.GapBetween(c.value, c.target)
		if !near(got.Short, c.want.Short) || !near(got.Orders, c.want.Orders) || !near(got.Doublings, c.want.Doublings) {
			t.Errorf("from %v to %v: %+v, want %+v", c.value, c.target, got, c.want)
		}
	}
}

// near reports whether two figures are equal but for rounding.
func near(a, b float64) bool {
	return a == b || math.Abs(a-b) <= 1e-12*math.Max(math.Abs(a), math.Abs(b))
}

func TestShare(t *testing.T) {
	for _, c := range []struct {
		share    campaign.Share
		fraction float64
		oneIn    float64 // 0 for none
	}{
		{campaign.Share{Count: 100_000, Of: 702_250}, 100_000.0 / 702_250, 7.0225},
		{campaign.Share{Count: 5, Of: 2}, 2.5, 0.4},
		{campaign.Share{Count: 0, Of: 100}, 0, 0},
		{campaign.Share{Count: -3, Of: 100}, -0.03, 0},
		{campaign.Share{Count: 7, Of: 0}, 0, 0},
	} {
		if got := c.share.Fraction(); !near(got, c.fraction) {
			t.Errorf("%v is a fraction of %v, want %v", c.share, got, c.fraction)
		}
		if got, ok := c.share.OneIn(); !near(got, c.oneIn) || ok != (c.oneIn != 0) {
			t.Errorf("%v is one in %v (%v), want %v", c.share, got, ok, c.oneIn)
		}
	}
}
