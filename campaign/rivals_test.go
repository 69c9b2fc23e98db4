package campaign

import (
	"testing"
	"time"
)

// TestGreaterRivalStandsUnlessTakenOut: of three rivals the greatest stands; when
// somebody takes it out the next one does, whatever the order of the voids; and
// all of that is undone with the void.
func TestGreaterRivalStandsUnlessTakenOut(t *testing.T) {
	day := time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)
	kinds := map[string]func(n int64) Update{
		"recounts": func(n int64) Update {
			return Update{ID: RecountID(day, 7, uint32(n)), At: day, Kind: Added, Count: n}
		},
		"fillings": func(n int64) Update {
			return Update{ID: FillingID(day.Add(time.Duration(n)*time.Hour), 7, 100-n, "", ""), At: day, Kind: Added, Count: 100 - n}
		},
	}
	for name, make := range kinds {
		a, b, c := make(1), make(2), make(3)
		all := []Update{Outdated(a, b), Outdated(a, c), Outdated(b, c)}
		void := func(n byte, target ID) Update { return Update{ID: ID{6: 0x70, 15: n}, Kind: Void, Voids: target} }
		undo, redo := void(1, c.ID), void(2, ID{6: 0x70, 15: 1})
		stands := func(voids ...Update) string {
			v, left := NewVoids(voids), ""
			for letter, u := range map[string]Update{"a": a, "b": b, "c": c} {
				if _, out := v.Out(u.ID); !out {
					left += letter
				}
			}
			return left
		}
		for want, voids := range map[string][]Update{
			"c": all,
			"b": append([]Update{undo}, all...),
			"a": append([]Update{undo, void(3, b.ID)}, all...),
		} {
			if got := stands(voids...); got != want {
				t.Errorf("%s: %s stands, want %s", name, got, want)
			}
		}
		if got := stands(append([]Update{redo, undo}, all...)...); got != "c" {
			t.Errorf("%s: %s stands once it is brought back", name, got)
		}
		if rivalry, is := a.Rivalry(); !is {
			t.Errorf("%s have no rivals", name)
		} else if other, _ := c.Rivalry(); rivalry != other {
			t.Errorf("%s are no rivals of each other", name)
		}
		if v := Outdated(a, b); !v.IsOutdating() || v.ID == Outdated(a, c).ID || undo.IsOutdating() {
			t.Errorf("%s: the void %s is not told from others", name, v.ID)
		}
	}
}
