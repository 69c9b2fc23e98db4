package report

import (
	"bytes"
	"os/exec"
	"testing"
)

// run runs another program on a file that we wrote and returns what it says.
func run(t *testing.T, program string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Fatalf("%s is missing: run the tests by `make test`, which installs it", program)
	}
	var out, complaints bytes.Buffer
	c := exec.CommandContext(t.Context(), program, args...)
	c.Stdout, c.Stderr = &out, &complaints
	if err := c.Run(); err != nil {
		t.Fatalf("%s: %v\n%s%s", program, err, out.String(), complaints.String())
	}
	return out.String()
}
