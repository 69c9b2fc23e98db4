package campaign

import (
	"testing"
	"time"
)

// TestFillingsAreInOrder proves that of two fillings of a line the one that was
// saved later has the greater id, and of those saved at once the larger.
func TestFillingsAreInOrder(t *testing.T) {
	saved := time.Date(2026, 12, 1, 18, 0, 0, 0, time.UTC)
	const line = 0x3ff_ffff_ffff
	inOrder := []ID{
		FillingID(saved, line, MaxFilling, "Ohio", "stall"),
		FillingID(saved.Add(time.Millisecond), line, 0, "Ohio", "stall"),
		FillingID(saved.Add(time.Millisecond), line, 7, "Ohio", "stall"),
		FillingID(saved.Add(time.Millisecond), line, MaxFilling, "Texas", ""),
		FillingID(saved.Add(time.Hour), line, 3, "", ""),
	}
	for i, id := range inOrder {
		u := Update{ID: id, Kind: Added}
		if !u.IsFilling() {
			t.Errorf("%s is not known for a filling", id)
		}
		if _, is := u.RecountPlace(); is {
			t.Errorf("%s is taken for a recount", id)
		}
		if i > 0 && inOrder[i-1].Compare(id) >= 0 {
			t.Errorf("%s does not come before %s", inOrder[i-1], id)
		}
		if !id.SameLine(inOrder[0]) || id.SameLine(FillingID(saved, line-1, 7, "", "")) {
			t.Errorf("%s is not of its line alone", id)
		}
		if !id.Time().Equal(saved) && i == 0 {
			t.Errorf("%s tells %s, want %s", id, id.Time(), saved)
		}
	}
	if FillingID(saved, 1, 7, "Ohio", "") == FillingID(saved, 1, 7, "", "Ohio") {
		t.Error("region and source are mixed up")
	}
}

func TestOtherIDsAreNoFillings(t *testing.T) {
	day := time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)
	filling := Update{ID: FillingID(day, 1, 2, "", ""), At: day, Kind: Added}
	for name, u := range map[string]Update{
		"recount": {ID: RecountID(day, 1<<42-1, 9), Kind: Added},
		"entered": {ID: ID{6: 0x7f, 8: 0xbf}, Kind: Added},
		"void":    Outdated(filling, Update{ID: FillingID(day.Add(time.Hour), 1, 3, "", ""), At: day, Kind: Added}),
		"reading": {ID: filling.ID, Kind: Reading},
	} {
		if u.IsFilling() {
			t.Errorf("%s: taken for a filling", name)
		}
	}
}
