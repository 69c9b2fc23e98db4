package command_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"muster/app/command"
)

// run carries out one command line on a data folder.
func run(dir, in string, args ...string) (status int, out, errOut string) {
	var o, e bytes.Buffer
	env := command.Env{
		Now:    func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC) },
		Getenv: func(string) string { return "" },
	}
	status = command.Run(append([]string{"--data", dir}, args...), strings.NewReader(in), &o, &e, env)
	return status, o.String(), e.String()
}

// TestStatus checks the exit status, and that an error is one line.
func TestStatus(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	for _, c := range []struct {
		line string
		want int
	}{
		{"new March --threshold 10", command.Done},
		{"add 5", command.Done},
		{"add -5", command.Done},
		{"--help", command.Done},
		{"help add", command.Done},
		{"", command.Could}, // no display
		{"new March", command.Could},
		{"add 5 --measure x", command.Could},
		{"add 9999999999999", command.Could},
		{"status -c none", command.Could},
		{"void ffff --why x", command.Could},
		{"import none.csv", command.Could},
		{"plan apply none.yaml", command.Could},
		{"restore none.db", command.Could},
		{"delete", command.Could}, // nobody said yes
		{"statsu", command.Usage},
		{"plan", command.Usage},
		{"add", command.Usage},
		{"add 5 6", command.Usage},
		{"add five", command.Usage},
		{"add 5 --at noon", command.Usage},
		{"add --total=maybe 5", command.Usage},
		{"log --since noon", command.Usage},
		{"void 01", command.Usage},
		{"import", command.Usage},
		{"import x.csv --map total", command.Usage},
		{"report", command.Usage},
		{"report -o march.doc", command.Usage},
		{"status --colour", command.Usage},
	} {
		t.Run(c.line, func(t *testing.T) {
			status, _, errOut := run(dir, "", strings.Fields(c.line)...)
			if status != c.want {
				t.Errorf("status %d, want %d: %s", status, c.want, errOut)
			}
			lines := strings.Count(errOut, "\n")
			if (status == command.Done) != (lines == 0) || lines > 1 || lines == 1 && !strings.HasPrefix(errOut, "muster: ") {
				t.Errorf("standard error: %q", errOut)
			}
		})
	}
}

func TestWindow(t *testing.T) {
	for _, c := range []struct {
		name    string
		display string
		err     error
		want    int
		says    string
	}{
		{"opens", ":0", nil, command.Done, ""},
		{"cannot", ":0", errors.New("the data is damaged"), command.Could, "muster: the data is damaged\n"},
		{"display without OpenGL", ":0", command.ErrNoDisplay, command.Could, "use a command instead"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out, errOut bytes.Buffer
			opened := ""
			env := command.Env{
				Getenv: func(name string) string { return map[string]string{"DISPLAY": c.display, "MUSTER_DATA": "there"}[name] },
				Window: func(dir string, _ []string) error { opened = dir; return c.err },
			}
			status := command.Run(nil, strings.NewReader(""), &out, &errOut, env)
			if status != c.want || opened != "there" || !strings.Contains(errOut.String(), c.says) {
				t.Errorf("status %d, folder %q, %q", status, opened, errOut.String())
			}
		})
	}
}

// Files go to the window, by their whole path; what is neither a file nor a
// command goes nowhere.
func TestFilesAreOpenedInTheWindow(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for _, name := range []string{"counts.csv", "old.db", "status"} {
		if err := os.WriteFile(name, []byte("added\n1\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		line string
		want []string
		says string
	}{
		{"counts.csv", []string{"counts.csv"}, ""},
		{"--data there counts.csv ./old.db", []string{"counts.csv", "old.db"}, ""},
		{"gone.csv", nil, "there is no file gone.csv to open"},
		{"counts.csv gone.csv", nil, "there is no file gone.csv to open"},
		{".", nil, ". is a folder"},
		{"statsu", nil, `did you mean "status"?`},
	} {
		var opened []string
		var out, errOut bytes.Buffer
		env := command.Env{
			Getenv: func(name string) string { return map[string]string{"DISPLAY": ":0", "MUSTER_DATA": "there"}[name] },
			Window: func(_ string, files []string) error { opened = files; return nil },
		}
		status := command.Run(strings.Fields(c.line), strings.NewReader(""), &out, &errOut, env)
		for i, name := range c.want {
			c.want[i] = filepath.Join(dir, name)
		}
		if !slices.Equal(opened, c.want) || (status == command.Usage) != (c.says != "") || !strings.Contains(errOut.String(), c.says) {
			t.Errorf("%s: status %d, opened %q, %q", c.line, status, opened, errOut.String())
		}
	}
}

// brokenPipe is an output that takes nothing.
type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestOutputThatFails(t *testing.T) {
	var errOut bytes.Buffer
	status := command.Run([]string{"--data", t.TempDir(), "list"}, strings.NewReader(""), brokenPipe{}, &errOut, command.Env{})
	if status != command.Could || !strings.Contains(errOut.String(), "cannot be written") {
		t.Errorf("status %d, %q", status, errOut.String())
	}
}

func TestDefaultDir(t *testing.T) {
	for _, c := range []struct{ xdg, home, want string }{
		{"/data", "/people/anna", "/data/muster"},
		{"relative", "/people/anna", "/people/anna/.local/share/muster"},
		{"", "/people/anna", "/people/anna/.local/share/muster"},
		{"", "", ""},
	} {
		got, err := command.DefaultDir(func(name string) string {
			return map[string]string{"XDG_DATA_HOME": c.xdg, "HOME": c.home}[name]
		})
		if got != filepath.FromSlash(c.want) || (err != nil) != (c.want == "") {
			t.Errorf("%+v: got %q, %v", c, got, err)
		}
	}
}
