package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestFileIsOpenedByArgument starts the window with a file of counts, and brings
// it down: the count is kept, the next window says what happened, and once that
// one ends as it should nothing of it is left.
func TestFileIsOpenedByArgument(t *testing.T) {
	muster := program(t)
	screen := newScreen(t)
	folder := t.TempDir()
	run(t, muster, "--data", folder, "new", "Library")
	counts := filepath.Join(t.TempDir(), "counts.csv")
	if err := os.WriteFile(counts, []byte("date,added\n2026-01-02,23\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	window := screen.open(muster, "--data", folder, counts)
	screen.save("1-import", screen.settle())
	eventually(t, 20*time.Second, "the counts of the file are imported", func() bool {
		window.press("Return") // on Import, once it is asked
		return pledges(muster, folder) == 23
	})

	window.process.Process.Signal(syscall.SIGABRT)
	window.process.Wait()
	crashes := func() (found []string) {
		all, err := filepath.Glob(filepath.Join(folder, "crash*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range all {
			if said, err := os.ReadFile(path); err == nil && strings.Contains(string(said), "SIGABRT") {
				found = append(found, filepath.Base(path))
			}
		}
		return found
	}
	if got := crashes(); len(got) != 1 {
		t.Fatalf("what brought it down is written into %v", got)
	}
	window = screen.open(muster, "--data", folder)
	eventually(t, 10*time.Second, "the next window has told of it", func() bool {
		got := crashes()
		return len(got) == 1 && strings.HasPrefix(got[0], "crashed ")
	})
	screen.save("2-crash", screen.settle())
	window.press("Return")
	window.quit()
	if left, _ := filepath.Glob(filepath.Join(folder, "crash-*")); len(left) > 0 {
		t.Errorf("an end that was asked for leaves %v", left)
	}
	if got := pledges(muster, folder); got != 23 {
		t.Errorf("%d pledges at the end, want 23", got)
	}
}
