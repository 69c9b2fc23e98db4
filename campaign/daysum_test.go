package campaign_test

import (
	"testing"

	"pgregory.net/rapid"

	"muster/campaign"
)

// daySums draws what a few updates of one cell do together.
func daySums() *rapid.Generator[campaign.DaySum] {
	return rapid.Custom(func(t *rapid.T) campaign.DaySum {
		var sum campaign.DaySum
		for range rapid.IntRange(0, 4).Draw(t, "updates") {
			u := campaign.Update{Kind: campaign.Added, Count: rapid.Int64Range(-50, 50).Draw(t, "added")}
			if rapid.IntRange(0, 3).Draw(t, "kind") == 0 {
				u = campaign.Update{Kind: campaign.Reading, Count: rapid.Int64Range(0, 50).Draw(t, "reading")}
			}
			sum = sum.Then(u.Sum())
		}
		return sum
	})
}

func TestThenIsAssociative(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := daySums().Draw(t, "a"), daySums().Draw(t, "b"), daySums().Draw(t, "c")
		left, right := a.Then(b).Then(c), a.Then(b.Then(c))
		if left != right {
			t.Errorf("(ab)c = %+v, a(bc) = %+v", left, right)
		}
	})
}

func TestNothingIsTheIdentityOfThen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sum, nothing := daySums().Draw(t, "sum"), campaign.DaySum{}
		if got := nothing.Then(sum); got != sum {
			t.Errorf("nothing, then %+v is %+v", sum, got)
		}
		if got := sum.Then(nothing); got != sum {
			t.Errorf("%+v, then nothing is %+v", sum, got)
		}
	})
}

func TestFromComposes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := daySums().Draw(t, "a"), daySums().Draw(t, "b")
		before := rapid.Int64Range(-100, 100).Draw(t, "before")
		if got, want := a.Then(b).From(before), b.From(a.From(before)); got != want {
			t.Errorf("%+v then %+v from %d is %d, one after the other %d", a, b, before, got, want)
		}
	})
}

func TestDaySumByHand(t *testing.T) {
	added := func(n int64) campaign.DaySum { return campaign.Update{Kind: campaign.Added, Count: n}.Sum() }
	reading := func(n int64) campaign.DaySum { return campaign.Update{Kind: campaign.Reading, Count: n}.Sum() }
	for _, c := range []struct {
		name string
		day  []campaign.DaySum
		want campaign.DaySum
	}{
		{"nothing", nil, campaign.DaySum{}},
		{"added", []campaign.DaySum{added(5), added(-2)}, campaign.DaySum{Added: 3, Rise: 5}},
		{"a correction first", []campaign.DaySum{added(-2), added(5)}, campaign.DaySum{Added: 3, Rise: 3}},
		{"only a correction", []campaign.DaySum{added(-2)}, campaign.DaySum{Added: -2}},
		{"a reading of nothing", []campaign.DaySum{reading(0)}, campaign.DaySum{Read: true}},
		{"added before a reading", []campaign.DaySum{added(7), reading(4)}, campaign.DaySum{Read: true, Total: 4, Rise: 7, Peak: 4}},
		{"added after it", []campaign.DaySum{reading(4), added(7), added(-9)}, campaign.DaySum{Read: true, Total: 4, Added: -2, Peak: 11}},
		{"a lower reading", []campaign.DaySum{reading(9), reading(4)}, campaign.DaySum{Read: true, Total: 4, Peak: 9}},
	} {
		var got campaign.DaySum
		for _, sum := range c.day {
			got = got.Then(sum)
		}
		if got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}
