package main_test

import (
	"os/exec"
	"strings"
	"testing"
)

// TestWithoutDisplay holds Muster to one sentence where there is no screen, or
// none that answers.
func TestWithoutDisplay(t *testing.T) {
	muster := program(t)
	for _, display := range []string{"", ":4711", "nonsense", "localhost:4711.0"} {
		c := exec.Command(muster, "--data", t.TempDir())
		c.Env = append(bareEnvironment(t, t.TempDir()), "DISPLAY="+display, "WAYLAND_DISPLAY=")
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
