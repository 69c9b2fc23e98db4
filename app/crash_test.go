package app_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"muster/app"
)

// crashing names the folder in which a copy of the test is to go down.
const crashing = "MUSTER_TEST_CRASH"

// TestCrashIsWrittenDownAndToldOnce has a copy of itself go down on a goroutine
// that nobody recovers.
func TestCrashIsWrittenDownAndToldOnce(t *testing.T) {
	if dir := os.Getenv(crashing); dir != "" {
		m, err := app.Open(dir, time.Now)
		if err == nil {
			_, err = m.CatchCrash()
		}
		if err != nil {
			t.Fatal(err)
		}
		go panic("the roof fell in")
		select {}
	}
	dir := t.TempDir()
	m, err := app.Open(dir, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok, err := m.LastCrash(); ok || err != nil {
		t.Fatalf("before anything happened: %v, %v", ok, err)
	}
	down := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$")
	down.Env = append(os.Environ(), crashing+"="+dir)
	if err := down.Run(); err == nil {
		t.Fatal("it did not go down")
	}
	crash, ok, err := m.LastCrash()
	if !ok || err != nil {
		t.Fatalf("%v, %v", ok, err)
	}
	said, err := os.ReadFile(crash.Path)
	if err != nil || !strings.Contains(string(said), "the roof fell in") || time.Since(crash.At) > time.Hour {
		t.Errorf("%v; of %v it says %s", err, crash.At, said)
	}
	if _, ok, err := m.LastCrash(); ok || err != nil {
		t.Errorf("it is told again: %v, %v", ok, err)
	}
}

func TestCleanEndLeavesNoCrashFile(t *testing.T) {
	dir := t.TempDir()
	m, err := app.Open(dir, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	ended := filepath.Join(dir, "crash-999999999.txt") // of a process that was killed
	if err := os.WriteFile(ended, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	release, err := m.CatchCrash()
	if err != nil {
		t.Fatal(err)
	}
	if _, ok, err := m.LastCrash(); ok || err != nil {
		t.Errorf("a window that runs is taken for a crash: %v, %v", ok, err)
	}
	if files, _ := filepath.Glob(filepath.Join(dir, "crash*")); len(files) != 1 {
		t.Errorf("beside a window that runs there are %v", files)
	}
	release()
	if files, _ := filepath.Glob(filepath.Join(dir, "crash*")); len(files) != 0 {
		t.Errorf("after it there are %v", files)
	}
}
