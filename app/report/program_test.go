package report

import (
	"bytes"
	"os/exec"
	"strconv"
	"strings"
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

// split returns the sheet and the first cell that a name refers to.
func split(refersTo string) (sheet, cell string) {
	sheet, cells, _ := strings.Cut(refersTo, "!")
	first, _, _ := strings.Cut(cells, ":")
	return strings.Trim(sheet, "'"), strings.ReplaceAll(first, "$", "")
}

// number reads what a cell holds.
func number(t *testing.T, text string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Errorf("%q is no number", text)
	}
	return v
}
