package main_test

import "testing"

// TestJourneyOfAVolunteer enters a count, takes it back and enters another: the
// ledger keeps all three lines, and the total is that of the last.
func TestJourneyOfAVolunteer(t *testing.T) {
	muster := program(t)
	screen := newScreen(t)
	folder := t.TempDir()
	run(t, muster, "--data", folder, "new", "Library", "--threshold", "100")
	window := screen.open(muster, "--data", folder)

	screen.follow("1-form", func() { window.press("ctrl+n") })
	enter := func(name, count string, total int) {
		screen.follow(name, func() {
			window.write(count)
			window.press("Return")
		})
		eventually(t, patience, count+" is recorded", func() bool { return pledges(muster, folder) == total })
	}
	enter("2-first", "32", 32)
	screen.follow("3-undone", func() { window.press("ctrl+z") })
	eventually(t, patience, "the count is taken back", func() bool { return pledges(muster, folder) == 0 })
	enter("4-second", "23", 23) // the cursor waits in the count

	lines := ledger(t, muster, folder)
	if len(lines) != 3 {
		t.Fatalf("the ledger has %d lines, want 3: %v", len(lines), lines)
	}
	first, void, second := lines[0], lines[1], lines[2]
	switch {
	case first.Added == nil || *first.Added != 32 || first.ID != void.Voids:
		t.Errorf("the first line is %v, and the second takes out %s", first, void.Voids)
	case second.Added == nil || *second.Added != 23 || second.Voids != "":
		t.Errorf("the last line is %v", second)
	}
	window.quit()
	run(t, muster, "--data", folder, "check")
}
