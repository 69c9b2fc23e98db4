package main_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// program returns the path of Muster, built from the files as they are. It is
// left alone when it is newer than they, so that a result stays cached.
func program(t testing.TB) string {
	t.Helper()
	path, err := filepath.Abs("build/muster")
	if err != nil {
		t.Fatal(err)
	}
	built, err := os.Stat(path)
	fresh := err == nil
	for _, file := range sources(t, ".", "") {
		source, err := os.Stat(file)
		if err != nil {
			t.Fatal(err)
		}
		if fresh && !strings.HasSuffix(file, "_test.go") && source.ModTime().After(built.ModTime()) {
			fresh = false
		}
	}
	if !fresh {
		run(t, "go", "build", "-tags", "migrated_fynedo", "-o", path, ".")
	}
	return path
}

// run runs a command to its end and returns what it says.
func run(t testing.TB, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

// eventually asks again and again until the answer is yes.
func eventually(t testing.TB, within time.Duration, what string, yes func() bool) {
	t.Helper()
	for end := time.Now().Add(within); !yes(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("not within %v: %s", within, what)
		}
	}
}

// status is what the command line says of the one campaign of a folder, or of
// the one named.
type status struct {
	Pledges    int
	Updates    int
	Thresholds []struct{ Reached, Held bool }
}

// ask asks the command line for the status; a folder that has none yet has -1
// pledges.
func ask(muster, folder string, more ...string) status {
	out, err := exec.Command(muster, append([]string{"--data", folder, "status", "--json"}, more...)...).Output()
	var s status
	if err != nil || json.Unmarshal(out, &s) != nil {
		return status{Pledges: -1}
	}
	return s
}

// pledges asks the command line for the count; -1 if it has none to tell.
func pledges(muster, folder string, more ...string) int { return ask(muster, folder, more...).Pledges }

// line is one of the ledger, as the command line tells it.
type line struct {
	ID    string
	Added *int
	Voids string
}

// ledger asks the command line for all lines, the oldest first.
func ledger(t *testing.T, muster, folder string) []line {
	t.Helper()
	var all []line
	d := json.NewDecoder(strings.NewReader(run(t, muster, "--data", folder, "log", "--json")))
	for d.More() {
		var l line
		if err := d.Decode(&l); err != nil {
			t.Fatal(err)
		}
		all = append(all, l)
	}
	return all
}

// bareEnvironment is the environment of somebody who never ran Muster, with a
// home of their own.
func bareEnvironment(t testing.TB, home string) []string {
	t.Helper()
	if err := os.Mkdir(filepath.Join(home, ".cache"), 0o700); err != nil {
		t.Fatal(err)
	}
	return append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME="+home, "XDG_DATA_HOME="+home, "XDG_CACHE_HOME=",
		"XDG_RUNTIME_DIR="+home, "MUSTER_DATA=", "LANG=en_US.UTF-8", "LC_ALL=")
}
