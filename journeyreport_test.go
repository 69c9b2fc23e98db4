package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestJourneyFromFirstRunToFirstReport begins with nothing: a campaign is set
// up by keyboard, a first count entered, and the report saved says both.
func TestJourneyFromFirstRunToFirstReport(t *testing.T) {
	muster := program(t)
	screen := newScreen(t)
	folder := t.TempDir()
	window := screen.open(muster, "--data", folder)
	eventually(t, patience, "the window makes the example", func() bool { return pledges(muster, folder) == 1000 })
	screen.save("1-welcome", screen.settle())

	screen.follow("2-short-form", func() {
		window.press("Tab") // to: start your own campaign
		window.press("Return")
	})
	screen.follow("3-filled-in", func() {
		window.write("Save the library")
		window.press("Tab")
		window.write("5,000")
		window.press("Tab")
		window.write("2099-03-01")
		window.press("Tab")
		window.write("Washington, DC")
	})
	screen.follow("4-own-campaign", func() { window.press("Return") })
	own := func() int { return pledges(muster, folder, "-c", "Save the library") }
	eventually(t, patience, "the campaign is made", func() bool { return own() == 0 })

	screen.follow("5-first-count", func() {
		window.press("ctrl+n")
		window.write("23")
		window.press("Return")
	})
	eventually(t, patience, "the first count is recorded", func() bool { return own() == 23 })

	screen.follow("6-reports", func() { window.press("ctrl+e") })
	saved := func() string {
		found, _ := filepath.Glob(filepath.Join(screen.home, "Save the library *.pdf"))
		return strings.Join(found, "\n")
	}
	screen.follow("7-saved", func() { window.press("ctrl+s") })
	eventually(t, patience, "the report is saved", func() bool { return saved() != "" })
	said := run(t, "pdftotext", "-layout", saved(), "-")
	for _, want := range []string{"Save the library", "23 of 5,000"} {
		if !strings.Contains(said, want) {
			t.Errorf("the report does not say %q:\n%s", want, said)
		}
	}
	was, err := os.Stat(saved())
	if err != nil {
		t.Fatal(err)
	}
	screen.follow("8-replace", func() { window.press("ctrl+s") })
	screen.follow("9-replaced", func() { window.press("Return") })
	eventually(t, patience, "the report is replaced", func() bool {
		now, err := os.Stat(saved())
		return err == nil && !os.SameFile(was, now)
	})
	window.quit()
}
