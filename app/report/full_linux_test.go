package report

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestFullDiskKeepsTheOldFile saves a report onto a disk without room: the
// error says so, and the report of last time stays whole.
func TestFullDiskKeepsTheOldFile(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=128k"); err != nil {
		t.Skipf("a small disk needs the right to mount one: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	path := filepath.Join(dir, "report.pdf")
	old := strings.Repeat("last time", 1000)
	for name, text := range map[string]string{path: old, filepath.Join(dir, "other"): strings.Repeat("x", 100<<10)} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s, _ := march(t)
	if err := Save(t.Context(), path, dossierOf(s), Options{}, nil); err == nil || !strings.Contains(err.Error(), "no room left") {
		t.Errorf("saving on a full disk: %v", err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != old {
		t.Errorf("the old file holds %d bytes, %v", len(got), err)
	}
	if files, _ := os.ReadDir(dir); len(files) != 2 {
		t.Errorf("%d files are left", len(files))
	}
}
