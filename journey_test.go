package main_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
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
	eventually(t, 10*time.Second, "the window makes the example", func() bool {
		return pledges(muster, folder) == 1000
	})
	screen.settle()
	screen.save("1-welcome")
	window.press("Escape")
	before := screen.settle()
	screen.save("2-overview")

	window.press("ctrl+n")
	eventually(t, 5*time.Second, "the form for a count", func() bool { return screen.capture() != before })
	window.write("23")
	window.press("Return")
	eventually(t, 10*time.Second, "23 pledges typed into the window are recorded", func() bool {
		return pledges(muster, folder) == 1023
	})

	window.press("ctrl+1")
	before = screen.settle()
	run(t, muster, "--data", folder, "add", "77", "--by", "Anna")
	added := time.Now()
	eventually(t, 5*time.Second, "the window shows what the command recorded", func() bool {
		return screen.capture() != before
	})
	took := time.Since(added)
	if t.Logf("the window showed it after %v", took.Round(time.Millisecond)); took > time.Second {
		t.Errorf("the window showed what a command recorded after %v: it is to be there within a second", took)
	}
	screen.settle()
	screen.save("3-overview-after-command")
	if got := pledges(muster, folder); got != 1100 {
		t.Errorf("%d pledges at the end, want 1100", got)
	}

	for i, name := range screens {
		window.press(fmt.Sprintf("ctrl+%d", i+1))
		if screen.settle(); !screen.painted() {
			t.Errorf("%s stays blank", name)
		}
	}

	window.quit()
	run(t, muster, "--data", folder, "check")
}

// screens are those of the window, in the order of their shortcuts.
var screens = []string{"overview", "pledges", "plan", "turnout", "forecast", "scenarios", "timeline", "reports"}

// TestWithoutDisplay holds Muster to one sentence where there is no screen, or
// none that answers.
func TestWithoutDisplay(t *testing.T) {
	muster := program(t)
	for _, display := range []string{"", ":4711", "nonsense", "localhost:4711.0"} {
		c := exec.Command(muster, "--data", t.TempDir())
		c.Env = append(bareEnvironment(t), "DISPLAY="+display, "WAYLAND_DISPLAY=")
		var said strings.Builder
		c.Stdout, c.Stderr = &said, &said
		err := c.Run()
		if c.ProcessState.ExitCode() != 1 {
			t.Errorf("DISPLAY=%s: %v, want exit status 1", display, err)
		}
		sentence := strings.TrimSpace(said.String())
		if strings.Contains(sentence, "\n") || !strings.Contains(sentence, "status") {
			t.Errorf("DISPLAY=%s: it says %q: want one line that names the commands", display, sentence)
		}
	}
}

// TestPictures makes the pictures of the README, in the folder that
// MUSTER_PICTURES names.
func TestPictures(t *testing.T) {
	folder := os.Getenv("MUSTER_PICTURES")
	if folder == "" {
		t.Skip("makes pictures only where MUSTER_PICTURES says")
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	muster := program(t)
	for _, theme := range []string{"light", "dark"} {
		for _, example := range []string{"march", "petition"} {
			screen := newScreen(t)
			screen.env = append(screen.env, "FYNE_THEME="+theme)
			screen.pictures = folder
			data := t.TempDir()
			run(t, muster, "--data", data, "new", "--example", example)
			window := screen.open(muster, "--data", data)
			for i, name := range screens {
				window.press(fmt.Sprintf("ctrl+%d", i+1))
				screen.settle()
				screen.save(strings.Join([]string{name, example, theme}, "-"))
			}
			window.quit()
		}
	}
}

// pledges asks the command line for the count; -1 if it has none to tell.
func pledges(muster, folder string) int {
	out, err := exec.Command(muster, "--data", folder, "status", "--json").Output()
	var status struct{ Pledges int }
	if err != nil || json.Unmarshal(out, &status) != nil {
		return -1
	}
	return status.Pledges
}
