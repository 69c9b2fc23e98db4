package campaign_test

import (
	"testing"

	"pgregory.net/rapid"

	"muster/campaign"
)

// Each void is two letters: "ba" means that b takes a out.
func TestVoids(t *testing.T) {
	for _, c := range []struct {
		name  string
		voids []string
		out   string
	}{
		{"none", nil, ""},
		{"one", []string{"ba"}, "a"},
		{"of a void", []string{"ba", "cb"}, "b"},
		{"a chain of four", []string{"ba", "cb", "dc", "ed"}, "bd"},
		{"two of one", []string{"ba", "ca"}, "a"},
		{"two of one, one of them out", []string{"ba", "ca", "db"}, "ab"},
		{"two of one, both out", []string{"ba", "ca", "db", "ec"}, "bc"},
		{"a circle of two has no effect", []string{"ab", "ba"}, ""},
		{"a circle of three neither", []string{"ab", "bc", "ca"}, ""},
		{"itself neither", []string{"aa"}, ""},
		{"a circle that is broken open", []string{"ab", "ba", "ca"}, "a"},
		{"a circle and what hangs off it", []string{"bc", "cb", "db", "ed"}, "d"},
	} {
		var updates []campaign.Update
		for _, v := range c.voids {
			updates = append(updates, campaign.Update{Kind: campaign.Void, ID: id(v[0]), Voids: id(v[1])})
		}
		all, grown := campaign.NewVoids(updates), campaign.Voids{}
		for _, u := range append(updates, updates...) {
			grown = grown.With(u)
		}
		for letter := byte('a'); letter <= 'f'; letter++ {
			want := false
			for i := range c.out {
				want = want || c.out[i] == letter
			}
			if _, out := all.Out(id(letter)); out != want {
				t.Errorf("%s: %c is out: %v, want %v", c.name, letter, out, want)
			}
			if _, out := grown.Out(id(letter)); out != want {
				t.Errorf("%s, one by one: %c is out: %v, want %v", c.name, letter, out, want)
			}
		}
	}
}

// Which of several voids is named does not depend on their order.
func TestOutNamesTheLeastVoidThatCounts(t *testing.T) {
	voids := []campaign.Update{
		{Kind: campaign.Void, ID: id(5), Voids: id(1)},
		{Kind: campaign.Void, ID: id(3), Voids: id(1)},
		{Kind: campaign.Void, ID: id(2), Voids: id(1)},
		{Kind: campaign.Void, ID: id(4), Voids: id(2)},
		{Kind: campaign.Added, ID: id(1)},
	}
	rapid.Check(t, func(t *rapid.T) {
		v := campaign.NewVoids(rapid.Permutation(voids).Draw(t, "order"))
		if by, out := v.Out(id(1)); !out || by != id(3) {
			t.Errorf("1 is voided by %v (%v), want 3: 2 is out itself", by, out)
		}
		if v.Targets() != 2 {
			t.Errorf("%d targets, want 2", v.Targets())
		}
	})
}

// Any tangle of voids is what reasoning about each one says.
func TestVoidsAgreeWithReasoning(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var updates []campaign.Update
		for i := range rapid.IntRange(0, 9).Draw(t, "n") {
			target := rapid.ByteRange(1, 11).Draw(t, "target")
			updates = append(updates, campaign.Update{Kind: campaign.Void, ID: id(byte(i) + 1), Voids: id(target)})
		}
		v := campaign.NewVoids(updates)
		for n := byte(1); n <= 11; n++ {
			if _, out := v.Out(id(n)); out != taken(updates, id(n), nil) {
				t.Errorf("%d is out: %v, want %v", n, out, !out)
			}
		}
	})
}

// A forged ledger may hold a long chain: it must not take the square of its
// length.
func TestLongChainOfVoids(t *testing.T) {
	const n = 100_000
	number := func(i int) campaign.ID { return campaign.ID{13: byte(i >> 16), 14: byte(i >> 8), 15: byte(i)} }
	updates := make([]campaign.Update, n)
	for i := range updates {
		updates[i] = campaign.Update{Kind: campaign.Void, ID: number(i + 2), Voids: number(i + 1)}
	}
	v := campaign.NewVoids(updates)
	if _, out := v.Out(number(1)); out { // the last void counts, and so every second one before it
		t.Error("the first is out; a chain of an even number of voids leaves it in")
	}
	if _, out := v.Out(number(2)); !out {
		t.Error("the second is not out")
	}
}
