package report

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// TestPartsOfTheKilledGo leaves files behind as a killed program does: the old
// ones go with the next report, all else stays.
func TestPartsOfTheKilledGo(t *testing.T) {
	dir := t.TempDir()
	old := time.Now().Add(-2 * staleAfter)
	leave := func(name string, at time.Time) {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	leave(".muster-123.part", old)
	leave(".muster-124.part", time.Now()) // somebody is at it
	leave(".muster-notes.part", old)      // not ours
	leave("muster-125.part", old)
	if err := os.Mkdir(filepath.Join(dir, ".muster-126.part"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(filepath.Join(dir, ".muster-126.part"), old, old); err != nil {
		t.Fatal(err)
	}
	if err := Replace(filepath.Join(dir, "report.md"), func(w io.Writer) error {
		_, err := io.WriteString(w, "whole")
		return err
	}); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	want := []string{".muster-124.part", ".muster-126.part", ".muster-notes.part", "muster-125.part", "report.md"}
	if !slices.Equal(names, want) {
		t.Errorf("there are %q, want %q", names, want)
	}
}
