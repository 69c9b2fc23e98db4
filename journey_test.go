package main_test

import (
	"fmt"
	"testing"
	"time"
)

// TestJourney goes through a real window: a count typed into it is on disk,
// and what a command records meanwhile is on the screen within a second.
func TestJourney(t *testing.T) {
	muster := program(t)
	screen := newScreen(t)
	folder := t.TempDir()
	window := screen.open(muster, "--data", folder)

	// An empty folder opens on the example, under a welcome.
	eventually(t, patience, "the window makes the example", func() bool {
		return pledges(muster, folder) == 1000
	})
	screen.save("1-welcome", screen.settle())
	screen.follow("2-overview", func() { window.press("Escape") })
	screen.follow("3-form", func() { window.press("ctrl+n") })
	window.write("23")
	window.press("Return")
	eventually(t, patience, "23 pledges typed into the window are recorded", func() bool {
		return pledges(muster, folder) == 1023
	})

	window.press("ctrl+1")
	quickest := patience // of three, since the machine may have much else to do
	for range 3 {
		before := screen.settle()
		run(t, muster, "--data", folder, "add", "10", "--by", "Anna")
		added := time.Now()
		eventually(t, patience, "the window shows what the command recorded", func() bool {
			return !screen.capture().same(before)
		})
		quickest = min(quickest, time.Since(added))
	}
	if t.Logf("the window showed it after %v", quickest.Round(time.Millisecond)); quickest > time.Second {
		t.Errorf("the window showed what a command recorded after %v: it is to be there within a second", quickest)
	}
	screen.save("4-overview-after-commands", screen.settle())
	if got := pledges(muster, folder); got != 1053 {
		t.Errorf("%d pledges at the end, want 1053", got)
	}

	for i, name := range screens {
		window.press(fmt.Sprintf("ctrl+%d", i+1))
		if !screen.settle().painted() {
			t.Errorf("%s stays blank", name)
		}
	}

	window.quit()
	run(t, muster, "--data", folder, "check")
}
