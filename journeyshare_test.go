package main_test

import (
	"path/filepath"
	"testing"
)

// TestJourneyOfTwoWindows makes a pack in one window, drops it on another, on a
// screen of its own, and then has both share a folder: a count that is entered
// in one appears in the other.
func TestJourneyOfTwoWindows(t *testing.T) {
	muster := program(t)
	here, there := newScreen(t), newScreen(t)
	one, two, shared := t.TempDir(), t.TempDir(), t.TempDir()
	run(t, muster, "--data", one, "new", "Library", "--threshold", "100")
	run(t, muster, "--data", one, "add", "12", "--by", "Anna")
	run(t, muster, "--data", two, "new", "Bridge")
	first, second := here.open(muster, "--data", one), there.open(muster, "--data", two)

	here.follow("1-asked", func() { first.press("ctrl+p") })
	for range 3 { // to the name, which Enter takes as it is proposed
		first.press("Tab")
	}
	first.press("Return")
	var pack string
	eventually(t, patience, "the pack is saved", func() bool {
		found, err := filepath.Glob(filepath.Join(here.home, "Library *.muster"))
		if err != nil {
			t.Fatal(err)
		}
		if len(found) == 1 {
			pack = found[0]
		}
		return pack != ""
	})
	here.save("2-saved", here.settle())

	there.follow("3-dropped", func() { second.drop(pack) })
	there.follow("4-merged", func() { second.press("Return") })
	library := func(folder string) int { return pledges(muster, folder, "-c", "Library") }
	eventually(t, patience, "the campaign is brought along", func() bool { return library(two) == 12 })

	for _, folder := range []string{one, two} {
		run(t, muster, "--data", folder, "-c", "Library", "share", shared)
	}
	here.follow("5-form", func() { first.press("ctrl+n") })
	there.follow("6-appears", func() {
		first.write("23")
		first.press("Return")
	})
	eventually(t, patience, "the count appears in the other window's data", func() bool { return library(two) == 35 })
	there.follow("7-form", func() { second.press("ctrl+n") })
	here.follow("8-comes-back", func() {
		second.write("5")
		second.press("Return")
	})
	eventually(t, patience, "and one comes back", func() bool { return library(one) == 40 })
	here.follow("9-shared", func() { first.press("ctrl+9") })
	first.quit()
	second.quit()
	for _, folder := range []string{one, two} {
		run(t, muster, "--data", folder, "check")
	}
}
