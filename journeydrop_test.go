package main_test

import (
	"os"
	"path/filepath"
	"testing"
)

// TestJourneyOfADrop drops a file of counts on the window: it says what it would
// take, takes it once told to, and finds nothing new in it the second time.
func TestJourneyOfADrop(t *testing.T) {
	muster := program(t)
	screen := newScreen(t)
	folder := t.TempDir()
	run(t, muster, "--data", folder, "new", "Library", "--threshold", "100")
	counts := filepath.Join(t.TempDir(), "counts of the stall.csv")
	if err := os.WriteFile(counts, []byte("date,added,region\n2026-01-02,23,Ohio\n2026-01-03,17,Ohio\n2026-01-04,3,Iowa\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	window := screen.open(muster, "--data", folder)

	screen.follow("1-asked", func() { window.drop(counts) })
	if got := pledges(muster, folder); got != 0 {
		t.Errorf("%d pledges are taken before anybody said so", got)
	}
	screen.follow("2-imported", func() { window.press("Return") })
	eventually(t, patience, "the counts are imported", func() bool { return pledges(muster, folder) == 43 })

	screen.follow("3-asked-again", func() { window.drop(counts) })
	screen.follow("4-closed", func() { window.press("Return") })
	if got := ask(muster, folder); got.Pledges != 43 || got.Updates != 3 {
		t.Errorf("after the second drop: %d pledges of %d updates, want 43 of 3", got.Pledges, got.Updates)
	}
	window.quit()
	run(t, muster, "--data", folder, "check")
}
